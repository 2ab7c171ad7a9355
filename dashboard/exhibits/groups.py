"""How groups are named, coloured and dated on every exhibit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from analysis import Corpus
from analysis.metadata import descriptive_columns, group_documents

from ..charts.theme import GroupStyle

# A label names a text on every page; a longer name stands whole on the page Read.
LONGEST_NAME = 60
# More groups than this nobody compares at a glance.
MANY_GROUPS = 40
# And a column with more is a name of each text, not a way to group them.
MOST_GROUPS = 200
CONFOUNDED = (
    "One text stands for one author, one year and one genre, so no difference here can be ascribed to time alone."
)


def bound_to_time(corpus: Corpus) -> str:
    """One sentence: why a difference between years is no effect of time."""
    if corpus.documents["author"].is_unique:
        return CONFOUNDED
    return "Texts of different years differ in more than their year, so no difference can be ascribed to time alone."


def group_styles(corpus: Corpus, by: str) -> dict[str, GroupStyle]:
    """Label and colour of each group, in order."""
    n_words = corpus.documents["n_words"].to_dict()
    groups, styles = members_of(corpus, by), {}
    alone = any(len(members) == 1 for members in groups.values())
    names = text_labels(corpus.documents) if alone else {}
    # Where no group is a single text, none has a colour of its own that another could be taken for.
    free = len(groups) > 1 and all(len(members) > 1 for members in groups.values())
    for number, (label, members) in enumerate(groups.items()):
        words = f"{sum(n_words[member] for member in members):,} words"
        # One group per text is told apart by the text's own colour, whatever the column is called.
        if len(members) == 1 and by in ("author", "document_id", "title", "short_name"):
            styles[label] = GroupStyle(names[members[0]], corpus.ranks[members[0]], words)
        elif len(members) == 1:
            styles[label] = GroupStyle(str(label), corpus.ranks[members[0]], f"{names[members[0]]}, {words}")
        else:
            styles[label] = GroupStyle(str(label), number if free else None, f"{len(members):,} texts, {words}")
    return styles


def members_of(corpus: Corpus, by: str) -> dict[str, list[str]]:
    """The documents of each group."""
    groups = group_documents(corpus.documents, by)
    members: dict[str, list[str]] = {label: [] for label in groups.labels}
    for document_id, group in zip(corpus.documents.index, groups.of_document.tolist(), strict=True):
        members[groups.labels[group]].append(document_id)
    return members


def group_noun(corpus: Corpus, by: str) -> str:
    """What one group is, for titles and readings: a "text" where each is one text, else the column's name: "year"."""
    alone = len(group_documents(corpus.documents, by)) == len(corpus.documents)
    texts = alone and by in ("document_id", "author", "title", "short_name")
    return "text" if texts else by.replace("_", " ")


def each_group(corpus: Corpus, by: str) -> str:
    """The groups one by one, for titles: "each text", "each year"; of all texts together "the whole corpus"."""
    return "the whole corpus" if by == "corpus" else f"each {group_noun(corpus, by)}"


def columns_to_group_by(documents: pd.DataFrame) -> list[str]:
    """Metadata columns that sort the texts into two groups or more, author and year first."""
    groups = {column: documents[column].nunique(dropna=False) for column in descriptive_columns(documents)}
    columns = [column for column, number in groups.items() if 1 < number <= MOST_GROUPS]
    # Of many texts, columns with more groups than can be looked at come last.
    ordered = sorted(columns, key=lambda column: groups[column] > MANY_GROUPS)
    return ordered or (["author"] if len(documents) <= MOST_GROUPS else ["corpus"])


def too_many_groups(corpus: Corpus, by: str) -> bool:
    """Are there more groups by this column than anything can show?"""
    return len(corpus.documents) > MOST_GROUPS and len(group_documents(corpus.documents, by)) > MOST_GROUPS


def rows_for_texts(corpus: Corpus) -> str:
    """The column whose groups stand where few texts would stand one by one: "document_id" where they are few."""
    if len(corpus.documents) <= MANY_GROUPS:
        return "document_id"
    return columns_to_group_by(corpus.documents)[0]


def named_column(by: str) -> str:
    """A metadata column as a reader calls it."""
    return "text" if by == "document_id" else by.replace("_", " ")


def listed(names: list[str]) -> str:
    """Names in a sentence: `a, b and c`."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def text_label(document: Mapping[str, object]) -> str:
    """A text's short label: surname and year, `Duan ≥2022` for "2022 or later"."""
    name = document.get("short_name")
    name = str(document["author"] if name is None or pd.isna(name) else name)
    name = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    if pd.isna(document["year"]):
        return name
    return f"{name} {'≥' if is_open_ended(document) else ''}{document['year']}"


def text_labels(documents: pd.DataFrame) -> dict[str, str]:
    """The short label of every text by document_id, made unique where two texts would share one."""
    labels = dict(zip(documents.index, map(text_label, documents.to_dict("records")), strict=True))
    taken = Counter(labels.values())
    return {row: f"{label} ({row})" if taken[label] > 1 else label for row, label in labels.items()}


def dated(document: pd.Series) -> str:
    """A text's year in words."""
    if pd.isna(document["year"]):
        return "undated"
    return f"{document['year']} or later" if is_open_ended(document) else str(document["year"])


def is_open_ended(document: Mapping[str, object]) -> bool:
    """Is the date only known as "not before"?"""
    return str(document.get("date_certainty", "")).startswith("not before")


def time_of(document: pd.Series) -> float:
    """A text's place on a time axis in years: its day if known, else the middle of its year, late in it for "or later"."""
    if pd.isna(document["year"]):
        return float("nan")
    if is_open_ended(document):
        return float(document["year"]) + 0.8
    day = pd.to_datetime(str(document.get("date", "")), errors="coerce")
    return float(document["year"]) + (0.5 if pd.isna(day) else (day.day_of_year - 1) / 365.25)
