"""What an office program is given to draw an exhibit by itself: charts with their series, numbers, intervals and colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ...charts.theme import LIGHT, GroupStyle
from ...exhibits.base import Exhibit
from ...exhibits.native import Bars, Points
from ..letters import printable

Numbers = tuple[float | None, ...]
# Lists side by side in one line of charts.
ACROSS = 5


@dataclass(frozen=True)
class Room:
    """What a page can hold: bars in one chart, rows over all lines of lists, lists, panels under each other."""

    bars: int
    rows: int
    lists: int
    panels: int


SLIDE = Room(bars=50, rows=15, lists=10, panels=4)
SHEET = Room(bars=250, rows=100, lists=30, panels=12)


@dataclass(frozen=True)
class Series:
    """One series: values in the order of the categories (None: none), how far the interval reaches above and below
    each (() without intervals), and the places of those that are drawn pale."""

    name: str
    colour: str
    values: Numbers
    above: Numbers = ()
    below: Numbers = ()
    pale: tuple[int, ...] = ()
    remark: str = ""

    def ends(self) -> list[float]:
        """All values and ends of intervals."""
        known = [(place, value) for place, value in enumerate(self.values) if value is not None]
        above = [value + (self.above[place] or 0) for place, value in known if self.above]
        below = [value - (self.below[place] or 0) for place, value in known if self.below]
        return [value for _, value in known] + above + below


@dataclass(frozen=True)
class BarChart:
    """Bars by category; a `listed` chart is one list of several, with its name as the title."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    form: str
    listed: bool = False

    @property
    def is_sparse(self) -> bool:
        """Has every category a bar of one series only, so that the bars may be as wide as their place?"""
        return all(
            sum(one.values[place] is not None for one in self.series) <= 1 for place in range(len(self.categories))
        )


@dataclass(frozen=True)
class PointSeries(Series):
    """One series of points: `values` upwards, `across` and the names beside the points ("" for none)."""

    symbol: str = "circle"
    across: Numbers = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class PointChart:
    """Points on a plane, with the limits of both axes."""

    title: str
    series: tuple[PointSeries, ...]
    limits: tuple[tuple[float, float], tuple[float, float]]


def bar_charts(exhibit: Exhibit, room: Room) -> list[BarChart]:
    """The charts of an exhibit declared as Bars: one, or one a list."""
    native, table = exhibit.native, _drawn(exhibit.table, exhibit.native.value)
    names = list(dict.fromkeys(table[native.series]))[: room.lists]
    table = table[table[native.series].isin(names)]
    if native.lists:
        lines = -(-len(names) // ACROSS)
        kept = table.groupby(native.series, sort=False).head(room.rows // max(lines, 1))
        return [_list(kept[kept[native.series] == name], native, name) for name in names]
    categories = list(dict.fromkeys(table[native.category]))[: max(room.bars // max(len(names), 1), 1)]
    return [_clustered(table, native, categories, names)] if names else []


def point_charts(exhibit: Exhibit, room: Room) -> list[PointChart]:
    """The charts of an exhibit declared as Points: one, or one a panel."""
    native, table = exhibit.native, _drawn(exhibit.table, exhibit.native.y)
    table = table[table[native.x].notna()]
    if not native.panel:
        return [_points(table, native, "", _limits(table, native))] if len(table) else []
    panels = list(dict.fromkeys(table[native.panel]))[: room.panels]
    across = _limits(table, native)[0]
    return [
        _points(rows, native, printable(str(panel)), (across, _limits(rows, native)[1]))
        for panel, rows in ((panel, table[table[native.panel] == panel]) for panel in panels)
    ]


def cut(exhibit: Exhibit, charts: Sequence[BarChart | PointChart]) -> str:
    """How much of the rows that have a value the charts hold, where they do not hold all; else ""."""
    native = exhibit.native
    drawn = sum(value is not None for chart in charts for one in chart.series for value in one.values)
    table = _drawn(exhibit.table, native.value if isinstance(native, Bars) else native.y)
    if drawn == len(table):
        return ""
    told = f"{drawn:,} of {len(table):,} values are drawn"
    if isinstance(native, Points):
        return f"{told}: {len(charts)} of {table[native.panel].nunique()} charts." if native.panel else f"{told}."
    groups, names = table[native.series].nunique(), table[native.category].nunique()
    if native.lists:
        return f"{told}: the first of {f'{len(charts)} of {groups}' if len(charts) < groups else 'all'} lists."
    return f"{told}: {len(charts[0].categories)} of {names} names for {len(charts[0].series)} of {groups} groups."


def _drawn(table: pd.DataFrame, value: str) -> pd.DataFrame:
    return table[table[value].notna()]


def _list(rows: pd.DataFrame, native: Bars, name: object) -> BarChart:
    series = _series(rows, native, native.styles[name], list(rows[native.category]))
    return BarChart(_texts(rows[native.category]), (series,), native.unit, native.form, listed=True)


def _clustered(table: pd.DataFrame, native: Bars, categories: list, names: list) -> BarChart:
    series = [
        _series(table[table[native.series] == name], native, native.styles[name], categories, shade)
        for name, shade in zip(names, _shades([native.styles[name] for name in names]), strict=True)
    ]
    # Where a category is a group, it goes by the group's label.
    told = [native.styles[name].label if native.category == native.series else name for name in categories]
    return BarChart(_texts(told), tuple(series), native.unit, native.form)


def _series(rows: pd.DataFrame, native: Bars, style: GroupStyle, categories: list, colour: str = "") -> Series:
    placed = rows.set_index(native.category)
    at = [placed.loc[name] if name in placed.index else None for name in categories]
    return Series(
        printable(style.label),
        colour or style.colour(LIGHT),
        tuple(_number(row, native.value) for row in at),
        _reach(at, native.value, native.high),
        _reach(at, native.value, native.low),
        tuple(place for place, name in enumerate(categories) if set(rows.index[rows[native.category] == name]) & set(native.pale)),
        printable(style.size),
    )  # fmt: skip


def _points(table: pd.DataFrame, native: Points, title: str, limits: tuple) -> PointChart:
    labelled = set(table.index[: native.labelled])
    keys = [
        (native.named, row[native.label]) if native.named and row[native.series] == native.named else (row[native.series],)
        for _, row in table.iterrows()
    ]  # fmt: skip
    # Points with looks of their own are drawn last, on top of the others.
    order = sorted(dict.fromkeys(keys), key=len)
    looks = [native.names[key[1]] if len(key) > 1 else native.styles[key[0]] for key in order]
    series = [
        _point_series(table[[mine == key for mine in keys]], native, look, shade, labelled, named=len(key) > 1)
        for key, look, shade in zip(order, looks, _shades(looks), strict=True)
    ]
    return PointChart(title, tuple(series), limits)


def _point_series(
    rows: pd.DataFrame, native: Points, look: GroupStyle, colour: str, labelled: set[int], *, named: bool
) -> PointSeries:
    at = [row for _, row in rows.iterrows()]
    labels = [""] * len(at)
    if native.label:
        labels = [look.label if named else row[native.label] if row.name in labelled else "" for row in at]
    return PointSeries(
        printable(look.label),
        colour,
        tuple(_number(row, native.y) for row in at),
        _reach(at, native.y, native.high),
        _reach(at, native.y, native.low),
        tuple(place for place, row in enumerate(at) if row.name in native.pale),
        symbol=look.symbol,
        across=tuple(_number(row, native.x) for row in at),
        labels=_texts(labels),
    )


def _limits(table: pd.DataFrame, native: Points) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both axes: whole years, from 0 where values are rates, else a little more than the values need."""
    columns = [native.y, *filter(None, [native.low, native.high])]
    x, y = table[native.x], table[columns]
    across = (float(x.min()), float(x.max()))
    up = (float(y.min().min()), float(y.max().max()))
    if native.years:
        return (float(int(across[0])), float(int(across[1]) + 1)), (0.0, up[1] * 1.05 or 1.0)
    return _with_margin(*across), _with_margin(*up)


def _with_margin(low: float, high: float) -> tuple[float, float]:
    margin = 0.06 * (high - low) or 0.5
    return (0.0 if 0 <= low < 0.3 * high else low - margin), high + margin


def _number(row: pd.Series | None, column: str) -> float | None:
    return None if row is None or pd.isna(row[column]) else float(row[column])


def _reach(at: Sequence[pd.Series | None], value: str, limit: str) -> Numbers:
    """How far each interval reaches from its value to this limit; () where no such limit is declared."""
    if not limit:
        return ()
    ends = [(_number(row, value), _number(row, limit)) for row in at]
    return tuple(None if None in end else abs(end[1] - end[0]) for end in ends)


def _shades(looks: Sequence[GroupStyle]) -> list[str]:
    """A colour each; groups of several texts, which share one, are told apart by how dark it is."""
    colours = [look.colour(LIGHT) for look in looks]
    return [
        lighter(colour, colours[:place].count(colour) / (colours.count(colour) + 1))
        for place, colour in enumerate(colours)
    ]


def lighter(colour: str, share: float) -> str:
    """A colour mixed with so much of the ground."""
    mixed = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(LIGHT.ground[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(printable(str(value)) for value in values)
