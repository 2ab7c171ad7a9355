"""Dot plots: values of terms by group, with their intervals."""

from __future__ import annotations

import math
import textwrap

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .theme import Styles, Theme, figure, plain, template, two_lines

ROW = 25
# Panels side by side need this much room each; a narrower screen scrolls sideways.
PANEL_WIDTH = 158
# Of the width of a panel's values, what notes beside them take.
NOTE_SHARE = 0.8


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
    least, most = _span(table, value, low, high)
    # Notes stand on the right of all dots and intervals.
    right = most + (most - least) * (NOTE_SHARE if note else 0.06)
    for number, group in enumerate(groups):
        rows, at = table[table["group"] == group], {"row": number // columns + 1, "col": number % columns + 1}
        fig.add_trace(dots(rows, value, list(range(len(rows))), styles, group, theme, low=low, high=high), **at)
        if note:
            fig.add_trace(_notes(rows[note], right, theme), **at)
        # The notes of the panel before take room from the words.
        terms = [plain(term, 13 if note else 16) for term in rows["term"]]
        fig.update_yaxes(range=[longest - 0.4, -0.6], tickvals=list(range(len(rows))), ticktext=terms, **at)
        _head(fig, number + 1, styles[group].label, styles[group].size, styles[group].colour(theme), theme)
    left = least - (most - least) * (0.16 if note else 0.03)
    fig.update_xaxes(range=[left, right], zeroline=least < 0, zerolinecolor=theme.muted, nticks=4)
    if note:
        fig.update_xaxes(tickvals=_ticks(least, most))
        # Notes leave little room, in which a large dot would hide its interval.
        fig.update_traces(marker_size=7, selector={"mode": "markers"})
    fig.update_yaxes(gridcolor=theme.grid)
    for update in (fig.update_xaxes, fig.update_yaxes):
        update(fixedrange=True, tickfont={"size": 12})
    more = _unit(fig, unit, columns, theme)
    layout = {"height": lines * height + more, "margin": {"t": 56, "b": 54 + more, "r": 24}}
    fig.update_layout(template=template(theme), meta={"min_width": PANEL_WIDTH * columns}, **layout)
    return fig


def _span(table: pd.DataFrame, value: str, low: str, high: str) -> tuple[float, float]:
    """The least and the most that is drawn, from 0 at the latest."""
    if table.empty:
        return 0.0, 1.0
    drawn = table[[value, *filter(None, [low, high])]]
    return min(0.0, float(drawn.min().min())), float(drawn.max().max())


def _ticks(least: float, most: float) -> list[float]:
    """0 and the first round values beside it, where there is room for two or three numbers only."""
    size = 10.0 ** math.floor(math.log10(max(most, 1e-9)))
    step = max(round_one * size for round_one in (1, 2, 5) if round_one * size <= max(most, 1e-9) * (1 + 1e-9))
    return [step * number for number in range(math.ceil(least / step), math.floor(most / step + 1e-9) + 1)]


def _unit(fig: go.Figure, unit: str, columns: int, theme: Theme) -> int:
    """What the axes of all panels measure, under them; the pixels that lines after the first take."""
    # The words of the first panel stand to the left of it.
    letters = (max(400, PANEL_WIDTH * columns) - 110) // 6
    lines = [line for part in unit.split("<br>") for line in textwrap.wrap(part, letters)]
    fig.add_annotation(
        text="<br>".join(lines), xref="paper", yref="paper", x=0, y=0, yshift=-28, xanchor="left", yanchor="top",
        align="left", font={"color": theme.muted},
    )  # fmt: skip
    return 18 * max(len(lines) - 1, 0)


def _head(fig: go.Figure, panel: int, label: str, size: str, colour: str, theme: Theme) -> None:
    axis = "" if panel == 1 else str(panel)
    text = two_lines(plain(label, 16), plain(size, 34), theme)
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
