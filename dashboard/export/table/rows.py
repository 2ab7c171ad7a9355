"""The first rows of an exhibit's table as a page can hold them: few columns, short cells, rounded numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...exhibits.base import Exhibit
from ...exhibits.columns import columns_of
from ...exhibits.native import Points
from ..letters import printable, shortened

# Where a mark stands in a text; a reader of a printed table has no use for it.
_PLACES = {"position", "start", "end", "other_start", "other_end", "place", "other_place", "variant"}
# Printed even where it is the same in each row.
_ALWAYS = ("node",)
# Columns that say what a row is or how sure it is come before the others.
_FIRST = (
    "list", "kind", "block", "group", "document_id", "label", "term", "name", "link", "collocate", "measure", "method",
    "count", "hits", "value", "per_1000", "share", "low", "high", "left", "node", "right", "paragraph",
)  # fmt: skip
_LETTERS, _LONG = 44, 90
_WORDY = {"left", "right", "sentence", "link", "title", "value", "shared"}


def columns_of_a_page(exhibit: Exhibit, most: int) -> list[str]:
    """The columns that fit a page: what the picture is drawn from first, in the order of the table."""
    table = exhibit.table
    drawn = [*_drawn_from(exhibit), *(name for name in _ALWAYS if name in table)]
    told = [name for name in table.columns if name in drawn or (name not in _PLACES and _tells(table, name))]
    rank = {name: place for place, name in enumerate([*drawn, *_FIRST])}
    chosen = sorted(told, key=lambda name: rank.get(name, len(rank)))[:most]
    return [name for name in table.columns if name in chosen]


def first_rows(exhibit: Exhibit, rows: int, columns: list[str]) -> tuple[list[str], list[list[str]]]:
    """The head and the body of a printed table."""
    shown = exhibit.table.head(rows)
    body = [[_written(value, name) for name, value in zip(columns, row, strict=True)] for row in shown[columns].itertuples(index=False)]  # fmt: skip
    return [column.label for column in columns_of(exhibit.name, columns).values()], body


def is_number(exhibit: Exhibit, column: str) -> bool:
    """Is this column set to the right?"""
    kind = exhibit.table[column].dtype
    return pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)


def rows_told(exhibit: Exhibit, rows: int) -> str:
    """Which rows are printed, and where the others are."""
    whole = len(exhibit.table)
    if whole == 0:
        return "The table has no rows."
    told = (
        f"Rows 1–{min(rows, whole):,} of {whole:,}, numbers rounded" if whole > 1 else "The only row, numbers rounded"
    )
    return f"{told}; {'all rows' if rows < whole else 'full numbers'} and all columns are in the workbook."


def widths(
    head: Sequence[str], body: Sequence[Sequence[str]], whole: float, letter: float, padding: float
) -> list[float]:
    """Widths of columns, together `whole`: no word is broken, and what is left goes to the columns with long cells.

    letter: width of one letter; padding: white space in a cell; both in the unit of `whole`.
    """
    cells = [[name, *(row[place] for row in body)] for place, name in enumerate(head)]
    least = [padding + letter * max(len(word) for text in column for word in [*text.split(), ""]) for column in cells]
    wanted = [padding + letter * min(max(map(len, column)), _LONG) for column in cells]
    spare, missing = whole - sum(least), sum(wanted) - sum(least)
    if spare <= 0:
        return [whole * width / sum(least) for width in least]
    if missing <= spare:
        return [whole * width / sum(wanted) for width in wanted]
    return [low + spare * (high - low) / missing for low, high in zip(least, wanted, strict=True)]


def _tells(table: pd.DataFrame, name: str) -> bool:
    """Does a column differ from row to row, and from the columns before it?"""
    column = table[name]
    if column.isna().all() or (len(table) > 1 and column.nunique(dropna=False) == 1):
        return False
    before = table.columns[: table.columns.get_loc(name)]
    return not any(column.equals(table[other]) for other in before)


def _drawn_from(exhibit: Exhibit) -> list[str]:
    native = exhibit.native
    if native is None:
        return []
    if isinstance(native, Points):
        return [
            name
            for name in (native.panel, native.series, native.label, native.x, native.y, native.low, native.high)
            if name
        ]
    return [name for name in (native.series, native.category, native.value, native.low, native.high) if name]


def _written(value: object, column: str) -> str:
    """One cell: numbers rounded to what can be read, long words cut, – where there is nothing."""
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return "–"
    if isinstance(value, (bool,)) or str(value) in ("True", "False"):
        return "yes" if str(value) == "True" else "no"
    if isinstance(value, str):
        text, most = printable(" ".join(value.split())), _LONG if column in _WORDY else _LETTERS
        # Of what stands before a hit, the words next to it are read.
        return shortened(text[::-1], most)[::-1] if column == "left" else shortened(text, most)
    return _number(float(value), column)


def _number(value: float, column: str) -> str:
    if column in ("year", "time"):
        return f"{value:.10g}" if column == "year" else f"{value:.2f}"
    if value == int(value) and abs(value) < 1e15:
        return f"{value:,.0f}"
    return f"{value:,.2f}" if abs(value) >= 0.1 else f"{value:.2g}"
