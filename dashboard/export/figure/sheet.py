"""The sheet: a picture with its title over it, its words and its receipt under it, as one SVG that stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ...charts.theme import LIGHT, SANS, SERIF
from ..provenance import Provenance
from . import fonts
from .sizes import Size

SVG = "http://www.w3.org/2000/svg"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
OWN = "urn:parallax:exhibit"
_LEADING = 1.35
_GAP = 0.9
# What only a page on a screen needs.
_OF_THE_SCREEN = ("role", "tabindex", "data-row", "data-unformatted", "data-math", "pointer-events")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True)
class Picture:
    """A figure as SVG, and its size in its own units."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True)
class Frame:
    """What stands round a picture: lines of text over and under it, in the units of the sheet."""

    size: Size
    head: tuple[str, ...]
    words: tuple[str, ...]
    receipt: tuple[str, ...]

    @property
    def top(self) -> float:
        """Where the picture begins."""
        return self.size.margin + _height(self.head, self.size.title) + self.size.words * _GAP

    @property
    def below(self) -> float:
        """Room that is needed under the picture."""
        text = _height(self.words, self.size.words) + _height(self.receipt, self.size.receipt)
        return self.size.words * _GAP * 2 + text + self.size.margin


def frame(title: str, words: str, receipt: str, size: Size) -> Frame:
    """Title, words and receipt broken into lines for a size."""
    return Frame(
        size,
        tuple(fonts.wrapped(title, size.room, size.title, fonts.SERIF, 600)),
        tuple(fonts.wrapped(words, size.room, size.words)),
        tuple(fonts.wrapped(receipt, size.room, size.receipt)),
    )


def room_for_picture(framed: Frame) -> tuple[float, float | None]:
    """Width and (where the sheet has a height) height that are left for the picture."""
    height = framed.size.height
    return framed.size.room, None if height is None else height - framed.top - framed.below


def sheet(framed: Frame, picture: Picture, about: Provenance) -> bytes:
    """The whole sheet as an SVG file with its fonts, its size on paper and its metadata inside."""
    size, (across, down) = framed.size, room_for_picture(framed)
    scale = min(across / picture.width, (down or float("inf")) / picture.height)
    drawn = picture.height * scale
    height = size.height or round(framed.top + drawn + framed.below)
    root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    root.attrib.update(
        {
            "width": f"{size.mm:g}mm",
            "height": f"{size.mm / size.px * height:.2f}mm",
            "viewBox": f"0 0 {size.px} {height}",
            "role": "img",
        }
    )
    _child(root, "title", about.title)
    _child(root, "desc", f"{about.description} {about.receipt}")
    root.append(_metadata(about))
    _child(root, "style", fonts.embedded(picture.svg + about.title + about.description + about.receipt))
    _child(root, "rect", width=size.px, height=height, fill=LIGHT.ground)
    root.extend(_lines(framed.head, size.margin, size.margin, size.title, SERIF, LIGHT.ink, 600))
    root.append(_placed(picture, size.margin + (across - picture.width * scale) / 2, framed.top, scale))
    foot = height - framed.below + size.words * _GAP
    root.extend(_lines(framed.words, size.margin, foot, size.words, SANS, LIGHT.ink))
    foot += _height(framed.words, size.words) + size.words * _GAP
    root.extend(_lines(framed.receipt, size.margin, foot, size.receipt, SANS, LIGHT.muted))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _placed(picture: Picture, x: float, y: float, scale: float) -> etree._Element:
    """The picture's own SVG, scaled and set at its place; what only a screen needs is left out."""
    inner = etree.fromstring(picture.svg.encode(), _PARSER)
    for element in inner.iter(etree.Element):
        for name in _OF_THE_SCREEN:
            element.attrib.pop(name, None)
    inner.attrib.update(
        {
            "x": f"{x:.2f}",
            "y": f"{y:.2f}",
            "width": f"{picture.width * scale:.2f}",
            "height": f"{picture.height * scale:.2f}",
            "viewBox": f"0 0 {picture.width:g} {picture.height:g}",
        }
    )
    return inner


def _metadata(about: Provenance) -> etree._Element:
    """Dublin Core, which drawing programs show, and our own fields beside it."""
    metadata = etree.Element(f"{{{SVG}}}metadata")
    rdf = etree.SubElement(metadata, f"{{{_RDF}}}RDF", nsmap={"rdf": _RDF, "dc": _DC, "parallax": OWN})
    work = etree.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
    core = {"title": about.title, "description": about.description, "source": about.link, "creator": about.software}
    for name, value in core.items():
        etree.SubElement(work, f"{{{_DC}}}{name}").text = value
    for name, value in about.fields().items():
        etree.SubElement(work, f"{{{OWN}}}{name.lower()}").text = value
    return metadata


def _lines(
    lines: tuple[str, ...], x: float, y: float, size: float, family: str, fill: str, weight: int = 400
) -> Iterator[etree._Element]:
    for number, text in enumerate(lines):
        line = etree.Element(f"{{{SVG}}}text")
        line.text = text
        for name, value in {
            "x": x, "y": round(y + size * (1 + _LEADING * number), 2), "font-size": size, "font-family": family,
            "font-weight": weight, "fill": fill,
        }.items():  # fmt: skip
            line.set(name, str(value))
        yield line


def _height(lines: tuple[str, ...], size: float) -> float:
    return size * _LEADING * len(lines)


def _child(parent: etree._Element, name: str, text: str | None = None, **attributes: object) -> None:
    child = etree.SubElement(parent, f"{{{SVG}}}{name}", {key: str(value) for key, value in attributes.items()})
    child.text = text
