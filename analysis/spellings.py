"""The forms of a lexicon as a search compares them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .tokens import Tokenization


@dataclass(frozen=True, eq=False)
class Spellings:
    """The forms of a lexicon: as written (China's) and as counted (China).

    strings: every spelling once, sorted; written, counted: for each form, the position of its spelling in `strings`.
    """

    strings: list[str]
    written: np.ndarray
    counted: np.ndarray

    @classmethod
    def of(cls, forms: np.ndarray, tokenization: Tokenization) -> Spellings:
        """The spellings of these forms, in lower case unless the tokenisation keeps case."""
        written, counted = tokenization.folds(forms), tokenization.terms(forms)
        strings = sorted(dict.fromkeys([*counted, *written]))
        place = {spelling: number for number, spelling in enumerate(strings)}
        return cls(
            strings,
            *(np.fromiter(map(place.__getitem__, each), np.int64, len(each)) for each in (written, counted)),
        )

    def matching(self, matches: Callable[[str], object], piece: str = "") -> np.ndarray:
        """Which forms have a spelling that `matches`: a truth value a form. piece: letters that all of those have."""
        found = np.zeros(len(self.strings), bool)
        for number in self._containing(piece) if piece else range(len(self.strings)):
            found[number] = bool(matches(self.strings[number]))
        return found[self.written] | found[self.counted]

    def of_spelling(self, spelling: str) -> np.ndarray:
        """Which forms are spelled just so: a truth value a form."""
        place = bisect_left(self.strings, spelling)
        if self.strings[place : place + 1] != [spelling]:
            return np.zeros(len(self.written), bool)
        return (self.written == place) | (self.counted == place)

    def _containing(self, piece: str) -> Iterable[int]:
        """The spellings with these letters: a lexicon is searched as one text."""
        lines, begins = self._lines
        places, place = [], lines.find(piece)
        while place >= 0:
            places.append(place)
            place = lines.find(piece, place + 1)
        return np.unique(np.searchsorted(begins, np.array(places, np.int64), side="right") - 1).tolist()

    @cached_property
    def _lines(self) -> tuple[str, np.ndarray]:
        """All spellings, a line each, and where each line begins."""
        sizes = np.fromiter(map(len, self.strings), np.int64, len(self.strings)) + 1
        return "\n".join(self.strings), np.cumsum(sizes) - sizes
