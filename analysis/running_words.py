"""The words of a corpus in running order: what windows and sequences run over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .stream import TokenStream, locked, members, steps


@dataclass(frozen=True, eq=False)
class RunningWords:
    """The tokens of a stream without its numbers, counted from 0.

    term_of_form: id of each form's term in `Corpus.terms`; numbers: the tokens that are left out, in order.
    """

    stream: TokenStream
    term_of_form: np.ndarray
    numbers: np.ndarray

    def __len__(self) -> int:
        return len(self.stream) - len(self.numbers)

    @cached_property
    def term(self) -> np.ndarray:
        """The term of each word (int32)."""
        term, stop = np.empty(len(self), np.int32), 0
        for step in steps(len(self.stream)):
            left_out = self.numbers[slice(*np.searchsorted(self.numbers, (step.start, step.stop)))] - step.start
            found = self.term_of_form.take(self.stream.form[step])
            if len(left_out):
                found = np.delete(found, left_out)
            start, stop = stop, stop + len(found)
            term[start:stop] = found
        return locked(term)

    def first_from(self, token: np.ndarray | int) -> np.ndarray:
        """The first word from a token of the stream on, or from each of some."""
        return token - np.searchsorted(self.numbers, token)

    def token_of(self, word: np.ndarray) -> np.ndarray:
        """The token of the stream that each of some words is."""
        # A number comes before all words of which there are more than stand before it.
        return word + np.searchsorted(self.numbers - np.arange(len(self.numbers)), word, side="right")

    @cached_property
    def paragraph_starts(self) -> np.ndarray:
        """The word at which each paragraph begins, with the number of words last."""
        return locked(self.first_from(self.stream.paragraph_starts))

    @cached_property
    def document_starts(self) -> np.ndarray:
        """The word at which each document begins, with the number of words last."""
        return locked(self.first_from(self.stream.document_starts))

    @cached_property
    def paragraph(self) -> np.ndarray:
        """The paragraph of each word, counted through the corpus."""
        return locked(members(self.paragraph_starts))

    @cached_property
    def document(self) -> np.ndarray:
        """The document of each word."""
        return locked(members(self.document_starts))
