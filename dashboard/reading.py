"""A text as blocks of pieces for the reading page: plain words, hits, note marks."""

from __future__ import annotations

from analysis import Corpus, concordance
from analysis.texts.blocks import Block

from .exhibits.terms import named_queries

Span = tuple[int, int]


def reading_blocks(corpus: Corpus, document_id: str, terms: str, at: int | None) -> tuple[list[dict[str, object]], int]:
    """Every block of a text with its role, cut into pieces, and the number of hits.

    terms: searches parted by commas, or nothing; at: the offset the reader wants to see. A piece is (kind, words) with
    kind "plain", "hit", "here" (the hit asked for) or "note" (a note mark). Errors as in `named_queries`.
    """
    hits = _hits(corpus, document_id, terms)
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
    return blocks, len(hits)


def _hits(corpus: Corpus, document_id: str, terms: str) -> list[Span]:
    """Offsets of all hits in the text, overlaps merged."""
    if not terms.strip():
        return []
    spans: list[Span] = []
    for query in named_queries(terms).values():
        lines = concordance(corpus, query, context=0)
        here = lines[lines["document_id"] == document_id]
        spans += zip(here["start"].tolist(), here["end"].tolist(), strict=True)
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


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
