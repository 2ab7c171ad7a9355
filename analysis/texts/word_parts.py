"""The paragraphs of a Word document's XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .lines import one_line, without_unseen

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# Deleted or moved away, and what is only there for programs that cannot show the other.
_LEFT_OUT = {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sdtPr", "fldChar"}
_SPACES = {"tab", "br", "cr", "ptab"}
_HEADING = re.compile(r"^heading (\d)$")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph that holds words. marks: offset in `text`, and the kind and number of the note."""

    text: str
    role: str = "body"
    level: int = 0
    marks: tuple[tuple[int, str], ...] = ()


class WordStyles:
    """What the styles of a document mean for the role of a paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        self._names: dict[str, str] = {}
        for style in root if root is not None else ():
            if _local(style) == "style":
                name = next((self.value(child) for child in style if _local(child) == "name"), "")
                self._names[style.get(self.attribute("styleId")) or style.get(f"{_STRICT}styleId") or ""] = name.lower()

    def attribute(self, name: str) -> str:
        """An attribute's name in the XML."""
        return f"{_WORD}{name}"

    def value(self, element: etree._Element) -> str:
        """The value that an element of properties has."""
        return element.get(f"{_WORD}val") or element.get(f"{_STRICT}val") or ""

    def role(self, paragraph: etree._Element) -> tuple[str, int]:
        """Role and rank of a paragraph by its style or its place in the outline."""
        properties = next((child for child in paragraph if _local(child) == "pPr"), None)
        for child in properties if properties is not None else ():
            if _local(child) == "pStyle":
                name = self._names.get(self.value(child), self.value(child).lower())
                heading = _HEADING.match(name)
                if heading:
                    return "heading", min(int(heading[1]) + 1, 6)
                if name in ("title", "caption", "subtitle"):
                    return ("caption", 0) if name == "caption" else ("heading", 1 if name == "title" else 2)
            elif _local(child) == "outlineLvl" and self.value(child).isdigit() and int(self.value(child)) < 6:
                return "heading", int(self.value(child)) + 2
        return "body", 0


def paragraphs_of(root: etree._Element, styles: WordStyles) -> Iterator[Paragraph]:
    """The paragraphs under an element in the order of reading: those of tables cell by cell, those of text boxes after
    the paragraph that the box hangs on."""
    # A stack of what is still to be read, so that depth costs no recursion.
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or _local(element) in _LEFT_OUT:
            continue
        if _local(element) == "p":
            boxes: list[etree._Element] = []
            paragraph = _paragraph(element, styles, boxes)
            waiting += reversed(boxes)
            if paragraph is not None:
                yield paragraph
        else:
            waiting += reversed(element)


def _paragraph(element: etree._Element, styles: WordStyles, boxes: list[etree._Element]) -> Paragraph | None:
    """The words of a paragraph with its note marks; the text boxes found on the way are added to `boxes`."""
    text, marks = "", []
    for piece in _pieces(element, boxes):
        if isinstance(piece, str):
            text = re.sub(r"\s+", " ", text + without_unseen(piece))
        else:
            marks.append((len(text), piece[0]))
    lead = len(text) - len(text.lstrip())
    words = one_line(text)
    if not words:
        return None
    role, level = styles.role(element)
    return Paragraph(
        words, role, level, tuple((min(max(offset - lead, 0), len(words)), mark) for offset, mark in marks)
    )


def _pieces(paragraph: etree._Element, boxes: list[etree._Element]) -> Iterator[str | tuple[str]]:
    """The words of a paragraph as strings, its note marks as one-tuples, in order."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        name = _local(element)
        if name == "t":
            yield element.text or ""
        elif name in _SPACES:
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name in ("footnoteReference", "endnoteReference"):
            number = element.get(f"{_WORD}id") or element.get(f"{_STRICT}id")
            yield (f"{name.removesuffix('Reference')} {number}",)
        elif name == "txbxContent":
            boxes.append(element)
        elif name not in _LEFT_OUT and not (name == "r" and _is_hidden(element)):
            waiting += reversed(element)


def _is_hidden(run: etree._Element) -> bool:
    properties = next((child for child in run if _local(child) == "rPr"), None)
    return properties is not None and any(_local(child) == "vanish" for child in properties)


def _local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
