"""Whose words are these? Passages that stand in quotation marks."""

from __future__ import annotations

import re

import numpy as np

from .corpus import Corpus
from .hits import Hits

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
    if '"' not in paragraph:
        return spans
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
    paragraph = stream.paragraph_of(hits.position)
    spans: dict[int, list[tuple[int, int]]] = {}
    inside = np.zeros(len(hits), bool)
    for row, (number, start) in enumerate(zip(paragraph.tolist(), stream.start[hits.position].tolist(), strict=True)):
        if number not in spans:
            document_id = corpus.documents.index[stream.document_of_paragraph[number]]
            first, block = corpus.block_at(document_id, start)
            spans[number] = [(first + low, first + high) for low, high in quotation_spans(block.text)]
        inside[row] = any(low <= start < high for low, high in spans[number])
    return inside
