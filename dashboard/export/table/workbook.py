"""Excel workbooks: an exhibit's table, or a report's tables, with what their columns mean and how they were made."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ...exhibits.base import Exhibit
from ...exhibits.columns import columns_of
from ..letters import printable
from ..office.excel_charts import charts_into
from ..provenance import provenance
from ..report import Entry, Report
from ..reproduce import command, link, python_lines
from ..sources import require_entries
from .sheets import Pen, within

CONTENTS, TABLE, COLUMNS, RECEIPT, RECEIPTS = "Contents", "Table", "Columns", "Receipt", "Receipts"
# What Excel allows in the name of a sheet, and in a property of the file.
_LONGEST_NAME, _LONGEST_PROPERTY = 31, 255
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\t\n\r]+")
_COLUMN_HEAD = ("Column", "Heading", "Name in other files", "Unit", "Meaning")
# The same exhibit gives the same bytes, so the file does not say when it was made.
_DATE = datetime(1980, 1, 1)


def xlsx(exhibit: Exhibit) -> bytes:
    """The table on a sheet, what its columns mean on a second, its receipt on a third.

    Numbers are numbers, shown rounded and stored whole; undefined is an empty cell; no text becomes a formula or a
    link. ExportError where a sheet has too few rows for the table.
    """
    with _book(provenance(exhibit).title, exhibit.reading, provenance(exhibit).software) as (made, book):
        pen = Pen(book)
        pen.table(book.add_worksheet(TABLE), exhibit, 0)
        columns = book.add_worksheet(COLUMNS)
        pen.rows(columns, [_COLUMN_HEAD, *_column_rows(exhibit)], widths=(8, 34, 26, 20, 90))
        sheet = book.add_worksheet(RECEIPT)
        pen.confess(sheet, pen.rows(sheet, [("What", "Value"), *_receipt_rows(exhibit)], widths=(16, 110)))
    return made.getvalue()


def report_workbook(report: Report) -> bytes:
    """All tables of a report, a sheet each after a sheet of contents; then what their columns mean, and all receipts.

    Beside a table stand Excel's own charts, where it has the kind. ExportError for an empty report, or where a sheet
    has too few rows for a table.
    """
    require_entries(report)
    software, names = provenance(report.entries[0].exhibit).software, sheet_names(report)
    with _book(report.title, f"{len(report.entries)} exhibits", software) as (made, book):
        pen = Pen(book)
        _contents(pen, book.add_worksheet(CONTENTS), report, names)
        for name, entry in zip(names, report.entries, strict=True):
            _entry(pen, book.add_worksheet(name), entry)
        columns = [("Number", *_COLUMN_HEAD), *_numbered(report, _column_rows)]
        pen.rows(book.add_worksheet(COLUMNS), columns, widths=(8, 8, 34, 26, 20, 90))
        sheet, receipts = book.add_worksheet(RECEIPTS), [("Number", "What", "Value"), *_numbered(report, _receipt_rows)]
        pen.confess(sheet, pen.rows(sheet, receipts, widths=(8, 16, 110)))
    return made.getvalue()


def _numbered(report: Report, rows: Callable[[Exhibit], list[tuple]]) -> list[tuple]:
    """Rows on each exhibit of a report, its number before them."""
    return [(number, *row) for number, entry in enumerate(report.entries, 1) for row in rows(entry.exhibit)]


def sheet_names(report: Report) -> list[str]:
    """A name for the sheet of each exhibit: its number first, so that no two are alike; at most 31 letters, none of
    those that Excel refuses, no apostrophe at the end."""
    names = []
    for number, entry in enumerate(report.entries, 1):
        name = " ".join(f"{number} {_NOT_IN_NAMES.sub(' ', printable(entry.exhibit.title))}".split())
        names.append(within(name, _LONGEST_NAME).rstrip(" '"))
    return names


@contextmanager
def _book(title: str, subject: str, software: str) -> Iterator[tuple[io.BytesIO, xlsxwriter.Workbook]]:
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        about = {"title": title, "subject": subject, "author": software}
        book.set_properties(
            {name: within(printable(text), _LONGEST_PROPERTY) for name, text in about.items()} | {"created": _DATE}
        )
        yield made, book


def _column_rows(exhibit: Exhibit) -> list[tuple[str, ...]]:
    columns = columns_of(exhibit.name, exhibit.table.columns)
    return [
        (xl_col_to_name(number), column.heading, name, column.unit, column.meaning)
        for number, (name, column) in enumerate(columns.items())
    ]


def _receipt_rows(exhibit: Exhibit) -> list[tuple[str, str | int]]:
    """All that is to be said of an exhibit, a row a thing: what it shows, how it was made, how to make it again."""
    receipt = exhibit.receipt
    return [
        ("Title", exhibit.title),
        ("Reading", exhibit.reading),
        ("Method", receipt.method),
        *[("Setting", setting) for setting in receipt.settings],
        ("Corpus", receipt.corpus),
        *[("Text", text) for text in receipt.texts],
        ("Words", receipt.n_words),
        ("Words are", receipt.tokenization),
        *[("Chosen text", text) for text in receipt.selected],
        ("Fingerprint", receipt.fingerprint),
        ("Exhibit", exhibit.name),
        ("Parallax", receipt.version),
        ("Link", link(exhibit)),
        ("Command", command(exhibit, "xlsx")),
        *[("Python", line) for line in python_lines(exhibit).splitlines()],
    ]


def _contents(pen: Pen, sheet: Worksheet, report: Report, names: list[str]) -> None:
    rows = [(number, entry.exhibit.title, entry.note) for number, entry in enumerate(report.entries, 1)]
    pen.rows(sheet, [(report.title,), ("Number", "Exhibit", "Note"), *rows], widths=(8, 60, 80), heads=2)
    for number, name in enumerate(names):
        pen.way(sheet, number + 2, 1, name, report.entries[number].exhibit.title)


def _entry(pen: Pen, sheet: Worksheet, entry: Entry) -> None:
    """The sheet of one exhibit: title, reading and note in the first rows, then the table and its charts."""
    head = [entry.exhibit.title, entry.exhibit.reading, *([entry.note] if entry.note else [])]
    pen.lines(sheet, head)
    columns = pen.table(sheet, entry.exhibit, len(head) + 1)
    charts_into(pen.book, sheet, entry.exhibit, len(head) + 2, columns)
