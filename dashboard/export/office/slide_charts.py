"""Charts of bars that can be edited on a slide, with their intervals, in the colours of the house."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.chtfmt import ChartFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from ...charts.map_labels import text_width
from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from ...exhibits.native import Bars
from .chart_data import ACROSS, SLIDE, BarChart, bar_charts, cut, point_charts
from .chart_look import axis, describe, head, inner_plot, legend
from .chart_scale import Scale, bars_scale
from .chart_xml import add_intervals, keep_numbers
from .deck import Place, colour, words
from .slide_points import add_points

_UNIT, _GAP = 0.36, 0.15
# Room between bars, in per cent of a bar's width.
_LOOSE, _TIGHT = 45, 35
_LETTERS = 11
# How much of the ground a bar covers, in per cent.
_SHEER, _PALE = 75, 35
# Inches over and under the bars of a list: its name, the numbers of its axis.
_HEAD, _FOOT = 0.62, 0.32


def add_native(slide: Slide, exhibit: Exhibit, place: Place) -> str | None:
    """Draw an exhibit with the program's own charts; what was left out, in words, or None where nothing could be drawn."""
    native = exhibit.native
    charts = bar_charts(exhibit, SLIDE) if isinstance(native, Bars) else point_charts(exhibit, SLIDE)
    if not charts:
        return None
    unit, room = place.split_top(_UNIT)
    words(slide, unit, native.unit if isinstance(native, Bars) else native.y_unit, size=13, colour=LIGHT.muted)
    if not isinstance(native, Bars):
        add_points(slide, charts, exhibit, room, unit)
    elif native.lists:
        _add_lists(slide, charts, exhibit, room)
    else:
        _add_clusters(slide, charts[0], exhibit, room)
    return cut(exhibit, charts)


def _add_lists(slide: Slide, charts: Sequence[BarChart], exhibit: Exhibit, room: Place) -> None:
    """A chart a list, side by side, at one scale."""
    lines = math.ceil(len(charts) / ACROSS)
    across = math.ceil(len(charts) / lines)
    longest = max(len(chart.categories) for chart in charts)
    one_scale = bars_scale(charts, steps=3)
    for number, chart in enumerate(charts):
        place = room.cell(number // across, number % across, lines, across, _GAP)
        name = chart.series[0].name
        drawn = _bars(slide, chart, place, exhibit, one_scale, XL_CHART_TYPE.BAR_CLUSTERED, name)
        head(drawn, name, chart.series[0].remark, chart.series[0].colour, 0.92 * place.width)
        drawn.category_axis.reverse_order = True
        # The first word stands on top; the numbers of the axis stay at the foot.
        drawn.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
        # A shorter list takes less room, so that its rows stand level with those of the others.
        rows = (place.height - _HEAD - _FOOT) * len(chart.categories) / longest
        left = min(_label_width(charts), 0.6 * place.width)
        inner_plot(drawn, place, Place(left, _HEAD, place.width - left - 0.12, rows))


def _label_width(charts: Sequence[BarChart]) -> float:
    return 0.12 + max(text_width(name, _LETTERS) for chart in charts for name in chart.categories) / 72


def _add_clusters(slide: Slide, chart: BarChart, exhibit: Exhibit, room: Place) -> None:
    """One chart, the bars of a category beside each other."""
    drawn = _bars(slide, chart, room, exhibit, bars_scale([chart], steps=5), XL_CHART_TYPE.COLUMN_CLUSTERED)
    drawn.has_title = False
    if len(chart.series) > 1 and not chart.is_sparse:
        legend(drawn)


def _bars(
    slide: Slide, chart: BarChart, place: Place, exhibit: Exhibit, one_scale: Scale, kind: XL_CHART_TYPE, name: str = ""
) -> Chart:  # fmt: skip
    """The chart on the slide, its bars coloured and with their intervals."""
    data = CategoryChartData(number_format=chart.form)
    data.categories = chart.categories
    for one in chart.series:
        data.add_series(one.name, one.values)
    frame = slide.shapes.add_chart(kind, *place.emu(), data)
    describe(frame, exhibit, name)
    drawn = frame.chart
    upright = kind == XL_CHART_TYPE.COLUMN_CLUSTERED
    drawn.font.size, drawn.font.color.rgb = Pt(13 if upright else _LETTERS), colour(LIGHT.ink)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = (_LOOSE if upright else _TIGHT), (100 if chart.is_sparse else 0)
    _paint(drawn, chart)
    axis(drawn.category_axis)
    axis(drawn.value_axis, one_scale, chart.form)
    add_intervals(drawn, chart.series, LIGHT.ink, upwards=False)
    keep_numbers(drawn)
    return drawn


def _paint(drawn: Chart, chart: BarChart) -> None:
    for plotted, one in zip(drawn.plots[0].series, chart.series, strict=True):
        plotted.invert_if_negative = False
        _fill(plotted.format, one.colour, _SHEER if one.above or one.below else 100)
        for at in one.pale:
            _fill(plotted.points[at].format, one.colour, _PALE)


def _fill(form: ChartFormat, code: str, opacity: int) -> None:
    """A bar in its colour; one with an interval is a little sheer, so that the lower half of the interval is seen."""
    form.fill.solid()
    form.fill.fore_color.rgb = colour(code)
    share = etree.SubElement(form.fill._xPr.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}"), qn("a:alpha"))
    share.set("val", f"{opacity}000")
