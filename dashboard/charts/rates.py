"""Dot plots: values of terms by group, with their intervals."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .theme import Styles, Theme, figure, plain, template, two_lines

ROW = 25
# Panels side by side need this much room each; a narrower screen scrolls sideways.
PANEL_WIDTH = 158
# Of the width of a panel's values, what notes beside them take.
NOTE_SHARE = 0.5


def terms_dot(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Chosen terms across groups: a band a term, a dot a group, with its interval.

    table: term, group, per_1000, low, high, count, words.
    """
    terms = list(dict.fromkeys(table["term"]))
    groups = list(dict.fromkeys(table["group"]))
    most = max(float(table["high"].max()), 1e-9)
    fig = figure(theme, height=96 + len(terms) * max(34, 17 * len(groups)))
    for number, group in enumerate(groups):
        rows = table[table["group"] == group]
        # Groups of one term stand under each other inside its band, the first on top.
        shift = (number + 0.5) / len(groups) * 0.8 - 0.4
        y = [terms.index(term) + shift for term in rows["term"]]
        fig.add_trace(dots(rows, "per_1000", y, styles, group, theme))
    fig.update_yaxes(
        tickvals=list(range(len(terms))), ticktext=[f"<b>{plain(term, 32)}</b>" for term in terms],
        range=[len(terms) - 0.5, -0.5], showgrid=False, fixedrange=True,
    )  # fmt: skip
    for edge in range(1, len(terms)):
        fig.add_hline(y=edge - 0.5, line={"color": theme.grid, "width": 1})
    fig.update_xaxes(
        title_text="hits per 1,000 words, with 95 % interval", range=[-0.018 * most, 1.04 * most], fixedrange=True
    )
    fig.update_layout(showlegend=len(groups) > 1, margin={"t": 44})
    return fig


def panels_dot(
    table: pd.DataFrame,
    styles: Styles,
    theme: Theme,
    *,
    value: str,
    unit: str,
    low: str = "",
    high: str = "",
    note: str = "",
    across: int = 5,
) -> go.Figure:
    """Each group's own list, side by side: a panel a group, a row a term, at most `across` panels in a line.

    table: group, term, `value`, and for the hover count, words, per_1000, remark; with `low` and `high` the interval
    drawn; with `note` a few letters at the right edge of each row. Rows keep their order.
    """
    groups = list(dict.fromkeys(table["group"]))
    longest = int(table.groupby("group").size().max()) if len(table) else 1
    columns, lines = min(len(groups), across) or 1, math.ceil(len(groups) / across) or 1
    height = 112 + longest * ROW
    fig = make_subplots(
        lines, columns, horizontal_spacing=0.55 / columns, vertical_spacing=86 / (lines * height) if lines > 1 else 0
    )
    most = float(table[[value, *filter(None, [high])]].max().max()) if len(table) else 1.0
    least = min(0.0, float(table[[value, *filter(None, [low])]].min().min())) if len(table) else 0.0
    # Notes stand on the right of all dots and intervals.
    right = most + (most - least) * (NOTE_SHARE if note else 0.06)
    for number, group in enumerate(groups):
        rows, at = table[table["group"] == group], {"row": number // columns + 1, "col": number % columns + 1}
        fig.add_trace(dots(rows, value, list(range(len(rows))), styles, group, theme, low=low, high=high), **at)
        if note:
            fig.add_trace(_notes(rows[note], right, theme), **at)
        ticks = {
            "tickvals": list(range(len(rows))),
            "ticktext": [plain(term, 16) for term in rows["term"]],
            "tickfont": {"size": 12},
        }
        fig.update_yaxes(range=[longest - 0.4, -0.6], **ticks, **at)
        _head(fig, number + 1, styles[group].label, styles[group].size, styles[group].colour(theme), theme)
    fig.update_xaxes(
        range=[least - (most - least) * 0.03, right], fixedrange=True, nticks=4, tickfont={"size": 12},
        zeroline=least < 0, zerolinecolor=theme.muted,
    )  # fmt: skip
    fig.update_yaxes(fixedrange=True, gridcolor=theme.grid)
    fig.add_annotation(
        text=unit, xref="paper", yref="paper", x=0, y=0, yshift=-48, xanchor="left", font={"color": theme.muted}
    )
    layout = {"height": lines * height, "margin": {"t": 56, "b": 54}, "meta": {"min_width": PANEL_WIDTH * columns}}
    fig.update_layout(template=template(theme), **layout)
    return fig


def _head(fig: go.Figure, panel: int, label: str, size: str, colour: str, theme: Theme) -> None:
    axis = "" if panel == 1 else str(panel)
    text = two_lines(plain(label, 24), plain(size, 34), theme)
    fig.add_annotation(
        text=text, x=0, xref=f"x{axis} domain", y=1, yref=f"y{axis} domain", yshift=44, xanchor="left", align="left",
        font={"color": colour, "size": 15},
    )  # fmt: skip


def _notes(notes: pd.Series, x: float, theme: Theme) -> go.Scatter:
    """Letters at the right edge of each row."""
    return go.Scatter(
        x=[x] * len(notes), y=list(range(len(notes))), mode="text", text=[plain(note) for note in notes],
        textposition="middle left", textfont={"size": 12, "color": theme.muted}, hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip


def dots(
    rows: pd.DataFrame, value: str, y: list[float], styles: Styles, group: str, theme: Theme,
    *, low: str = "low", high: str = "high",
) -> go.Scatter:  # fmt: skip
    """One group's dots along x, with their intervals; `customdata` is the row of the table."""
    interval = interval_bars(rows, value, low, high, styles[group].colour(theme))
    return go.Scatter(x=rows[value], y=y, error_x=interval, **marker_style(rows, styles, group, theme))


def interval_bars(rows: pd.DataFrame, value: str, low: str, high: str, colour: str) -> dict[str, object] | None:
    """Error bars from the columns `low` and `high`; an empty name leaves that side out."""
    if not low and not high:
        return None
    up = rows[high] - rows[value] if high else rows[value] * 0
    down = rows[value] - rows[low] if low else rows[value] * 0
    return {
        "type": "data",
        "symmetric": False,
        "array": up,
        "arrayminus": down,
        "color": colour,
        "thickness": 1.8,
        "width": 0,
    }


def marker_style(rows: pd.DataFrame, styles: Styles, group: str, theme: Theme) -> dict[str, object]:
    """What every dot has: its group's colour and shape (hollow where there is no hit), its hover, its row."""
    style = styles[group]
    colour = style.colour(theme)
    fill = [colour if count else theme.ground for count in rows.get("count", [1] * len(rows))]
    return {
        "mode": "markers",
        "cliponaxis": False,
        "name": plain(style.label),
        "customdata": rows.index,
        "text": [_hover(row, style.label) for row in rows.itertuples()],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 10, "symbol": style.symbol, "color": fill, "line": {"color": colour, "width": 1.5}},
        # A click must not fade the marks that were not clicked.
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _hover(row, label: str) -> str:  # noqa: ANN001 -- a named tuple of the table
    text = f"<b>{plain(row.term)}</b>, {plain(label)}"
    if hasattr(row, "per_1000"):
        text += f": {row.per_1000:.2f} per 1,000 words ({row.count:,} in {row.words:,})"
    if hasattr(row, "low") and pd.notna(row.low):
        text += f"<br>95 % interval {row.low:.2f} to {row.high:.2f}"
    if hasattr(row, "remark"):
        text += f"<br>{plain(row.remark, 120)}"
    return text + "<br><i>click for the sentences</i>"
