"""Charts of points that can be edited on a slide, with their names beside them and their intervals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.datalabel import DataLabel
from pptx.dml.chtfmt import ChartFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from ...charts.elastic_labels import SPOTS, Box, place_labels
from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from .chart_data import PointChart, PointSeries
from .chart_look import axis, describe, inner_plot, title_at
from .chart_scale import Scale, plane_scales
from .chart_xml import add_intervals, keep_numbers
from .deck import Place, colour, lines_needed, words

# Signs of the house that office programs lack become others that no group has yet.
_MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE, "diamond": XL_MARKER_STYLE.DIAMOND, "square": XL_MARKER_STYLE.SQUARE,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE, "pentagon": XL_MARKER_STYLE.DASH, "star": XL_MARKER_STYLE.STAR,
    "cross": XL_MARKER_STYLE.PLUS, "x": XL_MARKER_STYLE.X,
}  # fmt: skip
_SIGNS = {"diamond": "◆", "square": "■", "triangle-up": "▲", "pentagon": "▬"}
_BETWEEN = "     "
# Right, left, above, below: where a point's name can stand.
_SIDES = dict(
    zip(SPOTS[:4], (XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW), strict=True)
)  # fmt: skip
_LETTERS = 12
# Inches round the points: numbers on the left, the name over them, numbers and title of the axis under them.
_LEFT, _RIGHT, _NAME, _NUMBERS, _TITLE = 0.6, 0.3, 0.34, 0.34, 0.3
# More points than these are drawn small.
_MANY = 100


def add_points(slide: Slide, charts: Sequence[PointChart], exhibit: Exhibit, room: Place, over: Place) -> None:
    """One chart, or several under each other with one axis across and one key for all, which stands `over` them."""
    if exhibit.native.named:
        _chart(slide, charts[0], exhibit, room, last=True)
        return
    room = _key(slide, over, room, charts[0].series)
    height = (room.height - _NUMBERS - _TITLE) / len(charts)
    for number, chart in enumerate(charts):
        last = number == len(charts) - 1
        place = Place(room.left, room.top + number * height, room.width, height + (_NUMBERS + _TITLE) * last)
        _chart(slide, chart, exhibit, place, last=last)


def _chart(slide: Slide, chart: PointChart, exhibit: Exhibit, place: Place, *, last: bool) -> None:
    native = exhibit.native
    data = XyChartData(number_format="General")
    for one in chart.series:
        series = data.add_series(one.name)
        for x, y in zip(one.across, one.values, strict=True):
            series.add_data_point(x, y)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place.emu(), data)
    describe(frame, exhibit, chart.title)
    drawn = frame.chart
    drawn.font.size, drawn.font.color.rgb = Pt(_LETTERS), colour(LIGHT.ink)
    drawn.has_legend = False
    _title(drawn, chart.title, place)
    across, up, plot = _plane(chart, native.square, native.years, _inside(place, chart, last))
    axis(drawn.category_axis, across, "0" if native.years else native.form, native.x_unit if last else "")
    axis(drawn.value_axis, up, native.form)
    if not last:
        drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    inner_plot(drawn, place, plot)
    _mark(drawn, chart, across, up, plot)
    add_intervals(drawn, chart.series, LIGHT.muted, upwards=True)
    keep_numbers(drawn)


def _inside(place: Place, chart: PointChart, last: bool) -> Place:
    top = _NAME * bool(chart.title) + 0.06
    foot = (_NUMBERS + _TITLE) * last + 0.08
    return Place(_LEFT, top, place.width - _LEFT - _RIGHT, place.height - top - foot)


def _title(drawn: Chart, title: str, place: Place) -> None:
    """The name of a panel, at its left edge."""
    drawn.has_title = bool(title)
    if not title:
        return
    drawn.chart_title.include_in_layout = False
    title_at(drawn, _LEFT / place.width)
    drawn.chart_title.text_frame.text = title
    run = drawn.chart_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.color.rgb = Pt(14), True, colour(LIGHT.ink)


def _plane(chart: PointChart, square: bool, years: bool, room: Place) -> tuple[Scale, Scale, Place]:
    """Both axes and the room of the marks; square: one unit is as long across as upwards."""
    across, up = plane_scales(chart, square=square, years=years)
    if not square:
        return across, up, room
    unit = min(room.width / (across.high - across.low), room.height / (up.high - up.low))
    width, height = unit * (across.high - across.low), unit * (up.high - up.low)
    return across, up, Place(room.left + (room.width - width) / 2, room.top, width, height)


def _mark(drawn: Chart, chart: PointChart, across: Scale, up: Scale, plot: Place) -> None:
    """Signs and names of all points."""
    many = sum(len(one.values) for one in chart.series) > _MANY
    sides = _named_sides(chart, across, up, plot)
    for plotted, one in zip(drawn.plots[0].series, chart.series, strict=True):
        # Points, not a line through them.
        plotted.format.line.fill.background()
        marker = plotted.marker
        marker.style, marker.size = _MARKERS.get(one.symbol, XL_MARKER_STYLE.CIRCLE), 5 if many else 9
        _fill(marker.format, one, pale=False)
        for at in one.pale:
            single = plotted.points[at].marker
            single.style, single.size = marker.style, marker.size
            _fill(single.format, one, pale=True)
        for at, text in enumerate(one.labels):
            if text and (one.name, at) in sides:
                _name(plotted.points[at].data_label, text, sides[one.name, at], one.colour)


def _fill(form: ChartFormat, one: PointSeries, *, pale: bool) -> None:
    form.fill.solid()
    form.fill.fore_color.rgb = colour(LIGHT.ground if pale else one.colour)
    form.line.color.rgb = colour(one.colour)
    form.line.width = Pt(1)


def _name(label: DataLabel, text: str, side: XL_LABEL_POSITION, code: str) -> None:
    label.text_frame.text = text
    run = label.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.color.rgb = Pt(_LETTERS), colour(code)
    label.position = side


def _named_sides(
    chart: PointChart, across: Scale, up: Scale, plot: Place
) -> dict[tuple[str, int], XL_LABEL_POSITION]:  # fmt: skip
    """Where the name of each point stands; a name that would cover another, or too many points, is left out."""
    # The points on top choose first where their name stands; then the others that have one.
    points = [(one, at) for one in reversed(chart.series) for at in range(len(one.values))]
    points.sort(key=lambda point: not point[0].labels[point[1]] if point[0].labels else True)
    x = np.array([72 * plot.width * (one.across[at] - across.low) / (across.high - across.low) for one, at in points])
    y = np.array([72 * plot.height * (up.high - one.values[at]) / (up.high - up.low) for one, at in points])
    texts = [one.labels[at] for one, at in points if one.labels and one.labels[at]]
    frame = Box(0, 72 * plot.width, 0, 72 * plot.width, 0, 72 * plot.height)
    placed = place_labels(
        np.column_stack([x, x]), y, texts, frame, most=len(texts), size=_LETTERS, radius=4, spots=SPOTS[:4],
        covering=np.full(len(points), 2.0),
    )  # fmt: skip
    return {(points[number][0].name, points[number][1]): _SIDES[spot] for number, spot in placed.items()}


def _key(slide: Slide, over: Place, room: Place, series: Sequence[PointSeries]) -> Place:
    """The names of the series in their colours, at the right of the line over the charts where they fit, else in lines
    of their own; the room that is left."""
    told = [f"{_SIGNS.get(one.symbol, '●')}\u00a0{one.name}" for one in series]
    half = Place(over.left + over.width / 2, over.top, over.width / 2, over.height)
    alone = lines_needed(_BETWEEN.join(told), half.width, 13) > 1
    if alone:
        half, room = room.split_top(0.24 * lines_needed(_BETWEEN.join(told), over.width, 13) + 0.08)
    paragraph = words(slide, half, "", size=13).text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT if alone else PP_ALIGN.RIGHT
    for number, (text, one) in enumerate(zip(told, series, strict=True)):
        run = paragraph.add_run()
        run.text = f"{_BETWEEN if number else ''}{text}"
        run.font.size, run.font.bold, run.font.color.rgb = Pt(13), True, colour(one.colour)
    return room
