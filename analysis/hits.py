"""Places that a search found, and how those of several searches become one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_FIELDS = ("position", "length", "sequence")


@dataclass(frozen=True, eq=False)
class Hits:
    """Where a query stands, in running order.

    position: first token of each hit in the stream; length: its tokens; sequence: which of the query's it is.
    """

    position: np.ndarray
    length: np.ndarray
    sequence: np.ndarray

    def __len__(self) -> int:
        return len(self.position)

    def take(self, rows: np.ndarray | slice) -> Hits:
        """The hits of these numbers (or truth values)."""
        return Hits(self.position[rows], self.length[rows], self.sequence[rows])

    def without(self, cancelling: Hits) -> Hits:
        """Those that overlap none of the cancelling ones. Both are in order and free of overlaps among themselves."""
        if not len(cancelling):
            return self
        # So the last one that begins before a hit's end decides.
        last = np.searchsorted(cancelling.position, self.position + self.length) - 1
        ends = cancelling.position[last] + cancelling.length[last]
        return self.take((last < 0) | (ends <= self.position))


def together(parts: Sequence[Hits]) -> Hits:
    """Hits of several lists, one after the other."""
    return Hits(*(np.concatenate([getattr(hits, name) for hits in parts]) for name in _FIELDS))


def longest(found: Sequence[Hits]) -> Hits:
    """Hits of several sequences as one list: from left to right, the longest at each place, none inside another."""
    hits = together(found)
    if (np.diff(hits.position) <= 0).any():
        hits = hits.take(np.lexsort((-hits.length, hits.position)))
    if not len(hits):
        return hits
    # Hits that meet no other are kept as they are; only within a crowd it is decided one by one.
    reached = np.maximum.accumulate(hits.position + hits.length)
    begins = np.append(True, hits.position[1:] >= reached[:-1])
    if begins.all():
        return hits
    kept = np.zeros(len(hits), bool)
    crowd = np.flatnonzero(~begins | np.append(~begins[1:], False))
    kept[begins & np.append(begins[1:], True)] = True
    end = -1
    for row, first, size in zip(
        crowd.tolist(), hits.position[crowd].tolist(), hits.length[crowd].tolist(), strict=True
    ):
        if first >= end:
            kept[row] = True
            end = first + size
    return hits.take(kept)
