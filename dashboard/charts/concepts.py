"""Rates of families or names by group, as a heat map."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .heatmap import group_columns, heatmap
from .theme import Styles, Theme, figure, plain

# The lightest shade of a cell with a hit, so that one hit in a long text is told from none.
_FAINTEST = 0.14


def rates_heatmap(
    table: pd.DataFrame, styles: Styles, theme: Theme, *, rows_alone: bool = False, label_width: int = 230
) -> go.Figure:
    """A row a term, a column a group. table: term, group, count, words, per_1000, low, high; rows keep their order.

    The shade grows with the square root of the rate, up to the highest of the table, or of its row (`rows_alone`).
    A cell without a hit has a bare 0 and no shade.
    """
    if table.empty:
        return figure(theme, height=90)
    groups, terms = list(dict.fromkeys(table["group"])), list(dict.fromkeys(table["term"]))
    return heatmap(
        table.assign(shade=_shades(table, rows_alone)), theme, row="term", column="group", value="shade", most=1.0,
        number=[_number(row) for row in table.itertuples(name="Row")],
        hover=[_hover(row, styles[row.group].label) for row in table.itertuples(name="Row")],
        rows={term: plain(term, label_width // 7) for term in terms}, columns=group_columns(styles, groups, theme),
        row_height=33, label_width=label_width, corner="per 1,000 words (hits)",
    )  # fmt: skip


def _shades(table: pd.DataFrame, rows_alone: bool) -> pd.Series:
    rates = table["per_1000"].fillna(0)
    most = rates.groupby(table["term"]).transform("max") if rows_alone else rates.max()
    share = np.sqrt(rates / np.where(np.asarray(most) > 0, most, 1))
    return share.mask(share > 0, _FAINTEST + (1 - _FAINTEST) * share)


def _number(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    if not row.words:
        return "–"
    if not row.count:
        return "0"
    return f"{row.per_1000:.1f} ({row.count:,})" if row.per_1000 >= 0.05 else f"<0.1 ({row.count:,})"


def _hover(row, label: str) -> str:  # noqa: ANN001 -- a named tuple of the table
    head = f"<b>{plain(row.term)}</b>, {plain(label)}"
    if not row.words:
        return f"{head}: no word is counted here"
    rate = f"{row.per_1000:.2f} per 1,000 words ({row.count:,} in {row.words:,})" if row.count else f"no hit in {row.words:,} words"  # fmt: skip
    action = "<br><i>click for the sentences</i>" if row.count else ""
    return f"{head}: {rate}<br>95 % interval {row.low:.2f} to {row.high:.2f} per 1,000{action}"
