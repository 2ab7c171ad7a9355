"""The registry of the files one exhibit can become. To add one: a function and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from analysis import Corpus

from ..exhibits.base import Exhibit
from . import figures
from .sizes import DPI


@dataclass(frozen=True)
class Look:
    """How a figure is to look: its size (a key of SIZES) and, for a picture of dots, how many an inch."""

    size: str = "double"
    dpi: int = DPI


@dataclass(frozen=True)
class Format:
    """One kind of file: its name for people, its ending, its media type, what it holds, and how it is made."""

    label: str
    ending: str
    mime: str
    holds: Literal["figure", "table"]
    make: Callable[[Corpus, Exhibit, Look], bytes]


FORMATS = {
    form.ending: form
    for form in (
        Format("SVG", "svg", "image/svg+xml", "figure", lambda corpus, exhibit, look: figures.svg(exhibit, look.size)),
        Format("PNG", "png", "image/png", "figure", lambda corpus, exhibit, look: figures.png(exhibit, look.size, look.dpi)),
        Format("PDF", "pdf", "application/pdf", "figure", lambda corpus, exhibit, look: figures.pdf(exhibit, look.size)),
    )
}  # fmt: skip


def file_of(corpus: Corpus, exhibit: Exhibit, ending: str, look: Look = Look()) -> bytes:
    """An exhibit as a file of the kind `ending`. ExportError where it cannot be made here."""
    return FORMATS[ending].make(corpus, exhibit, look)
