"""Measures of lexical diversity that follow the running order of the words.

Every function takes running words as numbers from 0, a number a type; `diversity.score` sees to that, and to texts that
are too short.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .errors import require_between

WINDOW, THRESHOLD = 100, 0.72
Words = np.ndarray


def msttr(words: Words, *, window: int = WINDOW) -> float:
    """Mean type–token ratio of segments of `window` words; the rest at the end is left out. Source: Johnson 1944."""
    whole = len(words) // window * window
    segment = np.arange(whole) // window
    return len(np.unique(segment * len(words) + words[:whole])) / whole


def mattr(words: Words, *, window: int = WINDOW) -> float:
    """Mean type–token ratio of every `window` consecutive words. Source: Covington & McFall 2010."""
    types = window_types(words, window=window)
    return types.sum() / (window * len(types))


def window_types(words: Words, *, window: int = WINDOW) -> np.ndarray:
    """How many different words has every window of `window` consecutive words, from the first on?"""
    place = np.arange(len(words))
    # A word adds a type to the windows that hold it and not its last occurrence before.
    first = np.maximum(np.maximum(_previous(words) + 1, place - window + 1), 0)
    last = np.minimum(place, len(words) - window)
    adds = first <= last
    steps = np.bincount(first[adds], minlength=len(words) + 1) - np.bincount(last[adds] + 1, minlength=len(words) + 1)
    return np.cumsum(steps)[: len(words) - window + 1]


def mtld(words: Words, *, threshold: float = THRESHOLD, strict: bool = True, minimum_words: int = 0) -> float:
    """Mean length of the runs over which the type–token ratio stays up, forwards and backwards.

    A run ends when its ratio falls below `threshold` (strict=False: or reaches it) after at least `minimum_words`.
    Source: McCarthy & Jarvis 2010; strict=False as LexicalRichness, minimum_words=10 as lexical-diversity.
    """
    require_between("threshold", threshold, 0, 1)
    passes = (_runs(running, threshold, strict, minimum_words) for running in (words.tolist(), words[::-1].tolist()))
    return float(np.mean([len(words) / runs for runs in passes]))


def _previous(words: Words) -> np.ndarray:
    """The place where each word stood before, −1 where it is new."""
    order = np.argsort(words, kind="stable")
    again = words[order][1:] == words[order][:-1]
    previous = np.full(len(words), -1)
    previous[order[1:][again]] = order[:-1][again]
    return previous


def _runs(words: Iterable[int], threshold: float, strict: bool, minimum_words: int) -> float:
    """How many runs the words fill, the last in part."""
    runs, length, ratio, seen = 0, 0, 1.0, set()
    for word in words:
        seen.add(word)
        length += 1
        ratio = len(seen) / length
        if length >= minimum_words and (ratio < threshold or (ratio == threshold and not strict)):
            runs, length, ratio, seen = runs + 1, 0, 1.0, set()
    return runs + (1 - ratio) / (1 - threshold)
