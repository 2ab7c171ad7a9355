"""A text as blocks of pieces for the reading page: plain words, hits, note marks."""

from __future__ import annotations

from collections.abc import Iterable

from analysis import Corpus, concordance
from analysis.texts.blocks import Block

from .exhibits.terms import named_queries

Span = tuple[int, int]


def hits_in(corpus: Corpus, document_id: str, terms: str) -> list[Span]:
    """Offsets of all hits of the searches, parted by commas, in a text. Errors as in `named_queries`."""
    if not terms.strip():
        return []
    spans: list[Span] = []
    for query in named_queries(terms).values():
        lines = concordance(corpus, query, context=0)
        here = lines[lines["document_id"] == document_id]
        spans += zip(here["start"].tolist(), here["end"].tolist(), strict=True)
    return spans


def reading_blocks(corpus: Corpus, document_id: str, hits: Iterable[Span], at: int | None) -> list[dict[str, object]]:
    """Every block of a text with its role, cut into pieces.

    hits: offsets to mark; at: the offset the reader wants to see. A piece is (kind, words) with kind "plain", "hit",
    "here" (the hit asked for) or "note" (a note mark).
    """
    hits = merged(hits)
    blocks, number = [], 0
    for block, start in zip(corpus.blocks(document_id), corpus.block_starts(document_id), strict=True):
        end = start + len(block.text)
        counted = block.role in corpus.roles
        number += counted
        blocks.append(
            {
                "role": block.role,
                "level": block.level,
                "number": number if counted else None,
                "target": at is not None and start <= at < end,
                "pieces": _pieces(
                    block,
                    [(a - start, b - start) for a, b in hits if start <= a < end],
                    None if at is None else at - start,
                ),
            }
        )
    return blocks


def merged(hits: Iterable[Span]) -> list[Span]:
    """Hits in order, overlapping ones made one."""
    found: list[Span] = []
    for start, end in sorted(hits):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _pieces(block: Block, hits: list[Span], at: int | None) -> list[tuple[str, str]]:
    """The words of one block, cut at hits and note marks."""
    marks = {offset: [] for offset, _ in block.marks}
    for offset, label in block.marks:
        marks[offset].append(label)
    inside = {
        place: "here" if at is not None and start <= at < end else "hit"
        for start, end in hits
        for place in range(start, end)
    }
    edges = sorted({0, len(block.text), *marks, *(edge for span in hits for edge in span)})
    pieces = [("note", block.label)] if block.label else []
    for start, end in zip(edges, [*edges[1:], len(block.text)], strict=True):
        pieces += [("note", label) for label in marks.get(start, [])]
        if end > start:
            pieces.append((inside.get(start, "plain"), block.text[start:end]))
    return pieces
