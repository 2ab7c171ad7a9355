"""Many whole numbers put in order: as numpy does it, or digit by digit, compiled, where they are very many."""

from __future__ import annotations

import numpy as np

from .compiled import compiled_available

# From so many numbers on, the compiled way is faster although its libraries must be loaded first.
COMPILED_FROM = 4_000_000


def put_in_order(numbers: np.ndarray, *, low: int = 0) -> None:
    """Sort numbers (uint64) where they are.

    low: so many of their last bits need not be looked at, for numbers that differ in these alone are in order already.
    """
    if len(numbers) < COMPILED_FROM or not compiled_available():
        numbers.sort()
        return
    from .radix_sort import sort_by_digits

    sort_by_digits(numbers, np.empty_like(numbers), low, int(numbers.max()).bit_length())
