"""Labels of dots in a chart as wide as the screen: none covers another label, the dot of a labelled word, or the frame.

A chart is as wide as its place on the screen, so a label is placed for the narrowest and the widest place at once.
Dots keep their share of the width and labels their distance from the dot in pixels, so every edge moves evenly
between the two: what lies apart in the same order at both, lies apart at all widths between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from .map_labels import text_width


class Box(NamedTuple):
    """A rectangle in pixels: its left and right edge in the narrowest and in the widest chart, top and bottom."""

    left: float
    right: float
    left_wide: float
    right_wide: float
    top: float
    bottom: float

    def apart(self, other: Box) -> bool:
        """Do the two not touch at any width?"""
        if self.bottom <= other.top or other.bottom <= self.top:
            return True
        before = self.right <= other.left and self.right_wide <= other.left_wide
        return before or (other.right <= self.left and other.right_wide <= self.left_wide)

    def inside(self, frame: Box) -> bool:
        """Does it lie within the frame at every width?"""
        across = self.left >= frame.left and self.right <= frame.right
        wide = self.left_wide >= frame.left_wide and self.right_wide <= frame.right_wide
        return across and wide and self.top >= frame.top and self.bottom <= frame.bottom


class Spot(NamedTuple):
    """Where a label stands from its dot: pixels right and up, and which edge of the label is meant."""

    right: float
    up: float
    xanchor: str
    yanchor: str


# From the place readers expect to the least usual; the last ones stand off a little further.
SPOTS = (
    Spot(7, 0, "left", "middle"), Spot(-7, 0, "right", "middle"), Spot(0, 6, "center", "bottom"),
    Spot(0, -6, "center", "top"), Spot(5, 4, "left", "bottom"), Spot(-5, 4, "right", "bottom"),
    Spot(5, -4, "left", "top"), Spot(-5, -4, "right", "top"), Spot(14, 8, "left", "bottom"),
    Spot(-14, 8, "right", "bottom"), Spot(14, -8, "left", "top"), Spot(-14, -8, "right", "top"),
)  # fmt: skip


def box_of(x: tuple[float, float], y: float, text: str, spot: Spot, size: float) -> Box:
    """The room a label takes. x: of its dot in the narrowest and the widest chart; y: downwards."""
    width, height = text_width(text, size) + 2, 1.3 * size
    left = spot.right - {"left": 0, "center": width / 2, "right": width}[spot.xanchor]
    top = y - spot.up - {"top": 0, "middle": height / 2, "bottom": height}[spot.yanchor]
    return Box(x[0] + left, x[0] + left + width, x[1] + left, x[1] + left + width, top, top + height)


def dot_box(x: tuple[float, float], y: float, radius: float) -> Box:
    """The room a dot takes."""
    return Box(x[0] - radius, x[0] + radius, x[1] - radius, x[1] + radius, y - radius, y + radius)


def place_labels(
    x: np.ndarray, y: np.ndarray, texts: Sequence[str], frame: Box, *, most: int, size: float = 13, radius: float = 5,
    weight: np.ndarray | None = None, taken: Iterable[Box] = (), covering: np.ndarray | None = None,
    spots: Sequence[Spot] = SPOTS,
) -> dict[int, Spot]:  # fmt: skip
    """A place for the labels of up to `most` dots, the first in order first; a dot whose label finds none has none.

    x: a row a dot, its pixel in the narrowest and in the widest chart; y: downwards; weight: how bad it is to cover a
    dot that has no label (1 each), and covering: how much of that each label may do; taken: boxes to keep off; spots:
    where a label may stand. Of the places that are free, the one covering least is taken; ties go to the first.
    """
    weight = np.ones(len(y)) if weight is None else weight
    covering = np.ones(len(y)) if covering is None else covering
    labels, dots, placed = list(taken), [], {}
    for number, text in enumerate(texts):
        if len(placed) == most:
            break
        at, dot = (float(x[number][0]), float(x[number][1])), dot_box(x[number], float(y[number]), radius)
        if not all(dot.apart(label) for label in labels):
            continue
        boxes = [(spot, box_of(at, float(y[number]), text, spot, size)) for spot in spots]
        free = [(spot, box) for spot, box in boxes if box.inside(frame) and all(map(box.apart, [*labels, *dots]))]
        under = [covered(box, x, y, weight, radius) for _, box in free]
        if free and min(under) <= covering[number]:
            spot, box = free[under.index(min(under))]
            placed[number] = spot
            labels.append(box)
            dots.append(dot)
    return placed


def covered(box: Box, x: np.ndarray, y: np.ndarray, weight: np.ndarray, radius: float) -> float:
    """The weight of the dots that a label touches at some width."""
    before = (x[:, 0] + radius <= box.left) & (x[:, 1] + radius <= box.left_wide)
    after = (x[:, 0] - radius >= box.right) & (x[:, 1] - radius >= box.right_wide)
    level = (y + radius > box.top) & (y - radius < box.bottom)
    return float(weight[level & ~before & ~after].sum())
