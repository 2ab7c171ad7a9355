"""A table as a page shows it: numbers short and under each other, each with its full value at hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

NOTHING = "–"
_FEWEST, _MOST = 2, 4
_SIGNIFICANT = 4
# Years are written without a comma.
_DATES = {"year", "time"}
# Wider columns are broken into lines.
_LONG = 28


@dataclass(frozen=True)
class Cell:
    """What is read in a cell, and its value in full where that is more ("" where it is the same)."""

    shown: str
    full: str = ""


@dataclass(frozen=True)
class Column:
    """One column: its name in the table, how it is headed, whether it is set to the right or broken into lines."""

    name: str
    heading: str
    number: bool
    long: bool
    cells: tuple[Cell, ...]

    @property
    def letters(self) -> int:
        """How wide it is set at the least, with the gap to the next: a heading is broken at blanks."""
        heading = max(len(word) for word in self.heading.split())
        return min(max([heading, *(len(cell.shown) for cell in self.cells)]), _LONG) + 2


def columns(table: pd.DataFrame) -> list[Column]:
    """Every column of a table, every row of it."""
    return [_column(name, table[name]) for name in table.columns]


def _column(name: str, values: pd.Series) -> Column:
    number = pd.api.types.is_numeric_dtype(values.dtype) and not pd.api.types.is_bool_dtype(values.dtype)
    write = _writer(values) if number else _words
    cells = tuple(Cell(NOTHING) if _absent(value) else write(value) for value in values)
    long = not number and max((len(cell.shown) for cell in cells), default=0) > _LONG
    return Column(name, _heading(name), number, long, cells)


def _heading(name: str) -> str:
    return name.replace("per_1000", "per 1,000 words").replace("_", " ")


def _absent(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def _words(value: object) -> Cell:
    if isinstance(value, bool | np.bool_):
        return Cell("yes" if value else "no", str(value))
    return Cell(str(value))


def _writer(values: pd.Series) -> Callable[[object], Cell]:
    """How the numbers of a column are written: all with as many decimals as its largest has room for."""
    comma = "" if values.name in _DATES else ","
    if pd.api.types.is_integer_dtype(values.dtype):
        return lambda value: _cell(f"{int(value):{comma}}", str(int(value)))
    finite = [abs(value) for value in values.dropna().tolist() if math.isfinite(value)]
    decimals = _decimals(finite)
    return lambda value: _cell(_rounded(float(value), decimals, comma), repr(float(value)))


def _decimals(sizes: list[float]) -> int:
    if all(size.is_integer() for size in sizes):
        return 0
    return min(max(_SIGNIFICANT - 1 - math.floor(math.log10(max(sizes))), _FEWEST), _MOST)


def _rounded(value: float, decimals: int, comma: str) -> str:
    """A number too small for its column keeps two digits: it must not look like 0."""
    return f"{value:.2g}" if 0 < abs(value) < 10**-decimals else f"{value:{comma}.{decimals}f}"


def _cell(shown: str, full: str) -> Cell:
    """A minus is set as one; what then still differs from the value is told."""
    shown = shown.replace("-", "−") if shown.startswith("-") else shown
    return Cell(shown, "" if shown == full else full)
