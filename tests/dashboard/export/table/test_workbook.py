"""Workbooks read back by openpyxl."""

import dataclasses
import io

import openpyxl
import pandas as pd
import pytest

from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.columns import columns_of
from dashboard.export.errors import ExportError
from dashboard.export.report import Entry, Report
from dashboard.export.table import workbook
from dashboard.export.table.sheets import CUT, LONGEST, MOST_ROWS

from ..conftest import FORMULAS

each = pytest.mark.parametrize("name", EXHIBITS)


def read(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def assert_holds(sheet, exhibit, head: int) -> None:
    """The rows under the headings (row `head`, from 1) equal the table, bit for bit."""
    headings = [column.heading for column in columns_of(exhibit.name, exhibit.table.columns).values()]
    width = len(headings)
    assert [cell.value for cell in sheet[head][:width]] == headings
    rows = sheet.iter_rows(min_row=head + 1, max_row=head + len(exhibit.table), max_col=width)
    for row, (_, wanted) in zip(rows, exhibit.table.astype(object).iterrows(), strict=True):
        for cell, value in zip(row, wanted, strict=True):
            if pd.isna(value):
                assert cell.value is None
            elif value == "":
                assert not cell.value
            else:
                assert cell.value == value
                assert cell.data_type == ("b" if isinstance(value, bool) else "s" if isinstance(value, str) else "n")


@each
def test_the_sheet_holds_every_cell_exactly(exhibits, name):
    book = read(workbook.xlsx(exhibits[name]))
    assert book.sheetnames == ["Table", "Columns", "Receipt"]
    assert_holds(book["Table"], exhibits[name], 1)
    assert book["Table"].freeze_panes == "A2" and book["Table"].auto_filter.ref.startswith("A1:")


@each
def test_columns_and_receipt_stand_on_sheets_of_their_own(exhibits, name):
    exhibit, book = exhibits[name], read(workbook.xlsx(exhibits[name]))
    described = {row[2]: row[4] for row in book["Columns"].iter_rows(min_row=2, values_only=True)}
    assert described == {key: column.meaning for key, column in columns_of(name, exhibit.table.columns).items()}
    said = [row[1] for row in book["Receipt"].iter_rows(min_row=2, values_only=True)]
    receipt = exhibit.receipt
    told = [
        receipt.method,
        *receipt.settings,
        receipt.corpus,
        *receipt.texts,
        receipt.tokenization,
        receipt.fingerprint,
    ]
    assert {exhibit.title, exhibit.reading, receipt.version, "exhibit.table", *told} <= set(said)
    assert receipt.n_words in said and any(str(line).startswith("http://127.0.0.1") for line in said)


def test_what_is_shown_is_rounded_and_small_probabilities_keep_their_size(exhibits):
    sheet = read(workbook.xlsx(exhibits["keywords"]))["Table"]
    formats = {
        sheet.cell(1, place).value: sheet.cell(2, place).number_format for place in range(1, sheet.max_column + 1)
    }
    assert formats["per 1,000 words"] == "0.00"
    assert formats["p (probability 0–1)"] == "[<0.001]0.0E+00;0.000"
    assert formats["hits"] == "0"


def test_what_looks_like_a_formula_is_a_string(formula_corpus):
    for name, options in (("timeline", {}), ("concordance", {"query": "trust"}), ("term_rates", {"terms": "trust"})):
        exhibit = make(formula_corpus, name, **options)
        book = read(workbook.xlsx(exhibit))
        assert_holds(book["Table"], exhibit, 1)
        assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert [cell.value for cell in read(workbook.xlsx(make(formula_corpus, "timeline")))["Table"]["C"][1:]] == list(
        FORMULAS
    )


def test_text_that_no_cell_holds_is_cut_with_a_mark_and_said_on_the_receipt(exhibits):
    base = exhibits["concordance"]
    odd = pd.Series("\x00a\ud800", base.table.index, dtype=object)
    long = base.table.assign(left=["😀" * LONGEST, *base.table["left"][1:]], right=odd)
    book = read(workbook.xlsx(dataclasses.replace(base, table=long)))
    place = list(long.columns).index("left") + 1
    cell = book["Table"].cell(2, place).value
    assert cell.endswith(CUT) and len(cell.encode("utf-16-le")) // 2 <= LONGEST
    assert book["Table"].cell(2, list(long.columns).index("right") + 1).value == "a"
    last = [row[0] for row in book["Receipt"].iter_rows(values_only=True)][-1]
    assert last.startswith("Cut after 32,") and "Table, cell" in last


def test_links_in_a_text_stay_text(exhibits):
    base = exhibits["concordance"]
    address = "http://127.0.0.1:9/" + "a" * 3000
    sheet = read(workbook.xlsx(dataclasses.replace(base, table=base.table.assign(left=address))))["Table"]
    cell = sheet.cell(2, list(base.table.columns).index("left") + 1)
    assert cell.value == address and cell.hyperlink is None


def test_more_rows_than_a_sheet_holds_are_refused_in_a_sentence(exhibits):
    base = exhibits["obligation"]
    huge = pd.DataFrame({"group": pd.Series("a", index=pd.RangeIndex(MOST_ROWS))})
    with pytest.raises(ExportError, match="1,048,576 rows, more than a sheet of Excel holds: take CSV or Parquet"):
        workbook.xlsx(dataclasses.replace(base, table=huge))


@pytest.fixture(scope="module")
def report(exhibits, corpus):
    notes = {"keywords": "=1+1", "timeline": "Look here"}
    return Report("My ‘report’", tuple(Entry(corpus, exhibits[name], notes.get(name, "")) for name in EXHIBITS))


@pytest.fixture(scope="module")
def written(report):
    return workbook.report_workbook(report)


def test_a_report_has_contents_a_sheet_an_exhibit_and_all_that_explains_them(report, written):
    book = read(written)
    assert book.sheetnames[0] == "Contents" and book.sheetnames[-2:] == ["Columns", "Receipts"]
    assert len(book.sheetnames) == len(EXHIBITS) + 3
    for number, (entry, name) in enumerate(zip(report.entries, book.sheetnames[1:-2], strict=True), 1):
        row = book["Contents"][number + 2]
        assert [row[0].value, row[1].value, row[2].value or ""] == [number, entry.exhibit.title, entry.note]
        assert row[1].hyperlink.location == f"'{name}'!A1"
        sheet = book[name]
        assert sheet["A1"].value == entry.exhibit.title and sheet["A2"].value == entry.exhibit.reading
        assert_holds(sheet, entry.exhibit, 5 if entry.note else 4)
    assert {row[0] for row in book["Receipts"].iter_rows(min_row=2, values_only=True)} == set(
        range(1, len(EXHIBITS) + 1)
    )


def test_a_report_gives_the_same_bytes_and_says_no_time(report, written):
    assert workbook.report_workbook(report) == written
    assert read(written).properties.created.year == 1980


def test_names_of_sheets_are_short_different_and_allowed(exhibits, corpus):
    titles = ["a/b\\c:d*e?f[g]'", "Contents", "'", "", "x" * 60, "x" * 60, "😀" * 40]
    entries = [Entry(corpus, dataclasses.replace(exhibits["obligation"], title=title)) for title in titles]
    report = Report("R", tuple(entries))
    names = workbook.sheet_names(report)
    assert len({name.lower() for name in names}) == len(titles)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert not any(name.startswith("'") or name.endswith("'") for name in names)
    assert read(workbook.report_workbook(report)).sheetnames[1:-2] == names


def test_an_empty_report_is_refused(corpus):
    with pytest.raises(ExportError, match="The report is empty"):
        workbook.report_workbook(Report("R", ()))
