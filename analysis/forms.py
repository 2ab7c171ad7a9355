"""The lexicon of a corpus: every distinct form once, and what is counted for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from .errors import OptionError
from .form_set import FormSet
from .stream import locked
from .tokens import Tokenization, is_number


@dataclass(frozen=True, eq=False)
class Forms:
    """Every distinct form, and its term.

    written: the forms, sorted; terms: what is counted, sorted; term_of_form: the term of each form (int32); is_word:
    which terms are no numbers.
    """

    written: np.ndarray
    terms: np.ndarray
    term_of_form: np.ndarray
    is_word: np.ndarray

    def __post_init__(self) -> None:
        for array in vars(self).values():
            locked(array)

    @classmethod
    def of(cls, written: np.ndarray, tokenization: Tokenization) -> Forms:
        """The terms of forms that are sorted already."""
        folded = tokenization.terms(written)
        # The forms are in order, so their terms nearly are, which sorting makes use of.
        terms = sorted(dict.fromkeys(folded))
        numbers = {term: number for number, term in enumerate(terms)}
        return cls(
            written,
            np.array(terms, dtype=object),
            np.fromiter(map(numbers.__getitem__, folded), np.int32, len(folded)),
            ~np.fromiter(map(is_number, terms), bool, len(terms)),
        )

    @property
    def numbers(self) -> FormSet:
        """The forms that are no words."""
        return FormSet(np.flatnonzero(~self.is_word[self.term_of_form]), len(self.written))

    def some(self, used: np.ndarray) -> Forms:
        """Those of a truth value a form, numbered anew, with their terms."""
        terms_used = np.zeros(len(self.terms), bool)
        terms_used[self.term_of_form[used]] = True
        number = np.cumsum(terms_used, dtype=np.int32) - 1
        return Forms(
            self.written[used], self.terms[terms_used], number[self.term_of_form[used]], self.is_word[terms_used]
        )

    def content_words(self, stop_words: Collection[str] = ()) -> np.ndarray:
        """Which terms are words and on no stop list, in whatever case: a truth value a term."""
        if isinstance(stop_words, str):
            raise OptionError(f"stop_words must be a list of words; not the single text {stop_words!r}.")
        stopped = frozenset(word.lower() for word in stop_words)
        if not stopped:
            return self.is_word
        return self.is_word & np.array([term.lower() not in stopped for term in self.terms], bool)
