"""Where each form of a lexicon stands: an inverted index of the stream."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .form_set import FormSet


@dataclass(frozen=True, eq=False)
class Postings:
    """position: the tokens of the stream, those of the first form first, each form's in running order; starts: where
    those of each form begin, with the number of tokens last. first, stop: only the tokens of this run are meant, and
    counted from its first."""

    position: np.ndarray
    starts: np.ndarray
    first: int = 0
    stop: int | None = None

    @classmethod
    def of(cls, form: np.ndarray, n_forms: int) -> Postings:
        """The postings of a stream: a counting sort, as scipy turns a table of rows into one of columns."""
        from scipy.sparse import csr_array

        size = len(form)
        cells = (np.ones(size, np.int8), form, np.arange(size + 1, dtype=np.int32 if size < 2**31 else np.int64))
        columns = csr_array(cells, shape=(size, n_forms)).tocsc()
        return cls(columns.indices, columns.indptr.astype(np.int64))

    def between(self, first: int, stop: int) -> Postings:
        """The postings of a run of tokens."""
        return Postings(self.position, self.starts, self.first + first, self.first + stop)

    def count(self, chosen: FormSet) -> int:
        """How many tokens are of these forms."""
        if self.stop is not None:
            return sum(map(len, self._parts(chosen)))
        return int((self.starts[chosen.ids + 1] - self.starts[chosen.ids]).sum())

    def of_forms(self, chosen: FormSet) -> np.ndarray:
        """The tokens that are of these forms, in running order."""
        parts = self._parts(chosen)
        if not parts:
            return np.zeros(0, np.int64)
        together = np.concatenate(parts).astype(np.int64) - self.first
        # Each part is in order already, which this sort makes use of.
        return together if len(parts) == 1 else np.sort(together, kind="stable")

    def _parts(self, chosen: FormSet) -> list[np.ndarray]:
        """The tokens of each form."""
        bounds = zip(self.starts[chosen.ids].tolist(), self.starts[chosen.ids + 1].tolist(), strict=True)
        parts = [self.position[begin:end] for begin, end in bounds]
        if self.stop is None:
            return parts
        # In the type of the positions, or numpy would turn all of them into that of the bounds.
        run = np.array([self.first, self.stop], self.position.dtype)
        return [part[slice(*np.searchsorted(part, run))] for part in parts]
