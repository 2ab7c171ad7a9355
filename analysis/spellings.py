"""The forms of a lexicon as a search compares them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from .form_set import FormSet
from .tokens import Tokenization

_HYPHEN, _APOSTROPHE = b"-'"
# What stands before and after a part of a compound.
_EDGES = b"-'\n"


@dataclass(frozen=True, eq=False)
class Spellings:
    """The forms of a lexicon: as written (China's) and as counted (China).

    lines: every spelling once, sorted, each between two line breaks, in UTF-8: a lexicon is searched as one text; begins:
    where each begins there, with the end last; written, counted: for each form, the number of its spelling (int32).
    """

    lines: bytes
    begins: np.ndarray
    written: np.ndarray
    counted: np.ndarray

    @classmethod
    def of(cls, forms: np.ndarray, tokenization: Tokenization) -> Spellings:
        """The spellings of these forms, in lower case unless the tokenisation keeps case."""
        written, counted = tokenization.folds(forms), tokenization.terms(forms)
        strings = sorted(dict.fromkeys([*counted, *written]))
        place = {spelling: number for number, spelling in enumerate(strings)}
        encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
        return cls(
            b"\n" + b"".join(line + b"\n" for line in encoded),
            1 + np.cumsum([0, *(len(line) + 1 for line in encoded)]),
            *(np.fromiter(map(place.__getitem__, each), np.int32, len(each)) for each in (written, counted)),
        )

    @classmethod
    def folded(cls, forms: np.ndarray, tokenization: Tokenization) -> Spellings:
        """The spellings that a search in any case compares."""
        return cls.of(forms, replace(tokenization, case="fold"))

    def matching(self, matches: Callable[[str], object], piece: str = "") -> FormSet:
        """The forms that have a spelling that `matches`. piece: letters that all of those have."""
        numbers = self._containing(piece) if piece else range(self._size)
        return self._forms([number for number in numbers if matches(self._spelling(number))])

    def of_spelling(self, spelling: str, *, compounds: bool = False) -> FormSet:
        """The forms that are spelled just so, or have it among the parts of a compound."""
        line = spelling.encode("utf-8", "surrogatepass")
        place = bisect_left(range(self._size), line, key=self._line)
        found = [place] if place < self._size and self._line(place) == line else []
        if compounds:
            lines, numbers = self._compounds
            places = [
                place
                for place in _places(line, lines)
                if lines[place - 1] in _EDGES and lines[place + len(line)] in _EDGES
            ]
            found += numbers[np.searchsorted(self._compound_begins, places, side="right") - 1].tolist()
        return self._forms(found)

    def _forms(self, numbers: list[int]) -> FormSet:
        """The forms that are written or counted as one of these spellings."""
        spelled = FormSet(np.array(numbers, np.int64), self._size)
        return FormSet(np.flatnonzero(spelled.has(self.written) | spelled.has(self.counted)), len(self.written))

    @property
    def _size(self) -> int:
        return len(self.begins) - 1

    def _line(self, number: int) -> bytes:
        return self.lines[self.begins[number] : self.begins[number + 1] - 1]

    def _spelling(self, number: int) -> str:
        return self._line(number).decode("utf-8", "surrogatepass")

    def _containing(self, piece: str) -> Iterable[int]:
        """The spellings with these letters."""
        places = _places(piece.encode("utf-8", "surrogatepass"), self.lines)
        return np.unique(np.searchsorted(self.begins, np.array(places, np.int64), side="right") - 1).tolist()

    @cached_property
    def _compounds(self) -> tuple[bytes, np.ndarray]:
        """The spellings with a hyphen or an apostrophe, as `lines`, and their numbers."""
        letters = np.frombuffer(self.lines, np.uint8)
        places = np.flatnonzero((letters == _HYPHEN) | (letters == _APOSTROPHE))
        numbers = np.unique(np.searchsorted(self.begins, places, side="right") - 1)
        bounds = zip(self.begins[numbers].tolist(), self.begins[numbers + 1].tolist(), strict=True)
        return b"\n" + b"".join(self.lines[begin:end] for begin, end in bounds), numbers

    @cached_property
    def _compound_begins(self) -> np.ndarray:
        numbers = self._compounds[1]
        sizes = self.begins[numbers + 1] - self.begins[numbers]
        return 1 + np.cumsum(sizes) - sizes


def _places(letters: bytes, lines: bytes) -> list[int]:
    """Everywhere these letters stand, not at the very end."""
    places, place = [], lines.find(letters)
    while 0 <= place < len(lines) - len(letters):
        places.append(place)
        place = lines.find(letters, place + 1)
    return places
