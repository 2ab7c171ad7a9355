"""What Python's own patterns know of each letter, as a table that a compiled loop can ask."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from .sentences import CLOSERS, OPENERS, STOPS
from .tokens import FOREIGN

# Letters beyond are of scripts that the plain way alone knows.
SIZE = 0x2C00
LETTER, DIGIT, WORD, SPACE, OPENS, LOWER, FIGURE, STOP, CLOSER, OPENER, JOINER, BEYOND, MIDDLE_DOT = (
    1 << bit for bit in range(13)
)
_PATTERNS = {
    LETTER: r"[^\W\d_]", DIGIT: r"\d", WORD: r"\w", SPACE: r"\s", OPENS: r"[^\W_a-z]", STOP: STOPS, CLOSER: CLOSERS,
    OPENER: OPENERS, JOINER: "[-'’‘]", BEYOND: FOREIGN, MIDDLE_DOT: "·",
}  # fmt: skip


@cache
def letter_classes() -> np.ndarray:
    """The classes of each code point below SIZE, as bits: made by asking Python, so that they are Python's."""
    letters = [chr(code) for code in range(SIZE)]
    classes = np.zeros(SIZE, np.uint16)
    for bit, pattern in _PATTERNS.items():
        matches = re.compile(pattern).match
        classes |= np.array([bit if matches(letter) else 0 for letter in letters], np.uint16)
    classes |= np.array([LOWER if letter.islower() else 0 for letter in letters], np.uint16)
    classes |= np.array([FIGURE if letter.isdigit() else 0 for letter in letters], np.uint16)
    return classes


def code_points(text: str) -> np.ndarray:
    """The code points of a text, in one byte each where they fit, else in two, else in four."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    narrow = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(narrow) == len(text):
        return narrow
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def word_table(words: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Words as one array of code points, and where each begins, with the end last."""
    return code_points("".join(words)).copy(), np.cumsum([0, *map(len, words)])
