"""How an office program can draw an exhibit by itself, so that the chart can be edited there: columns of its table."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..charts.theme import Styles


@dataclass(frozen=True)
class Bars:
    """A bar a row of the table, with its interval.

    category, series, value: columns; low, high: columns with the limits of the interval, "" where the picture has
    none on that side; unit: what the values are; styles: label and colour by series; lists: each series is a list of
    its own, with other categories than the next; pale: rows of the table whose bars prove little; form: how an office
    program writes the values.
    """

    category: str
    series: str
    value: str
    unit: str
    styles: Styles
    low: str = ""
    high: str = ""
    lists: bool = False
    pale: tuple[int, ...] = ()
    form: str = "0.0"


@dataclass(frozen=True)
class Points:
    """A point a row of the table, with its interval upwards and downwards.

    x, y, series: columns; label: the column that names a point; styles: label and colour by series; named: the series
    whose points are told apart by their names, with looks of their own in `names`; low, high: columns with the limits of the interval of y, or ""; panel: a column
    whose values have a chart each, or ""; labelled: so many points, the first of the table, carry their name; square: one
    unit is as long across as upwards; years: x is a time in years; pale: rows whose points prove little.
    """

    x: str
    y: str
    series: str
    x_unit: str
    y_unit: str
    styles: Styles
    label: str = ""
    named: str = ""
    names: Styles = field(default_factory=dict)
    low: str = ""
    high: str = ""
    panel: str = ""
    labelled: int = 0
    square: bool = False
    years: bool = False
    pale: tuple[int, ...] = ()
    form: str = "0.0"


Native = Bars | Points
