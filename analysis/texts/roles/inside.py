"""What stands between the paragraphs: headings, captions, the abstract and its keywords."""

from __future__ import annotations

import re

from .looks import is_closed, is_listed, is_paragraph, is_short, without_bullet, word_count
from .rule import Given, Page

CAPTION: Given = ("caption", 0, "")
ABSTRACT: Given = ("abstract", 0, "")
_CAPTION = re.compile(
    r"^(?:photo(?:graph)?|image|picture|figure|fig\.|table|chart|map|caption|source|foto|abbildung|abb\.|tabelle|tableau|graphique|"
    r"figura|tabla|gráfico|图|圖|表)\s*(?:\d+[.:]?|[:：|]|by\b|courtesy)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\bphoto(?:\s+by|\s*[:：])|getty\s?images|reuters|\bafp\b|©|\bcourtesy of\b|\bcredit\s*[:：])", re.IGNORECASE
)
_ABSTRACT = re.compile(
    r"^(?:abstract|summary|executive summary|résumé|resume|zusammenfassung|resumen|riassunto|摘\s*要)\s*(?P<sign>[:：.—–-]|$)",
    re.IGNORECASE,
)
_KEYWORDS = re.compile(
    r"^(?:key\s?-?words?|index terms|mots[- ]cl[ée]s|schlüsselwörter|schlagwörter|palabras clave|parole chiave|关键词|關鍵詞)\s*[:：—–-]",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:(?:chapter|part|section|kapitel|chapitre|capítulo)\s+)?(?:(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?|[IVX]{1,5}\.)\s+\S",
    re.IGNORECASE,
)
_CHINESE_NUMBERED = re.compile(r"^(?:第?[一二三四五六七八九十]{1,3}[、章节節.]|（[一二三四五六七八九十]{1,3}）)")


def captions(page: Page) -> dict[int, Given]:
    """Short lines among paragraphs that name a picture, or that only repeat the author's name under a portrait."""
    authors = {
        without_bullet(page.text(number)) for number, role in enumerate(page.roles) if role and role[0] == "byline"
    }
    found = {}
    for number in page.free():
        text = page.text(number)
        if not is_short(text, 30):
            continue
        pictured = _CAPTION.match(text) or (_CREDIT.search(text[:300]) and not is_closed(text))
        if (pictured and not is_paragraph(text)) or (page.is_prose and text in authors):
            found[number] = CAPTION
    return found


def abstract(page: Page) -> dict[int, Given]:
    """The paragraph that says Abstract, or the one under a line that says nothing else."""
    found: dict[int, Given] = {}
    for number in list(page.free())[:40]:
        opened = _ABSTRACT.match(page.text(number)[:40])
        if opened and is_paragraph(page.text(number)) and opened["sign"]:
            found[number] = ABSTRACT
        elif opened and word_count(page.text(number)) <= 2:
            under = page.after(number)
            if under is not None and is_paragraph(page.text(under)):
                found |= {number: ("heading", 2, ""), under: ABSTRACT}
    return found


def keywords(page: Page) -> dict[int, Given]:
    """The line of keywords under an abstract."""
    return {
        number: ("boilerplate", 0, "")
        for number in page.free()
        if _KEYWORDS.match(page.text(number)[:40]) and word_count(page.text(number)) <= 60
    }


def headings(page: Page) -> dict[int, Given]:
    """Short lines without a stop, each alone between paragraphs, or numbered.

    Several such lines one after the other are a list or a poem; after a line that stops in mid sentence none is a
    heading.
    """
    if not page.is_prose:
        return {}
    free = list(page.free())
    loose = {number: _may_head(page, number) for number in free}
    found: dict[int, Given] = {}
    for place, number in enumerate(free):
        depth = _depth(page.text(number))
        before = free[place - 1] if place else None
        after = free[place + 1] if place + 1 < len(free) else None
        if not loose[number] or _cuts_in(page, before, found):
            continue
        alone = not (loose.get(before) and before not in found) and not loose.get(after)
        # The paragraph under a heading may be cut by the end of a page.
        leads = after is not None and word_count(page.text(after)) >= 12
        if (depth and (leads or loose.get(after))) or (alone and leads):
            found[number] = ("heading", max(depth, 1) + 1, "")
    return found


def _may_head(page: Page, number: int) -> bool:
    """Could this line be a heading by what it looks like?"""
    text = page.text(number)
    if is_listed(text) or (is_closed(text) and not (_depth(text) and text.endswith(("?", "!")))):
        return False
    first = next((letter for letter in _unnumbered(text)[:80] if letter.isalpha()), "")
    stops_short = text.rstrip().endswith((",", "-", "–", "—", " and", " or"))
    return bool(first) and not first.islower() and not stops_short and is_short(text, 25 if _depth(text) else 12)


def _unnumbered(text: str) -> str:
    """The words behind a heading's number."""
    return re.sub(r"^[\divxIVX.\s]+(?=\s)", "", text[:80])


def _depth(text: str) -> int:
    """How deep a numbered heading stands: 1 for "2. Means", 2 for "2.1 Roads", 0 where there is no number."""
    numbered = _NUMBERED.match(text[:60])
    if numbered is None:
        return 1 if _CHINESE_NUMBERED.match(text[:8]) else 0
    return numbered["number"].count(".") + 1 if numbered["number"] else 1


def _cuts_in(page: Page, before: int | None, found: dict[int, Given]) -> bool:
    """Does the line before stop in mid sentence?"""
    if before is None or before in found:
        return False
    text = page.text(before)
    return not is_closed(text) and word_count(text) >= 12
