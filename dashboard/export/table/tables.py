"""An exhibit's table as CSV, JSON and Parquet: every column, nothing rounded."""

from __future__ import annotations

import dataclasses
import io

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from ...exhibits.base import Exhibit
from ...exhibits.columns import columns_of
from ...exhibits.options import given
from ..letters import printable
from ..reproduce import command, link
from .cells import as_rows, kind_of, printable_table, safe_cell


def csv(exhibit: Exhibit) -> bytes:
    """The table as CSV that Excel opens right: UTF-8 with its mark, commas, a line of column names.

    Numbers are written so that they read back exactly; what is undefined is empty. Text that a spreadsheet would take
    for a formula gets an apostrophe in front. The table and nothing else: a receipt above or below it would be read
    as rows. It travels in all other kinds of file, and in the archive of a report beside this one.
    """
    table = printable_table(exhibit.table)
    texts = {name: table[name].map(safe_cell, na_action="ignore") for name in table if kind_of(table[name]) == "text"}
    return table.assign(**texts).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def json(exhibit: Exhibit) -> bytes:
    """One object: what the table is, how it was made, what its columns mean, and its rows. Undefined is null.

    Keys: exhibit, title, reading, receipt, options (those not as usual), link, command, columns (name, label, unit,
    meaning, type), rows (an object each, by column name).
    """
    table = printable_table(exhibit.table)
    content = {
        "exhibit": exhibit.name,
        "title": printable(exhibit.title),
        "reading": printable(exhibit.reading),
        "receipt": dataclasses.asdict(exhibit.receipt),
        "options": given(exhibit),
        "link": link(exhibit),
        "command": command(exhibit, "json"),
        "columns": [
            {"name": name, **dataclasses.asdict(column), "type": kind_of(table[name])}
            for name, column in columns_of(exhibit.name, table.columns).items()
        ],
        "rows": as_rows(table),
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def parquet(exhibit: Exhibit) -> bytes:
    """The table as Parquet with its types; title, reading, receipt, link and command are metadata of the file, label,
    unit and meaning of each column metadata of its field."""
    table = pa.Table.from_pandas(printable_table(exhibit.table), preserve_index=False)
    columns = columns_of(exhibit.name, exhibit.table.columns)
    fields = [field.with_metadata(dataclasses.asdict(columns[field.name])) for field in table.schema]
    about = {
        "exhibit": exhibit.name,
        "title": printable(exhibit.title),
        "reading": printable(exhibit.reading),
        "receipt": orjson.dumps(dataclasses.asdict(exhibit.receipt)),
        "options": orjson.dumps(given(exhibit)),
        "link": link(exhibit),
        "command": command(exhibit, "parquet"),
    }
    pq.write_table(table.cast(pa.schema(fields, {**(table.schema.metadata or {}), **about})), made := io.BytesIO())
    return made.getvalue()
