"""Excel's own charts, read back from the file by an XML parser and openpyxl."""

import io
import zipfile

import openpyxl
import pytest
from lxml import etree
from xlsxwriter import Workbook

from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.native import Bars
from dashboard.export.office.excel_charts import charts_into

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
FIRST = 3


def workbook_of(exhibit):
    """A workbook with one sheet: the table, and the charts beside it."""
    with Workbook(made := io.BytesIO(), {"in_memory": True}) as book:
        sheet = book.add_worksheet("It's a sheet")
        columns = {name: place for place, name in enumerate(exhibit.table.columns)}
        for name, place in columns.items():
            sheet.write_string(FIRST - 1, place, name)
        drawn = charts_into(book, sheet, exhibit, FIRST, columns)
    return made.getvalue(), drawn


def charts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = sorted(name for name in packed.namelist() if name.startswith("xl/charts/chart"))
        return [etree.fromstring(packed.read(name)) for name in names]


def cells(book, formula):
    """What stands in the cells that a chart refers to."""
    name, _, area = formula.rpartition("!")
    found = book[name.strip("'").replace("''", "'")][area.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def drawn_rows(content):
    """Series, category (or place across), value, ends of the interval: as the charts' cells hold them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for chart in charts(content):
        for series in chart.iter(f"{C}ser"):
            across, up = (f"{C}xVal", f"{C}yVal") if series.find(f"{C}xVal") is not None else (f"{C}cat", f"{C}val")
            (name,) = cells(book, series.findtext(f"{C}tx//{C}f"))
            columns = [cells(book, series.findtext(f"{side}//{C}f")) for side in (across, up)]
            ends = [series.findtext(f"{C}errBars/{C}{side}//{C}f") for side in ("plus", "minus")]
            above, below = ([0] * len(columns[1]) if end is None else cells(book, end) for end in ends)
            for place, value, more, less in zip(*columns, above, below, strict=True):
                if value is not None:
                    yield name, place, value, value + (more or 0), value - (less or 0)


@pytest.mark.parametrize("name", EXHIBITS)
def test_charts_hold_the_numbers_of_the_table(exhibits, name):
    exhibit = exhibits[name]
    content, drawn = workbook_of(exhibit)
    native = exhibit.native
    assert drawn == (native is not None) == bool(charts(content))
    if not drawn:
        return
    value = native.value if isinstance(native, Bars) else native.y
    high, low = (sorted(exhibit.table[column or value].dropna()) for column in (native.high, native.low))
    rows = list(drawn_rows(content))
    assert sorted(row[2] for row in rows) == pytest.approx(sorted(exhibit.table[value].dropna()))
    assert sorted(row[3] for row in rows) == pytest.approx(high)
    assert sorted(row[4] for row in rows) == pytest.approx(low)


def test_each_bar_stands_at_its_word_and_group(corpus, exhibits):
    exhibit = exhibits["term_rates"]
    content, _ = workbook_of(exhibit)
    found = {(series, term): value for series, term, value, *_ in drawn_rows(content)}
    for _, row in exhibit.table.iterrows():
        label = exhibit.native.styles[row["group"]].label
        assert found[label, row["term"]] == pytest.approx(row["per_1000"])


def test_charts_say_what_they_show_to_those_who_cannot_see_them(exhibits):
    content, _ = workbook_of(exhibits["keywords"])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        drawing = etree.fromstring(packed.read("xl/drawings/drawing1.xml"))
    told = drawing.xpath('//*[local-name()="cNvPr"]/@descr')
    assert len(told) == 5 and all(exhibits["keywords"].reading in text for text in told)


def test_an_exhibit_without_rows_has_no_chart(corpus):
    content, drawn = workbook_of(make(corpus, "top_terms", minimum_count=100_000))
    assert not drawn and not charts(content)
