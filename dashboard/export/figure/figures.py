"""An exhibit's figure as SVG, PNG or PDF: on a sheet with title, words and receipt, metadata and fonts inside."""

from __future__ import annotations

import io
import re

import plotly.graph_objects as go

from ...charts.drawing import Drawing
from ...exhibits.base import Exhibit, Figure
from ..errors import ExportError
from ..provenance import Provenance, provenance
from . import browser
from .sheet import Picture, frame, room_for_picture, sheet
from .sizes import DPI, Size, require_dpi, size_named

BROWSER_MISSING = browser.MISSING
# A chart that is drawn wider than its place gets smaller letters; so much wider is still read.
_STRETCH = 1.5
_USUAL_HEIGHT = 450
# The remarks under names in the charts.
_SMALLEST_LABEL = 11
# A picture that the reader's browser makes has no choice of fineness, so it is fine enough for a large screen and print.
_CAMERA_DPI = 600


def svg(exhibit: Exhibit, size: str | Size = "double", *, bare: bool = False) -> bytes:
    """The sheet of an exhibit; bare: for a page that has title, words and receipt of its own. ExportError where its
    chart needs a browser and there is none."""
    chosen = size if isinstance(size, Size) else size_named(size)
    told = ("", "", "") if bare else (exhibit.title, exhibit.reading, exhibit.receipt.text())
    framed = frame(*told, chosen)
    drawn = _drawn(exhibit, chosen, *room_for_picture(framed))
    return sheet(framed, drawn, provenance(exhibit))


def png(exhibit: Exhibit, size: str | Size = "double", dpi: int = DPI, *, bare: bool = False) -> bytes:
    """The sheet as a picture of `dpi` dots an inch; bare: as in `svg`. ExportError without a browser."""
    require_dpi(dpi)
    chosen = size if isinstance(size, Size) else size_named(size)
    _require_browser()
    made = svg(exhibit, size, bare=bare)
    width = chosen.pixels(dpi)
    return _described(browser.png(made, width, round(width * _shape(made))), dpi, provenance(exhibit))


def pdf(exhibit: Exhibit, size: str = "double") -> bytes:
    """The sheet as a PDF of one page in its size on paper. ExportError without a browser."""
    chosen = size_named(size)
    _require_browser()
    made = svg(exhibit, size)
    return _signed(browser.pdf(made, chosen.mm, chosen.mm * _shape(made)), provenance(exhibit))


def blank(exhibit: Exhibit, size: str = "double") -> dict[str, object]:
    """All of a sheet but its picture, as plain data: the reader's own browser sets in what is on the screen."""
    about, chosen = provenance(exhibit), size_named(size)
    return {
        "title": exhibit.title,
        "words": exhibit.reading,
        "receipt": exhibit.receipt.text(),
        "about": about.fields(),
        "software": about.software,
        "size": {name: getattr(chosen, name) for name in ("px", "mm", "margin", "title", "words", "receipt")},
        "dpi": _CAMERA_DPI,
    }


def needs_browser(exhibit: Exhibit) -> bool:
    """Does even the SVG of this exhibit need a browser?"""
    return not isinstance(exhibit.figure(), Drawing)


def smallest_type(figure: Figure, size: str) -> float:
    """The smallest letters of a figure on paper, in points: few journals print less than 5."""
    chosen = size_named(size)
    if isinstance(figure, Drawing):
        text = _svg_of(figure, chosen)
        return chosen.points(_letters_of(text) * chosen.room / _box(text)[0])
    return chosen.points(_SMALLEST_LABEL * min(1.0, chosen.room / max(_least_width(figure), 1.0)))


def _require_browser() -> None:
    if not browser.found():
        raise ExportError(BROWSER_MISSING)


def _drawn(exhibit: Exhibit, size: Size, across: float, down: float | None) -> Picture:
    """The figure as a picture that fits its place on the sheet as well as may be."""
    figure = exhibit.figure()
    if isinstance(figure, Drawing):
        text = _svg_of(figure, size)
        return Picture(text, *_box(text))
    height = float(figure.layout.height or _USUAL_HEIGHT)
    width = max(across, _least_width(figure))
    if down:
        width = max(width, min(height * across / down, across * _STRETCH))
    return Picture(_chart(figure, width, height), width, height)


def _chart(figure: go.Figure, width: float, height: float) -> str:
    """A Plotly figure as SVG, the same on each run: the library gives its parts names at random."""
    plain = figure.to_plotly_json()
    for number, trace in enumerate(plain["data"]):
        trace["uid"] = f"trace{number}"
    made = browser.chart(plain, width, height)
    drawn_as = re.search(r'id="defs-(\w+)"', made)
    # Not after a number sign, where the same letters would be a colour.
    return re.sub(rf"(?<!#){drawn_as[1]}", "chart", made) if drawn_as else made


def _least_width(figure: go.Figure) -> float:
    return float((figure.layout.meta or {}).get("min_width", 0))


def _svg_of(figure: Drawing, size: Size) -> str:
    return figure.narrow if size.narrow else figure.wide


def _box(text: str) -> tuple[float, float]:
    """Width and height of an SVG, from its view box."""
    width, height = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text).groups()
    return float(width), float(height)


def _letters_of(text: str) -> float:
    return min((float(size) for size in re.findall(r'font-size="([\d.]+)"', text)), default=13.0)


def _shape(made: bytes) -> float:
    """Height of a sheet divided by its width."""
    width, height = _box(made[:2000].decode(errors="ignore"))
    return height / width


def _described(picture: bytes, dpi: int, about: Provenance) -> bytes:
    """A PNG with its density, so that it is placed in its size, and its metadata as text chunks."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    chunks = PngInfo()
    core = {"Title": about.title, "Description": about.description, "Software": about.software, "Source": about.link}
    for name, value in (core | about.fields()).items():
        chunks.add_itxt(name, value)
    Image.open(io.BytesIO(picture)).convert("RGB").save(
        made := io.BytesIO(), "PNG", pnginfo=chunks, dpi=(dpi, dpi), optimize=False
    )
    return made.getvalue()


def _signed(printed: bytes, about: Provenance) -> bytes:
    """A PDF with its metadata, and without the time of printing, so that the same exhibit gives the same file."""
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(io.BytesIO(printed))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    writer.metadata = None
    writer.add_metadata(
        {"/Title": about.title, "/Subject": about.description, "/Creator": about.software, "/Keywords": about.receipt}
        | {f"/{name}": value for name, value in about.fields().items()}
    )
    writer.write(made := io.BytesIO())
    return made.getvalue()
