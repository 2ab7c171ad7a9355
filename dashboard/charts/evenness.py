"""Words that run through the paragraphs beside words that come in bursts."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .theme import GroupStyle, Theme, plain, template

_ROW = 27
HEADS = {"even": "Evenly spread for their frequency", "bursts": "Come in bursts"}


def evenness_dot(table: pd.DataFrame, theme: Theme, *, style: GroupStyle) -> go.Figure:
    """Two lists, or the one of them that there is, a row a word: a dot at its unevenness, a bar over what chance would make of a word as frequent.

    table: list ("even" or "bursts"), term, count, paragraphs, parts, dp_norm, low, high. A dot beyond the bar is filled.
    """
    longest = int(table.groupby("list").size().max()) if len(table) else 1
    heads = {name: head for name, head in HEADS.items() if name in set(table["list"])} or HEADS
    fig = make_subplots(1, len(heads), horizontal_spacing=0.27)
    for number, (name, head) in enumerate(heads.items()):
        rows, at = table[table["list"] == name], {"row": 1, "col": number + 1}
        y = list(range(len(rows)))
        fig.add_trace(_bars(rows, y, theme), **at)
        fig.add_trace(_dots(rows, y, style, theme), **at)
        ticks = {"tickvals": y, "ticktext": [_label(row, theme) for row in rows.itertuples()]}
        fig.update_yaxes(range=[longest - 0.4, -0.6], fixedrange=True, **ticks, **at)
        axis = "" if not number else "2"
        fig.add_annotation(
            text=f"<b>{head}</b>", x=0, xref=f"x{axis} domain", y=1, yref=f"y{axis} domain", yshift=26, xanchor="left",
            font={"size": 15},
        )  # fmt: skip
    low = min(float(table[["dp_norm", "low"]].min().min()), 0.9) if len(table) else 0.0
    fig.update_xaxes(range=[max(low - 0.05, 0), 1.01], fixedrange=True, nticks=6, tickfont={"size": 12})
    unit = "unevenness (DPnorm over paragraphs): 0 even, 1 all in one place · grey: 95 % of what chance gives"
    fig.add_annotation(
        text=unit, xref="paper", yref="paper", x=0, y=0, yshift=-46, xanchor="left", font={"color": theme.muted}
    )
    layout = {"height": 110 + _ROW * longest, "margin": {"t": 44, "b": 54}, "meta": {"min_width": 800}}
    fig.update_layout(template=template(theme), **layout)
    return fig


def _label(row, theme: Theme) -> str:  # noqa: ANN001 -- a named tuple of the table
    return f"{plain(row.term, 18)} <span style='color:{theme.muted}'>{row.count} in {row.paragraphs} ¶</span>"


def _bars(rows: pd.DataFrame, y: list[int], theme: Theme) -> go.Scatter:
    """What chance gives, as one broken line; it answers no click."""
    ends = [(low, high, None) for low, high in zip(rows["low"], rows["high"], strict=True)]
    return go.Scatter(
        x=[x for triple in ends for x in triple], y=[place for place in y for _ in range(3)], mode="lines",
        line={"color": theme.grid, "width": 11}, hoverinfo="skip",
    )  # fmt: skip


def _dots(rows: pd.DataFrame, y: list[int], style: GroupStyle, theme: Theme) -> go.Scatter:
    colour, still = style.colour(theme), {"marker": {"opacity": 1}}
    outside = (rows["dp_norm"] > rows["high"]) | (rows["dp_norm"] < rows["low"])
    fill = [colour if beyond else theme.ground for beyond in outside]
    return go.Scatter(
        x=rows["dp_norm"], y=y, mode="markers", customdata=rows.index, hovertemplate="%{text}<extra></extra>",
        text=[_hover(row) for row in rows.itertuples()], selected=still, unselected=still, cliponaxis=False,
        marker={"size": 11, "symbol": style.symbol, "color": fill, "line": {"color": colour, "width": 1.6}},
    )  # fmt: skip


def _hover(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    return (
        f"<b>{plain(row.term)}</b>: {row.count} hits in {row.paragraphs} of {row.parts} paragraphs"
        f"<br>unevenness {row.dp_norm:.2f}, by chance {row.low:.2f} to {row.high:.2f}<br><i>click for the sentences</i>"
    )
