"""Where a sequence of words stands. A run of Chinese characters is found whichever way it is parted into words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .contents import Contents
from .form_set import FormSet
from .hits import Hits
from .read_ahead import read_ahead
from .scripts import HAN, marks
from .spellings import Spellings
from .stream import TokenStream


@dataclass(frozen=True, eq=False)
class Run:
    """Characters that stand together.

    pieces: for each place in the run, which forms of the corpus go on from there, and the place that each leads to.
    """

    pieces: tuple[tuple[tuple[FormSet, int], ...], ...]


def han_parts(word: str) -> list[str]:
    """A word of a search as its runs of Chinese characters and what stands between them, in order."""
    return re.findall(f"[{HAN}][{HAN}{marks()}]*|[^{HAN}]+", word)


def run_of(text: str, spellings: Spellings) -> Run:
    """A run of characters, and the pieces of it that stand in a lexicon."""
    ends = range(1, len(text) + 1)
    return Run(
        tuple(
            tuple((forms, end) for end in ends if end > start and (forms := spellings.of_spelling(text[start:end])))
            for start in range(len(text))
        )
    )


# The postings of a word are read instead of so many times fewer tokens, each of which stands somewhere else on disk.
_ELSEWHERE = 64


@dataclass(frozen=True, eq=False)
class Sequence:
    """What each token of a sequence may be, and which of a query's sequences it is."""

    contents: Contents
    elements: list[FormSet | Run]
    number: int

    def hits(self, first: int, stop: int) -> Hits:
        """Where it stands in a run of whole texts, by its first token and the token after its last."""
        stream = self.contents.tokens
        if any(isinstance(element, Run) for element in self.elements):
            begin, end = follow(stream, self.elements, first, stop)
            return Hits(begin, end - begin, np.full(len(begin), self.number))
        size = len(self.elements)
        distance = self._rarest
        begin = self.contents.places(self.elements[distance], first, stop) - distance
        begin = begin[(begin >= first) & (begin + size <= stop)]
        for place, element in enumerate(self.elements):
            if place != distance:
                begin = begin[self._stands_at(begin + place, element, first, stop)]
        if size > 1:
            begin = begin[stream.paragraph_of(begin) == stream.paragraph_of(begin + size - 1)]
        return Hits(begin, np.full(len(begin), size), np.full(len(begin), self.number))

    @property
    def n_places(self) -> int | None:
        """At how many places it could stand at most, where that is known."""
        if any(isinstance(element, Run) for element in self.elements) or self.contents.postings is None:
            return None
        return self._counts[self._rarest]

    @cached_property
    def _counts(self) -> list[int]:
        """How often each of its tokens stands in the corpus."""
        return [self.contents.postings.count(element) for element in self.elements]

    @cached_property
    def _rarest(self) -> int:
        """Which of its tokens to begin with."""
        return 0 if self.contents.postings is None else int(np.argmin(self._counts))

    def _stands_at(self, tokens: np.ndarray, element: FormSet, first: int, stop: int) -> np.ndarray:
        """At which of some tokens of a run one of its tokens stands."""
        form, postings = self.contents.tokens.form, self.contents.postings
        if postings is None or postings.between(first, stop).count(element) > _ELSEWHERE * len(tokens):
            read_ahead(form, tokens)
            return element.has(form[tokens])
        places = np.append(self.contents.places(element, first, stop), stop)
        return places[np.searchsorted(places, tokens)] == tokens


def follow(stream: TokenStream, elements: list[FormSet | Run], first: int, stop: int) -> tuple[np.ndarray, np.ndarray]:
    """The first token of each hit, and the token after its last: hits in one paragraph, of as many tokens as they need."""
    form, begin = stream.form[first:stop], np.arange(stop - first)
    end = begin
    for element in elements:
        step = _all_of if isinstance(element, Run) else _one
        begin, end = step(form, element, begin, end)
    begin, end = begin + first, end + first
    inside = stream.paragraph_of(begin) == stream.paragraph_of(end - 1)
    return begin[inside], end[inside]


def _one(form: np.ndarray, element: FormSet, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of hits that end before the token `last`, those that go on with one token that matches."""
    going = np.flatnonzero(last < len(form))
    going = going[element.has(form[last[going]])]
    return first[going], last[going] + 1


def _all_of(form: np.ndarray, run: Run, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of hits that end before the token `last`, those that go on with all of a run; a text has it in one way only."""
    reached = [[(first, last)], *([] for _ in run.pieces)]
    for place, pieces in enumerate(run.pieces):
        here = _together(reached[place])
        for element, end in pieces:
            reached[end].append(_one(form, element, *here))
    return _together(reached[-1])


def _together(hits: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    nothing = np.array([], np.int64)
    return tuple(np.concatenate([nothing, *(pair[side] for pair in hits)]) for side in (0, 1))
