"""Set phrases in the order of time: a band a phrase, which begins where it is coined and ends where it is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

import pandas as pd

from .bands import Scale, lane, legend
from .drawing import Drawing, line, mark, paragraph, rectangle, svg, words
from .theme import GroupStyle, Styles, Theme

# The row of a phrase in all groups together.
ALL = "all groups"
_WIDTH, _LABELS, _NARROW = 940.0, 318.0, 350.0
# Where columns stand closer than that, their labels are turned upwards.
_LEVEL = 68.0
# Columns keep this share of an even step; what is left over is dealt out by the years between them.
_EVEN = 0.62
_BAND = 28.0


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
    at = places(columns["group"], columns["time"], _LABELS + 58, _WIDTH - 52)
    scale = Scale(at, _thickness(table, value, _BAND), 46.0, True)
    head, y = _head(columns, scale, styles, theme)
    marks = [*legend(theme), *head]
    for _, rows in table.groupby("term", sort=False):
        whole = rows.iloc[0]
        note = f"{whole['in_groups']}: {whole['count']} times"
        label, depth = _label(whole, y + 19, note, theme, width=48, leading=16, size=13.5)
        height = max(scale.lane, depth + 14)
        marks += [line(0, y, _WIDTH, y, stroke=theme.grid), label]
        marks += lane(rows.iloc[1:], scale, y + height / 2, styles, theme, value)
        y += height
    note = f"Thickness and number: {unit}. " + (
        "First in these texts is not first in the world."
        if columns["time"].notna().any()
        else "No year is known, so none is the first."
    )
    marks.append(words(_WIDTH, y + 20, note, font_size=12, fill=theme.muted, text_anchor="end"))
    return svg(_WIDTH, y + 28, marks, theme, name)


def _narrow(table: pd.DataFrame, styles: Styles, theme: Theme, name: str, value: str) -> str:
    """For a phone: each phrase with its groups in words, and its band small under it."""
    columns = table[table["group"] != ALL].drop_duplicates("group")
    at = places(columns["group"], columns["time"], 18, _NARROW - 18)
    scale = Scale(at, _thickness(table, value, 15), 30.0, False)
    marks, y = legend(theme), 50.0
    for _, rows in table.groupby("term", sort=False):
        holders = rows.iloc[1:][rows["count"].iloc[1:] > 0].itertuples(name="Row")
        note = " · ".join(f"{styles[row.group].label}: {row.count}" for row in holders)
        label, depth = _label(rows.iloc[0], y + 18, note, theme, width=42, leading=17, size=14)
        marks.append(label)
        marks += lane(rows.iloc[1:], scale, y + depth + 28, styles, theme, value)
        y += depth + 50
    return svg(_NARROW, y + 4, marks, theme, name)


def _label(
    whole: pd.Series, y: float, note: str, theme: Theme, *, width: int, leading: float, size: float
) -> tuple[str, float]:
    """A phrase in bold with who has it under it, and how deep both reach; a click on it asks for all groups."""
    phrase, lines = paragraph(0, y, whole["term"], width=width, leading=leading, font_size=size, font_weight=600)
    under = {"font_size": 12.5, "fill": theme.muted}
    who, more = paragraph(0, y + leading * lines, note, width=width + 4, leading=15, most=4, **under)
    depth = leading * lines + 15 * more
    room = rectangle(0, y - 16, _LABELS, depth + 6, fill=theme.ground, opacity=0)
    return mark(whole.name, f"{whole['term']}, all groups: {whole['count']} times", room, phrase, who), depth


def places(groups: Iterable[str], times: Iterable[float], left: float, right: float) -> dict[str, float]:
    """Where each column stands from left to right: further apart where more years lie between."""
    groups, times = list(groups), list(times)
    # Nothing is known of the years next to a group without a date.
    gaps = [max(later - earlier, 0.0) if later >= earlier else 0.0 for earlier, later in pairwise(times)]
    even = (right - left) / max(len(gaps), 1)
    share = _EVEN if sum(gaps) else 1.0
    at, x = {}, left if gaps else (left + right) / 2
    for group, gap in zip(groups, [*gaps, 0.0][: len(groups)], strict=True):
        at[group] = x
        x += share * even + (1 - share) * (right - left) * gap / (sum(gaps) or 1.0)
    return at


def _thickness(table: pd.DataFrame, value: str, most: float) -> Callable[[float], float]:
    top = float(table.loc[table["group"] != ALL, value].max()) or 1.0
    # A single hit among many must still be seen.
    return lambda amount: max(most * amount / top, 3.0)


def _head(columns: pd.DataFrame, scale: Scale, styles: Styles, theme: Theme) -> tuple[list[str], float]:
    """The groups above their columns, and the years between them; where the lanes begin."""
    least = min((scale.room(group) for group in columns["group"]), default=0.0)
    if least < _LEVEL:
        deep = min(max(len(styles[group].label) for group in columns["group"]), 24) * 8.2 + 14 if len(columns) else 0.0
        deep = max(deep, 58.0)
        return [_upright(scale.at[group], deep - 8, styles[group], theme) for group in columns["group"]], deep
    heads = [_column_head(scale.at[group], scale.room(group), styles[group], theme) for group in columns["group"]]
    marks = [head for head, _ in heads]
    for earlier, later in pairwise(columns.itertuples()):
        left, right, years = scale.at[earlier.group], scale.at[later.group], later.time - earlier.time
        if years >= 1.5 and right - left > 140:
            style = {"font_size": 11.5, "fill": theme.muted, "text_anchor": "middle"}
            marks.append(words((left + right) / 2, 17, f"{years:.0f} years", **style))
    # The legend beside them needs its two lines as well.
    return marks, max(58.0, *(18.0 + depth for _, depth in heads))


def _upright(x: float, y: float, group: GroupStyle, theme: Theme) -> str:
    """A group's label turned upwards, where columns stand close."""
    label = group.label if len(group.label) <= 24 else group.label[:23] + "…"
    turned = f"rotate(-90 {x + 5:.1f} {y:.1f})"
    return words(x + 5, y, label, font_size=13, font_weight=600, fill=group.colour(theme), transform=turned)


def _column_head(x: float, room: float, group: GroupStyle, theme: Theme) -> tuple[str, int]:
    """A group's label and size over its column, and how deep both reach."""
    name = {"font_size": 13.5, "font_weight": 600, "fill": group.colour(theme), "text_anchor": "middle"}
    label, lines = paragraph(x, 16, group.label, width=int(room / 7.4), leading=15, most=2, **name)
    note = {"font_size": 11.5, "fill": theme.muted, "text_anchor": "middle"}
    size, more = paragraph(x, 17 + 15 * lines, group.size, width=int(room / 6.2), leading=13, most=2, **note)
    return label + size, 15 * lines + 13 * more
