"""What printing left in a text: narrow columns, running heads, page numbers, paragraphs cut by a page."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from ..lines import Line
from .looks import goes_on, is_listed, is_short
from .rule import Given, Page

_NUMBER = re.compile(
    r"^\W*(?:page|seite|p\.|s\.|第)?\s*\d{1,4}\s*(?:页|頁)?(?:\s*(?:of|von|sur|/|de)\s*\d{1,4})?\W*$", re.IGNORECASE
)
# Chapter 1, Chapter 2 are headings.
_PART = re.compile(
    r"^(?:chapter|part|section|book|act|scene|article|lesson|kapitel|teil|chapitre|partie|capítulo|parte|第)\b",
    re.IGNORECASE,
)
FEWEST_WRAPPED, NARROWEST, WIDEST = 12, 40, 100
# How many lines of notes and the like may stand between the halves of a paragraph.
MOST_BETWEEN = 14


def wrapped(lines: Sequence[Line]) -> list[bool]:
    """Which lines only go on the line before, in a text whose lines were broken to fit a column.

    In such a text most lines are about as long as the column is wide, and empty lines part the paragraphs. In verse the
    lines are of many lengths, and begin with capitals.
    """
    lengths = [len(line.text) for line in lines if line.role == "body"]
    inside = [line for line in lines if not line.gap and line.role == "body"]
    if len(lengths) < FEWEST_WRAPPED or len(inside) < 0.4 * len(lengths):
        return [False] * len(lines)
    # The last line of a paragraph is short: the lines that another follows tell the width.
    followed = [len(one.text) for one, other in itertools.pairwise(lines) if not other.gap]
    width = median(followed)
    full = sum(0.75 * width <= length <= 1.25 * width for length in followed)
    capitals = sum(line.text[:1].isupper() for line in inside)
    if not NARROWEST <= width <= WIDEST or full < 0.8 * len(followed) or capitals > 0.6 * len(inside):
        return [False] * len(lines)
    return [not line.gap and line.role == "body" and not is_listed(line.text) for line in lines]


def running_heads(page: Page) -> dict[int, Given]:
    """Page numbers, and short lines that come again and again, their digits apart."""
    told: dict[str, list[int]] = defaultdict(list)
    for number in page.free():
        text = page.text(number)
        if is_short(text) and not _PART.match(text[:40]):
            told[re.sub(r"^\d+\W+|\W+\d+$", "", text).casefold()].append(number)
    heads = [
        number for numbers in told.values() if len(numbers) >= 3 and _on_pages(page, numbers) for number in numbers
    ]
    numbers = [number for number in page.free() if len(page.text(number)) < 24 and _NUMBER.match(page.text(number))]
    return dict.fromkeys([*heads, *(numbers if page.is_prose else [])], ("boilerplate", 0, ""))


def _on_pages(page: Page, numbers: list[int]) -> bool:
    """Does a repeated line come at most once a page? Without pages: far apart among paragraphs, and with a number."""
    pages = Counter(page.units[number].line.page for number in numbers)
    if 0 not in pages:
        return max(pages.values()) == 1
    spread = all(later - earlier > 3 for earlier, later in itertools.pairwise(numbers))
    return page.is_prose and spread and any(re.search(r"^\d|\d$", page.text(number)) for number in numbers)


def cuts(lines: Sequence[Line]) -> list[int]:
    """The body lines that go on the body line before them, which stops in mid sentence.

    Between the two may stand notes, captions and the like, but no heading.
    """
    found, last, between = [], None, 0
    for place, line in enumerate(lines):
        if line.role != "body":
            between = MOST_BETWEEN + 1 if line.role == "heading" else between + 1
            continue
        if last is not None and between <= MOST_BETWEEN and goes_on(lines[last].text, line.text):
            found.append(place)
        last, between = place, 0
    return found
