"""A map of groups and words: large and small points with labels that never collide."""

from __future__ import annotations

import math
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np
import pandas as pd

from .drawing import Drawing, circle, line, mark, paragraph, rectangle, svg, words
from .map_labels import Box, Label, leader, place_labels
from .theme import Styles, Theme

# A point that shows less than this share of its distance from the centre is not where it seems to be.
POOR = 0.5
_KEY = (
    "Large: what is compared; small: words. Hollow: less than half of the distance from the centre is shown, so the "
    "point is not where it seems to be."
)
_KEY_OF_A_PHONE = " A point without a name tells it on a click."
_AXES = ["axis_1", "axis_2"]


def correspondence_map(table: pd.DataFrame, shares: list[float], styles: Styles, theme: Theme) -> Drawing:
    """table: kind ("group" or "term"), name, count, axis_1, axis_2 (missing where there is one axis), quality (0 to 1).

    shares: of all differences, what each axis shows. One unit is as long across as upwards. Faint: quality below .5.
    """
    name = "Map: " + "; ".join(f"{_label(row, styles)} at {_place(row)}" for row in table.itertuples())
    return Drawing(
        _drawn(table, shares, styles, theme, name, _Sheet(820, 470, 15.5, 14, 180)),
        _drawn(table, shares, styles, theme, name, _Sheet(350, 460, 13, 12, 53)),
    )


@dataclass(frozen=True)
class _Sheet:
    """What a map is drawn on: width, greatest height, type of groups and of words, how far off a label may stand."""

    width: float
    most: float
    group_size: float
    word_size: float
    reach: float

    @property
    def is_narrow(self) -> bool:
        return self.width < 500


@dataclass(frozen=True)
class _Frame:
    """Where the values lie on the sheet: the room inside the axes, and pixels to the unit, the same both ways."""

    room: Box
    unit: float
    middle: tuple[float, float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixels of two coordinates."""
        across, down = (self.room.left + self.room.right) / 2, (self.room.top + self.room.bottom) / 2
        return across + (x - self.middle[0]) * self.unit, down - (y - self.middle[1]) * self.unit

    def ticks(self, axis: int) -> list[tuple[float, str]]:
        """Round values on an axis, 55 pixels or more apart, and how they are written."""
        step = next(step for step in (0.1, 0.2, 0.5, 1, 2, 5, 10, 1e9) if step * self.unit >= 55)
        half = (self.room.right - self.room.left, self.room.bottom - self.room.top)[axis] / 2 / self.unit
        low, high = self.middle[axis] - half, self.middle[axis] + half
        numbers = range(math.ceil(low / step), math.floor(high / step) + 1)
        return [(number * step, f"{number * step:.6g}".replace("-", "−")) for number in numbers]


def _frame(points: np.ndarray, sheet: _Sheet, top: float) -> _Frame:
    """The largest scale at which all points fit, with room for labels at the edges."""
    low, high = points.min(axis=0), points.max(axis=0)
    extent = np.maximum(high - low, 1e-9)
    left, pad = 34.0, (40.0 if sheet.is_narrow else 70.0, 26.0)
    width = sheet.width - left - 4
    unit = min((width - 2 * pad[0]) / extent[0], (sheet.most - 2 * pad[1]) / extent[1])
    height = max(extent[1] * unit + 2 * pad[1], 0.5 * sheet.most)
    return _Frame(Box(left, top, left + width, top + height), float(unit), tuple((low + high) / 2))


def _drawn(table: pd.DataFrame, shares: list[float], styles: Styles, theme: Theme, name: str, sheet: _Sheet) -> str:
    text, width = (_KEY + _KEY_OF_A_PHONE, 56) if sheet.is_narrow else (_KEY, 128)
    key, lines = paragraph(0, 12, text, width=width, leading=16, most=5, font_size=12, fill=theme.muted)
    # With one axis all points lie on a line, and their labels above and below it.
    points = table[_AXES].fillna(0.0).to_numpy(float)
    frame = _frame(points, sheet, 16.0 * lines + 28)
    rows = list(table.itertuples())
    labels = [_point(row, frame.at(*place), styles, sheet) for row, place in zip(rows, points, strict=True)]
    # Groups choose their place first, and what is badly shown last.
    order = sorted(
        range(len(rows)), key=lambda number: (rows[number].kind != "group", not rows[number].quality >= POOR)
    )
    boxes = dict(zip(order, place_labels([labels[number] for number in order], frame.room), strict=True))
    marks = [_mark(row, labels[number], boxes[number], styles, theme) for number, row in enumerate(rows)]
    # The groups, which stand first in the table, are drawn last, on top.
    ground = [key, *_axes(frame, shares, sheet, theme)]
    return svg(sheet.width, frame.room.bottom + 42, [*ground, *marks[::-1]], theme, name)


def _axes(frame: _Frame, shares: list[float], sheet: _Sheet, theme: Theme) -> list[str]:
    room, (zero_x, zero_y) = frame.room, frame.at(0, 0)
    small = {"font_size": 12, "fill": theme.muted}
    title = "axis {}: {:.0%} of all differences" + ("" if sheet.is_narrow else " (inertia)")
    marks = [
        line(room.left, zero_y, room.right, zero_y, stroke=theme.grid, stroke_width=1.5),
        words(room.right, room.bottom + 36, title.format(1, shares[0]) + " →", text_anchor="end", font_size=12.5, fill=theme.ink),
    ]  # fmt: skip
    for value, said in frame.ticks(0):
        marks.append(words(frame.at(value, 0)[0], room.bottom + 16, said, text_anchor="middle", **small))
    if len(shares) > 1:
        marks.append(line(zero_x, room.top, zero_x, room.bottom, stroke=theme.grid, stroke_width=1.5))
        marks.append(words(0, room.top - 10, "↑ " + title.format(2, shares[1]), font_size=12.5, fill=theme.ink))
        for value, said in frame.ticks(1):
            marks.append(words(room.left - 6, frame.at(0, value)[1] + 4, said, text_anchor="end", **small))
    return marks


def _point(row, place: tuple[float, float], styles: Styles, sheet: _Sheet) -> Label:  # noqa: ANN001 -- a named tuple
    size, radius = (sheet.group_size, 8.0) if row.kind == "group" else (sheet.word_size, 3.0)
    reach = 180 if pd.isna(row.axis_2) or row.kind == "group" else sheet.reach
    return Label(*place, _label(row, styles), size, radius, reach, bold=row.kind == "group")


def _mark(row, label: Label, box: Box | None, styles: Styles, theme: Theme) -> str:  # noqa: ANN001 -- a named tuple
    is_group, faint = row.kind == "group", not row.quality >= POOR
    colour = styles[row.name].colour(theme) if is_group else theme.muted if faint else theme.ink
    said = f"{label.text}: {row.count} words of the map, at {_place(row)}, {row.quality:.0%} of its distance shown"
    disc = {"fill": theme.ground if faint else colour, "stroke": colour, "stroke_width": 2.5 if is_group else 1.2}
    type_ = {"font_weight": 700} if is_group else {"font_style": "italic"} if faint else {}
    written = [] if box is None else _written(label, box, theme, fill=colour, **type_)
    return mark(
        row.Index, said, f"<title>{escape(said)}</title>", *written, circle(label.x, label.y, label.radius, **disc)
    )


def _written(label: Label, box: Box, theme: Theme, **style: object) -> list[str]:
    """A label in its box, set towards its point, with a line to it where it stands off."""
    x1, y1, x2, y2 = leader(label, box)
    x, anchor = (box.left + box.right) / 2, "middle"
    if box.left >= label.x:
        x, anchor = box.left, "start"
    elif box.right <= label.x:
        x, anchor = box.right, "end"
    halo = {"stroke": theme.ground, "stroke_width": 3, "paint_order": "stroke", "stroke_linejoin": "round"}
    far = math.hypot(x2 - x1, y2 - y1) > 8
    return [
        *([line(x1, y1, x2, y2, stroke=theme.muted, stroke_width=0.8)] if far else []),
        rectangle(box.left, box.top, box.right - box.left, box.bottom - box.top, fill=theme.ground, opacity=0),
        words(x, box.bottom - label.size * 0.3, label.text, font_size=label.size, text_anchor=anchor, **halo, **style),
    ]


def _label(row, styles: Styles) -> str:  # noqa: ANN001 -- a named tuple of the table
    text = styles[row.name].label if row.kind == "group" else row.name
    return text if len(text) <= 28 else text[:27] + "…"


def _place(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    return ", ".join(f"{value:.2f}" for value in (row.axis_1, row.axis_2) if not pd.isna(value))
