"""A table as a page shows it: numbers short and under each other, each with its full value at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from ...exhibits import column
from ...exhibits.base import Exhibit
from ...exhibits.columns import columns_of
from ...exhibits.precision import decimals
from ..table.cells import kind_of

NOTHING = "–"
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
    """One column: its name in the table, how it is headed and what it means, whether it is set to the right or broken
    into lines."""

    name: str
    heading: str
    meaning: str
    number: bool
    long: bool
    cells: tuple[Cell, ...]

    @property
    def letters(self) -> int:
        """How wide it is set at the least, with the gap to the next: a heading is broken at blanks."""
        heading = max(len(word) for word in self.heading.split())
        return min(max([heading, *(len(cell.shown) for cell in self.cells)]), _LONG) + 2


def columns(exhibit: Exhibit) -> list[Column]:
    """Every column of an exhibit's table, every row of it."""
    described = columns_of(exhibit.name, exhibit.table.columns)
    return [_column(exhibit.table[name], told) for name, told in described.items()]


def _column(values: pd.Series, told: column.Column) -> Column:
    kind = kind_of(values)
    write = {"integer": _integer, "number": _number, "boolean": _boolean, "text": _text}[kind](values)
    cells = tuple(Cell(NOTHING) if missing else write(value) for value, missing in zip(values, values.isna(), strict=True))  # fmt: skip
    number = kind in ("integer", "number")
    long = not number and max((len(cell.shown) for cell in cells), default=0) > _LONG
    return Column(str(values.name), told.label, told.help, number, long, cells)


def _text(values: pd.Series) -> Callable[[object], Cell]:
    return lambda value: Cell(str(value))


def _boolean(values: pd.Series) -> Callable[[object], Cell]:
    return lambda value: Cell("yes" if value else "no", str(bool(value)))


def _integer(values: pd.Series) -> Callable[[object], Cell]:
    comma = "" if values.name in _DATES else ","
    return lambda value: _cell(f"{int(value):{comma}}", str(int(value)))


def _number(values: pd.Series) -> Callable[[object], Cell]:
    """As many decimals as on the screen; a number too small for them keeps two digits: it must not look like 0."""
    comma, places = "" if values.name in _DATES else ",", decimals(values)

    def write(value: object) -> Cell:
        value = float(value)
        small = 0 < abs(value) < 10**-places
        return _cell(f"{value:.2g}" if small else f"{value:{comma}.{places}f}", repr(value))

    return write


def _cell(shown: str, full: str) -> Cell:
    """A minus is set as one; what then still differs from the value is told."""
    shown = f"−{shown[1:]}" if shown.startswith("-") else shown
    return Cell(shown, "" if shown == full else full)
