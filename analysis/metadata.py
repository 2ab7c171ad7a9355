"""The table of documents, their order in time, and the groups that are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .errors import CorpusError, OptionError, require_one_of
from .stream import TokenStream
from .texts.blocks import AnyText
from .texts.years import read_year

FIRST_COLUMNS = ["author", "year", "title"]


def metadata_table(texts: list[AnyText]) -> pd.DataFrame:
    """Metadata by document_id; `author`, `year` (whole numbers, missing where there is none) and `title` always."""
    index = pd.Index([text.document_id for text in texts], name="document_id", dtype=object)
    if not index.is_unique:
        raise CorpusError(f"Two texts are both called {index[index.duplicated()][0]!r}; rename one.")
    table = pd.DataFrame([dict(text.metadata) for text in texts], index=index)
    for column in FIRST_COLUMNS:
        if column not in table:
            table[column] = None
    table["author"] = table["author"].where(table["author"].notna(), index)
    table["title"] = table["title"].where(table["title"].notna(), index)
    table["year"] = [read_year(value) for value in table["year"]]
    table["year"] = table["year"].astype("Int64")
    return table[FIRST_COLUMNS + [column for column in table.columns if column not in FIRST_COLUMNS]]


def counted_documents(metadata: pd.DataFrame, stream: TokenStream, words_by_paragraph: np.ndarray) -> pd.DataFrame:
    """Metadata with `n_tokens`, `n_words` and `n_paragraphs`. metadata: a row a document of the stream, in its order."""
    documents, by_paragraph = metadata.copy(), stream.document_of_paragraph
    documents["n_tokens"] = np.diff(stream.document_starts)
    documents["n_words"] = np.bincount(by_paragraph, words_by_paragraph, len(documents)).astype(int)
    documents["n_paragraphs"] = np.bincount(by_paragraph, minlength=len(documents))
    return documents


def descriptive_columns(documents: pd.DataFrame) -> list[str]:
    """Metadata that describe a text and may be shared by several: no counts, names or remarks."""
    counted = ("n_tokens", "n_words", "n_paragraphs", "title", "short_name", "date")
    return [
        column for column in documents.columns if column not in counted and not column.endswith(("_note", "_certainty"))
    ]


def time_order(text: AnyText, years: Mapping[str, object]) -> tuple[int, str, str]:
    """Sort key: by year, in a year by date; texts without a date follow the dated ones, undated years come last."""
    year = years[text.document_id]
    date = str(text.metadata.get("date") or "9999")
    return (10_000 if pd.isna(year) else int(year), date, text.document_id)


@dataclass(frozen=True, eq=False)
class Groups:
    """The texts of a corpus sorted into groups by one column.

    labels: the groups in order of time; of_document: the group of each document as a position in `labels`.
    """

    by: str
    labels: tuple[str, ...]
    of_document: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)


def group_documents(documents: pd.DataFrame, by: str) -> Groups:
    """Group documents by a metadata column, or by "document_id" (each text alone) or "corpus" (all together).

    Texts without a value form a group of their own, "no year" and the like. OptionError for an unknown column.
    """
    if by == "corpus":
        return Groups(by, ("all texts",), np.zeros(len(documents), np.int64))
    if by == "document_id":
        return Groups(by, tuple(documents.index), np.arange(len(documents)))
    require_one_of("by", by, ["document_id", "corpus", *documents.columns])
    if documents[by].dtype == object:
        # Values of several kinds: 1, 1.0 and True are equal and have labels of their own, and a list is not to be counted.
        values, place = documents[by].tolist(), slice(None)
    else:
        place, distinct = pd.factorize(documents[by], use_na_sentinel=False)
        values = distinct.tolist()
    labels = [_label(by, value) for value in values]
    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels))}
    return Groups(by, tuple(numbers), np.array([numbers[label] for label in labels], np.int64)[place])


def _label(by: str, value: object) -> str:
    """A value as the name of a group: 3, not 3.0; a day without its midnight; what is missing or empty has no value."""
    if isinstance(value, list | tuple | set):
        value = ", ".join(str(part) for part in value)
    if pd.isna(value) or not str(value).strip():
        return f"no {by}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip().removesuffix(" 00:00:00")


def compared_groups(documents: pd.DataFrame, by: str, target: str | None = None) -> Groups:
    """As `group_documents`; OptionError also when there are not two groups to compare, or none is the target."""
    groups = group_documents(documents, by)
    if len(groups) < 2:
        raise OptionError(
            "This compares groups, and all texts together are fewer than two: give the texts a column that parts them, "
            "such as author or year."
            if by == "corpus"
            else f"This compares groups, and by {by!r} there are fewer than two; choose another column."
        )
    if target is not None:
        require_one_of("target", target, groups.labels)
    return groups
