"""Heat map of rates: a row a term, a column a group."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .heatmap import group_columns, heatmap
from .rates import hover, rate_column
from .theme import Styles, Theme, plain


def rates_heatmap(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Rates per 1,000 words in the cells, count and interval over them; the darkest cell is the highest rate of all.

    table: group, term, count, words, per_1000, low, high; terms and groups in their order there.
    """
    groups, terms = list(dict.fromkeys(table["group"])), list(dict.fromkeys(table["term"]))
    longest = max((min(len(str(term)), 40) for term in terms), default=0)
    return heatmap(
        table, theme, row="term", column="group", value=rate_column(table),
        number=[f"{rate:.1f}" if count else "0" for rate, count in zip(table[rate_column(table)], table["count"], strict=True)],
        hover=[hover(row, styles[row.group].label) for row in table.itertuples()],
        rows={term: plain(term, 40) for term in terms}, columns=group_columns(styles, groups, theme),
        row_height=34, label_width=40 + 7 * longest,
    )  # fmt: skip
