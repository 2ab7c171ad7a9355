"""Where each form of a lexicon stands: an inverted index of the stream."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np


@dataclass(frozen=True, eq=False)
class Postings:
    """position: the tokens of the stream, those of the first form first, each form's in running order; starts: where
    those of each form begin, with the number of tokens last."""

    position: np.ndarray
    starts: np.ndarray

    @classmethod
    def of(cls, form: np.ndarray, n_forms: int) -> Postings:
        """The postings of a stream: a counting sort, as scipy turns a table of rows into one of columns."""
        from scipy.sparse import csr_array

        size = len(form)
        cells = (np.ones(size, np.int8), form, np.arange(size + 1, dtype=np.int32 if size < 2**31 else np.int64))
        columns = csr_array(cells, shape=(size, n_forms)).tocsc()
        return cls(columns.indices, columns.indptr.astype(np.int64))

    def count(self, chosen: np.ndarray) -> int:
        """How many tokens are of these forms (a truth value a form)."""
        return int(self._counts[chosen].sum())

    @cached_property
    def _counts(self) -> np.ndarray:
        return np.diff(self.starts)

    def of_forms(self, chosen: np.ndarray) -> np.ndarray:
        """The tokens that are of these forms (a truth value a form), in running order."""
        forms = np.flatnonzero(chosen)
        bounds = zip(self.starts[forms].tolist(), self.starts[forms + 1].tolist(), strict=True)
        parts = [self.position[begin:end] for begin, end in bounds]
        if not parts:
            return np.zeros(0, np.int64)
        together = np.concatenate(parts).astype(np.int64)
        return together if len(parts) == 1 else np.sort(together)
