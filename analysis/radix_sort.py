"""Whole numbers sorted digit by digit from the last to the first, compiled by numba.

Nothing imports this module where the numbers are few. Source: Knuth 1998, 5.2.5, algorithm R, with digits that are counted
before they are placed.
"""

from __future__ import annotations

import numpy as np
from numba import njit

# Digits of so many bits: their places in the memory written to are few enough for a processor to keep at hand.
_DIGIT = 10


@njit(nogil=True, cache=True)
def sort_by_digits(numbers: np.ndarray, room: np.ndarray, low: int, high: int) -> None:
    """Sort numbers (uint64) by their bits from `low` up to `high`; what is equal there keeps its order.

    room: as many numbers, written over.
    """
    mask = np.uint64((1 << _DIGIT) - 1)
    n_digits = max(high - low + _DIGIT - 1, 0) // _DIGIT
    places = np.zeros((n_digits, 1 << _DIGIT), np.int64)
    for number in numbers:
        for which in range(n_digits):
            places[which, (number >> np.uint64(low + which * _DIGIT)) & mask] += 1
    source, target, in_room = numbers, room, False
    for which in range(n_digits):
        shift, place, before = np.uint64(low + which * _DIGIT), places[which], 0
        for digit in range(len(place)):
            place[digit], before = before, before + place[digit]
        for number in source:
            digit = (number >> shift) & mask
            target[place[digit]] = number
            place[digit] += 1
        source, target, in_room = target, source, not in_room
    if in_room:
        numbers[:] = room
