"""Whose words are these? Passages that stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from .hits import Hits
from .shards import Shard
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


def quoted(corpus: Shard, hits: Hits) -> np.ndarray:
    """Which hits begin inside quotation marks: another voice, or a term held at arm's length. A truth value a hit."""
    stream = corpus.tokens
    paragraph, start = stream.paragraph_of(hits.position), stream.start[hits.position]
    return quoted_in(corpus.blocks_at(stream.document_of(hits.position), start), paragraph, start)


def quoted_in(blocks: Iterable[tuple[int, Block]], paragraph: np.ndarray, start: np.ndarray) -> np.ndarray:
    """As `quoted`, for places whose blocks are at hand. blocks: of each place, with where it begins; paragraph, start:
    of each place the number of its block, and its offset in the text."""
    spans: dict[int, list[tuple[int, int]]] = {}
    inside = np.zeros(len(start), bool)
    places = zip(blocks, paragraph.tolist(), start.tolist(), strict=True)
    for row, ((first, block), number, place) in enumerate(places):
        if number not in spans:
            spans[number] = quotation_spans(block.text)
        inside[row] = any(low <= place - first < high for low, high in spans[number])
    return inside
