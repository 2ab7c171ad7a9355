"""How every chart on a slide looks: axes, legend, title, where its marks stand, and its alternative text."""

from __future__ import annotations

from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.base import BaseShape
from pptx.util import Pt

from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from ..letters import printable, sentence
from .chart_scale import Scale, form_of
from .deck import Place, colour, fitting, within


def axis(drawn: CategoryAxis | ValueAxis, ends: Scale | None = None, form: str = "", title: str = "") -> None:
    """Quiet lines. ends: of an axis of values, with its numbers written in this form."""
    drawn.major_tick_mark = drawn.minor_tick_mark = XL_TICK_MARK.NONE
    drawn.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    drawn.has_major_gridlines = ends is not None
    drawn.format.line.color.rgb = colour(LIGHT.grid)
    drawn.has_title = bool(title)
    if title:
        drawn.axis_title.text_frame.text = printable(title)
        run = drawn.axis_title.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold, run.font.color.rgb = Pt(12), False, colour(LIGHT.muted)
    if ends:
        drawn.major_gridlines.format.line.color.rgb = colour(LIGHT.grid)
        drawn.major_gridlines.format.line.width = Pt(0.75)
        drawn.minimum_scale, drawn.maximum_scale, drawn.major_unit = ends
        drawn.tick_labels.number_format, drawn.tick_labels.number_format_is_linked = form_of(form, ends.step), False


def legend(drawn: Chart) -> None:
    """The names of the series over the chart."""
    drawn.has_legend = True
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    drawn.legend.font.size, drawn.legend.font.color.rgb = Pt(13), colour(LIGHT.ink)


def head(drawn: Chart, name: str, remark: str, code: str, width: float) -> None:
    """The name of one list over it, in its colour, and a remark in small; each in one line of `width` inches."""
    drawn.has_title = True
    drawn.chart_title.include_in_layout = False
    frame = drawn.chart_title.text_frame
    size = fitting(name, width, (14, 12, 11), 1)
    frame.text = within(name, width, size, 1)
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), True, colour(code)
    if remark:
        small = frame.add_paragraph().add_run()
        small.text = within(remark, width, 10, 1)
        small.font.size, small.font.bold, small.font.color.rgb = Pt(10), False, colour(LIGHT.muted)


def title_at(drawn: Chart, left: float) -> None:
    """Set the title at the top, so much of the width from the left edge."""
    title = drawn._chartSpace.find(f".//{qn('c:title')}")
    for old in title.findall(qn("c:layout")):
        title.remove(old)
    made = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{left:.5f}"/>'
        '<c:y val="0"/></c:manualLayout></c:layout>'
    )
    title.find(qn("c:overlay")).addprevious(made)


def inner_plot(drawn: Chart, chart: Place, plot: Place) -> None:
    """Where the marks stand inside a chart (plot: in inches from its corner); the axes' numbers stand outside."""
    shares = (plot.left / chart.width, plot.top / chart.height, plot.width / chart.width, plot.height / chart.height)
    sides = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in zip("xywh", shares, strict=True))
    area = drawn._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{sides}</c:manualLayout></c:layout>"
        ),
    )


def describe(shape: BaseShape, exhibit: Exhibit, part: str = "") -> None:
    """The alternative text of a chart or picture: what it shows, and the reading."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", printable(f"{exhibit.title} {part}".strip()))
    properties.set("descr", printable(": ".join(filter(None, [part, f"{sentence(exhibit.title)} {exhibit.reading}"]))))
