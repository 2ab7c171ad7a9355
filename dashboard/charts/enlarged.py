"""A Plotly figure laid out anew for another place: all lengths grown by one factor, its letters with them."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

import numpy as np
import plotly.graph_objects as go

# Lengths in pixels, by the name they have in a figure. Axes, ranges and data are in units of their own.
_LENGTHS = {
    "size", "width", "thickness", "standoff", "ticklabelstandoff", "gridwidth", "zerolinewidth", "linewidth", "ticklen",
    "tickwidth", "xshift", "yshift", "ax", "ay", "borderpad", "borderwidth", "arrowwidth", "pad", "tracegroupgap",
    "l", "r", "t", "b", "outlinewidth",
}  # fmt: skip
_INLINE = re.compile(r"font-size:\s*([\d.]+)px")


def enlarged(figure: go.Figure, width: int, height: int, factor: float, least: float = 0) -> go.Figure:
    """The same figure for a place of width × height pixels: every length grown by `factor`, but no letters smaller
    than `least`."""
    plain = figure.to_plotly_json()
    grown = _grown(plain, _Growth(factor, least))
    grown["layout"] |= {"width": width, "height": height}
    return go.Figure(grown)


def smallest_letters(figure: go.Figure) -> float:
    """The smallest letters of a figure, in pixels."""
    found: list[float] = []
    _visit(figure.to_plotly_json(), found.append)
    return min(found)


class _Growth:
    """How a length of pixels grows, and how letters do."""

    def __init__(self, factor: float, least: float) -> None:
        self.factor, self.least = factor, least

    def length(self, pixels: float) -> float:
        """Whole pixels, which some lengths must be; a thin line keeps its fraction."""
        grown = pixels * self.factor
        return round(grown) if abs(grown) >= 6 or abs(pixels) >= 6 else grown

    def letters(self, pixels: float) -> float:
        # Plotly takes no letters of less than one pixel.
        return round(max(pixels * self.factor, self.least, 1), 1)


def _visit(part: object, note: Callable[[float], None], inside: str = "") -> None:
    if hasattr(part, "to_plotly_json"):
        part = part.to_plotly_json()
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "size" and "font" in inside and isinstance(value, int | float):
                note(float(value))
            elif name != "hoverlabel":
                _visit(value, note, name)
    elif isinstance(part, list | tuple):
        for value in part:
            _visit(value, note, inside)
    elif isinstance(part, str):
        for size in _INLINE.findall(part):
            note(float(size))


def _grown(part: object, growth: _Growth, inside: str = "") -> object:
    if hasattr(part, "to_plotly_json"):
        part = part.to_plotly_json()
    if isinstance(part, dict) and "bdata" in part:
        return _numbers(part)
    if isinstance(part, dict):
        bar = part.get("type") == "bar"
        # The tail of an arrow, where an axis says where it stands.
        placed = {name for name in ("ax", "ay") if part.get(f"{name}ref", "pixel") != "pixel"}
        return {
            name: _length(value, growth, letters="font" in inside and name == "size")
            if name in _LENGTHS and not (bar and name == "width") and name not in placed
            else _grown(value, growth, name)
            for name, value in part.items()
        }
    if isinstance(part, list | tuple):
        return [_grown(value, growth, inside) for value in part]
    if isinstance(part, str):
        return _INLINE.sub(lambda found: f"font-size:{growth.letters(float(found[1])):g}px", part)
    return part


def _length(value: object, growth: _Growth, *, letters: bool) -> object:
    grow = growth.letters if letters else growth.length
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return grow(value)
    if isinstance(value, dict) and "bdata" in value:
        value = _numbers(value)
    if isinstance(value, list | tuple | np.ndarray):
        return [grow(number) for number in value]
    return _grown(value, growth)


def _numbers(packed: dict[str, str]) -> np.ndarray:
    """An array as Plotly packs it for the browser."""
    numbers = np.frombuffer(base64.b64decode(packed["bdata"]), dtype=packed["dtype"])
    shape = str(packed.get("shape", "")).split(",")
    return numbers.reshape([int(side) for side in shape]) if shape != [""] else numbers
