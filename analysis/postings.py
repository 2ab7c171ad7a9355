"""Where each form of a lexicon stands: an inverted index of the stream."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .form_set import FormSet


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

    def count(self, chosen: FormSet) -> int:
        """How many tokens are of these forms."""
        return int((self.starts[chosen.ids + 1] - self.starts[chosen.ids]).sum())

    def of_forms(self, chosen: FormSet) -> np.ndarray:
        """The tokens that are of these forms, in running order."""
        bounds = zip(self.starts[chosen.ids].tolist(), self.starts[chosen.ids + 1].tolist(), strict=True)
        parts = [self.position[begin:end] for begin, end in bounds]
        if not parts:
            return np.zeros(0, np.int64)
        together = np.concatenate(parts).astype(np.int64)
        # Each part is in order already, which this sort makes use of.
        return together if len(parts) == 1 else np.sort(together, kind="stable")
