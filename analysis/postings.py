"""Where each form of a lexicon stands: an inverted index of the stream."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .form_set import FormSet
from .read_ahead import read_ahead, read_run_ahead, scattered


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
            return sum(end - begin for begin, end in self._runs(chosen))
        return int((self.starts[chosen.ids + 1] - self.starts[chosen.ids]).sum())

    def of_forms(self, chosen: FormSet) -> np.ndarray:
        """The tokens that are of these forms, in running order."""
        runs = self._runs(chosen)
        if not runs:
            return np.zeros(0, np.int64)
        for run in runs:
            read_run_ahead(self.position, *run)
        parts = [self.position[begin:end] for begin, end in runs]
        together = np.concatenate(parts).astype(np.int64) - self.first
        # Each part is in order already, which this sort makes use of.
        return together if len(parts) == 1 else np.sort(together, kind="stable")

    def _runs(self, chosen: FormSet) -> list[tuple[int, int]]:
        """Where the tokens of each form stand in `position`: the first, and the one after the last."""
        begins, ends = self.starts[chosen.ids], self.starts[chosen.ids + 1]
        runs = list(zip(begins.tolist(), ends.tolist(), strict=True))
        if self.stop is None:
            return runs
        # In the type of the positions, or numpy would turn all of them into that of the bounds.
        bounds = np.array([self.first, self.stop], self.position.dtype)
        # Most forms stand on one page.
        read_ahead(self.position, begins)
        with scattered(self.position):
            inside = [np.searchsorted(self.position[begin:end], bounds).tolist() for begin, end in runs]
        return [(begin + first, begin + stop) for (begin, _), (first, stop) in zip(runs, inside, strict=True)]
