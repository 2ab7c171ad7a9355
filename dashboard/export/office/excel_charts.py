"""Excel's own charts beside a table, with intervals, drawn from a block of numbers that a reader can change."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_range_formula
from xlsxwriter.worksheet import Worksheet

from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from ...exhibits.native import Bars, Points
from ..letters import printable, sentence
from .chart_data import ACROSS, SHEET, BarChart, PointChart, PointSeries, Series, bar_charts, cut, point_charts
from .chart_scale import Scale, bars_scale, form_of, plane_scales

# Pixels: of a chart, of a list, of its rows; of a row and a column of a sheet as the program makes them.
_WIDE, _LIST, _HIGH, _LINE, _GAP = 960, 300, 460, 22, 8
_ROW, _COLUMN = 20, 64
# So many columns of numbers are made wide enough for their heads.
_MOST_SERIES = 30
# How much of the ground shows through a bar with an interval, and through one that proves little, in per cent.
_SHEER, _PALE = 25, 65
_FONT = {"size": 10, "color": LIGHT.ink}
_MARKERS = {"diamond": "diamond", "square": "square", "triangle-up": "triangle", "pentagon": "long_dash"}


@dataclass(frozen=True)
class _Block:
    """Where the numbers of one chart stand: the sheet, and the cell of its first category or point."""

    sheet: Worksheet
    row: int
    column: int
    rows: int

    def cells(self, column: int) -> str:
        """A column of the block, as a chart takes it."""
        at = self.column + column
        return xl_range_formula(self.sheet.get_name(), self.row, at, self.row + self.rows - 1, at)

    def name(self, column: int) -> str:
        """The heading of a column, as a chart takes it."""
        at = self.column + column
        return xl_range_formula(self.sheet.get_name(), self.row - 1, at, self.row - 1, at)

    def write(self, column: int, head: str, values: Sequence[object]) -> None:
        """A heading and what stands under it; nothing where there is no value."""
        self.sheet.write_string(self.row - 1, self.column + column, head)
        for number, value in enumerate(values):
            if isinstance(value, str):
                self.sheet.write_string(self.row + number, self.column + column, value)
            elif value is not None:
                self.sheet.write_number(self.row + number, self.column + column, value)


def charts_into(
    workbook: Workbook, sheet: Worksheet, exhibit: Exhibit, first_row: int, columns: Mapping[str, int]
) -> bool:
    """Draw an exhibit beside its table where Excel has such a chart; True where it was drawn.

    first_row: of the table's rows on the sheet, counted from 0, of which the row before holds the heads; columns: where
    each of its columns stands. The charts stand right of the table, and right of them the numbers they are drawn from.
    """
    native = exhibit.native
    if native is None:
        return False
    charts = bar_charts(exhibit, SHEET) if isinstance(native, Bars) else point_charts(exhibit, SHEET)
    if not charts:
        return False
    left = max(columns.values(), default=0) + 2
    across = min(len(charts), ACROSS) if isinstance(native, Bars) and native.lists else 1
    width, height = (_LIST if across > 1 else _WIDE), _height(charts)
    sheet.write_string(first_row - 1, left, printable(f"{_unit(native)}. {cut(exhibit, charts)}".strip()))
    block = left + math.ceil(across * width / _COLUMN) + 1
    sheet.set_column(block, block, 24)
    sheet.set_column(block + 1, block + _MOST_SERIES, 14)
    for number, (chart, drawn) in enumerate(_drawn(workbook, sheet, charts, native, first_row, block)):
        line, place = divmod(number, across)
        drawn.set_size({"width": width - _GAP, "height": height - _GAP})
        drawn.set_chartarea({"border": {"none": True}, "fill": {"color": LIGHT.ground}})
        column, rest = divmod(place * width, _COLUMN)
        about = {
            "description": printable(f"{_title(chart)} {sentence(exhibit.title)} {exhibit.reading}".strip()),
            "x_offset": rest,
        }
        sheet.insert_chart(first_row + line * math.ceil(height / _ROW), left + column, drawn, about)
    return True


def _drawn(
    workbook: Workbook, sheet: Worksheet, charts: Sequence[BarChart | PointChart], native: Bars | Points, row: int, block: int
) -> Iterator[tuple[BarChart | PointChart, Chart]]:  # fmt: skip
    """Each chart, its numbers written under those of the one before."""
    one_scale = bars_scale(charts, 3 if len(charts) > 1 else 6) if isinstance(native, Bars) else None
    for chart in charts:
        if one_scale:
            yield chart, _bars(workbook, chart, _Block(sheet, row, block, len(chart.categories)), one_scale)
            row += len(chart.categories) + 2
        else:
            yield chart, _points(workbook, chart, sheet, row, block, native)
            row += sum(len(one.values) for one in chart.series) + 2 * len(chart.series)


def _bars(workbook: Workbook, chart: BarChart, block: _Block, one_scale: Scale) -> Chart:
    drawn = workbook.add_chart({"type": "bar" if chart.listed else "column"})
    block.write(0, _title(chart), chart.categories)
    for number, one in enumerate(chart.series):
        at = 1 + 3 * number
        block.write(at, one.name, one.values)
        sure = bool(one.above or one.below)
        drawn.add_series(
            {
                "name": block.name(at), "categories": block.cells(0), "values": block.cells(at), "gap": 40,
                "overlap": 100 if chart.is_sparse else 0, "fill": {"color": one.colour, "transparency": _SHEER * sure},
                "points": _pale_bars(one), **_intervals(block, at, one, "x_error_bars" if chart.listed else "y_error_bars"),
            }
        )  # fmt: skip
    values, names = (drawn.set_x_axis, drawn.set_y_axis) if chart.listed else (drawn.set_y_axis, drawn.set_x_axis)
    # Where the first name stands on top, "high" is the foot.
    values(_axis(one_scale, chart.form) | {"label_position": "high" if chart.listed else "low"})
    names({"num_font": _FONT, "line": {"color": LIGHT.grid}, "label_position": "low", "reverse": chart.listed})
    if chart.listed:
        drawn.set_title(
            {"name": _title(chart), "name_font": {"size": 12, "color": chart.series[0].colour}, "overlay": False}
        )
    drawn.set_legend({"none": True} if chart.is_sparse else {"position": "top", "font": _FONT})
    return drawn


def _points(workbook: Workbook, chart: PointChart, sheet: Worksheet, row: int, column: int, native: Points) -> Chart:
    drawn = workbook.add_chart({"type": "scatter"})
    for one in chart.series:
        block = _Block(sheet, row, column, len(one.values))
        block.write(0, native.x_unit, one.across)
        block.write(1, one.name, one.values)
        row += block.rows + 2
        labels = [{"value": label} if label else {"delete": True} for label in one.labels]
        named = {
            "data_labels": {"value": True, "custom": labels, "font": _FONT | {"color": one.colour}, "position": "right"}
        }
        drawn.add_series(
            {
                "name": block.name(1), "categories": block.cells(0), "values": block.cells(1), "line": {"none": True},
                "marker": _marker(one, one.colour), "points": _pale_points(one), **(named if any(one.labels) else {}),
                **_intervals(block, 1, one, "y_error_bars"),
            }
        )  # fmt: skip
    across, up = plane_scales(chart, square=native.square, years=native.years)
    title = {"name_font": {"size": 10, "bold": False, "color": LIGHT.muted}}
    drawn.set_x_axis({"name": printable(native.x_unit), **title, **_axis(across, "0" if native.years else native.form)})
    drawn.set_y_axis({"name": printable(native.y_unit), **title, **_axis(up, native.form)})
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}} if chart.title else {"none": True})
    drawn.set_legend({"none": True} if native.named else {"position": "top", "font": _FONT})
    return drawn


def _intervals(block: _Block, at: int, one: Series, direction: str) -> dict[str, object]:
    """The lengths of the intervals beside the values, and the bars made of them."""
    if not one.above and not one.below:
        return {}
    nothing = (0.0,) * len(one.values)
    block.write(at + 1, f"{one.name}: interval above", one.above or nothing)
    block.write(at + 2, f"{one.name}: interval below", one.below or nothing)
    ends = {"plus_values": f"={block.cells(at + 1)}", "minus_values": f"={block.cells(at + 2)}"}
    line = {"end_style": 0, "line": {"color": LIGHT.ink, "width": 1.25}}
    return {direction: {"type": "custom", "direction": "both", **ends, **line}}


def _pale_bars(one: Series) -> list[dict | None] | None:
    pale = {"fill": {"color": one.colour, "transparency": _PALE}}
    return [pale if at in one.pale else None for at in range(len(one.values))] if one.pale else None


def _pale_points(one: PointSeries) -> list[dict | None] | None:
    """Hollow signs where a point proves little."""
    hollow = {"fill": {"color": LIGHT.ground}, "border": {"color": one.colour}}
    return [hollow if at in one.pale else None for at in range(len(one.values))] if one.pale else None


def _marker(one: PointSeries, colour: str) -> dict[str, object]:
    return {
        "type": _MARKERS.get(one.symbol, "circle"),
        "size": 8,
        "fill": {"color": colour},
        "border": {"color": colour},
    }


def _axis(ends: Scale, form: str) -> dict[str, object]:
    return {
        "min": ends.low, "max": ends.high, "major_unit": ends.step, "num_format": form_of(form, ends.step), "num_font": _FONT,
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.grid, "width": 0.75}}, "line": {"none": True},
        "label_position": "low", "major_tick_mark": "none", "minor_tick_mark": "none",
    }  # fmt: skip


def _unit(native: Bars | Points) -> str:
    return native.unit if isinstance(native, Bars) else native.y_unit


def _title(chart: BarChart | PointChart) -> str:
    """What one of several charts shows."""
    return chart.title if isinstance(chart, PointChart) else chart.series[0].name if chart.listed else ""


def _height(charts: Sequence[BarChart | PointChart]) -> int:
    """Pixels: lists as long as the longest; others as a screen holds them."""
    if isinstance(charts[0], PointChart):
        return _HIGH if len(charts) == 1 else _HIGH // 2
    return 110 + _LINE * max(len(chart.categories) for chart in charts) if charts[0].listed else _HIGH
