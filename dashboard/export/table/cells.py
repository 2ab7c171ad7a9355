"""Values of a table as every kind of file can hold them: kinds of columns, letters, text that runs no formula."""

from __future__ import annotations

import re
from typing import Literal

import pandas as pd

from ..letters import printable

Kind = Literal["integer", "number", "boolean", "text"]

# What spreadsheets take for the start of a formula or a command, also behind blanks; the wide forms too, which some
# East Asian versions read alike.
_FORMULA = re.compile(r"^(?:[\t\r\n]|\s*[=+\-@|%＝＋－＠])")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def safe_cell(text: str) -> str:
    """Text for a file that a spreadsheet will read without being told what is text: what could be a formula gets an
    apostrophe in front (the rule of Apache Superset and OWASP). A plain number, as -5, stays as it is."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def kind_of(values: pd.Series) -> Kind:
    """What a column holds, whether or not some values are missing."""
    if values.dtype == object:
        return "boolean" if pd.api.types.infer_dtype(values, skipna=True) == "boolean" else "text"
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_integer_dtype(values):
        return "integer"
    return "number" if pd.api.types.is_float_dtype(values) else "text"


def printable_table(table: pd.DataFrame) -> pd.DataFrame:
    """The table with text that every file can hold, all else as it is; missing text stays missing."""
    texts = {
        name: table[name].map(lambda value: printable(str(value)), na_action="ignore")
        for name in table
        if kind_of(table[name]) == "text"
    }
    return table.assign(**texts)


def as_rows(table: pd.DataFrame) -> list[dict[str, object]]:
    """The rows with plain Python values; None where a value is missing or not finite."""
    finite = table.replace([float("inf"), float("-inf")], float("nan")).astype(object)
    return finite.where(finite.notna(), None).to_dict("records")
