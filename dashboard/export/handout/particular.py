"""Questions on figures of their own kind: two sides, places in texts, and those in `relations`. To add one: a line in PARTICULAR."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from analysis import Corpus

from ...exhibits.base import Exhibit
from ...exhibits.groups import listed
from ...exhibits.sides import two_sides
from . import relations
from .asking import few, given, highest, names_of, one_of, quoted, said
from .handout import Question


def _timeline(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    table, names = exhibit.table, names_of(corpus, exhibit)
    labels = [names.of(text) for text in table["document_id"]]
    longest = highest(table, "n_words")
    if longest is None:
        return []
    most, least = int(table["n_words"].max()), int(table["n_words"].min())
    return given(
        one_of("Which text is the longest?", labels, labels[longest], f"It has {most:,} words."),
        Question(
            "About how many times as long as the shortest text is the longest? Why does that matter when words are counted?",
            lines=2,
            key=f"About {most / least:.0f} times ({most:,} and {least:,} words). So hits are told per 1,000 words; and of a short text "
            "every number is less sure.",
        ),
    )


def _confounds(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    columns = exhibit.table.drop_duplicates("column").set_index("column")["relation"]
    bound = [name.replace("_", " ") for name in columns.index[columns == "inseparable"]]
    if not bound:
        return []
    of = str(exhibit.options.by).replace("_", " ")
    key = f"Any of: {listed(bound)}. Each value of {of} goes with one value of these, so no difference tells which of them it is due to."
    return [Question(f"Name two things that cannot be told apart from {of} in these texts.", lines=2, key=key)]


def _two_sides(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Who uses a word more: one word of each side, and the word that makes most of the difference."""
    sides, table, found = two_sides(corpus, exhibit.options).names, exhibit.table, []
    for side in ("target", "reference"):
        for row in table[(table["side"] == side) & table["sure"].astype(bool)].head(1).itertuples():
            why = f"{row.per_1000:.1f} per 1,000 words in {sides[0]}, {row.reference_per_1000:.1f} in {sides[1]}: beyond chance."
            found.append(
                one_of(f"Who uses {quoted(row.term)} more, for its length?", sides, sides[side != "target"], why)
            )
    if "contribution" in table and (place := highest(table, "contribution")) is not None:
        first = table.loc[place]
        why = f"It makes {first['contribution'] / table['contribution'].sum():.0%} of what is drawn."
        found.insert(0, one_of("Which of these words makes most of the difference?", few(list(table["term"]), first["term"]), first["term"], why))  # fmt: skip
    elif "contribution" not in table:
        sure, drawn = int(table["sure"].astype(bool).sum()), len(table)
        why = f"{sure:,} of {drawn:,} do; the others may differ by chance alone."
        right = "Yes" if sure > drawn / 2 else "No"
        found.append(one_of("Do most of the words drawn differ beyond chance?", ("Yes", "No"), right, why))
    return given(*found)


def _agreement(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """About which word the methods part, and which rank one of them gives to a word."""
    words = exhibit.table.drop_duplicates("term").reset_index(drop=True)
    place, found = highest(words, "spread"), []
    if place is not None:
        row = words.loc[place]
        ranks = exhibit.table[exhibit.table["term"] == row["term"]].sort_values("rank", kind="stable")
        best, worst = ranks.iloc[0], ranks.iloc[-1]
        why = f"Number {best['rank']:,} by {best['label']}, number {worst['rank']:,} by {worst['label']}."
        found.append(one_of("About which of these words do the methods disagree most?", few(list(words["term"]), row["term"]), row["term"], why))  # fmt: skip
    one = exhibit.table.iloc[0]
    all_methods = words[words["methods"] == words["methods"].max()]["term"]
    if words["methods"].nunique() > 1:
        key = f"{listed([quoted(word) for word in all_methods])}: {int(words['methods'].max())} of {exhibit.table['label'].nunique()} methods."
        found.append(Question("Which words are on the lists of most methods?", lines=2, key=key))
    found.append(Question(f"Which rank does {one['label']} give to {quoted(one['term'])}?", lines=1, key=f"Rank {one['rank']:,}."))  # fmt: skip
    return given(*found)


def _search(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    table = exhibit.table
    numbers, found = [str(number) for number in table["n_topics"]], []
    for column, ask in (("coherence", "most coherent"), ("stability", "most stable")):
        place = highest(table, column)
        if place is not None:
            why = f"It reaches {said(exhibit, column, table.loc[place, column])}."
            right = str(table.loc[place, "n_topics"])
            found.append(
                one_of(f"At which number are the topics {ask}?", sorted(few(numbers, right), key=int), right, why)
            )
    for row in table[table["recommended"].astype(bool)].head(1).itertuples():
        key = f"{row.n_topics} topics: coherence {row.coherence:.2f}, stability {row.stability:.2f}."
        found.append(Question("Which number is a good one to begin with, and why?", lines=2, key=key))
    return given(*found)


def _barcode(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Which text has most of a word, and where it comes in bursts."""
    names, strips = names_of(corpus, exhibit), exhibit.table.drop_duplicates(["term", "group"])
    labels, found = [names.of(text) for text in corpus.documents.index], []
    for word, part in list(strips.groupby("term", sort=False))[:2]:
        place = highest(part, "hits")
        if place is not None:
            why = f"{part.loc[place, 'hits']:,} hits in {part.loc[place, 'paragraphs']:,} of its {part.loc[place, 'n_paragraphs']:,} paragraphs."
            found.append(one_of(f"Which text has most hits of {quoted(word)}?", labels, names.of(part.loc[place, "group"]), why))  # fmt: skip
    tested = strips[strips["hits"] >= 5]
    bursts = tested[tested["bursts"].fillna(False).astype(bool)]
    if len(bursts):
        told = listed([f"{quoted(row.term)} in {names.of(row.group)} ({row.dp_norm:.2f}, by chance {row.low:.2f} to {row.high:.2f})" for row in bursts.head(6).itertuples()])  # fmt: skip
        key = f"{len(bursts)} strips, among them {told}." if len(bursts) > 6 else f"{told}."
        found.append(Question("Name one word and text where the hits come in bursts beyond chance.", lines=1, key=key))
    return given(*found)


def _evenness(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    found = []
    for name, ask in (("bursts", "comes most in bursts"), ("even", "runs most evenly through the texts")):
        part = exhibit.table[exhibit.table["list"] == name].reset_index(drop=True)
        if len(part) > 2:
            row = part.iloc[0]
            why = f"Unevenness {row['dp_norm']:.2f}, by chance {row['chance']:.2f}; {row['count']:,} hits in {row['paragraphs']:,} of {row['parts']:,} paragraphs."
            found.append(one_of(f"Which of these words {ask}, for its frequency?", few(list(part["term"]), row["term"]), row["term"], why))  # fmt: skip
    return given(*found)


def _along(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Where the deepest dip is, and how deep."""
    names, table = names_of(corpus, exhibit), exhibit.table
    least = table.groupby("group", sort=False)["types"].min().rename(names.of)
    place = highest((-least).to_frame("value"), "value")
    if place is None:
        return []
    window = int(table["window"].iloc[0])
    why = f"There only {least[place]:,} of {window} words in a row are different."
    return given(one_of(f"Which text has the deepest dip, where {window} words in a row repeat most?", list(least.index), place, why))  # fmt: skip


def _lengths(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    names, table = names_of(corpus, exhibit), exhibit.table
    words, found = table.groupby("group", sort=False)["words"], []
    for middle, ask, told in (
        (words.max(), "Where does the longest sentence stand?", "It has {:,.0f} words."),
        (words.median(), "Where are sentences longest in the middle (the median)?", "Half of its sentences have {:,.0f} words or more."),
    ):  # fmt: skip
        middle = middle.rename(names.of)
        place = highest(middle.to_frame("value"), "value")
        if place is not None:
            found.append(one_of(ask, list(middle.index), place, told.format(middle[place])))
    return given(*found)


def _places(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """A mark a place: where most of them stand, and where there is none."""
    names, table = names_of(corpus, exhibit), exhibit.table
    counts = table["document_id"].value_counts().reindex(corpus.documents.index, fill_value=0)
    counts.index = [names.of(text) for text in counts.index]
    place, what = highest(counts.to_frame("value"), "value"), "paragraphs" if "weight" in table else "hits"
    none = list(counts.index[counts == 0])
    found = []
    if place is not None:
        found.append(one_of(f"In which text do most of the {what} stand?", list(counts.index), place, f"{counts[place]} of {len(table)} {what}."))  # fmt: skip
    if 0 < len(none) < len(counts):
        found.append(Question("In which texts is there none? Tick all.", tuple(counts.index), key=f"{listed(none)}. A short text may have none by chance."))  # fmt: skip
    quotes = int(table["quoted"].sum()) if "quoted" in table and pd.api.types.is_bool_dtype(table["quoted"]) else 0
    if quotes:
        found.append(Question("How many hits stand in quotation marks? What may the author mean by them?", lines=2, key=f"{quotes} of {len(table)}. They may quote somebody, or keep the word at a distance."))  # fmt: skip
    return given(*found)


def _lights(corpus: Corpus, exhibit: Exhibit) -> list[Question]:
    """Which methods do not fit at all, and what the first that needs care is limited by."""
    table = exhibit.table
    red, amber = table[table["light"] == "red"], table[table["light"] == "amber"]
    found = []
    if len(red):
        why = " ".join(f"{row.label}: {row.reason}" for row in red.itertuples())
        found.append(Question("Which methods do not fit these texts, and why not?", lines=2, key=why))
    for row in amber.head(1).itertuples():
        prompt = f"Why does “{row.label}” need care with these texts, and what is to be done?"
        found.append(Question(prompt, lines=2, key=f"{row.reason} {row.do}"))
    return given(*found)


PARTICULAR: Mapping[str, Callable[[Corpus, Exhibit], list[Question]]] = {
    "timeline": _timeline, "confounds": _confounds, "keyness_scatter": _two_sides, "word_shift": _two_sides,
    "agreement": _agreement, "topic_search": _search, "topic_passages": _places, "similarity": relations.nearest,
    "correspondence": relations.on_a_map, "tree": relations.on_a_tree, "formulae": relations.shared_phrases, "parallels": relations.phrases_of_two, "company": relations.in_company, "network": relations.in_a_network,
    "barcode": _barcode, "evenness": _evenness, "diversity_along": _along, "sentence_lengths": _lengths,
    "concordance": _places, "advice": _lights,
}  # fmt: skip
