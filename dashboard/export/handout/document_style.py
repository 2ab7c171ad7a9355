"""How a handout looks in a word processor: its styles, lines to write on, a box."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import bidirectional

from docx.document import Document as Doc
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from ..office.deck import SANS, SERIF
from ..office.document_look import TEXT_WIDTH, Look

_BLACK, _GREY = "#111111", "#444444"
INDENT = Mm(7)
# As in the reports, but black, and closer: a worksheet should not fill more paper than it needs.
STYLES: Mapping[str, Look] = {
    "Normal": (SANS, 11, _BLACK, False, False, 0, 5),
    "Title": (SERIF, 20, _BLACK, False, False, 4, 4),
    "Heading 1": (SERIF, 14, _BLACK, False, False, 14, 4),
    "Caption": (SANS, 9.5, _BLACK, False, False, 2, 6),
    "Receipt": (SANS, 8, _GREY, False, False, 6, 4),
    "Table Head": (SANS, 8.5, _BLACK, True, False, 1, 1),
    "Kind": (SANS, 9.5, _GREY, False, False, 0, 6),
    "Question": (SANS, 11, _BLACK, False, False, 12, 3),
    "Answer": (SANS, 11, _BLACK, False, False, 0, 3),
    "Key": (SANS, 11, _BLACK, False, False, 0, 4),
    "Passage": (SANS, 11, _BLACK, False, False, 0, 6),
    "Note": (SANS, 9.5, _GREY, False, False, 0, 4),
    "Statement": (SERIF, 16, _BLACK, True, False, 10, 10),
    "Writing Line": (SANS, 11, _BLACK, False, False, 9, 0),
    "Box Head": (SANS, 11, _BLACK, False, False, 4, 2),
}
_HANGING = ("Question", "Passage")
_INDENTED = ("Answer", "Key")


def ruled_styles(doc: Doc) -> None:
    """What the looks cannot say: indents, what stays together, lines under and over."""
    for name in (*_HANGING, *_INDENTED):
        shape = doc.styles[name].paragraph_format
        shape.left_indent = INDENT
        if name in _HANGING:
            shape.first_line_indent = -INDENT
            shape.tab_stops.add_tab_stop(INDENT)
    answer = doc.styles["Answer"].paragraph_format
    answer.tab_stops.add_tab_stop(INDENT + Mm(7))
    for name in ("Question", "Box Head", "Kind"):
        doc.styles[name].paragraph_format.keep_with_next = True
    for name in ("Passage", "Question", "Statement"):
        doc.styles[name].paragraph_format.keep_together = True
    _borders(doc.styles["Kind"].element.get_or_add_pPr(), {"bottom": _BLACK})
    _borders(doc.styles["Statement"].element.get_or_add_pPr(), {"top": _BLACK, "bottom": _BLACK}, space=6)


def line_to_write_on(paragraph: Paragraph, left: Length, right: float) -> None:
    """A line across: a tab that leads with a rule, which every word processor prints. right: in millimetres."""
    stops = paragraph.paragraph_format.tab_stops
    if left:
        paragraph.paragraph_format.left_indent = left
    stops.add_tab_stop(Mm(right), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run("\t")


def ruled(paragraph: Paragraph, side: str, colour: str, *, between: bool = False) -> None:
    """A thin line over ("top") or under ("bottom") a paragraph; between: also where the next has the same, which a
    word processor would set in one frame with it."""
    _borders(paragraph._p.get_or_add_pPr(), {side: colour} | ({"between": colour} if between else {}))


def boxed(doc: Doc) -> _Cell:
    """An empty box across the page."""
    table = doc.add_table(1, 1)
    table.autofit = False
    cell = table.rows[0].cells[0]
    table.columns[0].width = cell.width = Mm(TEXT_WIDTH)
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_line(side, _BLACK, 0))
    cell._tc.get_or_add_tcPr().append(borders)
    return cell


def directed(paragraph: Paragraph, text: str) -> None:
    """Set a paragraph from right to left if its text is: by its first letter that has a direction."""
    strong = (bidirectional(letter) for letter in text)
    if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") == "L":
        return
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


def _borders(properties: BaseOxmlElement, sides: Mapping[str, str], space: int = 3) -> None:
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = OxmlElement("w:pBdr")
    for side, colour in sides.items():
        borders.append(_line(side, colour, space))
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
        "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing",
        "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection",
        "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
        "w:pPrChange",
    )  # fmt: skip


def _line(side: str, colour: str, space: int) -> BaseOxmlElement:
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "6"), ("space", str(space)), ("color", colour.removeprefix("#"))):
        line.set(qn(f"w:{name}"), value)
    return line
