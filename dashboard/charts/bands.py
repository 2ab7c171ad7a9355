"""Bands through the columns of time: thick where a group has a thing often, a dotted trace where it lacks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from .drawing import circle, line, mark, rectangle, words
from .theme import Styles, Theme

# A band that breaks off narrows over so long a way.
_TAPER = 26.0


@dataclass(frozen=True)
class Scale:
    """Where the columns stand, how thick a band is, how high a lane and whether it carries its numbers."""

    at: Mapping[str, float]
    thickness: Callable[[float], float]
    lane: float
    numbers: bool

    def reach(self, group: str) -> float:
        """How far a click beside a mark still means it."""
        return min(self.room(group), 60.0) / 2

    def room(self, group: str) -> float:
        """The way to the next column."""
        return min([abs(x - self.at[group]) for other, x in self.at.items() if other != group], default=200.0)


def legend(theme: Theme) -> list[str]:
    """The four forms, over the names of the phrases."""
    ink, text = theme.neutral, {"font_size": 12, "fill": theme.muted}
    return [
        circle(7, 12, 6, fill=ink),
        words(20, 16, "coined: first here", **text),
        rectangle(153, 4, 7, 16, rx=2, fill=ink),
        words(168, 16, "carried on", **text),
        dotted(0, 15, 36, theme),
        words(20, 40, "lacking, back later", **text),
        line(146, 36, 156, 36, stroke=ink, stroke_width=1.5),
        line(157, 30, 157, 42, stroke=ink, stroke_width=2.5),
        words(168, 40, "dropped", **text),
    ]


def dotted(x1: float, x2: float, y: float, theme: Theme) -> str:
    """The trace of a phrase through groups that lack it."""
    return line(x1, y, x2, y, stroke=theme.neutral, stroke_width=2, stroke_dasharray="1.5 4", stroke_linecap="round")


def lane(rows: pd.DataFrame, scale: Scale, y: float, styles: Styles, theme: Theme, value: str) -> list[str]:
    """One phrase through the columns: bands first, so that the marks lie on them."""
    holders = [place for place, count in enumerate(rows["count"]) if count]
    if not holders:
        return []
    places_of = [(scale.at[row.group], scale.thickness(getattr(row, value))) for row in rows.itertuples(name="Row")]
    bands = [
        _band(*places_of[here], *places_of[there], y, theme, whole=there == here + 1)
        for here, there in pairwise(holders)
    ]
    marks = []
    for place, row in enumerate(rows.itertuples(name="Row")):
        x, thickness = places_of[place]
        if row.count:
            marks.append(_holder(row, x, y, thickness, scale, styles, theme, getattr(row, value)))
        elif holders[0] < place < holders[-1]:
            dot = circle(x, y, 3.5, fill=theme.ground, stroke=theme.neutral, stroke_width=1.5)
            marks.append(_target(row, x, y, scale, styles, theme, dot))
        elif place == holders[-1] + 1 and row.status == "dropped":
            bands.append(_end(*places_of[holders[-1]], x, y, theme))
            stop = line(x, y - 7, x, y + 7, stroke=theme.neutral, stroke_width=2.5)
            marks.append(_target(row, x, y, scale, styles, theme, stop))
    return bands + marks


def _target(row, x: float, y: float, scale: Scale, styles: Styles, theme: Theme, *parts: str) -> str:  # noqa: ANN001
    """A mark with room around it for a finger."""
    reach = scale.reach(row.group)
    room = rectangle(x - reach, y - scale.lane / 2 + 1, 2 * reach, scale.lane - 2, fill=theme.ground, opacity=0)
    times = f"{row.count} time{'' if row.count == 1 else 's'}"
    return mark(row.Index, f"{row.term}, {styles[row.group].label}: {times}, {row.status}", room, *parts)


def _holder(
    row,  # noqa: ANN001 -- a named tuple of the table
    x: float,
    y: float,
    thickness: float,
    scale: Scale,
    styles: Styles,
    theme: Theme,
    amount: float,
) -> str:
    colour, half = styles[row.group].colour(theme), max(thickness / 2, 6.0)
    if row.status == "coined":
        form, edge = circle(x, y, half, fill=colour), half
    else:
        form, edge = rectangle(x - 4, y - half, 8, 2 * half, rx=2, fill=colour), 4
    number = f"{amount:g}" if amount == int(amount) else f"{amount:.1f}"
    # On a thin band the number stands above it, where no line runs through it.
    height = y + 4.5 if thickness > 16 else y - thickness / 2 - 3
    label = words(x + edge + 3, height, number, font_size=13, font_weight=600) if scale.numbers else ""
    return _target(row, x, y, scale, styles, theme, form, label)


def _band(x1: float, thick1: float, x2: float, thick2: float, y: float, theme: Theme, *, whole: bool) -> str:
    """From one group to the next that has the phrase; where some between lack it, only a dotted line is left."""
    if not whole:
        taper = min(_TAPER, (x2 - x1) / 4)
        ends = _taper(x1, thick1, taper, y, theme) + _taper(x2, thick2, -taper, y, theme)
        return ends + dotted(x1 + taper, x2 - taper, y, theme)
    middle = (x1 + x2) / 2
    top, bottom = (y - thick1 / 2, y - thick2 / 2), (y + thick1 / 2, y + thick2 / 2)
    return _area(
        f"M{x1:.1f} {top[0]:.1f}C{middle:.1f} {top[0]:.1f} {middle:.1f} {top[1]:.1f} {x2:.1f} {top[1]:.1f}"
        f"V{bottom[1]:.1f}C{middle:.1f} {bottom[1]:.1f} {middle:.1f} {bottom[0]:.1f} {x1:.1f} {bottom[0]:.1f}Z",
        theme,
    )


def _end(x1: float, thick: float, x2: float, y: float, theme: Theme) -> str:
    """The band runs out towards the first group that lets the phrase go."""
    taper = min(_TAPER, (x2 - x1) / 2)
    thread = line(x1 + taper, y, x2, y, stroke=theme.neutral, stroke_width=1.2, opacity=0.7)
    return _taper(x1, thick, taper, y, theme) + thread


def _taper(x: float, thick: float, length: float, y: float, theme: Theme) -> str:
    end = x + length
    return _area(f"M{x:.1f} {y - thick / 2:.1f}L{end:.1f} {y - 1:.1f}V{y + 1:.1f}L{x:.1f} {y + thick / 2:.1f}Z", theme)


def _area(path: str, theme: Theme) -> str:
    return f'<path d="{path}" fill="{theme.neutral}" opacity="0.28"/>'
