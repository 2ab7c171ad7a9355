"""Where a text belongs: to which of the others it is nearest, by which words and in which passages."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, OptionError, belonging, belonging_words, nearest_passages, shared_ngram_types, stop_words
from analysis.belonging import CANNOT_TELL, DRAWS, NEAREST, STRANGE
from analysis.concordance import PASSAGE_COLUMNS

from ..charts.belonging import belonging_dot
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .groups import group_styles, listed, text_labels

# The name of a text that was pasted to be held against the others.
PASTED = "Your text"
PHRASE = 4
_PASSAGES = 200


@dataclass(frozen=True, kw_only=True)
class BelongingOptions:
    """document_id: the text that is held against the others, "" for the last; seed: of the draws; stop_list: whose words
    do not count."""

    document_id: str = ""
    seed: int = 0
    stop_list: str = "none"


def belongs(corpus: Corpus, options: BelongingOptions) -> Exhibit:
    """Where does a text belong?

    Table: as analysis.belonging, the other texts each alone.
    """
    if len(corpus.documents) < 3:
        raise OptionError("A text is held against two others at least: choose three texts or more.")
    document_id = options.document_id or str(corpus.documents.index[-1])
    stops = stop_words(options.stop_list)
    table = belonging(corpus, document_id, seed=options.seed, stop_words=stops)
    styles, names = group_styles(corpus, "document_id"), text_labels(corpus.documents)
    found = nearest_passages(corpus, document_id, n=_PASSAGES, stop_words=stop_words(corpus.stop_list))
    return Exhibit(
        name="belonging",
        options=options,
        title=f"Where does {names[document_id]} belong?",
        table=table,
        draw=lambda frame, theme: belonging_dot(frame, styles, theme),
        reading=_reading(table, styles, names[document_id]),
        receipt=receipt(
            corpus,
            "bits a word, words of each group smoothed by 300 of the average (Zhai & Lafferty 2004)",
            f"{DRAWS} draws of paragraphs, of each group as many words as the shortest has, seed {options.seed}",
            f"stop list {options.stop_list}",
        ),
        find_passages=lambda row: _passages(corpus, found, str(row["group"])),
        find_search=lambda row: "",
        find_remark=lambda row: _remark(corpus, document_id, str(row["group"])),
    )  # fmt: skip


def _reading(table: pd.DataFrame, styles: Styles, name: str) -> str:
    first, second = table.iloc[0], table.iloc[1]
    nearest = styles[first["group"]].label
    often = f"nearest in {first['nearest']:.0%} of the draws, then {styles[second['group']].label} ({second['nearest']:.0%})"
    told = {
        NEAREST: f"{name} is nearest to {nearest}: {often}.",
        CANNOT_TELL: f"Cannot tell: {name} would be nearest to {nearest}, but the intervals lie over each other ({often}).",
        STRANGE: f"Strange to all: the other texts have {first['known']:.0%} of the content words of {name}, and at least "
        f"{first['usual_known']:.0%} of each other’s.",
    }[first["verdict"]]
    also = f" They have {first['known']:.0%} of its content words, of each other’s at least {first['usual_known']:.0%}."
    return told + (also if first["verdict"] != STRANGE else f" The least strange is {nearest}.")


def _remark(corpus: Corpus, document_id: str, group: str) -> str:
    """The words and the set phrases that bring the text near to a group."""
    stops = stop_words(corpus.stop_list)
    words = belonging_words(corpus, document_id, group, n=8, stop_words=stops)["term"].tolist()
    by_words = f"Near by the words {listed(words)}." if words else "No word brings it near."
    shared = shared_ngram_types(corpus.select([document_id, group]), n=PHRASE)["term"]
    phrases = [phrase for phrase in shared if not stops.issuperset(phrase.split())][:3]
    return by_words + (f" Shared phrases: {listed([f'“{phrase}”' for phrase in phrases])}." if phrases else "")


def _passages(corpus: Corpus, found: pd.DataFrame, group: str) -> pd.DataFrame:
    """The nearest paragraphs of a group as lines to open them by."""
    here = found[found["other_document_id"] == group].head(12)
    rows = []
    for row in here.itertuples():
        rows.append(_line(corpus, group, int(row.other_paragraph), f"like ¶ {row.paragraph}, {row.cosine:.2f}"))
    return pd.DataFrame(rows, columns=[*PASSAGE_COLUMNS, "remark"])


def _line(corpus: Corpus, document_id: str, paragraph: int, remark: str) -> tuple:
    """A paragraph, counted in its text from 1, as a concordance line whose node is its first word."""
    stream, document = corpus.tokens, corpus.documents.index.get_loc(document_id)
    of_corpus = int(stream.document_of_paragraph.searchsorted(document)) + paragraph - 1
    first, last = int(stream.paragraph_starts[of_corpus]), int(stream.paragraph_starts[of_corpus + 1]) - 1
    text = corpus.text(document_id)
    start, end = int(stream.start[first]), int(stream.end_of(first))
    stop = text.find("\n", int(stream.end_of(last)) - 1)
    rest = text[end : stop if stop >= 0 else len(text)]
    return (document_id, paragraph, first, start, end, "", text[start:end], rest, remark)
