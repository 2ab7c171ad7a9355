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
# Panels that are this wide together stand side by side on a laptop, so that the last is never beyond the right edge.
_LAPTOP = 800
# Letters of a term's label, and the pixels one takes at most.
LABEL, _LETTER = 40, 6.6
# Of the width of a panel's values, what notes beside them take; the words of the next panel then have less room.
_NOTE_SHARE, _LABEL_BESIDE_NOTES = 0.9, 13


def terms_dot(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Chosen terms across groups: a band a term, a dot a group, with its interval.

    table: term, group, per_1000, low, high, count, words; at equal length also window, holds.
    """
    terms = list(dict.fromkeys(table["term"]))
    groups = list(dict.fromkeys(table["group"]))
    value = rate_column(table)
    most = max(float(table[["high", value]].max().max()), 1e-9)
    fig = figure(theme, height=96 + len(terms) * max(34, 17 * len(groups)))
    for number, group in enumerate(groups):
        rows = table[table["group"] == group]
        # Groups of one term stand under each other inside its band, the first on top.
        shift = (number + 0.5) / len(groups) * 0.8 - 0.4
        y = [terms.index(term) + shift for term in rows["term"]]
        fig.add_trace(dots(rows, value, y, styles, group, theme))
    fig.update_yaxes(
        tickvals=list(range(len(terms))), ticktext=[f"<b>{plain(term, 32)}</b>" for term in terms],
        range=[len(terms) - 0.5, -0.5], showgrid=False, fixedrange=True,
    )  # fmt: skip
    for edge in range(1, len(terms)):
        fig.add_hline(y=edge - 0.5, line={"color": theme.grid, "width": 1})
    fig.update_xaxes(title_text=rate_unit(table), range=[-0.018 * most, 1.04 * most], fixedrange=True)
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
    width, labels = (PANEL_WIDTH, 0.58) if note else _panel_room(table["term"])
    lines = math.ceil(len(groups) / max(min(across, _LAPTOP // width), 1)) or 1
    columns = math.ceil(len(groups) / lines) or 1
    height = 118 + longest * ROW
    fig = make_subplots(
        lines, columns, horizontal_spacing=labels / columns, vertical_spacing=94 / (lines * height) if lines > 1 else 0
    )
    least, most = _span(table, value, low, high)
    # Notes stand on the right of all dots and intervals.
    right = most + (most - least) * (_NOTE_SHARE if note else 0.06)
    for number, group in enumerate(groups):
        rows, at = table[table["group"] == group], {"row": number // columns + 1, "col": number % columns + 1}
        fig.add_trace(dots(rows, value, list(range(len(rows))), styles, group, theme, low=low, high=high), **at)
        if note:
            fig.add_trace(_notes(rows[note], right - (most - least) * 0.12, theme), **at)
        terms = [plain(term, _LABEL_BESIDE_NOTES if note else LABEL) for term in rows["term"]]
        fig.update_yaxes(range=[longest - 0.4, -0.6], tickvals=list(range(len(rows))), ticktext=terms, **at)
        _head(fig, number + 1, styles[group].label, styles[group].size, styles[group].colour(theme), theme)
    # A mark at 0 must not touch the label.
    fig.update_yaxes(ticklabelstandoff=7, gridcolor=theme.grid)
    left = least - (most - least) * 0.03
    fig.update_xaxes(range=[left, right], zeroline=least < 0, zerolinecolor=theme.muted, nticks=4)
    if note:
        fig.update_xaxes(tickvals=_ticks(least, most))
        # Notes leave little room, in which a large dot would hide its interval.
        fig.update_traces(marker_size=7, selector={"mode": "markers"})
    for update in (fig.update_xaxes, fig.update_yaxes):
        update(fixedrange=True, tickfont={"size": 12})
    more = _unit(fig, unit, max(400, width * columns), theme)
    layout = {"height": lines * height + more, "margin": {"t": 56, "b": 54 + more, "r": 24}}
    fig.update_layout(template=template(theme), meta={"min_width": width * columns}, **layout)
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


def _unit(fig: go.Figure, unit: str, width: int, theme: Theme) -> int:
    """What the axes of all panels measure, under them; the pixels that lines after the first take."""
    # The words of the first panel stand to the left of it.
    lines = [line for part in unit.split("<br>") for line in textwrap.wrap(part, (width - 110) // 6)]
    fig.add_annotation(
        text="<br>".join(lines), xref="paper", yref="paper", x=0, y=0, yshift=-28, xanchor="left", yanchor="top",
        align="left", font={"color": theme.muted},
    )  # fmt: skip
    return 18 * max(len(lines) - 1, 0)


def _notes(notes: pd.Series, x: float, theme: Theme) -> go.Scatter:
    """Letters at the right edge of each row."""
    return go.Scatter(
        x=[x] * len(notes), y=list(range(len(notes))), mode="text", text=[plain(note) for note in notes],
        textposition="middle left", textfont={"size": 12, "color": theme.muted}, hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip


def _panel_room(terms: pd.Series) -> tuple[int, float]:
    """Width of a panel in pixels, and the share of it that its labels take: long terms get more room, not an end."""
    longest = min(max((len(str(term)) for term in terms), default=0), LABEL)
    if longest <= 16:
        return PANEL_WIDTH, 0.58
    label = round(longest * _LETTER + 16)
    return label + 96, label / (label + 96)


def _head(fig: go.Figure, panel: int, label: str, size: str, colour: str, theme: Theme) -> None:
    axis = "" if panel == 1 else str(panel)
    text = two_lines(plain(label, 16), plain(size, 34), theme)
    fig.add_annotation(
        text=text, x=0, xref=f"x{axis} domain", y=1, yref=f"y{axis} domain", yshift=44, xanchor="left", align="left",
        font={"color": colour, "size": 15},
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
        "text": [hover(row, style.label) for row in rows.itertuples()],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 10, "symbol": style.symbol, "color": fill, "line": {"color": colour, "width": 1.5}},
        # A click must not fade the marks that were not clicked.
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def hover(row, label: str) -> str:  # noqa: ANN001 -- a named tuple of the table
    """What stands over a mark: term, group, rate and count, interval, and at equal length how often it keeps its place."""
    text = f"<b>{plain(row.term)}</b>, {plain(label)}"
    if hasattr(row, "per_1000"):
        text += f": {row.per_1000:.2f} per 1,000 words ({row.count:,} in {row.words:,})"
    if hasattr(row, "low") and pd.notna(row.low):
        if hasattr(row, "fair_per_1000"):
            text += f"<br>at equal length: {row.fair_per_1000:.2f} (median)"
        interval = f"middle 95 % of windows of {row.window:,} words:" if hasattr(row, "window") else "95 % interval"
        text += f"<br>{interval} {row.low:.2f} to {row.high:.2f}"
    if hasattr(row, "remark"):
        text += f"<br>{plain(row.remark, 120)}"
    elif hasattr(row, "holds"):
        text += f"<br>keeps its place in {row.holds:.0%} of draws"
    return text + "<br><i>click for the sentences</i>"


def rate_column(table: pd.DataFrame) -> str:
    """The column that the dots of a table of rates show: at equal length the median of the windows."""
    return "fair_per_1000" if "fair_per_1000" in table else "per_1000"


def rate_unit(table: pd.DataFrame) -> str:
    """What the axis of a table of rates shows."""
    if "window" in table and len(table):
        return f"hits per 1,000 words: median and middle 95 % of windows of {int(table['window'].iloc[0]):,} words"
    return "hits per 1,000 words, with 95 % interval"
