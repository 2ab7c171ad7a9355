"""Small pictures drawn directly as SVG: they stand at once, before the chart library has reached the browser."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from .theme import SANS, SERIF, Theme


@dataclass(frozen=True)
class Drawing:
    """An SVG picture for a wide place and one for a narrow place (a phone). Marks carry `data-row`."""

    wide: str
    narrow: str


def svg(width: float, height: float, marks: list[str], theme: Theme, name: str) -> str:
    """One SVG document with its ground, an accessible name and its marks."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="group" '
        f"aria-label={quoteattr(name)} font-family={quoteattr(SANS)} fill={quoteattr(theme.ink)}>"
        f'<rect width="{width:g}" height="{height:g}" fill="{theme.ground}"/>{"".join(marks)}</svg>'
    )


def words(x: float, y: float, text: str, **style: object) -> str:
    """A line of text; `serif=True` sets it in the heading face."""
    if style.pop("serif", False):
        style["font_family"] = SERIF
    return f'<text x="{x:.1f}" y="{y:.1f}"{_attributes(style)}>{escape(text)}</text>'


def paragraph(
    x: float, y: float, text: str, *, width: int, leading: float, most: int = 3, **style: object
) -> tuple[str, int]:
    """Text broken into lines of at most `width` characters; the SVG and the number of lines."""
    lines = textwrap.wrap(text, width) or [""]
    if len(lines) > most:
        lines = [*lines[: most - 1], textwrap.shorten(" ".join(lines[most - 1 :]), width, placeholder=" …")]
    return "".join(words(x, y + leading * number, line, **style) for number, line in enumerate(lines)), len(lines)


def broken(text: str, letters: int) -> list[str]:
    """A name in one line or two of at most so many letters."""
    lines = textwrap.wrap(text, letters) or [""]
    return lines if len(lines) <= 2 else [lines[0], textwrap.shorten(" ".join(lines[1:]), letters, placeholder="…")]


def stacked(x: float, middle: float, lines: list[str], **style: object) -> str:
    """Lines of text under each other, centred on the height `middle`."""
    size = float(style["font_size"])
    first = middle + 0.35 * size - 0.55 * size * (len(lines) - 1)
    return "".join(words(x, first + 1.1 * size * number, text, **style) for number, text in enumerate(lines))


def line(x1: float, y1: float, x2: float, y2: float, **style: object) -> str:
    """A straight line."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"{_attributes(style)}/>'


def circle(x: float, y: float, radius: float, **style: object) -> str:
    """A disc."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"{_attributes(style)}/>'


def rectangle(x: float, y: float, width: float, height: float, **style: object) -> str:
    """A rectangle."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"{_attributes(style)}/>'


def mark(row: int, name: str, *parts: str) -> str:
    """Parts that answer a click as row `row` of the table; `name` is what a screen reader says."""
    return f'<g data-row="{row}" role="button" tabindex="0" aria-label={quoteattr(name)}>{"".join(parts)}</g>'


def tooltip(text: str) -> str:
    """What stands beside the pointer while it rests on a mark; a part of `mark`."""
    return f"<title>{escape(text)}</title>"


def _attributes(style: dict[str, object]) -> str:
    return "".join(f" {name.replace('_', '-')}={quoteattr(str(value))}" for name, value in style.items())
