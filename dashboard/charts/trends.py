"""Rates on the honest time axis."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .rates import interval_bars, marker_style
from .theme import Styles, Theme, plain, template

_PANEL_HEIGHT = 160


def trends_dot(table: pd.DataFrame, styles: Styles, theme: Theme, *, connect: bool = False) -> go.Figure:
    """Terms over the years at true distance: a panel a term, a dot a group, no line across the empty years.

    table: term, group, time (decimal year), open_ended, per_1000, low, high, count, words. connect: join the dots.
    """
    terms = list(dict.fromkeys(table["term"]))
    fig = make_subplots(
        len(terms),
        1,
        shared_xaxes=True,
        vertical_spacing=54 / (54 * (len(terms) - 1) + _PANEL_HEIGHT * len(terms)) if len(terms) > 1 else 0,
    )
    for number, term in enumerate(terms, start=1):
        rows = table[(table["term"] == term) & table["time"].notna()]
        if connect:
            line = {"color": theme.muted, "width": 1, "dash": "dot"}
            fig.add_trace(
                go.Scatter(x=rows["time"], y=rows["per_1000"], mode="lines", line=line, hoverinfo="skip"), number, 1
            )
        for group in dict.fromkeys(rows["group"]):
            here = rows[rows["group"] == group]
            bars = interval_bars(here, "per_1000", "low", "high", styles[group].colour(theme))
            fig.add_trace(
                go.Scatter(
                    x=here["time"], y=here["per_1000"], error_y=bars, **marker_style(here, styles, group, theme)
                ),
                number,
                1,
            )
            _open_end(fig, number, here, styles[group].colour(theme))
        _panel(fig, number, term, theme)
    _years(fig, table, styles, len(terms), theme)
    fig.update_layout(
        template=template(theme),
        height=112 + 54 * (len(terms) - 1) + _PANEL_HEIGHT * len(terms),
        margin={"t": 44, "b": 74, "l": 48, "r": 20},
    )
    return fig


def _panel(fig: go.Figure, number: int, term: str, theme: Theme) -> None:
    axis = "" if number == 1 else str(number)
    fig.add_annotation(
        text=f"<b>{plain(term)}</b> <span style='color:{theme.muted}'>per 1,000 words</span>", x=0, xref="paper", y=1,
        yref=f"y{axis} domain", yshift=22, xanchor="left", font={"size": 15},
    )  # fmt: skip
    fig.update_yaxes(rangemode="tozero", fixedrange=True, nticks=5, row=number, col=1)


def _open_end(fig: go.Figure, number: int, rows: pd.DataFrame, colour: str) -> None:
    """An arrow where the date is only known as "or later"."""
    axis = "" if number == 1 else str(number)
    for row in rows[rows["open_ended"]].itertuples():
        fig.add_annotation(
            x=row.time + 0.55, y=row.per_1000, ax=row.time + 0.1, ay=row.per_1000, xref=f"x{axis}", yref=f"y{axis}", axref=f"x{axis}",
            ayref=f"y{axis}", showarrow=True, arrowhead=2, arrowsize=1, arrowwidth=1.6, arrowcolor=colour, text="",
        )  # fmt: skip


def _years(fig: go.Figure, table: pd.DataFrame, styles: Styles, last: int, theme: Theme) -> None:
    """Every year has its place; those with texts are bold, with the texts' words under them; empty runs are shaded."""
    times = table.drop_duplicates("group").dropna(subset="time")
    if times.empty:
        return
    years = times["time"].astype(int)
    first, final = int(years.min()), int(years.max())
    labels = {}
    for year in range(first, final + 1):
        here = times[years == year]
        who = "".join(
            f"<br><span style='font-size:11px;color:{theme.muted}'>{plain(_who(row, styles))}</span>"
            for row in here.itertuples()
        )
        labels[year + 0.5] = f"<b>{year}</b>{who}" if len(here) else f"<span style='color:{theme.muted}'>{year}</span>"
    fig.update_xaxes(
        range=[first - 0.1, final + 1.1], tickvals=list(labels), ticktext=list(labels.values()), showgrid=False, fixedrange=True,
        tickangle=0, showticklabels=False, ticklabelstandoff=8,
    )  # fmt: skip
    fig.update_xaxes(showticklabels=True, row=last, col=1)
    present = sorted(set(years))
    for a, b in pairwise(present):
        if b - a > 2:
            fig.add_vrect(x0=a + 1, x1=b, fillcolor=theme.grid, opacity=0.35, line_width=0, layer="below")
            fig.add_annotation(
                text=f"no text {a + 1}–{b - 1}",
                x=(a + 1 + b) / 2,
                y=1,
                yref="y domain",
                yanchor="top",
                font={"color": theme.muted, "size": 12},
            )


def _who(row, styles: Styles) -> str:  # noqa: ANN001 -- a named tuple of the table
    style = styles[row.group]
    return f"{style.label.rpartition(' ')[0] or style.label} {row.words:,}"
