"""The registry of the files one exhibit can become. To add one: a function and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis import Corpus

from ..exhibits.base import Exhibit
from .figure import figures
from .figure.sizes import DPI


@dataclass(frozen=True)
class Look:
    """How a figure is to look: its size (a key of SIZES) and, for a picture of dots, how many an inch."""

    size: str = "double"
    dpi: int = DPI


@dataclass(frozen=True)
class Format:
    """One kind of file: its name for people, its ending, its media type, a line on what it is for, how it is made, and
    whether it has a size on paper and is made of dots."""

    label: str
    ending: str
    mime: str
    help: str
    make: Callable[[Corpus, Exhibit, Look], bytes]
    sized: bool = False
    dotted: bool = False


# The libraries of the other kinds are loaded when a file of theirs is asked for: no page waits for them.
def _svg(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    return figures.svg(exhibit, look.size)


def _png(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    return figures.png(exhibit, look.size, look.dpi)


def _pdf(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    return figures.pdf(exhibit, look.size)


def _html(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    from .web.page import exhibit_page

    return exhibit_page(corpus, exhibit)


def _csv(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    from .table.tables import csv

    return csv(exhibit)


def _xlsx(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    from .table.workbook import xlsx

    return xlsx(exhibit)


def _json(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    from .table.tables import json

    return json(exhibit)


def _latex(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    from .table.latex import latex

    return latex(exhibit)


def _parquet(corpus: Corpus, exhibit: Exhibit, look: Look) -> bytes:
    from .table.tables import parquet

    return parquet(exhibit)


_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    form.ending: form
    for form in (
        Format("SVG", "svg", "image/svg+xml", "A vector drawing to edit and to print; its fonts are inside.", _svg, sized=True),
        Format("PNG", "png", "image/png", "A picture of dots, for slides and word processors.", _png, sized=True, dotted=True),
        Format("PDF", "pdf", "application/pdf", "A vector page for LaTeX and printers; its fonts are inside.", _pdf, sized=True),
        Format("HTML", "html", "text/html", "A page for any browser, without a network: a click on a mark shows its passages.", _html),
        Format("CSV", "csv", "text/csv", "The table for any program, every figure kept; its receipt is in the other kinds.", _csv),
        Format("Excel", "xlsx", _SHEET, "The table, what its columns mean, and its receipt, on three sheets.", _xlsx),
        Format("JSON", "json", "application/json", "The table with all that explains it, for programs.", _json),
        Format("LaTeX", "tex", "application/x-tex", "The table to be set in an article; it says which packages it needs.", _latex),
        Format("Parquet", "parquet", "application/vnd.apache.parquet", "The table with its types, for Python and R.", _parquet),
    )
}  # fmt: skip


def file_of(corpus: Corpus, exhibit: Exhibit, ending: str, look: Look = Look()) -> bytes:
    """An exhibit as a file of the kind `ending`. ExportError where it cannot be made here."""
    return FORMATS[ending].make(corpus, exhibit, look)
