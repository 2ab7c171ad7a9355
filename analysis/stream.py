"""The running tokens of a corpus, as arrays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .tokens import Tokenization


def locked(array: np.ndarray) -> np.ndarray:
    """The array, which nobody can change any more: a corpus is shared by everything that is shown of it."""
    array.setflags(write=False)
    return array


@dataclass(frozen=True, eq=False)
class TokenStream:
    """The running tokens of a corpus.

    form: id of each token's form in `Corpus.forms` (int32); start, end: its offsets in the document's text (int32).
    document_starts, paragraph_starts, sentence_starts: the token at which each begins, with the total number of
    tokens as last entry (int64), so that `np.diff` gives their sizes in tokens.
    """

    form: np.ndarray
    start: np.ndarray
    end: np.ndarray
    document_starts: np.ndarray
    paragraph_starts: np.ndarray
    sentence_starts: np.ndarray

    def __post_init__(self) -> None:
        for array in vars(self).values():
            locked(array)

    def __len__(self) -> int:
        return len(self.form)

    @cached_property
    def paragraph(self) -> np.ndarray:
        """The paragraph each token stands in, counted through the corpus."""
        return locked(np.repeat(np.arange(len(self.paragraph_starts) - 1), np.diff(self.paragraph_starts)))

    @cached_property
    def document_of_paragraph(self) -> np.ndarray:
        """The document each paragraph belongs to."""
        return locked(np.searchsorted(self.document_starts, self.paragraph_starts[:-1], side="right") - 1)


@dataclass(frozen=True, eq=False)
class RunningWords:
    """The words of a corpus in running order, numbers left out: what windows and n-grams run over.

    term: id of each word in `Corpus.terms`; position: its token in the stream; paragraph, document: where it
    stands, counted through the corpus; paragraph_starts: the word at which each paragraph begins, with the number of
    words last.
    """

    term: np.ndarray
    position: np.ndarray
    paragraph: np.ndarray
    document: np.ndarray
    paragraph_starts: np.ndarray

    def __post_init__(self) -> None:
        for array in vars(self).values():
            locked(array)

    def __len__(self) -> int:
        return len(self.term)


@dataclass(frozen=True, eq=False)
class Spellings:
    """The forms of a lexicon as a search compares them: as written (China's) and as counted (China).

    strings: every spelling once; written, counted: for each form, the position of its spelling in `strings`.
    """

    strings: list[str]
    written: np.ndarray
    counted: np.ndarray

    @classmethod
    def of(cls, forms: np.ndarray, tokenization: Tokenization) -> Spellings:
        """The spellings of these forms, in lower case unless the tokenisation keeps case."""
        written, counted = tokenization.folds(forms), tokenization.terms(forms)
        strings = sorted({*written, *counted})
        place = {spelling: number for number, spelling in enumerate(strings)}
        return cls(
            strings, *(np.array([place[spelling] for spelling in each], np.int64) for each in (written, counted))
        )

    def matching(self, matches: Callable[[str], object]) -> np.ndarray:
        """Which forms have a spelling that `matches`: a truth value a form."""
        found = np.array([bool(matches(spelling)) for spelling in self.strings], bool)
        return found[self.written] | found[self.counted]

    def of_spelling(self, spelling: str) -> np.ndarray:
        """Which forms are spelled just so: a truth value a form."""
        place = bisect_left(self.strings, spelling)
        if self.strings[place : place + 1] != [spelling]:
            return np.zeros(len(self.written), bool)
        return (self.written == place) | (self.counted == place)
