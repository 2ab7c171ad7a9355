"""How a figure stands on a screen of a lecture hall: as large as it can be, with letters for the last row."""

from __future__ import annotations

import re
from dataclasses import dataclass

import plotly.graph_objects as go

from .drawing import Drawing
from .enlarged import enlarged, smallest_letters
from .theme import LIGHT

# The height of the smallest letters that the last row reads, where a screen is 1280 units wide.
LEAST_LETTERS = 24
# The usual letters of a chart, and how far its rows may be set closer, its columns narrower, than on a page.
_USUAL, _CLOSER, _NARROWER = 13.0, 0.72, 0.82
_USUAL_HEIGHT = 450


@dataclass(frozen=True)
class Staged:
    """A figure for a place of width × height: a chart, or a drawing as SVG; and the size of its smallest letters."""

    chart: go.Figure | None
    svg: str
    letters: float


def staged(figure: go.Figure | Drawing, width: int, height: int) -> Staged:
    """The figure for a place of width × height pixels. Where it is too full for letters that the last row reads, its
    letters are as large as may be."""
    return _drawing(figure, width, height) if isinstance(figure, Drawing) else _chart(figure, width, height)


def _chart(figure: go.Figure, width: int, height: int) -> Staged:
    wanted = LEAST_LETTERS / _USUAL
    natural = float(figure.layout.height or _USUAL_HEIGHT)
    least_width = float((figure.layout.meta or {}).get("min_width", 0)) or 1.0
    factor = min(wanted, height / (natural * _CLOSER), width / (least_width * _NARROWER))
    least = LEAST_LETTERS if factor == wanted else 0
    made = enlarged(figure, width, height, factor, least)
    return Staged(made, "", smallest_letters(made))


def _drawing(figure: Drawing, width: int, height: int) -> Staged:
    return max((_fitted(svg, width, height) for svg in (figure.wide, figure.narrow)), key=lambda fit: fit.letters)


def _fitted(svg: str, width: int, height: int) -> Staged:
    across, down = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    scale = min(width / across, height / down)
    smallest = min((float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)), default=_USUAL)
    sized = svg.replace("<svg ", f'<svg width="{across * scale:.0f}" height="{down * scale:.0f}" ', 1)
    return Staged(None, sized, smallest * scale)


def ground(theme_name: str) -> str:
    """The other ground: what a lecture in a light room has when it is dark, and the other way round."""
    return "dark" if theme_name == LIGHT.name else LIGHT.name
