"""Reading PDF files: the words of each page as paragraphs, each with its page; heads and feet of pages have their role."""

from __future__ import annotations

import io
import logging
import re
import struct
from collections import Counter

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ..errors import CorpusError
from .lines import Draft, Line, one_line
from .pdf_layout import PageLine, Vocabulary, joined_lines, lines_of_page, margins
from .reading import MOST_LETTERS, Read, ReadingChoices
from .years import read_year

MOST_PAGES = 2_000
_WEB_PAGE = (b"<!doctype html", b"<html", b"<head")
# What pypdf raises beside its own errors on files that are damaged on purpose.
_DAMAGE = (
    PyPdfError, RecursionError, ValueError, LookupError, TypeError, AttributeError, OSError, ArithmeticError, AssertionError,
    NotImplementedError, struct.error,
)  # fmt: skip
# Letters for private use and signs for what is unknown: fonts that do not say what their pictures mean.
_UNKNOWN_LETTERS = 0.25


def read_pdf(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """The text of a PDF. CorpusError where it is none, locked, damaged, too long, or holds pictures of pages only."""
    _require_pdf(name, content)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(_with_an_end(content)), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise CorpusError(f"{name} is locked with a password: save it without one.")
        n_pages = len(reader.pages)
        if n_pages > MOST_PAGES:
            raise CorpusError(f"{name} has {n_pages:,} pages, and {MOST_PAGES:,} are read at most: cut it into parts.")
        pages = _pages(name, reader)
        metadata = _properties(reader)
    except CorpusError:
        raise
    except _DAMAGE:
        raise CorpusError(
            f"{name} is damaged or built in a way that cannot be read: save it anew as PDF, or as plain text."
        ) from None
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    if len(empty) == len(pages):
        raise CorpusError(f"{name} holds pictures of pages and no text: have the text recognised first (OCR).")
    notices = (
        [f"{len(empty):,} of {len(pages):,} pages of {name} have no text: perhaps they are pictures."] if empty else []
    )
    return Read((Draft(name, _lines(name, pages), "pdf", metadata, tuple(notices)),))


def _require_pdf(name: str, content: bytes) -> None:
    if not content:
        raise CorpusError(f"{name} is empty: check that it was saved, or choose another file.")
    if content.lstrip()[:20].lower().startswith(_WEB_PAGE):
        raise CorpusError(
            f"{name} is a web page, perhaps one that says why the PDF could not be had: download it again."
        )
    if b"%PDF" not in content[:2048]:
        raise CorpusError(f"{name} is no PDF file: give it the ending of what it is, such as .txt.")


def _with_an_end(content: bytes) -> bytes:
    """The file with an end of its own where it was cut off: its objects can then still be found."""
    catalog = re.search(rb"(\d{1,9}) (\d{1,5}) obj\s*<<[^<>]{0,300}/Type\s*/Catalog\b", content)
    if b"startxref" in content[-4096:] or catalog is None:
        return content
    return content + b"\ntrailer\n<< /Root %s %s R >>\nstartxref\n0\n%%%%EOF\n" % (catalog[1], catalog[2])


def _pages(name: str, reader: PdfReader) -> list[list[PageLine]]:
    """The lines of each page."""
    pages, letters, seen = [], 0, Counter()
    for number, page in enumerate(reader.pages, start=1):
        # One page a thousand times over is built to keep a reader busy.
        reference = page.indirect_reference
        seen[reference and reference.idnum] += 1
        if reference is not None and seen[reference.idnum] > 3:
            raise CorpusError(f"{name} shows the same page again and again: save it anew as PDF, or as plain text.")
        lines = lines_of_page(page, number)
        letters += sum(len(line.text) for line in lines)
        if letters > MOST_LETTERS:
            raise CorpusError(f"{name} has more than {MOST_LETTERS:,} letters: cut it into parts.")
        pages.append(lines)
    return pages


def _lines(name: str, pages: list[list[PageLine]]) -> tuple[Line, ...]:
    """The paragraphs of all pages; a paragraph that a page cuts stays two lines, which the rules join."""
    text = " ".join(line.text for lines in pages for line in lines)
    unknown = sum("\ue000" <= letter <= "\uf8ff" or letter == "\ufffd" for letter in text)
    if unknown > _UNKNOWN_LETTERS * len(text):
        raise CorpusError(
            f"{name} does not say what its letters mean: have the text recognised (OCR), or save it as plain text."
        )
    furniture, known = margins(pages), Vocabulary.of(pages)
    lines: list[Line] = []
    for page in pages:
        edge = [line for line in page if line in furniture]
        head, foot = (
            [Line(line.text, "boilerplate", page=line.page, rule="running_head") for line in edge if line.top is top]
            for top in (True, False)
        )
        lines += [*head, *joined_lines([line for line in page if line not in furniture], known), *foot]
    return tuple(lines)


def _properties(reader: PdfReader) -> dict[str, object]:
    """Title and author, where the file's properties tell them in earnest."""
    about = reader.metadata or {}
    told = {key: one_line(str(about.get(f"/{key.title()}") or ""))[:300] for key in ("title", "author")}
    if (
        told["title"].lower().startswith(("microsoft word", "untitled", "document", "about:"))
        or "." in told["title"][-5:]
    ):
        told["title"] = ""
    created = str(about.get("/CreationDate") or "")[2:6]
    told["created"] = created if read_year(created) else ""
    return {key: value for key, value in told.items() if value}
