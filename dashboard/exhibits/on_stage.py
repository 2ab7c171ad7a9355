"""An exhibit on a lecture's stage: its own figure where that can be read from the last row, else a form that can."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..charts.stage import LEAST_LETTERS, Staged, staged
from ..charts.stage_bars import stage_bars
from ..charts.theme import Theme
from .base import Exhibit, Figure
from .native import Bars


def on_stage(exhibit: Exhibit, rows: pd.DataFrame, theme: Theme, width: int, height: int) -> Staged:
    """The figure of some rows of an exhibit's table (or all) for a place of width × height pixels."""
    made = staged(exhibit.draw(rows, theme), width, height)
    if made.letters >= LEAST_LETTERS:
        return made
    forms = (staged(figure, width, height) for figure in _other_forms(exhibit, rows, theme))
    return max([made, *forms], key=lambda each: each.letters)


def _other_forms(exhibit: Exhibit, rows: pd.DataFrame, theme: Theme) -> Iterator[Figure]:
    """Its form for a hall where it has one, and its values as dots where they are bars on one scale."""
    if (figure := exhibit.draw_for_hall(rows, theme)) is not None:
        yield figure
    if isinstance(exhibit.native, Bars) and not exhibit.native.lists:
        yield _dots(exhibit.native, rows, theme)


def _dots(native: Bars, rows: pd.DataFrame, theme: Theme) -> Figure:
    return stage_bars(
        rows, native.styles, theme,
        category=native.category, series=native.series, value=native.value, low=native.low, high=native.high,
        unit=native.unit, percent=native.form.endswith("%"),
    )  # fmt: skip
