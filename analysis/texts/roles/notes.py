"""What a learned text adds: footnotes, the list of references, a page of contents."""

from __future__ import annotations

import re

from .looks import SUPERSCRIPTS, is_closed, is_paragraph, is_short, word_count
from .rule import Given, Page

_ORDINARY = str.maketrans(SUPERSCRIPTS, "0123456789")
MARK = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}|\^?\[(\d{{1,3}})\]")
_NOTE = re.compile(rf"^(?:(?P<raised>[{SUPERSCRIPTS}]{{1,3}})\s*|\[?(?P<plain>\d{{1,3}})[\].)]?\s+)(?=\S)")
_CITES = re.compile(
    r"\bpp?\.\s?\d|\bvol\.|\bno\.\s?\d|\bibid|\bop\. ?cit|https?://|www\.|\b(?:1[6-9]|20)\d\d\b|\[[JMCDRN]\]|\bdoi\b|\bed(?:s|ited|ition)?\b\.?|\bcf\.|\bsee\b|"
    r"\bpress\b|《|年第",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"^(?:\d{1,2}\.?\s+)?(?:references(?: cited)?|bibliography|works cited|literature(?: cited)?|sources|notes(?: and references)?|endnotes|footnotes|références|"
    r"bibliographie|literatur(?:verzeichnis)?|anmerkungen|bibliografía|referencias|notas|bibliografia|note|参考文献|參考文獻|注释|註釋)\s*:?$",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^(?:[-•*]\s*)?(?:\[?\d{1,3}[\].)]|\d{1,3}\s)\s*\S")
_CONTENTS = re.compile(
    r"^(?:table of contents|contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|contenido|目\s*录|目\s*錄)\s*:?$",
    re.IGNORECASE,
)
_PAGED = re.compile(r"^\d{1,4}\s+\S.*[^.]$|^\S.*?[\s.…]+\d{1,4}$")


def marks_in(page: Page) -> set[int]:
    """The numbers that stand as note marks in the words of the text."""
    found = set()
    for number in page.free():
        text = page.text(number)
        if text.isascii() and "[" not in text:
            continue
        for mark in MARK.finditer(text, 1):
            found.add(int(mark[1] or mark[0].translate(_ORDINARY)))
    return found


def number_of_note(text: str) -> tuple[int, bool] | None:
    """The number that opens a line, and whether it is raised; None where none does."""
    opened = _NOTE.match(text[:12])
    if opened is None:
        return None
    return int(opened["raised"].translate(_ORDINARY) if opened["raised"] else opened["plain"]), bool(opened["raised"])


def footnotes(page: Page) -> dict[int, Given]:
    """Lines that open with the next number, and that a mark in the text refers to or that cite something.

    The numbers run on from the first; a single one that no mark refers to is no sequence, and a numbered list of one's
    own words is none either.
    """
    marks, found, last = marks_in(page), {}, 0
    for number in page.free():
        text, opened = page.text(number), number_of_note(page.text(number))
        if opened is None or (opened[0] != last + 1 and (found or opened[0] not in marks)):
            continue
        marked, cites = opened[0] in marks, bool(_CITES.search(text[:400]))
        if opened[1] or (marked and (cites or is_closed(text))) or (cites and found):
            last = opened[0]
            found[number] = ("note", 0, str(last))
    return found if len(found) > 1 or any(int(given[2]) in marks for given in found.values()) else {}


def references(page: Page) -> dict[int, Given]:
    """What follows a line that says References, as far as it looks like entries."""
    found: dict[int, Given] = {}
    for number in page.free():
        if not (is_short(page.text(number), 4) and _REFERENCES.match(page.text(number))):
            continue
        entries = {}
        for place in range(number + 1, len(page.units)):
            if not page.is_free(place):
                continue
            text = page.text(place)
            if not (_ENTRY.match(text[:12]) or _CITES.search(text[:400])):
                break
            label = re.match(r"^(?:[-•*]\s*)?\[?(\d{1,3})[\].)]", text[:12])
            entries[place] = ("reference", 0, label[1] if label else "")
        if entries:
            found |= {number: ("heading", 2, ""), **entries}
    return found


def contents(page: Page) -> dict[int, Given]:
    """A page of contents: its heading and its lines, each with a page number; at the end of a text all that follows."""
    for number in page.free():
        if not (is_short(page.text(number), 4) and _CONTENTS.match(page.text(number))):
            continue
        rest = [place for place in range(number + 1, len(page.units)) if page.is_free(place)]
        paged = [place for place in rest if is_short(page.text(place), 30) and _PAGED.match(page.text(place))]
        if number > 0.7 * len(page.units) and len(paged) > 1:
            return dict.fromkeys([number, *rest], ("boilerplate", 0, ""))
        first = [place for place in rest if place <= number + 2 * len(paged) + 1]
        entries = _unbroken(page, first)
        if len(entries) > 1:
            return dict.fromkeys([number, *entries], ("boilerplate", 0, ""))
    return {}


def _unbroken(page: Page, places: list[int]) -> list[int]:
    """The entries at the beginning of these, until a line is none."""
    entries = []
    for place in places:
        text = page.text(place)
        if is_paragraph(text) or is_closed(text) or not _PAGED.match(text) or word_count(text) > 30:
            break
        entries.append(place)
    return entries
