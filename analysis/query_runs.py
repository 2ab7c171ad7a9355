"""Searches for Chinese: a run of characters is found whichever way a text's sentences part it into words."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from .scripts import HAN, marks
from .stream import Spellings, TokenStream


@dataclass(frozen=True, eq=False)
class Run:
    """Characters that stand together.

    pieces: for each place in the run, which forms of the corpus go on from there (a truth value a form), and the place
    that each leads to.
    """

    pieces: tuple[tuple[tuple[np.ndarray, int], ...], ...]


def han_parts(word: str) -> list[str]:
    """A word of a search as its runs of Chinese characters and what stands between them, in order."""
    return re.findall(f"[{HAN}][{HAN}{marks()}]*|[^{HAN}]+", word)


def run_of(text: str, spellings: Spellings) -> Run:
    """A run of characters, and the pieces of it that stand in a lexicon."""
    ends = range(1, len(text) + 1)
    return Run(
        tuple(
            tuple(
                (forms, end) for end in ends if end > start and (forms := spellings.of_spelling(text[start:end])).any()
            )
            for start in range(len(text))
        )
    )


def follow(stream: TokenStream, elements: list[np.ndarray | Run]) -> tuple[np.ndarray, np.ndarray]:
    """The first token of each hit, and the token after its last: hits in one paragraph, of as many tokens as they need."""
    first = last = np.arange(len(stream))
    for element in elements:
        step = _all_of if isinstance(element, Run) else _one
        first, last = step(stream.form, element, first, last)
    inside = stream.paragraph_of(first) == stream.paragraph_of(last - 1)
    return first[inside], last[inside]


def _one(form: np.ndarray, element: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of hits that end before the token `last`, those that go on with one token that matches."""
    going = np.flatnonzero(last < len(form))
    going = going[element[form[last[going]]]]
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
