"""Roles by rule: which lines of a raw text are not running text, and which lines make one paragraph.

A rule never deletes a line. Dropping running text is worse than leaving a menu in, so each rule asks for evidence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ..blocks import ROLES, Block
from ..lines import Line
from . import head, inside, mending, notes, pages
from .rule import Page, Rule

WRAPPED, CUT, MARKS, HYPHENS, ESCAPES = "wrapped_lines", "page_cut", "note_marks", "hyphenation", "escapes"

# In the order in which they are tried: a line that one has given a role is left alone by those after it.
RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(WRAPPED, "Lines of a column", "Where most lines are as long as a column is wide, those between two empty lines are one paragraph."),
        Rule("furniture", "Menus and links", "Short lines such as Share, Back to top, You might also like, or an address alone.", head.furniture),
        Rule("running_head", "Running heads, page numbers", "Numbers alone on a line, and short lines that come again on every page.", pages.running_heads),
        Rule("contents", "Page of contents", "A line that says Contents, and the lines with page numbers under it.", notes.contents),
        Rule("abstract", "Abstract", "The paragraph that begins with Abstract or Summary, or stands under such a line.", inside.abstract),
        Rule("keywords", "Keywords", "A line that begins with Keywords.", inside.keywords),
        Rule("references", "References", "The line that says References or Bibliography, and the entries under it.", notes.references),
        Rule("footnote", "Footnotes", "Lines that open with 1, 2, 3 and so on, where a mark in the text refers to them or they cite.", notes.footnotes),
        Rule("date", "Dates", "Lines that are a date and nothing else.", head.dates),
        Rule("title", "Title", "The first line above the running text that has three words; lines above it name the place of printing.", head.title),
        Rule("byline", "Author and office", "Between title and running text: names, and lines that name an institution or an office.", head.byline),
        Rule("biography", "Biography", "A short paragraph near the beginning or end that opens with the author’s name and says what the author is.", head.biography),
        Rule("caption", "Captions", "Short lines that name a photo, figure or agency, or repeat the author’s name among the paragraphs.", inside.captions),
        Rule("section_heading", "Headings", "Short lines without a stop, alone between paragraphs or numbered.", inside.headings),
        Rule(CUT, "Paragraphs cut by a page", "A line that stops in mid sentence is joined with the next line of running text, across notes."),
        Rule(MARKS, "Note marks", "Marks such as ¹ or [4] leave the words where a note or reference has that number."),
        Rule(HYPHENS, "Hyphens of line ends", "A hyphen goes where the word stands elsewhere in the text without it and its second half nowhere by itself."),
        Rule(ESCAPES, "Escapes", "A backslash before a sign, as in \\$, goes."),
    )
}  # fmt: skip
_NOTHING: Mapping[int, str] = {}


def give_roles(
    lines: Sequence[Line], off: Collection[str] = (), corrections: Mapping[int, str] = _NOTHING
) -> tuple[Line, ...]:
    """The same lines in the same order, each with its role, the rule that gave it, and whether it joins the line before.

    off: rules not to be used; corrections: by a line's number, the role that a person gave it, which stands. A role that
    the file itself gives stands as well.
    """
    joined = [False] * len(lines) if WRAPPED in off else pages.wrapped(lines)
    page = Page([_corrected(line, corrections.get(number)) for number, line in enumerate(lines)], joined)
    for rule in RULES.values():
        if rule.find and rule.name not in off:
            page.give(rule.name, rule.find(page))
    settled = [_corrected(line, corrections.get(number)) for number, line in enumerate(page.settled())]
    cut = set() if CUT in off else set(pages.cuts(settled))
    goes_on = [
        joined[place] and place > 0 and settled[place].role == settled[place - 1].role for place in range(len(lines))
    ]
    return tuple(replace(line, joins=goes_on[place] or place in cut) for place, line in enumerate(settled))


def _corrected(line: Line, role: str | None) -> Line:
    """The line with the role that a person gave it."""
    if role not in ROLES:
        return line
    return replace(line, role=role, rule="hand", level=(line.level or 2) if role == "heading" else 0)


def paragraphs(
    lines: Sequence[Line], corrections: Mapping[int, str] = _NOTHING, off: Collection[str] = ()
) -> tuple[Block, ...]:
    """The blocks that the lines make: joined lines one block, note marks out of the words, words mended."""
    settled = give_roles(lines, off, corrections)
    labels = frozenset() if MARKS in off else {line.label for line in settled if line.label and line.rule != "file"}
    groups: list[list[Line]] = []
    last_body: list[Line] | None = None
    for line in settled:
        if line.joins and (line.role != "body" or last_body is None):
            groups[-1].append(line)
        elif line.joins:
            last_body.append(line)
        else:
            groups.append([line])
            last_body = groups[-1] if line.role == "body" else last_body
    words = mending.words_of([line.text for line in settled if line.role == "body"])
    return tuple(_block(group, labels, words, off) for group in groups)


def _block(group: list[Line], labels: Collection[str], words: Mapping[str, int], off: Collection[str]) -> Block:
    first = group[0]
    if first.rule == "file":
        return Block(first.role, first.text, first.level, first.label, first.marks)
    text = group[0].text
    for line in group[1:]:
        text = text + line.text if text.endswith("-") and line.text[:1].islower() else f"{text} {line.text}"
    text = text if ESCAPES in off else mending.without_escapes(text)
    if first.label:
        return Block(first.role, _without_number(text), first.level, first.label)
    text, marks = mending.without_marks(text, labels)
    if HYPHENS not in off and first.role == "body" and not marks:
        text = mending.without_line_hyphens(text, words)
    return Block(first.role, text, first.level, "", first.marks or marks)


def _without_number(text: str) -> str:
    """A note or an entry without the number that opens it."""
    opened = re.match(r"^(?:[-•*]\s*)?(?:\[?\d{1,3}[\].)]?|[⁰¹²³⁴-⁹]{1,3})\s*", text)
    return text[opened.end() :] or text if opened else text
