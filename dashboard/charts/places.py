"""Where hits stand in the texts."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .theme import Styles, Theme, figure, plain


def places_strip(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """A bar a text from its first word to its last, a stroke a hit.

    table: group, place (0 to 1), left, node, right; groups without a hit have a bar too.
    """
    groups = list(styles)
    fig = figure(theme, height=64 + 40 * len(groups))
    for number, group in enumerate(groups):
        rows, colour = table[table["group"] == group], styles[group].colour(theme)
        fig.add_shape(
            type="rect",
            x0=0,
            x1=1,
            y0=number - 0.3,
            y1=number + 0.3,
            fillcolor=theme.panel,
            line_width=0,
            layer="below",
        )
        still = {"marker": {"opacity": 1}}
        fig.add_trace(
            go.Scatter(
                x=rows["place"], y=[number] * len(rows), mode="markers", customdata=rows.index, hovertemplate="%{text}<extra></extra>",
                text=[_hover(row) for row in rows.itertuples()], selected=still, unselected=still,
                marker={"symbol": "line-ns", "size": 19, "color": colour, "line": {"color": colour, "width": 2.2}},
            )
        )  # fmt: skip
    counts = table["group"].value_counts()
    labels = [f"<b>{plain(styles[group].label, 22)}</b>  {int(counts.get(group, 0))}" for group in groups]
    fig.update_yaxes(
        tickvals=list(range(len(groups))),
        ticktext=labels,
        range=[len(groups) - 0.5, -0.5],
        showgrid=False,
        fixedrange=True,
    )
    fig.update_xaxes(
        range=[-0.01, 1.01], tickvals=[0, 0.25, 0.5, 0.75, 1], ticktext=["start", "¼", "middle", "¾", "end"], showgrid=False, fixedrange=True,
        title_text="place in the text",
    )  # fmt: skip
    return fig


def _hover(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    return f"…{plain(row.left[-50:])}<b>{plain(row.node)}</b>{plain(row.right[:50])}…"
