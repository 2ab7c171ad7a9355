"""Columns of a table as LaTeX sets them, and the shape of page they fit on."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...exhibits.column import PROBABILITY, Column
from ...exhibits.precision import decimals
from .cells import as_rows, kind_of
from .latex_text import escaped

MISSING = "{--}"
YES_OR_NO = {True: "yes", False: "no"}
# Letters: longer text wraps, and then has no less than this; a head is no narrower; a head that stands on end no longer.
_WRAPS, _LEAST_WRAPPED, _HEAD, _ON_END = 18, 26, 9, 24
_GAP = 2


@dataclass(frozen=True)
class Shape:
    """A way to set a table: sideways or not, in which type, so many letters across an A4 page with usual margins,
    heads of numbers upright or on end."""

    sideways: bool
    type: str
    letters: int
    heads_on_end: bool = False


# From the most readable on.
SHAPES = (
    Shape(False, "footnotesize", 88),
    Shape(False, "scriptsize", 105),
    Shape(True, "scriptsize", 165),
    Shape(True, "tiny", 215),
    Shape(True, "tiny", 215, heads_on_end=True),
)


@dataclass(frozen=True)
class SetColumn:
    """One column: its kind for LaTeX ("" for text that wraps), its heading, its cells, letters across a cell."""

    kind: str
    heading: str
    cells: tuple[str, ...]
    letters: int

    def across(self, shape: Shape) -> int:
        """Letters the column needs."""
        if not self.kind:
            return min(self.letters, _LEAST_WRAPPED)
        return self.letters if self._on_end(shape) else max(self.letters, *map(len, self._lines(shape)))

    def head(self, shape: Shape) -> str:
        """The heading, in braces, for siunitx must not read it."""
        lines = r"\\".join(map(escaped, self._lines(shape)))
        stacked = f"\\shortstack[{'r' if self.kind.startswith('S') and not self._on_end(shape) else 'l'}]{{{lines}}}"
        return f"{{\\rotatebox{{90}}{{{stacked}}}}}" if self._on_end(shape) else f"{{{stacked}}}"

    def _on_end(self, shape: Shape) -> bool:
        return shape.heads_on_end and bool(self.kind)

    def _lines(self, shape: Shape) -> list[str]:
        width = _ON_END if self._on_end(shape) else min(max(self.letters, _HEAD), _WRAPS)
        return textwrap.wrap(self.heading, width, break_long_words=False)


def set_column(values: pd.Series, column: Column) -> SetColumn:
    """A column with all its figures; rounding is left to LaTeX."""
    kind = kind_of(values)
    known = [row[values.name] for row in as_rows(values.to_frame())]
    if kind in ("integer", "number"):
        return _numbers(values, known, column)
    if kind == "boolean":
        return SetColumn("l", column.heading, tuple(YES_OR_NO.get(value, MISSING) for value in known), 3)
    texts = ["" if value is None else str(value) for value in known]
    longest = max(map(len, texts), default=0)
    return SetColumn("" if longest > _WRAPS else "l", column.heading, tuple(map(escaped, texts)), longest)


def shape_for(columns: Sequence[SetColumn]) -> Shape:
    """The first shape that the columns fit in, or the one that takes most."""
    fitting = (shape for shape in SHAPES if sum(c.across(shape) + _GAP for c in columns) <= shape.letters)
    return next(fitting, SHAPES[-1])


def form(columns: Sequence[SetColumn], shape: Shape) -> str:
    """What LaTeX is told of the columns; text that wraps shares the room that the others leave, the longer the more."""
    room = shape.letters - sum(c.across(shape) if c.kind else 0 for c in columns) - _GAP * len(columns)
    longing = sum(math.sqrt(column.letters) for column in columns if not column.kind)
    return "".join(column.kind or _wrapping(column, room / longing, shape) for column in columns)


def _wrapping(column: SetColumn, room: float, shape: Shape) -> str:
    letters = min(max(room * math.sqrt(column.letters), _HEAD), column.letters)
    return f">{{\\raggedright\\arraybackslash}}p{{{letters / shape.letters:.3f}\\linewidth}}"


def _numbers(values: pd.Series, known: list[float | None], column: Column) -> SetColumn:
    """A column of numbers: small probabilities with two figures, all else with the decimals of the screen."""
    cells = tuple(MISSING if value is None else _written(value, column) for value in known)
    present = [value for value in known if value is not None]
    minus = "-" if min(present, default=0) < 0 else ""
    whole = len(str(math.floor(max(map(abs, present), default=0))))
    if column.unit == PROBABILITY:
        return SetColumn("S[table-format=1.4e-2,round-mode=figures,round-precision=2]", column.heading, cells, 10)
    places = decimals(values) if kind_of(values) == "number" else 0
    kind = f"S[table-format={minus}{whole}.{places},round-mode=places,round-precision={places}]"
    return SetColumn(kind, column.heading, cells, len(minus) + whole + places + 1)


def _written(value: float, column: Column) -> str:
    """A number in all its figures; a small probability as a power of ten, as it will be printed."""
    if column.unit == PROBABILITY and 0 < value < 0.001:
        return np.format_float_scientific(value, unique=True, trim="0")
    return repr(value)
