"""How rich in words each text is, stretch by stretch."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .theme import Styles, Theme, plain, template, two_lines

_PANEL, _BETWEEN = 92, 30


def along_lines(table: pd.DataFrame, styles: Styles, theme: Theme, *, words: dict[str, int]) -> go.Figure:
    """A panel a text over its whole width, a point a stretch; the text's mean dotted, its poorest stretch in figures.

    table: group, first, window, types, ttr, mean. words: how long each text is.
    """
    groups = list(dict.fromkeys(table["group"]))
    height = _PANEL * len(groups) + _BETWEEN * (len(groups) - 1)
    fig = make_subplots(
        max(len(groups), 1), 1, vertical_spacing=_BETWEEN / height if len(groups) > 1 else 0, shared_yaxes="all"
    )
    low, high = (table["ttr"].min(), table["ttr"].max()) if len(table) else (0.0, 1.0)
    room = max(high - low, 0.05)
    for number, group in enumerate(groups, start=1):
        rows, style = table[table["group"] == group], styles[group]
        fig.add_trace(_line(rows, style.colour(theme), style.label), number, 1)
        mean = float(rows["mean"].iloc[0])
        fig.add_hline(y=mean, line={"color": theme.muted, "width": 1, "dash": "dot"}, row=number, col=1)
        poorest = rows.loc[rows["ttr"].idxmin()]
        fig.add_annotation(
            x=_middle(poorest), y=poorest["ttr"], text=str(poorest["types"]), yshift=-12, row=number, col=1,
            font={"size": 12, "color": style.colour(theme)},
        )  # fmt: skip
        label = two_lines(plain(style.label, 22), f"mean {mean:.2f}", theme)
        fig.update_yaxes(tickvals=[mean], ticktext=[label], showgrid=False, row=number, col=1)
        fig.update_xaxes(range=[0, words[group]], nticks=6, tickfont={"size": 12}, row=number, col=1)
    fig.update_yaxes(range=[low - 0.22 * room, high + 0.06 * room], fixedrange=True)
    fig.update_xaxes(fixedrange=True, tickformat=",d")
    if groups:
        fig.update_xaxes(title_text="running words from the beginning of each text", row=len(groups), col=1)
    fig.add_annotation(
        text=_unit(table), x=0, xref="paper", y=1, yref="paper", yshift=28, xanchor="left", font={"color": theme.muted}
    )
    layout = {"height": height + 100, "margin": {"t": 34, "b": 56}, "meta": {"min_width": 600}}
    fig.update_layout(template=template(theme), **layout)
    return fig


def _unit(table: pd.DataFrame) -> str:
    window = int(table["window"].iloc[0]) if len(table) else 0
    return f"different words among {window} in a row, higher: richer; dotted: mean of the text"


def _middle(rows: pd.DataFrame | pd.Series) -> pd.Series | float:
    return rows["first"] + rows["window"] / 2


def _line(rows: pd.DataFrame, colour: str, label: str) -> go.Scatter:
    still = {"marker": {"opacity": 1}}
    hover = [
        f"<b>{plain(label)}</b>, words {row.first + 1:,} to {row.first + row.window:,}: {row.types} of {row.window} "
        "are different<br><i>click for the passage</i>"
        for row in rows.itertuples()
    ]
    return go.Scatter(
        x=_middle(rows), y=rows["ttr"], mode="lines+markers", customdata=rows.index, text=hover, name=plain(label),
        hovertemplate="%{text}<extra></extra>", selected=still, unselected=still, cliponaxis=False,
        line={"color": colour, "width": 1.4}, marker={"size": 5, "color": colour},
    )  # fmt: skip
