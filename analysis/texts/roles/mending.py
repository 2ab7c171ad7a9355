"""What typesetting left inside the words: note marks, hyphens of line ends, escapes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from .looks import SUPERSCRIPTS
from .notes import MARK

_ORDINARY = str.maketrans(SUPERSCRIPTS, "0123456789")
_ESCAPE = re.compile(r"\\([$*_#&%\[\]])")
_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]{2,})-([^\W\d_]{2,})(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_PREFIXES = frozenset(
    "anti co counter de ex extra inter intra micro multi neo non over post pre pro pseudo re self semi sub super trans ultra un under".split()
)


def without_escapes(text: str) -> str:
    r"""Signs as they are meant: `\$` is a dollar."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def without_marks(text: str, labels: Collection[str]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The words without the marks of these notes, and the marks with their places."""
    if not labels:
        return text, ()
    pieces, marks, at, length = [], [], 0, 0
    for mark in MARK.finditer(text):
        label = mark[1] or mark[0].translate(_ORDINARY)
        if label not in labels or mark.start() == 0:
            continue
        piece = text[at : mark.start()]
        # "development [4]. At": the space before a mark goes with it.
        piece = piece.rstrip() if text[mark.end() : mark.end() + 1] in (".", ",", ";", "") else piece
        pieces.append(piece)
        length += len(piece)
        marks.append((length, label))
        at = mark.end()
    return "".join([*pieces, text[at:]]), tuple(marks)


def words_of(texts: Collection[str]) -> Counter[str]:
    """How often each word stands in these texts, the parts of hyphenated ones as words of their own only there."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(map(str.lower, _WORD.findall(_HYPHENATED.sub(" ", text) if "-" in text else text)))
    return counted


def without_line_hyphens(text: str, words: Counter[str]) -> str:
    """Words that were broken at a line's end and never joined again: opportu-nities.

    The word without its hyphen must stand elsewhere in the text, and its second half nowhere by itself; else the hyphen
    is the author's.
    """

    def mended(found: re.Match[str]) -> str:
        first, second = found[1], found[2]
        joined = (first + second).lower()
        broken = words[joined] and not words[second.lower()] and first.lower() not in _PREFIXES
        return first + second if broken else found[0]

    return _HYPHENATED.sub(mended, text) if "-" in text else text
