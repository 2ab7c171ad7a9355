"""The running tokens of a corpus, as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .read_ahead import read_ahead

# What is looked at at a time stays in the processor's own memory; fresh memory costs more than the counting.
STEP = 1 << 16


def locked(array: np.ndarray) -> np.ndarray:
    """The array, which nobody can change any more: a corpus is shared by everything that is shown of it."""
    array.setflags(write=False)
    return array


@dataclass(frozen=True, eq=False)
class TokenStream:
    """The running tokens of a corpus.

    form: id of each token's form in `Corpus.forms` (int32); start: its offset in the document's text (int32);
    letters: the length of each form (int32), from which the ends follow.
    document_starts, paragraph_starts, sentence_starts: the token at which each begins, with the total number of
    tokens as last entry (int64), so that `np.diff` gives their sizes in tokens.
    """

    form: np.ndarray
    start: np.ndarray
    letters: np.ndarray
    document_starts: np.ndarray
    paragraph_starts: np.ndarray
    sentence_starts: np.ndarray

    def __post_init__(self) -> None:
        for array in vars(self).values():
            locked(array)

    def __len__(self) -> int:
        return len(self.form)

    def expect(self, token: np.ndarray) -> None:
        """These tokens will be looked at: where they are on disk, all are fetched at once."""
        for array in (self.form, self.start):
            read_ahead(array, token)

    def end_of(self, token: np.ndarray | int) -> np.ndarray:
        """Where a token, or each of some, ends in the text of its document."""
        return self.start[token] + self.letters[self.form[token]]

    def paragraph_of(self, token: np.ndarray | int) -> np.ndarray:
        """The paragraph of a token, or of each of some, counted through the corpus."""
        return np.searchsorted(self.paragraph_starts, token, side="right") - 1

    def document_of(self, token: np.ndarray | int) -> np.ndarray:
        """The document of a token, or of each of some."""
        return np.searchsorted(self.document_starts, token, side="right") - 1

    def of_run(self, run: slice) -> TokenStream:
        """The tokens of a run of documents, which are not copied."""
        documents = self.document_starts[run.start : run.stop + 1]
        first, stop = int(documents[0]), int(documents[-1])
        inside = [
            starts[np.searchsorted(starts, first) : np.searchsorted(starts, stop, side="right")]
            for starts in (self.paragraph_starts, self.sentence_starts)
        ]
        return TokenStream(
            self.form[first:stop],
            self.start[first:stop],
            self.letters,
            *(each - first for each in (documents, *inside)),
        )

    def of_documents(self, chosen: np.ndarray) -> TokenStream:
        """The tokens of some documents alone, their forms numbered as before. chosen: a truth value a document."""
        by_paragraph = chosen[self.document_of_paragraph]
        parts = (
            (self.document_starts, chosen),
            (self.paragraph_starts, by_paragraph),
            (self.sentence_starts, by_paragraph[self.paragraph_of(self.sentence_starts[:-1])]),
        )
        tokens = np.repeat(chosen, np.diff(self.document_starts))
        starts = (np.concatenate([[0], np.cumsum(np.diff(starts)[kept])]) for starts, kept in parts)
        return TokenStream(self.form[tokens], self.start[tokens], self.letters, *starts)

    @cached_property
    def end(self) -> np.ndarray:
        """Where each token ends, of all: `end_of` takes no memory where only some are asked for."""
        return locked(self.end_of(slice(None)))

    @cached_property
    def paragraph(self) -> np.ndarray:
        """The paragraph of each token, of all: `paragraph_of` takes no memory where only some are asked for."""
        return locked(members(self.paragraph_starts))

    @cached_property
    def document_of_paragraph(self) -> np.ndarray:
        """The document each paragraph belongs to."""
        return locked(np.searchsorted(self.document_starts, self.paragraph_starts[:-1], side="right") - 1)


def members(starts: np.ndarray) -> np.ndarray:
    """Of each thing the number of the part it stands in (int32), where parts begin at `starts`, the last being the end."""
    return np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))


def steps(size: int) -> Iterator[slice]:
    """What is to be done for so many things, a step at a time."""
    return (slice(first, min(first + STEP, size)) for first in range(0, size, STEP))
