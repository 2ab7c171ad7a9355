"""Cutting the texts into passages that can be read, and judged, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from .corpus import Corpus
from .errors import require_at_least, require_one_of
from .result import from_rows

UNITS = {
    "run": "runs of whole sentences, about 60 to 110 words, never beyond a paragraph",
    "paragraph": "whole paragraphs",
}
# A paragraph of more words than the limit is cut into even parts of about so many.
LONGEST, _USUAL = 110, 85
_CUT_DTYPES = {
    "document": "int64", "paragraph": "int64", "first": "int64", "stop": "int64", "words": "int64", "low": "int64",
    "high": "int64",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Passages:
    """Passages in the order of the corpus, an entry a passage in each array.

    document, paragraph: where it stands, counted through the corpus; first, stop: its tokens, the last one left out;
    words: numbers left out; low, high: offsets of its beginning and end in the text of the document.
    """

    document: np.ndarray
    paragraph: np.ndarray
    first: np.ndarray
    stop: np.ndarray
    words: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def __len__(self) -> int:
        return len(self.document)

    def text(self, corpus: Corpus, number: int) -> str:
        """The words of one passage as the author wrote them."""
        document_id = corpus.documents.index[self.document[number]]
        return corpus.text(document_id)[self.low[number] : self.high[number]]


def cut_passages(corpus: Corpus, unit: Literal["run", "paragraph"] = "run", *, minimum_words: int = 20) -> Passages:
    """Which passages do the texts consist of?

    unit: a key of UNITS; minimum_words: shorter passages are left out, but a text without a longer one keeps its
    longest, so that each text with a word has a passage. OptionError for an unknown unit.
    """
    require_one_of("unit", unit, UNITS)
    require_at_least("minimum_words", minimum_words, 1)
    starts, document_of = corpus.tokens.paragraph_starts, corpus.tokens.document_of_paragraph
    rows = []
    for paragraph in np.flatnonzero(corpus.words_by_paragraph):
        edges = starts[paragraph : paragraph + 2] if unit == "paragraph" else _edges(corpus, int(paragraph))
        offsets = _offsets(corpus, int(document_of[paragraph]), edges)
        for (first, stop), (low, high) in zip(pairwise(edges.tolist()), offsets, strict=True):
            words = int(corpus.words.first_from([first, stop]) @ [-1, 1])
            rows.append((document_of[paragraph], paragraph, first, stop, words, low, high))
    table = from_rows(rows, _CUT_DTYPES)
    longest = table["words"].eq(table.groupby("document")["words"].transform("max"))
    has_long = table["words"].ge(minimum_words).groupby(table["document"]).transform("any")
    kept = table[table["words"].ge(minimum_words) | (longest & ~has_long.astype(bool))]
    return Passages(**{column: kept[column].to_numpy() for column in _CUT_DTYPES})


def _edges(corpus: Corpus, paragraph: int) -> np.ndarray:
    """The tokens at which the runs of one paragraph begin, and its end: whole sentences, cut as evenly as they allow."""
    start, end = corpus.tokens.paragraph_starts[paragraph : paragraph + 2]
    size = int(corpus.words_by_paragraph[paragraph])
    if size <= LONGEST:
        return np.array([start, end])
    sentences = corpus.tokens.sentence_starts
    inner = sentences[(sentences > start) & (sentences < end)]
    before = corpus.words.first_from(inner) - corpus.words.first_from(start)
    parts = max(round(size / _USUAL), 2)
    wanted = size * np.arange(1, parts) / parts
    cuts = {int(inner[np.abs(before - place).argmin()]) for place in wanted} if len(inner) else set()
    return np.array([start, *sorted(cuts), end])


def _offsets(corpus: Corpus, document: int, edges: np.ndarray) -> list[tuple[int, int]]:
    """Where the runs between these tokens begin and end in the text: quotation marks and full stops go with them."""
    text, stream = corpus.text(corpus.documents.index[document]), corpus.tokens
    begin = text.rfind("\n", 0, int(stream.start[edges[0]])) + 1
    end = text.find("\n", int(stream.end_of(edges[-1] - 1)))
    places = [begin]
    for token in edges[1:-1]:
        after, before = int(stream.end_of(token - 1)), int(stream.start[token])
        gap = max(text.rfind(space, after, before) for space in " \t\u00a0")
        places.append(before if gap < 0 else gap + 1)
    places.append(len(text) if end < 0 else end)
    return [(low, low + len(text[low:high].rstrip())) for low, high in pairwise(places)]
