"""From the pieces that a PDF page draws to lines, and from lines to paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import median

from pypdf import PageObject

from .lines import Line, one_line
from .roles.looks import is_closed

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+")
_INNER_HYPHEN = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010]$")
_BARE_NUMBER = re.compile(r"^\W*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})\W*$", re.IGNORECASE)
# Of a page's height: where heads and feet stand.
_MARGIN = 0.12
_SMALL = 0.88
_WIDE_GAP = 1.35


@dataclass(frozen=True)
class PageLine:
    """One line of a page. left, height: where it begins, from the left and from the foot, in points; size: of its
    letters; top: does it stand in the upper half?"""

    text: str
    page: int
    left: float
    height: float
    size: float
    share: float
    number: int

    @property
    def top(self) -> bool:
        """Does it stand in the upper half of the page?"""
        return self.share > 0.5


@dataclass(frozen=True)
class _Piece:
    text: str
    left: float
    height: float
    size: float


def lines_of_page(page: PageObject, number: int) -> list[PageLine]:
    """The lines of a page in the order in which they are drawn, which is that of reading in nearly all files."""
    pieces: list[_Piece] = []

    def drawn(text: str, outer: list[float], inner: list[float], font: object, size: float) -> None:
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = (abs(inner[3]) or abs(inner[1])) * (abs(outer[3]) or abs(outer[1]))
        pieces.append(_Piece(text, left, height, abs(size) * (scale or 1)))

    page.extract_text(visitor_text=drawn)
    foot, full = float(page.mediabox.bottom), float(page.mediabox.height) or 1.0
    lines, current = [], []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        current.append(_Piece(first, piece.left, piece.height, piece.size))
        for other in others:
            _end_line(lines, current, number, foot, full)
            current = [_Piece(other, piece.left, piece.height, piece.size)]
    _end_line(lines, current, number, foot, full)
    return lines


def _end_line(lines: list[PageLine], pieces: list[_Piece], page: int, foot: float, full: float) -> None:
    """Add the line that these pieces make, if it holds anything."""
    drawn = [piece for piece in pieces if piece.text.strip()]
    if not drawn:
        return
    size = max(piece.size for piece in drawn)
    base = next(piece for piece in drawn if piece.size == size)
    text = "".join(_raised(piece, base) if piece.text.strip() else piece.text for piece in pieces)
    words = one_line(_LIGATURE.sub(lambda found: _LIGATURES[found[0]], text))
    if words and text.rstrip().endswith(_SOFT):
        # It says itself that the word goes on in the next line; inside a line it says nothing.
        words += _SOFT
    if words:
        share = (base.height - foot) / full
        lines.append(PageLine(words, page, drawn[0].left, base.height, size, share, len(lines)))


def _raised(piece: _Piece, base: _Piece) -> str:
    """The words of a piece; a small number above the line is the mark of a note."""
    small = piece.size < _SMALL * base.size and piece.height > base.height + 0.1 * base.size
    return piece.text.strip().translate(_RAISED) if small and piece.text.strip().isdigit() else piece.text


def margins(pages: list[list[PageLine]]) -> set[PageLine]:
    """Heads and feet of pages: at the edge of a page, and a bare number or, digits apart, the same on other pages."""
    told: dict[str, list[PageLine]] = defaultdict(list)
    for lines in pages:
        edge = [line for line in lines if not _MARGIN < line.share < 1 - _MARGIN]
        for line in edge:
            told[re.sub(r"\d+|[ivxl]+$", "#", line.text.casefold())].append(line)
    found = set()
    for text, lines in told.items():
        repeated = len({line.page for line in lines}) > 1
        if repeated or (_BARE_NUMBER.match(lines[0].text) and text.strip("# ") == ""):
            found |= set(lines)
    return found


@dataclass(frozen=True)
class Vocabulary:
    """The words of a whole file, which tell whether a hyphen at a line's end belongs to its word.

    words: how often each stands there, in lower case; hyphenated: the words that stand with a hyphen within a line.
    """

    words: Counter[str]
    hyphenated: frozenset[str]

    @classmethod
    def of(cls, pages: list[list[PageLine]]) -> Vocabulary:
        """The words of all lines."""
        words, hyphenated = Counter(), set()
        for line in itertools.chain.from_iterable(pages):
            text = line.text.lower()
            words.update(_WORD.findall(text))
            hyphenated.update(_INNER_HYPHEN.findall(text))
        return cls(words, frozenset(hyphenated))

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Is it first-second? If the two stand so elsewhere, or each by itself and never as one word; either half stands
        once where the line ends."""
        first, second = first.lower(), second.lower()
        if self.words[first + second]:
            return False
        return f"{first}-{second}" in self.hyphenated or (self.words[first] > 1 and self.words[second] > 1)


def joined_lines(lines: list[PageLine], known: Vocabulary) -> list[Line]:
    """The paragraphs that the lines of one page make. known: the words of the whole file."""
    if not lines:
        return []
    usual = Counter(round(line.size, 1) for line in lines for _ in range(len(line.text))).most_common(1)[0][0]
    gaps = [
        one.height - other.height
        for one, other in itertools.pairwise(lines)
        if 0 < one.height - other.height < 3 * usual
    ]
    leading = median(gaps) if gaps else 1.2 * usual
    width = sorted(len(line.text) for line in lines)[int(0.8 * (len(lines) - 1))]
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    groups: list[list[PageLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, leading, width, left):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, usual, known) for group in groups]


def _goes_on(before: PageLine, line: PageLine, leading: float, width: int, left: int) -> bool:
    """Does a line go on the paragraph of the line before it?"""
    if abs(before.size - line.size) > 0.06 * max(before.size, line.size):
        return False
    down = before.height - line.height
    ended = is_closed(before.text)
    if down < 0:
        # The next column, unless the last one ended with a paragraph.
        return not ended or len(before.text) > 0.85 * width
    indented = line.left > left + 0.8 * line.size and before.left <= left + 0.8 * line.size
    if down > _WIDE_GAP * leading or (indented and ended):
        return False
    return not (ended and len(before.text) < 0.75 * width)


def _paragraph(group: list[PageLine], usual: float, known: Vocabulary) -> Line:
    words = group[0].text
    for line in group[1:]:
        words = _joined(words, line.text, known)
    # A word that a page cuts keeps a hyphen that is seen, until the page is joined with the next.
    words = words[:-1] + "-" if words.endswith(_SOFT) else words
    small = group[0].size < _SMALL * usual and group[0].share < 0.5
    numbered = re.match(r"^\W?\d|^[⁰¹²³⁴-⁹]", words)
    role = "note" if small and not numbered else "body"
    return Line(words, role, page=group[0].page, rule="" if role == "body" else "file")


def _joined(before: str, after: str, known: Vocabulary) -> str:
    """Two lines as one; a hyphen between them goes unless it belongs to the word."""
    if before.endswith(_SOFT):
        return before[:-1] + after
    broken, second = _HYPHEN.search(before), _WORD.match(after)
    if broken is None or second is None:
        return f"{before} {after}"
    if not second[0][0].islower():
        return before + after
    return before[:-1] + ("-" if known.keeps_hyphen(broken[1], second[0]) else "") + after
