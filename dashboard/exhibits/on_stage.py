"""An exhibit on a lecture's stage: its own figure where that can be read from the last row, else its values as dots."""

from __future__ import annotations

import pandas as pd

from ..charts.stage import LEAST_LETTERS, Staged, staged
from ..charts.stage_bars import stage_bars
from ..charts.theme import Theme
from .base import Exhibit
from .native import Bars


def on_stage(exhibit: Exhibit, rows: pd.DataFrame, theme: Theme, width: int, height: int) -> Staged:
    """The figure of some rows of an exhibit's table (or all) for a place of width × height pixels."""
    made = staged(exhibit.draw(rows, theme), width, height)
    if made.letters >= LEAST_LETTERS or not _as_dots(exhibit):
        return made
    return max(made, staged(_dots(exhibit.native, rows, theme), width, height), key=lambda each: each.letters)


def _as_dots(exhibit: Exhibit) -> bool:
    return isinstance(exhibit.native, Bars) and not exhibit.native.lists


def _dots(native: Bars, rows: pd.DataFrame, theme: Theme) -> object:
    return stage_bars(
        rows, native.styles, theme,
        category=native.category, series=native.series, value=native.value, low=native.low, high=native.high,
        unit=native.unit, percent=native.form.endswith("%"),
    )  # fmt: skip
