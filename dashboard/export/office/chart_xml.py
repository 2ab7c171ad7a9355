"""What python-pptx cannot say of a chart: intervals, and a workbook behind it that holds every number drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import xlsxwriter
from lxml import etree
from pptx.chart.chart import Chart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from ..zips import DATED
from .chart_data import Numbers, Series

_WORKBOOK = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# Two columns are left free between the values and the lengths of their intervals.
_APART = 2


def add_intervals(chart: Chart, series: Sequence[Series], colour: str, *, upwards: bool) -> None:
    """Error bars of each series from the lengths above and below its values. upwards: points, which must say so."""
    first = _APART + max(column for element in chart._chartSpace.iter(qn("c:f")) for _, column in _cells(element.text))
    for number, (plotted, one) in enumerate(zip(_plotted(chart), series, strict=True)):
        if not one.above and not one.below:
            continue
        rows = [row for row, _ in _cells(plotted.find(f"{qn('c:yVal' if upwards else 'c:val')}//{qn('c:f')}").text)]
        sides = [
            _side(name, lengths or (0.0,) * len(rows), rows, first + 2 * number + place)
            for place, (name, lengths) in enumerate((("plus", one.above), ("minus", one.below)))
        ]
        before = plotted.find(qn("c:xVal" if upwards else "c:cat"))
        before.addprevious(_error_bars(sides, colour, upwards))


def keep_numbers(chart: Chart) -> None:
    """Put the numbers of the chart, as the chart itself holds them, into the workbook that opens on “Edit data”."""
    with xlsxwriter.Workbook(made := io.BytesIO(), _WORKBOOK) as book:
        book.set_properties({"created": DATED})
        sheet = book.add_worksheet("Sheet1")
        for cell, value in _held(chart._chartSpace):
            sheet.write(*cell, value)
    chart.part.chart_workbook.update_from_xlsx_blob(made.getvalue())


def _held(space: etree._Element) -> Iterator[tuple[tuple[int, int], str | float]]:
    """Every cell that the chart refers to and what stands in it."""
    for formula in space.iter(qn("c:f")):
        cells, numeric = _cells(formula.text), formula.getparent().tag == qn("c:numRef")
        for point in formula.getparent().iter(qn("c:pt")):
            value = point.findtext(qn("c:v"))
            yield cells[int(point.get("idx"))], float(value) if numeric else value
        side = formula.getparent().getparent().tag
        if side in (qn("c:plus"), qn("c:minus")):
            yield (cells[0][0] - 1, cells[0][1]), "interval above" if side == qn("c:plus") else "interval below"


def _cells(reference: str) -> list[tuple[int, int]]:
    """The cells of a reference such as Sheet1!$B$2:$B$6, which runs down one column."""
    first, _, last = reference.partition("!")[2].replace("$", "").partition(":")
    (top, column), (bottom, _) = xl_cell_to_rowcol(first), xl_cell_to_rowcol(last or first)
    return [(row, column) for row in range(top, bottom + 1)]


def _plotted(chart: Chart) -> list[etree._Element]:
    return [series._element for plot in chart.plots for series in plot.series]


def _side(name: str, lengths: Numbers, rows: Sequence[int], column: int) -> str:
    ends = [xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (rows[0], rows[-1])]
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{length!r}</c:v></c:pt>'
        for place, length in enumerate(lengths)
        if length is not None
    )
    return (
        f"<c:{name}><c:numRef><c:f>Sheet1!{ends[0]}:{ends[1]}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(lengths)}"/>{points}</c:numCache></c:numRef></c:{name}>'
    )


def _error_bars(sides: list[str], colour: str, upwards: bool) -> etree._Element:
    direction = '<c:errDir val="y"/>' if upwards else ""
    return parse_xml(
        f'<c:errBars {nsdecls("c", "a")}>{direction}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f'{"".join(sides)}<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill></a:ln></c:spPr>'
        "</c:errBars>"
    )  # fmt: skip
