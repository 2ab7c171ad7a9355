"""Writing on the sheets of a workbook so that numbers stay exact and text stays text."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ...exhibits.base import Exhibit
from ...exhibits.column import PROBABILITY
from ...exhibits.columns import columns_of
from ...exhibits.precision import decimals
from ..errors import ExportError
from ..letters import printable
from .cells import as_rows, kind_of, printable_table

MOST_ROWS, LONGEST = 1_048_576, 32_767
CUT = " … [cut: a cell holds no more]"
_WIDEST, _NARROWEST = 60, 8
_LINE, _TALLEST = 15, 400
# Small probabilities lose their meaning as 0.000.
_PROBABILITY_FORMAT = "[<0.001]0.0E+00;0.000"


class _Exact(float):
    """A number that writes itself in all its figures: the library would keep 16, and some numbers need 17."""

    def __format__(self, wanted: str) -> str:
        return repr(float(self))


class Pen:
    """Writes cells in the formats of one workbook, and remembers which texts it had to cut."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True})
        self.heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
        self.linked = book.add_format({"font_color": "#1F4E6B", "underline": 1, "valign": "top", "text_wrap": True})
        self.formats: dict[str, object] = {}
        self.cut: list[str] = []

    def table(self, sheet: Worksheet, exhibit: Exhibit, head: int) -> dict[str, int]:
        """The table with its headings in the row `head`; they stay in sight, and can be filtered by.

        Returns where each column stands, by name; the columns of the sheet right of them are free.

        ExportError where the sheet has too few rows.
        """
        table, last = printable_table(exhibit.table), head + len(exhibit.table)
        if last >= MOST_ROWS:
            raise ExportError(
                f"This table has {len(table):,} rows, more than a sheet of Excel holds: take CSV or Parquet."
            )
        described = columns_of(exhibit.name, table.columns)
        widths = [_width(table[name], column.heading) for name, column in described.items()]
        for place, (name, column) in enumerate(described.items()):
            self._text(sheet, head, place, column.heading, self.heading)
            sheet.set_column(place, place, widths[place], self._number_format(table[name], column.unit))
        sheet.set_row(head, _height([column.heading for column in described.values()], widths))
        for row, values in enumerate(as_rows(table), head + 1):
            for place, value in enumerate(values.values()):
                self._cell(sheet, row, place, value)
        _for_print(sheet, head)
        sheet.print_area(0, 0, last, max(len(described) - 1, 0))
        sheet.autofilter(head, 0, max(last, head + 1), max(len(described) - 1, 0))
        return {name: place for place, name in enumerate(described)}

    def rows(
        self, sheet: Worksheet, rows: Sequence[Sequence[str | int]], *, widths: tuple[int, ...], heads: int = 1
    ) -> int:
        """Rows of words, the first `heads` of them bold and in sight; long ones are wrapped. Returns the next row."""
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        for row, values in enumerate(rows):
            for place, value in enumerate(values):
                self._cell(sheet, row, place, value, self.bold if row < heads else self.wrapped)
            if row >= heads:
                sheet.set_row(row, _height([str(value) for value in values], widths))
        _for_print(sheet, heads - 1)
        return len(rows)

    def lines(self, sheet: Worksheet, lines: Sequence[str]) -> None:
        """Lines of text above a table, the first one bold; they run on over the cells beside them."""
        for row, line in enumerate(lines):
            self._text(sheet, row, 0, line, self.bold if row == 0 else None)

    def way(self, sheet: Worksheet, row: int, place: int, name: str, text: str) -> None:
        """A cell that leads to another sheet."""
        target = f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1"
        sheet.write_url(row, place, target, self.linked, printable(text)[:LONGEST])

    def confess(self, sheet: Worksheet, row: int) -> None:
        """From this row on: which texts were too long for a cell."""
        for number, place in enumerate(self.cut):
            self._text(sheet, row + number, 0, f"Cut after {LONGEST - len(CUT):,} letters: {place}", self.bold)

    def _cell(self, sheet: Worksheet, row: int, place: int, value: object, look: object = None) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value, look)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, _Exact(value) if isinstance(value, float) else value, look)
        else:
            self._text(sheet, row, place, str(value), look)

    def _text(self, sheet: Worksheet, row: int, place: int, text: str, look: object = None) -> None:
        text = printable(text)
        if text != within(text, LONGEST):
            self.cut.append(f"{sheet.get_name()}, cell {xl_col_to_name(place)}{row + 1}")
            text = within(text, LONGEST - len(CUT)) + CUT
        sheet.write_string(row, place, text, look)

    def _number_format(self, values: pd.Series, unit: str) -> object:
        """How a column of numbers is shown; None for other columns."""
        kind = kind_of(values)
        if kind not in ("integer", "number"):
            return None
        places = decimals(values) if kind == "number" else 0
        code = _PROBABILITY_FORMAT if unit == PROBABILITY else "0." + "0" * places if places else "0"
        if code not in self.formats:
            self.formats[code] = self.book.add_format({"num_format": code})
        return self.formats[code]


def within(text: str, most: int) -> str:
    """The beginning of a text, of so many letters as Excel counts them: some signs count as two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _for_print(sheet: Worksheet, head: int) -> None:
    """All columns on the width of a page, the headings on every page and in sight on the screen."""
    sheet.freeze_panes(head + 1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Points that texts need when they wrap: not every program finds that out by itself."""
    lines = max((math.ceil(len(text) / width) for text, width in zip(texts, widths, strict=False)), default=1)
    return min(max(lines, 1) * _LINE, _TALLEST)


def _width(values: pd.Series, heading: str) -> int:
    """Room for the longest word of the heading, which wraps, and for most values."""
    longest_word = max(map(len, heading.split()))
    if kind_of(values) != "text" or values.empty:
        return max(longest_word + 3, _NARROWEST, math.ceil(len(heading) / 3))
    usual = values.dropna().astype(str).str.len().quantile(0.9)
    return int(min(max(longest_word + 3, 0 if math.isnan(usual) else usual + 2, _NARROWEST), _WIDEST))
