"""A text as a file holds it: lines, before it is settled which role each has and which of them make one paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

# Nothing that a person reads: control characters but the tab and line ends, halves of character pairs, no-characters.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u00ad\u200b\u2060]")
# Escape sequences of terminals: colours, titles.
_ESCAPES = re.compile("\x1b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?)")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True)
class Line:
    """One line of a text as its file holds it: a paragraph, or the piece of one that a layout left in a line.

    role: as the file itself says, else "body"; level, label, marks: as in `Block`. gap: does an empty line, or a
    paragraph's end that the file tells, stand before it? page: the page it stands on, from 1; 0 where there are none.
    rule: the name of the rule that gave the role, "file" where the file itself says, "hand" where a person did, ""
    where nothing did. joins: does it go on the body line before it?
    """

    text: str
    role: str = "body"
    level: int = 0
    label: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    gap: bool = True
    page: int = 0
    rule: str = ""
    joins: bool = False


@dataclass(frozen=True)
class Draft:
    """One text as it was read.

    name: as it is shown, from the file's name or a row's title; kind: the format, a key of `FORMATS`; metadata: what
    the file says of author, title, year and the like; notices: a sentence for each thing worth knowing. settled: the
    file's own roles hold, no rule is to be tried. encoding: the one the letters were read in, where there was a choice.
    """

    name: str
    lines: tuple[Line, ...]
    kind: str = "txt"
    metadata: Mapping[str, object] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    settled: bool = False
    encoding: str = ""


def without_unseen(text: str) -> str:
    """The text without what nobody reads: terminal escapes, control characters, soft hyphens, zero-width spaces."""
    return _UNSEEN.sub("", _ESCAPES.sub("", text))


def one_line(text: str) -> str:
    """Words as one line: composed Unicode (NFC), nothing unseen, every run of white space one space, ends trimmed."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", without_unseen(text))).strip()


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything, on every system the same; `gap` tells of the empty ones."""
    lines, gap = [], True
    for raw in _LINE_ENDS.split(text):
        words = one_line(raw)
        if words:
            lines.append(Line(words, gap=gap))
        gap = not words
    return tuple(lines)
