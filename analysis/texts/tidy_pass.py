"""Lines made tidy in one pass over the code points of many texts, compiled by numba.

The rule is that of `blocks.plain_words`; a test holds both ways against each other on random text. What this pass does
not know (letters that composing may change, letters of more than two bytes) it leaves to the plain way, text by text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from numba import njit

from ..code_points import code_points

_LETTER, _SPACE, _LINE, _UNKNOWN = range(4)
# Letters from here on are left to the plain way; so are those of Korean syllables, which are composed of letters.
_KNOWN, _JAMO = 0x2C00, range(0x1100, 0x1200)
_CODES = 1 << 16
_ONE, _TWO = np.uint64(1), np.uint64(2)
_BLANK, _BREAK = ord(" "), ord("\n")
LEFT_OUT = -1


def tidy_together(texts: Sequence[str]) -> list[str | None]:
    """`plain_words` of some texts, read as one; None where the plain way must find them."""
    letters = code_points("".join(texts))
    end = np.cumsum([len(text) for text in texts])
    written, ends = np.empty(2 * len(letters), letters.dtype), np.empty(len(texts), np.int64)
    n_letters = _tidy(letters, np.append(0, end[:-1]), end, _kinds(), written, ends)
    words = written[:n_letters].tobytes().decode("ascii" if written.itemsize == 1 else "utf-16-le")
    found, first = [], 0
    for stop in ends.tolist():
        found.append(None if stop == LEFT_OUT else words[first:stop])
        first = max(first, stop)
    return found


@cache
def _kinds() -> np.ndarray:
    """What each code point of two bytes is to a line: made by asking Python."""
    kinds = np.full(_CODES, _UNKNOWN, np.uint8)
    kinds[:_KNOWN] = [_kind(chr(code)) for code in range(_KNOWN)]
    return kinds


def _kind(letter: str) -> int:
    if len(f"a{letter}a".splitlines()) == 2:
        return _LINE
    marks = unicodedata.category(letter).startswith("M") or ord(letter) in _JAMO
    if marks or unicodedata.normalize("NFC", letter) != letter:
        return _UNKNOWN
    return _SPACE if letter.isspace() else _LETTER


@njit(nogil=True, cache=True)
def _tidy(letters, begin, end, kinds, written, ends):
    """Write texts anew, one after the other, and where each of them ends; how many letters were written."""
    # Numbers that cannot be below 0 are looked up at once.
    at = np.uint64(0)
    for text in range(len(begin)):
        first, line, after_space, is_known = at, at, _ONE, True
        place, stop = np.uint64(begin[text]), np.uint64(end[text])
        while place < stop and is_known:
            kind = kinds[letters[place]]
            if kind <= _SPACE:
                # The space after another one, or at the beginning of a line, is written over by what follows.
                is_space = np.uint64(kind)
                written[at] = _BLANK if kind else letters[place]
                at += _ONE - (is_space & after_space)
                after_space = is_space
            elif kind == _LINE:
                if at > line:
                    at -= after_space
                    written[at], written[at + _ONE] = _BREAK, _BREAK
                    at += _TWO
                line, after_space = at, _ONE
            else:
                is_known = False
            place += _ONE
        if not is_known:
            at = first
        elif at > line:
            at -= after_space
        elif at > first:
            # The last line is empty, and nothing follows the break before it.
            at -= _TWO
        ends[text] = np.int64(at) if is_known else LEFT_OUT
    return np.int64(at)
