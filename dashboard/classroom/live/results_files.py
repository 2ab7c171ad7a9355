"""The results of a class as files: CSV, Excel, JSON; text that looks like a formula stays text."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from dataclasses import dataclass

import orjson
import pandas as pd
import xlsxwriter

from dashboard.export.letters import printable
from dashboard.export.table.cells import as_rows, kind_of, printable_table, safe_cell
from dashboard.export.table.sheets import Pen

from .store import Store
from .tally import results, single_votes

_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True)
class Form:
    """A kind of file: its label, ending, media type, and how it is made of a room."""

    label: str
    ending: str
    mime: str
    make: Callable[[Store, int], bytes]


def csv(store: Store, room: int) -> bytes:
    """The table of `tally.results` as CSV that Excel opens right."""
    table = printable_table(results(store, room))
    texts = {name: table[name].map(safe_cell, na_action="ignore") for name in table if kind_of(table[name]) == "text"}
    return table.assign(**texts).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def xlsx(store: Store, room: int) -> bytes:
    """A sheet of results and one of all single votes."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _SAFE) as book:
        pen = Pen(book)
        pen.rows(book.add_worksheet("Results"), _rows(results(store, room)), widths=_WIDTHS)
        pen.rows(book.add_worksheet("Votes"), _rows(single_votes(store, room)), widths=_WIDTHS)
    return made.getvalue()


_WIDTHS = (8, 44, 10, 18, 10, 30, 12, 12, 16, 12, 16)


def json(store: Store, room: int) -> bytes:
    """One object: the room's title and times, its questions whole, the rows of results and of single votes."""
    about = store.room(room)
    content = {
        "title": printable(about.title),
        "opened": about.opened,
        "closed": about.closed,
        "joined": store.n_joined(room),
        "questions": [dataclasses.asdict(asked.question) for asked in store.asked(room)],
        "results": as_rows(printable_table(results(store, room))),
        "votes": as_rows(printable_table(single_votes(store, room))),
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _rows(table: pd.DataFrame) -> list[tuple]:
    """The table with its head, as a sheet takes it; what is undefined is an empty cell."""
    head = tuple(name.replace("_", " ") for name in table.columns)
    return [head, *(tuple(row.values()) for row in as_rows(printable_table(table)))]


FORMS = {
    "csv": Form("CSV", "csv", "text/csv", csv),
    "xlsx": Form("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
    "json": Form("JSON", "json", "application/json", json),
}
