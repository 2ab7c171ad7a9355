"""Reading Word documents: paragraphs, tables, text boxes and notes in their order, insertions kept, deletions left out."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from ..errors import CorpusError
from .archive import DAMAGE, TooLarge, kind_of_zip, open_zip, unpack
from .lines import Draft, Line, one_line
from .reading import Read, ReadingChoices
from .word_parts import Paragraph, WordStyles, paragraphs_of
from .xml import parsed

MOST_TEXT_BYTES = 60_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_OTHERS = {
    "odt": "is an OpenDocument text: save it as .docx", "ods": "is an OpenDocument spreadsheet: save it as .xlsx",
    "xlsx": "is an Excel workbook: give it the ending .xlsx", "zip": "is a ZIP file: give it the ending .zip",
}  # fmt: skip
_CORE = {"title": "{http://purl.org/dc/elements/1.1/}title", "author": "{http://purl.org/dc/elements/1.1/}creator"}
_NO_TITLE = re.compile(
    r"^(?:microsoft word\b.*|document ?\d*|dokument ?\d*|untitled.*|unbenannt.*|\W*)$", re.IGNORECASE
)


def read_word(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """The text of a document; pictures are never unpacked, and nothing it refers to is opened.

    CorpusError where it is no Word document, locked, damaged, too large, or holds no words.
    """
    packed = _opened(name, content)
    document = parsed(name, _part(name, packed, "word/document.xml"))
    styles = WordStyles(_optional(name, packed, "word/styles.xml"))
    body = list(paragraphs_of(document, styles))
    notes = _notes(name, packed, body, styles)
    around = [
        _margin(name, packed, part, styles)
        for part in sorted(packed.namelist())
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", part)
    ]
    furniture = dict.fromkeys(line for lines in around for line in lines)
    lines = [*(Line(text, "boilerplate", rule="file") for text in furniture), *_lines(body, notes), *notes.values()]
    if not any(map(str.isalnum, "".join(line.text for line in lines))):
        raise CorpusError(f"{name} holds no words: perhaps its pages are pictures.")
    return Read((Draft(name, tuple(lines), "docx", _properties(name, packed)),))


def _opened(name: str, content: bytes) -> zipfile.ZipFile:
    if content.startswith(_OLD):
        raise CorpusError(f"{name} is an old Word file or locked with a password: save it as .docx without a password.")
    if content and not content.startswith(b"PK"):
        raise CorpusError(
            f"{name} is no Word file: give it the ending of what it is, such as .txt, or save it as .docx."
        )
    packed = open_zip(name, content)
    if "word/document.xml" not in packed.namelist():
        raise CorpusError(f"{name} {_OTHERS.get(kind_of_zip(content), 'is no Word file: save it as .docx')}.")
    return packed


def _part(name: str, packed: zipfile.ZipFile, part: str) -> bytes:
    try:
        return unpack(packed, part, MOST_TEXT_BYTES)
    except TooLarge as error:
        raise CorpusError(f"{name} {error}: cut it into parts, or save it as plain text.") from None
    except (NotImplementedError, *DAMAGE):
        raise CorpusError(f"{name} is damaged or cut off: open it in Word and save it anew.") from None


def _optional(name: str, packed: zipfile.ZipFile, part: str) -> etree._Element | None:
    return parsed(name, _part(name, packed, part)) if part in packed.namelist() else None


def _notes(name: str, packed: zipfile.ZipFile, body: list[Paragraph], styles: WordStyles) -> dict[str, Line]:
    """The notes by their mark (its kind and number in the file), in the order of the marks, numbered anew from 1."""
    told: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        part = _optional(name, packed, f"word/{kind}s.xml")
        for note in part if part is not None else ():
            key = f"{kind} {note.get(styles.attribute('id'))}"
            told[key] = one_line(" ".join(paragraph.text for paragraph in paragraphs_of(note, styles)))
    marks = dict.fromkeys(mark for paragraph in body for _, mark in paragraph.marks)
    kept = [mark for mark in marks if told.get(mark)]
    return {mark: Line(told[mark], "note", label=str(number), rule="file") for number, mark in enumerate(kept, start=1)}


def _lines(body: list[Paragraph], notes: dict[str, Line]) -> list[Line]:
    """The paragraphs as lines, each mark with the number of its note."""
    return [
        Line(
            paragraph.text, paragraph.role, paragraph.level,
            marks=tuple((offset, notes[mark].label) for offset, mark in paragraph.marks if mark in notes),
            rule="" if paragraph.role == "body" else "file",
        )
        for paragraph in body
    ]  # fmt: skip


def _margin(name: str, packed: zipfile.ZipFile, part: str, styles: WordStyles) -> list[str]:
    """What stands at the head or foot of the pages."""
    root = _optional(name, packed, part)
    return [] if root is None else [paragraph.text for paragraph in paragraphs_of(root, styles)]


def _properties(name: str, packed: zipfile.ZipFile) -> dict[str, object]:
    """Title and author, as the document's properties tell them."""
    try:
        root = _optional(name, packed, "docProps/core.xml")
    except CorpusError:
        return {}
    told = {key: one_line(root.findtext(tag) or "")[:300] for key, tag in _CORE.items()} if root is not None else {}
    if _NO_TITLE.match(told.get("title", "")):
        told.pop("title", None)
    return {key: value for key, value in told.items() if value}
