"""What stands round a text: menus, title, date, author."""

from __future__ import annotations

import re

from .looks import is_closed, is_date, is_name, is_short, without_bullet, word_count
from .rule import Given, Page

BYLINE: Given = ("byline", 0, "")
FURNITURE: Given = ("boilerplate", 0, "")
_FURNITURE = re.compile(
    r"(?:back to (?:top|table of contents|contents|home)|you might also like|read (?:more|also|next)|related (?:articles?|posts?|stories)|"
    r"more (?:from|on|in)\b.*|skip to (?:main )?content|share(?: this(?: article| on .*)?)?|tweet|print(?: this page)?|e-?mail|download(?: pdf)?|"
    r"subscribe(?: now| to .*)?|sign (?:in|up)(?: .*)?|log ?in|register|advertisement|sponsored|comments?(?: \(\d+\))?|\d+ comments?|leave a reply|"
    r"tags?\s*:.*|categor(?:y|ies)\s*:.*|filed under.*|language\s*:.*|home|menu|search|next|previous|contact(?: us)?|about(?: us)?|"
    r"(?:home|startseite|accueil|inicio)\s*[>»/|].*|follow us.*|cookie (?:settings|policy)|privacy policy|terms of (?:use|service)|"
    r"(?:copyright\b|©|\(c\)).*|all rights reserved.*|isbn.*|issn.*|doi\s*:.*|https?://\S+|www\.\S+|partager|imprimer|teilen|drucken|compartir|"
    r"返回顶部|返回頂部|分享|打印|相关阅读|相關閱讀)\W*",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:(?:by|von|par|por)\s*:?\s+\S|作者\s*[:：]\s*\S)", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:universit|institut|college|school|academy|cent(?:re|er)|department|faculty|professor|fellow|director|minister|ambassador|"
    r"president|secretary|researcher|lecturer|correspondent|editor|journalist|ph\.?\s?d|e-?mail|@|大学|大學|研究)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?:is|was|has been|serves|teaches|works|holds|a|an|the|ph\.?\s?d|dr|prof)\b", re.IGNORECASE)


def furniture(page: Page) -> dict[int, Given]:
    """Lines of a page that lead elsewhere, whatever it holds: menus, links, rights."""
    return {
        number: FURNITURE
        for number in page.free()
        if is_short(page.text(number), 12) and _FURNITURE.fullmatch(page.text(number)[:200])
    }


def title(page: Page) -> dict[int, Given]:
    """The first line above the running text that has three words or more; the first at all where none has.

    What stands above it names the place where it was printed.
    """
    if not page.is_prose:
        return {}
    lines = [number for number in page.head() if not is_date(page.text(number)) and page.text(number)[:1] not in "•·"]
    lines = [number for number in lines if is_short(page.text(number), 30) and not _BY.match(page.text(number))]
    if not lines or any(text.rstrip().endswith((",", "，")) for text in map(page.text, lines)):
        # "Mr President, ladies and gentlemen," is how a speech begins.
        return {}
    found = next(
        (
            number
            for number in lines[:4]
            if word_count(page.text(number)) >= 3 and not is_closed_sentence(page.text(number))
        ),
        lines[0],
    )
    if is_closed_sentence(page.text(found)):
        return {}
    above = {number: FURNITURE for number in lines if number < found}
    return above | {found: ("heading", 1, "")}


def is_closed_sentence(text: str) -> bool:
    """A sentence or a part of one rather than a title, which may well end in a question or exclamation mark."""
    closed = is_closed(text) and not text.rstrip().endswith(("?", "!")) and word_count(text) > 3
    return closed or text.rstrip().endswith((",", "，", ":", "："))


def dates(page: Page) -> dict[int, Given]:
    """Lines that are a date and nothing else."""
    return {number: BYLINE for number in page.free() if is_date(without_bullet(page.text(number)))}


def byline(page: Page) -> dict[int, Given]:
    """Above the running text: who wrote it, and what the author is."""
    found: dict[int, Given] = {}
    if not page.is_prose:
        return {
            number: BYLINE for number in page.head()[:3] if _BY.match(page.text(number)) and is_short(page.text(number))
        }
    for number in page.head():
        text = without_bullet(page.text(number))
        named = _BY.match(text) or is_name(text)
        addresses = text.endswith((",", "，", ":", "："))
        if (
            is_short(text, 40)
            and (named or _INSTITUTION.search(text[:300]))
            and not (addresses or _starts_a_list(text))
        ):
            found[number] = BYLINE
    return found


def _starts_a_list(text: str) -> bool:
    """A sign such as 1. or (a) stands before it, as before a heading."""
    return bool(re.match(r"^\(?(?:\d{1,2}|[a-z])[.)]", text))


def biography(page: Page) -> dict[int, Given]:
    """A line of at most 60 words that says who the author is: near the beginning or the end, opening with the name."""
    names = {
        without_bullet(page.text(number)).removeprefix("By ")
        for number, role in enumerate(page.roles)
        if role == BYLINE
    }
    names = {name for name in names if is_name(name)}
    free = list(page.free())
    near = [*free[: max(6, len(free) // 10)], *free[-4:]]
    found = {number: BYLINE for number in near if any(_tells_of(page.text(number), name) for name in names)}
    if not names and free and page.is_prose:
        # Without a byline, a first line of the form "Name is an office" before longer paragraphs.
        opening = re.match(r"((?:[A-Z][\w'’-]+\s+){1,3}[A-Z][\w'’-]+)\s+(?=is\b|was\b)", page.text(free[0])[:120])
        if (
            opening
            and is_name(opening[1])
            and _tells_of(page.text(free[0]), opening[1])
            and _INSTITUTION.search(page.text(free[0]))
        ):
            found[free[0]] = BYLINE
    return found


def _tells_of(text: str, name: str) -> bool:
    if not text.startswith(name) or word_count(text) > 60 or text == name:
        return False
    return bool(_ABOUT.match(text[len(name) :].lstrip(" ,")))
