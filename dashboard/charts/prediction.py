"""A prediction beside the data: what a class has guessed, what there is, and how far apart they are."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .theme import Styles, Theme, figure, plain

_ROW = 52


def prediction_bars(table: pd.DataFrame, styles: Styles, theme: Theme, *, unit: str, most: float) -> go.Figure:
    """Hollow bars for the guesses, dots with intervals for the data, a line from one to the other.

    table: group, guess (NaN where nobody guessed), value, low, high (NaN where there is no interval). most: the end of the axis, the same as that
    on which the guesses were made.
    """
    fig = figure(theme, height=70 + _ROW * len(table))
    places = list(range(len(table)))
    colours = [styles[group].colour(theme) for group in table["group"]]
    fig.add_bar(
        x=table["guess"], y=places, orientation="h", width=0.62, hoverinfo="skip", name="guessed",
        marker={"color": theme.ground, "line": {"color": theme.muted, "width": 1.6}},
    )  # fmt: skip
    for place, (row, colour) in enumerate(zip(table.itertuples(), colours, strict=True)):
        if pd.notna(row.guess):
            _draw_error(fig, row, place, most, theme)
        fig.add_trace(_dot(row, place, colour, styles[row.group].symbol))
    labels = [f"<b>{plain(styles[group].label, 24)}</b>" for group in table["group"]]
    fig.update_yaxes(tickvals=places, ticktext=labels, range=[len(table) - 0.5, -0.5], showgrid=False, fixedrange=True)
    # A mark at 0 must not touch its label.
    guessed = " · hollow: guessed" if table["guess"].notna().any() else ""
    fig.update_xaxes(title_text=f"{unit}{guessed}", range=[-0.02 * most, most * 1.16], fixedrange=True)
    return fig


def _draw_error(fig: go.Figure, row, place: int, most: float, theme: Theme) -> None:  # noqa: ANN001 -- a named tuple
    """A line from the guess to the value, and how far they are apart."""
    line = {"color": theme.warning, "width": 2.4, "dash": "dot"}
    fig.add_shape(type="line", x0=row.guess, x1=row.value, y0=place, y1=place, line=line)
    right = max(row.guess, row.value, row.high if pd.notna(row.high) else 0)
    fig.add_annotation(
        x=min(right, most), y=place, text=error_in_words(row.guess, row.value), xanchor="left", xshift=10,
        font={"color": theme.warning},
    )  # fmt: skip


def error_in_words(guess: float, value: float) -> str:
    """How far a guess is off: `4.2 too high`."""
    off = guess - value
    if abs(off) < 0.05:
        return "right"
    size = f"{abs(off):.1f}".removesuffix(".0")
    return f"{size} too {'high' if off > 0 else 'low'}"


def _dot(row, place: int, colour: str, symbol: str) -> go.Scatter:  # noqa: ANN001 -- a named tuple of the table
    interval = pd.notna(row.low) and pd.notna(row.high)
    return go.Scatter(
        x=[row.value], y=[place], mode="markers", cliponaxis=False, hoverinfo="skip",
        marker={"size": 11, "symbol": symbol, "color": colour},
        error_x={
            "type": "data", "symmetric": False, "array": [row.high - row.value], "arrayminus": [row.value - row.low],
            "color": colour, "thickness": 2, "width": 0,
        } if interval else None,
    )  # fmt: skip
