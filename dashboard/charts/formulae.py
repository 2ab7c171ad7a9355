"""Set phrases in the order of time: a band a phrase, which begins where it is coined and ends where it is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from .drawing import Drawing, circle, line, mark, paragraph, rectangle, svg, words
from .theme import Styles, Theme

# The row of a phrase in all groups together.
ALL = "all groups"
_WIDTH, _LABELS, _NARROW = 940.0, 318.0, 350.0
# Columns keep this share of an even step; what is left over is dealt out by the years between them.
_EVEN = 0.62
_BAND, _TAPER = 24.0, 26.0


@dataclass(frozen=True)
class _Scale:
    """Where the columns stand, how thick a band is, how high a lane and whether it carries its numbers."""

    at: Mapping[str, float]
    thickness: Callable[[float], float]
    lane: float
    numbers: bool

    def reach(self, group: str) -> float:
        """Half the room a column has."""
        others = [abs(x - self.at[group]) for other, x in self.at.items() if other != group]
        return min([*others, 60.0]) / 2


def formulae_bands(
    table: pd.DataFrame, styles: Styles, theme: Theme, *, value: str = "count", unit: str = "times"
) -> Drawing:
    """Who coined, carried and dropped which phrase. Discs: coined; bars: carried; dotted: lacking in between; a stop: dropped.

    table: term, group, count, status, time (in years, NaN: not known), in_groups (labels), `value`; of each term first
    the row of `ALL`, then a row a group in the order of the columns.
    """
    name = "; ".join(
        f"{row.term}: {row.in_groups}, {row.count} times" for row in table[table["group"] == ALL].itertuples(name="Row")
    )
    return Drawing(
        _wide(table, styles, theme, f"Shared phrases. {name}", value, unit),
        _narrow(table, styles, theme, f"Shared phrases. {name}", value),
    )


def _wide(table: pd.DataFrame, styles: Styles, theme: Theme, name: str, value: str, unit: str) -> str:
    columns = table[table["group"] != ALL].drop_duplicates("group")
    at = places(columns["group"], columns["time"], _LABELS + 46, _WIDTH - 52)
    scale = _Scale(at, _thickness(table, value, _BAND), 46.0, True)
    head, y = _head(columns, scale, styles, theme)
    marks = [*_legend(theme), *head]
    for _, rows in table.groupby("term", sort=False):
        whole, groups = rows.iloc[0], rows.iloc[1:]
        label, lines = paragraph(
            0, y + 19, whole["term"], width=45, leading=16, most=2, font_size=13.5, font_weight=600
        )
        who, more = paragraph(0, y + 19 + 16 * lines, f"{whole['in_groups']}: {whole['count']} times", width=50, leading=14, most=2, font_size=12, fill=theme.muted)  # fmt: skip
        height = max(scale.lane, 14 + 16 * lines + 14 * more)
        marks.append(line(0, y, _WIDTH, y, stroke=theme.grid))
        marks.append(mark(whole.name, f"{whole['term']}, all groups: {whole['count']} times", rectangle(0, y, _LABELS, height, fill=theme.ground, opacity=0), label, who))  # fmt: skip
        marks += _lane(groups, scale, y + height / 2, styles, theme, value)
        y += height
    note = f"Thickness and number: {unit}. First in these texts is not first in the world."
    marks.append(words(_WIDTH, y + 20, note, font_size=12, fill=theme.muted, text_anchor="end"))
    return svg(_WIDTH, y + 28, marks, theme, name)


def _narrow(table: pd.DataFrame, styles: Styles, theme: Theme, name: str, value: str) -> str:
    """For a phone: each phrase with its groups in words, and its band small under it."""
    columns = table[table["group"] != ALL].drop_duplicates("group")
    scale = _Scale(
        places(columns["group"], columns["time"], 18, _NARROW - 18), _thickness(table, value, 15), 30.0, False
    )
    marks, y = [], 4.0
    for _, rows in table.groupby("term", sort=False):
        whole, groups = rows.iloc[0], rows.iloc[1:]
        label, lines = paragraph(0, y + 18, whole["term"], width=43, leading=17, font_size=14, font_weight=600)
        counts = " · ".join(
            f"{styles[row.group].label}: {row.count}" for row in groups[groups["count"] > 0].itertuples(name="Row")
        )
        who, more = paragraph(
            0, y + 18 + 17 * lines, counts, width=50, leading=15, most=4, font_size=12.5, fill=theme.muted
        )
        marks.append(mark(whole.name, f"{whole['term']}, all groups: {whole['count']} times", label, who))
        y += 10 + 17 * lines + 15 * more
        marks += _lane(groups, scale, y + 18, styles, theme, value)
        y += 40
    return svg(_NARROW, y + 4, marks, theme, name)


def places(groups: Iterable[str], times: Iterable[float], left: float, right: float) -> dict[str, float]:
    """Where each column stands from left to right: further apart where more years lie between."""
    groups, times = list(groups), list(times)
    gaps = [max(later - earlier, 0.0) if earlier == earlier and later == later else 0.0 for earlier, later in pairwise(times)]  # fmt: skip
    even = (right - left) / max(len(gaps), 1)
    share = _EVEN if sum(gaps) else 1.0
    at, x = {}, left if gaps else (left + right) / 2
    for group, gap in zip(groups, [*gaps, 0.0], strict=True):
        at[group] = x
        x += share * even + (1 - share) * (right - left) * gap / (sum(gaps) or 1.0)
    return at


def _thickness(table: pd.DataFrame, value: str, most: float) -> Callable[[float], float]:
    top = float(table.loc[table["group"] != ALL, value].max()) or 1.0
    # A single hit among many must still be seen.
    return lambda amount: max(most * amount / top, 3.0)


def _head(columns: pd.DataFrame, scale: _Scale, styles: Styles, theme: Theme) -> tuple[list[str], float]:
    """The groups above their columns, and the years between them; where the lanes begin."""
    marks, deepest, rows = [], 0, list(columns.itertuples())
    for row in rows:
        x, style, room = scale.at[row.group], styles[row.group], scale.reach(row.group) * 2
        label, lines = paragraph(x, 16, style.label, width=max(int(room / 7.2), 4), leading=15, most=2, text_anchor="middle", font_size=13.5, font_weight=600, fill=style.colour(theme))  # fmt: skip
        size, more = paragraph(x, 17 + 15 * lines, style.size, width=max(int(max(room, 80) / 6.2), 6), leading=13, most=2, text_anchor="middle", font_size=11.5, fill=theme.muted) if room > 56 else ("", 0)  # fmt: skip
        marks += [label, size]
        deepest = max(deepest, 15 * lines + 13 * more)
    top = max(deepest + 18.0, 58.0)
    for earlier, later in pairwise(rows):
        left, right, years = scale.at[earlier.group], scale.at[later.group], later.time - earlier.time
        if years >= 1.5 and right - left > 140:
            marks.append(
                words(
                    (left + right) / 2, 17, f"{years:.0f} years", font_size=11.5, fill=theme.muted, text_anchor="middle"
                )
            )
    return marks, top


def _legend(theme: Theme) -> list[str]:
    """The four forms, over the names of the phrases."""
    ink, text = theme.neutral, {"font_size": 12, "fill": theme.muted}
    return [
        circle(7, 12, 6, fill=ink), words(20, 16, "coined: first here", **text),
        rectangle(153, 4, 7, 16, rx=2, fill=ink), words(168, 16, "carried on", **text),
        line(0, 36, 15, 36, stroke=ink, stroke_width=2, stroke_dasharray="1.5 4", stroke_linecap="round"), words(20, 40, "lacking, back later", **text),
        line(146, 36, 156, 36, stroke=ink, stroke_width=1.5), line(157, 30, 157, 42, stroke=ink, stroke_width=2.5), words(168, 40, "dropped", **text),
    ]  # fmt: skip


def _lane(rows: pd.DataFrame, scale: _Scale, y: float, styles: Styles, theme: Theme, value: str) -> list[str]:
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


def _target(row, x: float, y: float, scale: _Scale, styles: Styles, theme: Theme, *parts: str) -> str:  # noqa: ANN001
    """A mark with room around it for a finger."""
    reach = scale.reach(row.group)
    room = rectangle(x - reach, y - scale.lane / 2 + 1, 2 * reach, scale.lane - 2, fill=theme.ground, opacity=0)
    times = f"{row.count} time{'' if row.count == 1 else 's'}"
    return mark(row.Index, f"{row.term}, {styles[row.group].label}: {times}, {row.status}", room, *parts)


def _holder(
    row,
    x: float,
    y: float,
    thickness: float,
    scale: _Scale,
    styles: Styles,
    theme: Theme,
    amount: float,  # noqa: ANN001
) -> str:
    colour, half = styles[row.group].colour(theme), max(thickness / 2, 6.0)
    if row.status == "coined":
        form, edge = circle(x, y, half, fill=colour), half
    else:
        form, edge = rectangle(x - 4, y - half, 8, 2 * half, rx=2, fill=colour), 4
    number = f"{amount:g}" if amount == int(amount) else f"{amount:.1f}"
    label = words(x + edge + 4, y + 4.5, number, font_size=13, font_weight=600) if scale.numbers else ""
    return _target(row, x, y, scale, styles, theme, form, label)


def _band(x1: float, thick1: float, x2: float, thick2: float, y: float, theme: Theme, *, whole: bool) -> str:
    """From one group to the next that has the phrase; where some between lack it, only a dotted line is left."""
    if whole:
        middle = (x1 + x2) / 2
        path = (
            f"M{x1:.1f} {y - thick1 / 2:.1f}C{middle:.1f} {y - thick1 / 2:.1f} {middle:.1f} {y - thick2 / 2:.1f} {x2:.1f} {y - thick2 / 2:.1f}"
            f"V{y + thick2 / 2:.1f}C{middle:.1f} {y + thick2 / 2:.1f} {middle:.1f} {y + thick1 / 2:.1f} {x1:.1f} {y + thick1 / 2:.1f}Z"
        )
        return f'<path d="{path}" fill="{theme.neutral}" opacity="0.28"/>'
    taper = min(_TAPER, (x2 - x1) / 4)
    dots = line(
        x1 + taper,
        y,
        x2 - taper,
        y,
        stroke=theme.neutral,
        stroke_width=2,
        stroke_dasharray="1.5 4",
        stroke_linecap="round",
    )
    return _taper(x1, thick1, taper, y, theme) + dots + _taper(x2, thick2, -taper, y, theme)


def _end(x1: float, thick: float, x2: float, y: float, theme: Theme) -> str:
    """The band runs out towards the first group that lets the phrase go."""
    taper = min(_TAPER, (x2 - x1) / 2)
    return _taper(x1, thick, taper, y, theme) + line(
        x1 + taper, y, x2, y, stroke=theme.neutral, stroke_width=1.2, opacity=0.7
    )


def _taper(x: float, thick: float, length: float, y: float, theme: Theme) -> str:
    path = f"M{x:.1f} {y - thick / 2:.1f}L{x + length:.1f} {y - 1:.1f}V{y + 1:.1f}L{x:.1f} {y + thick / 2:.1f}Z"
    return f'<path d="{path}" fill="{theme.neutral}" opacity="0.28"/>'
