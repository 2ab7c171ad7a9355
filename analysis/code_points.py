"""What Python's own patterns know of each letter, as a table that a compiled loop can ask."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from .sentences import CLOSERS, OPENERS, STOPS
from .tokens import FOREIGN

# Letters from here on are of scripts that the plain way alone knows.
_KNOWN = 0x2C00
# Those that do not fit into two bytes are written as the last that does, which is no letter.
_LAST = 0xFFFF
LETTER, DIGIT, WORD, SPACE, OPENS, LOWER, FIGURE, STOP, CLOSER, OPENER, JOINER, BEYOND, MIDDLE_DOT = (
    1 << bit for bit in range(13)
)
_PATTERNS = {
    LETTER: r"[^\W\d_]", DIGIT: r"\d", WORD: r"\w", SPACE: r"\s", OPENS: r"[^\W_a-z]", STOP: STOPS, CLOSER: CLOSERS,
    OPENER: OPENERS, JOINER: "[-'’‘]", BEYOND: FOREIGN, MIDDLE_DOT: "·",
}  # fmt: skip


@cache
def letter_classes() -> np.ndarray:
    """The classes of each code point of two bytes, as bits: made by asking Python, so that they are Python's.

    One that only the plain way knows is BEYOND and nothing else, so that no pass can go past it unseen.
    """
    letters = [chr(code) for code in range(_KNOWN)]
    classes = np.zeros(_KNOWN, np.uint16)
    for bit, pattern in _PATTERNS.items():
        matches = re.compile(pattern).match
        classes |= np.array([bit if matches(letter) else 0 for letter in letters], np.uint16)
    classes |= np.array([LOWER if letter.islower() else 0 for letter in letters], np.uint16)
    classes |= np.array([FIGURE if letter.isdigit() else 0 for letter in letters], np.uint16)
    classes[classes & BEYOND != 0] = BEYOND
    return np.concatenate([classes, np.full(_LAST + 1 - _KNOWN, BEYOND, np.uint16)])


def code_points(text: str) -> np.ndarray:
    """The code points of a text, in one byte each where they fit, else in two, in which not all can be told apart."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    narrow = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(narrow) == len(text):
        return narrow
    return np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), _LAST).astype(np.uint16)


def word_table(words: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Words as one array of code points, and where each begins, with the end last."""
    return code_points("".join(words)).copy(), np.cumsum([0, *map(len, words)])
