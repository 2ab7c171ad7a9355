"""The rank of each word by each method."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .heatmap import heatmap
from .theme import Theme, plain, two_lines

# What each method goes by, in two or three words.
WEIGHS = {
    "tfidf": "rare elsewhere", "log_likelihood": "evidence", "log_ratio": "size",
    "log_odds_z": "size, drawn to the mean", "dispersion_keyness": "paragraphs with it",
}  # fmt: skip
# From this rank on all shades are alike: nobody reads so far down a list.
_LAST = 200
# The shade of the first is 1 of so much, so that the ink can be read on all of them.
_DARKEST = 2.2


def ranks_grid(table: pd.DataFrame, theme: Theme, *, top: int) -> go.Figure:
    """table: term, method, label, rank (1: most typical), median_rank, value, count, per_1000, reference_per_1000,
    paragraphs, n_paragraphs; words in their order. Darker is nearer the top of a method's list, bold among its first
    `top`."""
    shade = 1 - np.log(table["rank"].clip(upper=_LAST)) / np.log(_LAST)
    heads = table.drop_duplicates("term").set_index("term")
    hover = [
        f"<b>{plain(row.term)}</b>: number {row.rank} by {row.label} ({row.value:.3g})"
        f"<br>{row.per_1000:.2f} against {row.reference_per_1000:.2f} per 1,000 words ({row.count:,} hits in "
        f"{row.paragraphs} of {row.n_paragraphs} paragraphs)<br><i>click for the sentences</i>"
        for row in table.itertuples()
    ]
    fig = heatmap(
        table.assign(shade=shade), theme, row="term", column="method", value="shade",
        number=[f"<b>{rank}</b>" if rank <= top else f"{rank:,}" for rank in table["rank"]], hover=hover, most=_DARKEST,
        rows={
            term: f"<b>{plain(term, 22)}</b>  <span style='font-size:12px;color:{theme.muted}'>median {row.median_rank:g}</span>"
            for term, row in heads.iterrows()
        },
        columns={
            name: two_lines(label, WEIGHS.get(name, ""), theme)
            for name, label in table.drop_duplicates("method").set_index("method")["label"].items()
        },
        row_height=32, label_width=240,
    )  # fmt: skip
    fig.add_annotation(
        text=f"number on each method’s list; bold: among its first {top}", xref="paper", yref="paper", x=0, y=0, yshift=-10,
        xanchor="left", yanchor="top", font={"color": theme.muted},
    )  # fmt: skip
    fig.update_layout(meta={"min_width": 800}, margin={"t": 52, "b": 34})
    return fig
