"""Many whole numbers put in order: as numpy does it, or digit by digit, compiled, where they are very many."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from time import perf_counter

import numpy as np

from .compiled import compiled_available

# From so many numbers on, the compiled way is faster although its libraries must be loaded first.
COMPILED_FROM = 4_000_000
# On some processors numpy takes ten times as long as on others: with so many numbers it is found out which way is faster.
_TRIED = 1 << 18


def put_in_order(numbers: np.ndarray, *, low: int = 0) -> None:
    """Sort numbers (uint64) where they are.

    low: so many of their last bits need not be looked at, for numbers that differ in these alone are in order already.
    """
    if len(numbers) < COMPILED_FROM or not compiled_available() or not digits_are_faster():
        numbers.sort()
        return
    from .radix_sort import sort_by_digits

    sort_by_digits(numbers, np.empty_like(numbers), low, int(numbers.max()).bit_length())


@cache
def digits_are_faster() -> bool:
    """Are many numbers sorted sooner digit by digit, on this processor?"""
    from .radix_sort import sort_by_digits

    tried = np.random.default_rng(0).integers(0, 1 << 40, _TRIED, np.uint64)
    room = np.empty_like(tried)
    return _seconds(lambda numbers: sort_by_digits(numbers, room, 0, 40), tried) < _seconds(np.ndarray.sort, tried)


def _seconds(sort: Callable[[np.ndarray], None], tried: np.ndarray) -> float:
    """The least time of some: in the first what is compiled is loaded, in others the processor may be busy."""
    times = []
    for _ in range(4):
        numbers, start = tried.copy(), perf_counter()
        sort(numbers)
        times.append(perf_counter() - start)
    return min(times)
