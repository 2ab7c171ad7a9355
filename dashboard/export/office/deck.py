"""An empty deck in the look of the house: size, ground, type and colours, in the master, so that new slides have them too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from ...charts.theme import LIGHT
from ..figure import fonts
from ..letters import printable, shortened

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
# Faces that office programs bring along; the pages' own are seldom installed.
SERIF, SANS = "Georgia", "Calibri"
# Kinds of parts that tell of the file an empty one was made from.
SAMPLES = ("/thumbnail", "/extended-properties", "/printerSettings")
COVER, PLAIN = "Title Slide", "Title Only"


@dataclass(frozen=True)
class Place:
    """A rectangle on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[int, int, int, int]:
        """As shapes take it."""
        return tuple(Inches(length) for length in (self.left, self.top, self.width, self.height))

    def split_top(self, height: float) -> tuple[Place, Place]:
        """A strip of this height at the top, and the rest."""
        strip = Place(self.left, self.top, self.width, height)
        return strip, Place(self.left, self.top + height, self.width, self.height - height)

    def split_bottom(self, height: float) -> tuple[Place, Place]:
        """A strip of this height at the bottom, and the rest."""
        rest = Place(self.left, self.top, self.width, self.height - height)
        return Place(self.left, self.top + rest.height, self.width, height), rest

    def cell(self, row: int, column: int, rows: int, columns: int, gap: float) -> Place:
        """One of equal parts, parted by `gap`."""
        width, height = (self.width - gap * (columns - 1)) / columns, (self.height - gap * (rows - 1)) / rows
        return Place(self.left + column * (width + gap), self.top + row * (height + gap), width, height)

    def fitted(self, shape: float) -> Place:
        """The largest part, in the middle, of this height divided by its width."""
        width = min(self.width, self.height / shape)
        height = width * shape
        return Place(self.left + (self.width - width) / 2, self.top + (self.height - height) / 2, width, height)


WHOLE = Place(MARGIN, 0.42, WIDTH - 2 * MARGIN, HEIGHT - 0.42 - 0.3)


def empty_deck() -> Deck:
    """A deck of wide slides without any slide: two layouts, one for the cover and one for all else."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in list(deck.slide_layouts):
        if layout.name not in (COVER, PLAIN):
            deck.slide_layouts.remove(layout)
    _drop_samples(deck)
    master = deck.slide_masters[0]
    _dress(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    for holder in (master, *deck.slide_layouts):
        _widen(holder.shapes)
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            # Date, foot and number of the original stand where the receipt stands.
            if shape.placeholder_format.idx >= 10:
                shape._element.getparent().remove(shape._element)
    _place_titles(layout_named(deck, COVER), layout_named(deck, PLAIN))
    return deck


def layout_named(deck: Deck, name: str) -> SlideLayout:
    """A layout by its name."""
    return next(layout for layout in deck.slide_layouts if layout.name == name)


def colour(code: str) -> RGBColor:
    """`#1B1F24` as office programs take it."""
    return RGBColor.from_string(code.removeprefix("#"))


def words(
    slide: Slide, place: Place, text: str, *, size: float, colour: str = LIGHT.ink, italic: bool = False
) -> Shape:
    """A box of plain words."""
    box = slide.shapes.add_textbox(*place.emu())
    frame = box.text_frame
    _flush(frame)
    frame.text = printable(text)
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.italic = Pt(size), italic
        paragraph.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    return box


def lines_needed(text: str, width: float, size: float, *, serif: bool = False) -> int:
    """Lines that a text takes in a box so many inches wide, at most."""
    # The faces of office programs are no wider than the pages' own made so much larger.
    face, weight, wider = (fonts.SERIF, 600, 1.12) if serif else (fonts.SANS, 400, 1.04)
    return sum(len(fonts.wrapped(line, width * 72, size * wider, face, weight)) for line in text.split("\n"))


def fitting(text: str, width: float, sizes: Iterable[float], lines: int, *, serif: bool = False) -> float:
    """The first of these sizes in which a text takes no more lines; the last one where none does."""
    size = 0.0
    for size in sizes:
        if lines_needed(text, width, size, serif=serif) <= lines:
            break
    return size


def within(text: str, width: float, size: float, lines: int, *, serif: bool = False) -> str:
    """As much of a text as so many lines hold, its end marked where it was cut."""
    most = len(text)
    while lines_needed(shortened(text, most), width, size, serif=serif) > lines:
        most = round(most * 0.95) - 1
    return shortened(text, most)


def _drop_samples(deck: Deck) -> None:
    """Leave out what the original says of itself: a preview, how many slides it has, a printer."""
    for owner in (deck.part.package, deck.part):
        for key, related in list(owner._rels.items()):
            if related.reltype.endswith(SAMPLES):
                owner._rels.pop(key)


def _flush(frame: TextFrame) -> None:
    """Words begin at the very edge of their box, so that all edges on a slide agree."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _widen(shapes: Iterable[Shape]) -> None:
    """The original is as wide as 4:3."""
    for shape in shapes:
        if shape._element.xpath(".//a:xfrm"):
            shape.left, shape.width = (round(length * WIDTH / 10) for length in (shape.left, shape.width))


def _place_titles(cover: SlideLayout, plain: SlideLayout) -> None:
    title, under = cover.placeholders[0], cover.placeholders[1]
    for shape, place, size, anchor in (
        (title, Place(MARGIN, 1.3, WIDTH - 2 * MARGIN, 1.7), 40, MSO_ANCHOR.BOTTOM),
        (under, Place(MARGIN, 3.15, WIDTH - 2 * MARGIN, 0.9), 18, MSO_ANCHOR.TOP),
        (plain.placeholders[0], WHOLE.split_top(0.85)[0], 28, MSO_ANCHOR.MIDDLE),
    ):
        shape.left, shape.top, shape.width, shape.height = place.emu()
        _flush(shape.text_frame)
        shape.text_frame.vertical_anchor = anchor
        _style(shape, size, LIGHT.ink if shape is not under else LIGHT.muted)


def _style(shape: Shape, size: float, code: str) -> None:
    """The type of a placeholder of a layout, which slides take over: its list style, not its sample text."""
    styles = shape._element.txBody.find(qn("a:lstStyle"))
    for child in list(styles):
        styles.remove(child)
    level = etree.SubElement(styles, qn("a:lvl1pPr"), {"algn": "l", "marL": "0", "indent": "0"})
    etree.SubElement(level, qn("a:buNone"))
    run = etree.SubElement(level, qn("a:defRPr"), {"sz": str(round(size * 100)), "b": "0"})
    etree.SubElement(etree.SubElement(run, qn("a:solidFill")), qn("a:srgbClr"), {"val": code.removeprefix("#")})


def _dress(theme) -> None:  # noqa: ANN001 -- a part of the package
    """Faces and colours of the theme."""
    root = etree.fromstring(theme.blob)
    colours = {"dk1": LIGHT.ink, "lt1": LIGHT.ground, "dk2": LIGHT.neutral, "lt2": LIGHT.panel}
    colours |= {f"accent{number}": code for number, code in enumerate((*LIGHT.texts, LIGHT.neutral), start=1)}
    for name, code in colours.items():
        slot = root.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr"), {"val": code.removeprefix("#")})
    for kind, face in (("major", SERIF), ("minor", SANS)):
        root.find(f".//{qn(f'a:{kind}Font')}/{qn('a:latin')}").set("typeface", face)
    theme.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
