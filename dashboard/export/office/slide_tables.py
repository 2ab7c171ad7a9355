"""Plain tables on a slide: thin lines, no boxes, in the type of the house."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches, Pt

from ...charts.theme import LIGHT
from ..table.rows import widths
from .deck import Place, colour

# Width of a letter by the size of the type, and white space in a cell, in inches.
LETTER, PADDING = 0.0074, 0.15
# The program's own style without fills and lines: the lines are drawn here.
_BARE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def add_table(
    slide: Slide, head: Sequence[str], body: Sequence[Sequence[str]], place: Place, *,
    size: float, right: Sequence[bool] = (), first_colours: Sequence[str] = (), row: float = 0.3,
) -> GraphicFrame:  # fmt: skip
    """A table with columns as wide as their words need. right: which columns are numbers; first_colours: of the words in
    the first column."""
    frame = slide.shapes.add_table(
        len(body) + 1, len(head), *Place(place.left, place.top, place.width, row * (len(body) + 1)).emu()
    )
    table = frame.table
    properties = table._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = _BARE_STYLE
    properties.set("bandRow", "0")
    for column, width in zip(table.columns, widths(head, body, place.width, size * LETTER, PADDING), strict=True):
        column.width = Inches(width)
    for number, texts in enumerate([head, *body]):
        table.rows[number].height = Inches(row)
        for at, text in enumerate(texts):
            code = LIGHT.muted if number == 0 else LIGHT.ink
            if number and not at and first_colours:
                code = first_colours[number - 1]
            _fill(table.cell(number, at), text, size, code, bold=bool(number and not at and first_colours))
            if right and right[at]:
                table.cell(number, at).text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
            _underline(table.cell(number, at), LIGHT.muted if number == 0 else LIGHT.grid)
    return frame


def _fill(cell: _Cell, text: str, size: float, code: str, *, bold: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.text = text
    font = cell.text_frame.paragraphs[0].font
    font.size, font.bold, font.color.rgb = Pt(size), bold, colour(code)


def _underline(cell: _Cell, code: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(properties, qn("a:lnB"), {"w": "9525"})
    etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), {"val": code.removeprefix("#")})
