"""2×2 tables: a group against all the others, two words against each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Cells:
    """The four cells of many 2×2 tables, arrays of one shape.

    Keyness: o11, o12 = the term in target and reference; o21, o22 = all other words of target and reference.
    Collocation: o11 = both, o12 = node without collocate, o21 = collocate without node, o22 = neither.
    """

    o11: np.ndarray
    o12: np.ndarray
    o21: np.ndarray
    o22: np.ndarray

    def __iter__(self):  # noqa: ANN204 -- so that the cells can be handed on as *cells
        return iter((self.o11, self.o12, self.o21, self.o22))

    @property
    def transposed(self) -> Cells:
        """Rows for columns: of a collocation, the collocate near the node (o11) and elsewhere (o12)."""
        return Cells(self.o11, self.o21, self.o12, self.o22)


def group_against_rest(counts: np.ndarray, words: np.ndarray, group: int) -> Cells:
    """Cells of one group as target and all other groups together as reference, for every term.

    counts: groups × terms; words: words of each group.
    """
    target = counts[group].astype(float)
    reference = counts.sum(axis=0) - target
    return Cells(target, reference, words[group] - target, words.sum() - words[group] - reference)


def pair_cells(both: np.ndarray, first: np.ndarray, second: np.ndarray, pairs: float) -> Cells:
    """Cells of pairs of words: how many pairs are both, have the first, have the second, are there at all."""
    both, first, second = (np.asarray(count, float) for count in (both, first, second))
    return Cells(both, first - both, second - both, pairs - first - second + both)
