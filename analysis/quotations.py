"""Whose words are these? Passages that stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right

import numpy as np

from .corpus import Corpus
from .query import Hits

# Marks whose two sides differ. A single ’ closes only where no letter follows, or it would be an apostrophe.
_PAIRS = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|「[^「」]*」|『[^『』]*』|‘[^‘]*?’(?!\w)")
# Of the straight mark only the place tells the sides apart.
_OPENING = re.compile(r'(?:^|(?<=[\s(\[—–]))"(?=\S)')
_STRAIGHT = re.compile('"')


def quotation_spans(paragraph: str) -> list[tuple[int, int]]:
    """Start and end of every passage in quotation marks, the marks included, in order.

    A mark that opens and is not closed before the next one opens, or before the paragraph ends, quotes nothing.
    """
    spans = [match.span() for match in _PAIRS.finditer(paragraph)]
    opening = {match.start() for match in _OPENING.finditer(paragraph)}
    opened = None
    for match in _STRAIGHT.finditer(paragraph):
        if match.start() in opening:
            opened = match.start()
        elif opened is not None:
            spans.append((opened, match.end()))
            opened = None
    return sorted(spans)


def quoted(corpus: Corpus, hits: Hits) -> np.ndarray:
    """Which hits begin inside quotation marks: another voice, or a term held at arm's length. A truth value a hit."""
    stream = corpus.tokens
    document = stream.document_of_paragraph[stream.paragraph[hits.position]]
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    inside = np.zeros(len(hits), bool)
    for row, (number, start) in enumerate(zip(document.tolist(), stream.start[hits.position].tolist(), strict=True)):
        document_id = corpus.documents.index[number]
        starts = corpus.block_starts(document_id)
        block = bisect_right(starts, start) - 1
        if (number, block) not in spans:
            spans[number, block] = quotation_spans(corpus.blocks(document_id)[block].text)
        inside[row] = any(low <= start - starts[block] < high for low, high in spans[number, block])
    return inside
