"""Whose words are these? Passages that stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right

import numpy as np

from .corpus import Corpus
from .hits import Hits
from .texts.blocks import Block

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
    paragraph = stream.paragraph_of(hits.position)
    spans: dict[int, list[tuple[int, int]]] = {}
    blocks: dict[str, tuple[list[int], tuple[Block, ...]]] = {}
    inside = np.zeros(len(hits), bool)
    for row, (number, start) in enumerate(zip(paragraph.tolist(), stream.start[hits.position].tolist(), strict=True)):
        if number not in spans:
            document_id = corpus.documents.index[stream.document_of_paragraph[number]]
            if document_id not in blocks:
                blocks[document_id] = corpus.block_starts(document_id), corpus.blocks(document_id)
            spans[number] = _spans_around(start, *blocks[document_id])
        inside[row] = any(low <= start < high for low, high in spans[number])
    return inside


def _spans_around(start: int, block_starts: list[int], blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    """The quoted passages of the block at an offset of the text, as offsets of the text."""
    block = bisect_right(block_starts, start) - 1
    first = block_starts[block]
    return [(first + low, first + high) for low, high in quotation_spans(blocks[block].text)]
