"""The units that are counted, and how often each part of a corpus has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .metadata import Groups
from .stream import locked

if TYPE_CHECKING:
    from scipy.sparse import csr_array


# Counts by group are kept for so many ways to group.
_KEPT = 4


class Counted:
    """Counts by document, from which those of any groups follow."""

    @property
    def by_document(self) -> csr_array:
        """Documents × what is counted."""
        raise NotImplementedError

    def by_group(self, groups: Groups) -> csr_array:
        """Groups × what is counted."""
        if groups.by == "document_id":
            return self.by_document
        kept = self.__dict__.setdefault("_by_group", {})
        key = (len(groups), groups.of_document.tobytes())
        if key not in kept:
            kept[key] = membership(groups.of_document, len(groups)) @ self.by_document
            # In order, a cell is found at once.
            kept[key].sort_indices()
            for oldest in list(kept)[:-_KEPT]:
                kept.pop(oldest, None)
        return kept[key]


def membership(group: np.ndarray, n_groups: int) -> csr_array:
    """Groups × rows: 1 where the row belongs to the group, so that a product with it sums the rows of each group."""
    from scipy.sparse import csr_array

    member = (np.ones(len(group), np.int64), (group, np.arange(len(group))))
    return csr_array(member, shape=(n_groups, len(group)))


def values_at(matrix: csr_array, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The values of some cells of a sparse matrix whose columns stand in order; scipy looks through whole rows."""
    values = np.zeros(len(rows), matrix.dtype)
    for row in np.unique(rows).tolist():
        cells, asked = slice(*matrix.indptr[row : row + 2]), np.flatnonzero(rows == row)
        known, wanted = matrix.indices[cells], columns[asked].astype(matrix.indices.dtype)
        place = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
        if len(known):
            values[asked] = np.where(known[place] == wanted, matrix.data[cells][place], 0)
    return values


@dataclass(frozen=True, eq=False)
class Units(Counted):
    """Every distinct unit of a corpus, in alphabetical order word by word.

    terms: units × n, the ids of their words in `Corpus.terms`; unit: which unit stands at each place, in running order;
    paragraph_starts, document_starts: the place at which each begins, with the number of places last.
    """

    terms: np.ndarray
    unit: np.ndarray
    paragraph_starts: np.ndarray
    document_starts: np.ndarray
    lexicon: np.ndarray

    @cached_property
    def counts(self) -> csr_array:
        """Counts of every unit in every paragraph: paragraphs × units."""
        return self._counted(self.paragraph_starts)

    @cached_property
    def by_document(self) -> csr_array:
        """Counts of every unit in every document: documents × units."""
        return self._counted(self.document_starts)

    @cached_property
    def totals(self) -> np.ndarray:
        """Counts of every unit in the corpus."""
        return np.bincount(self.unit, minlength=len(self))

    @cached_property
    def document_frequency(self) -> np.ndarray:
        """In how many documents each unit stands."""
        return np.bincount(self.by_document.indices, minlength=len(self))

    def _counted(self, starts: np.ndarray) -> csr_array:
        from scipy.sparse import csr_array

        size = np.int32 if len(self.unit) < 2**31 else np.int64
        cells = (np.ones(len(self.unit), np.int32), self.unit.astype(np.int32), starts.astype(size))
        # Turned over, equal units of a part stand side by side: a counting sort, where scipy would compare them.
        matrix = csr_array(cells, shape=(len(starts) - 1, len(self))).tocsc()
        matrix.sum_duplicates()
        matrix = matrix.tocsr().astype(np.int64)
        for array in (matrix.data, matrix.indices, matrix.indptr):
            locked(array)
        return matrix

    def __len__(self) -> int:
        return len(self.terms)

    def names(self, chosen: np.ndarray) -> np.ndarray:
        """The units of these numbers (or truth values) in letters: `trust deficit`."""
        words = self.lexicon[self.terms[chosen]]
        return words[:, 0] if words.shape[1] == 1 else np.array([" ".join(each) for each in words], dtype=object)

    def content(self, content: np.ndarray) -> np.ndarray:
        """Which units neither begin nor end with a term that is not content (a truth value a term): likewise a unit."""
        return content[self.terms[:, 0]] & content[self.terms[:, -1]]
