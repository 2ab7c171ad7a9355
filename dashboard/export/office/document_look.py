"""An empty document in the look of the house: page, type and styles; and what the library cannot say of a document."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from ...charts.theme import LIGHT
from .deck import SAMPLES, SANS, SERIF

# A4, in millimetres.
_PAGE, _MARGIN = (210, 297), 22
TEXT_WIDTH = _PAGE[0] - 2 * _MARGIN
# Of a style: face, size, colour, bold, italic, points before and after.
Look = tuple[str, float, str, bool, bool, float, float]
_STYLES: Mapping[str, Look] = {
    "Normal": (SANS, 10.5, LIGHT.ink, False, False, 0, 6),
    "Title": (SERIF, 26, LIGHT.ink, False, False, 0, 4),
    "Subtitle": (SANS, 11, LIGHT.muted, False, False, 0, 14),
    "Heading 1": (SERIF, 17, LIGHT.ink, False, False, 22, 6),
    "Caption": (SANS, 9.5, LIGHT.ink, False, False, 2, 8),
    "Quote": (SANS, 11, LIGHT.ink, False, True, 0, 8),
    "Figure": (SANS, 10.5, LIGHT.ink, False, False, 4, 2),
    "Receipt": (SANS, 8, LIGHT.muted, False, False, 3, 6),
    "Table Head": (SANS, 8.5, LIGHT.muted, True, False, 1, 1),
    "Table Text": (SANS, 8.5, LIGHT.ink, False, False, 1, 1),
    "Source": (SANS, 10.5, LIGHT.ink, False, False, 0, 4),
}
_WITH_THE_NEXT = ("Heading 1", "Figure", "Table Head")


def blank_document(more: Mapping[str, Look] = MappingProxyType({})) -> Doc:
    """A document without a word, on A4. more: styles beside the usual ones, or other looks of these, by name."""
    doc = Document()
    rels = doc.part.package.rels
    for key in [key for key, related in rels.items() if related.reltype.endswith(SAMPLES)]:
        del rels[key]
    section = doc.sections[0]
    section.page_width, section.page_height = (Mm(length) for length in _PAGE)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    known = {style.name for style in doc.styles}
    for name, look in {**_STYLES, **more}.items():
        if name not in known:
            doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = doc.styles["Normal"]
        _dress(doc.styles[name], *look)
        doc.styles[name].paragraph_format.keep_with_next = name in _WITH_THE_NEXT
    return doc


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that the word processor works out again, and what it shows until then."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    properties, text = OxmlElement("w:rPr"), OxmlElement("w:t")
    properties.append(OxmlElement("w:b"))
    text.text = shown
    run.extend([properties, text])
    made.append(run)
    paragraph._p.append(made)


def rule_under(cell: _Cell, colour: str) -> None:
    """A thin line under a cell."""
    borders, line = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", colour.removeprefix("#"))):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)


def repeat_on_each_page(row: _Row) -> None:
    """Make a row the head of its table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Let no page end inside a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _dress(
    style: ParagraphStyle, face: str, size: float, colour: str, bold: bool, italic: bool, before: float, after: float
) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.1
    properties = style.element.get_or_add_rPr()
    # The original's styles point to faces of a theme, which would win over a name; its title is spaced out.
    for name in ("w:rFonts", "w:spacing", "w:kern"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    fonts = properties.get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), face)
    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
