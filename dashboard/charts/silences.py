"""What a group never says: how often one would expect it, and how much an absence still allows."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .rates import interval_bars, marker_style, panels_dot
from .theme import Styles, Theme, annotate, figure, plain

_ROW = 30


def silences_dot(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """A panel a group, a row a word it lacks, at the hits expected; full: the silence tells, hollow: it may not.

    table: group, term, expected, telling, reference_count, reference_groups, reference_per_1000, highest_per_1000,
    words, p_value, q_value. A line in each panel: from so many expected hits on a silence tells.
    """
    unit = "hits expected at the others’ rate; hollow, left of the line: the text may only be too short"
    fig = panels_dot(table.assign(count=table["telling"].astype(int)), styles, theme, value="expected", unit=unit)
    groups = list(dict.fromkeys(table["group"]))
    for number, (group, trace) in enumerate(zip(groups, fig.data, strict=True)):
        rows = table[table["group"] == group]
        trace.text = [_hover(row, styles[group].label) for row in rows.itertuples()]
        least = float(rows["highest_per_1000"].iloc[0] * rows["words"].iloc[0] / 1000)
        line = {"color": theme.muted, "width": 1.3, "dash": "dot"}
        fig.add_vline(x=least, line=line, row=number // 5 + 1, col=number % 5 + 1)
    return fig


def _hover(row, label: str) -> str:  # noqa: ANN001 -- a named tuple of the table
    verdict = "the silence tells" if row.telling else "the text may only be too short"
    return (
        f"<b>{plain(row.term)}</b>, never in {plain(label)} ({row.words:,} words)"
        f"<br>{row.reference_count} hits in {row.reference_groups} other groups, {row.reference_per_1000:.2f} per 1,000 words"
        f"<br>expected here {row.expected:.1f}; no hit leaves up to {row.highest_per_1000:.2f} per 1,000 possible"
        f"<br>{verdict}; p {row.p_value:.2g}, q {row.q_value:.2g}<br><i>click for the others’ sentences</i>"
    )


def asked_dot(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Searches in each group: a dot with its interval, or for a silence the bar of what it still allows.

    table: term, group, hits, words, per_1000, low, high, others_per_1000, expected, highest_per_1000, verdict; by term.
    A tick marks the rate of the others: beyond the bar, the silence tells.
    """
    heights = _lines(table)
    fig = figure(theme, height=int(84 + _ROW * (max(heights) + 1)))
    most = max(float(table[["high", "highest_per_1000", "others_per_1000"]].max().max()), 1e-9)
    for group in dict.fromkeys(table["group"]):
        mine = (table["group"] == group).to_numpy()
        rows, y = table[mine], [height for height, here in zip(heights, mine, strict=True) if here]
        fig.add_traces(_group_traces(rows, y, styles, group, theme))
    fig.add_trace(_ticks(table, heights, theme))
    _asked_axes(fig, table, heights, most, styles, theme)
    return fig


def _ticks(table: pd.DataFrame, heights: list[float], theme: Theme) -> go.Scatter:
    """The rate of the others beside each silence."""
    silent = table.assign(y=heights)[table["others_per_1000"].notna()]
    return go.Scatter(
        x=silent["others_per_1000"], y=silent["y"], mode="markers", customdata=silent.index, cliponaxis=False,
        marker={"symbol": "line-ns", "size": 18, "line": {"color": theme.ink, "width": 2.5}},
        hovertemplate="rate of the others: %{x:.2f} per 1,000 words<extra></extra>",
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _lines(table: pd.DataFrame) -> list[float]:
    """Each row's height: groups under each other, with a gap for the name before each term."""
    term = (table["term"] != table["term"].shift()).cumsum()
    return [float(number + place) for number, place in enumerate(term)]


def _group_traces(
    rows: pd.DataFrame, y: list[float], styles: Styles, group: str, theme: Theme
) -> list[go.Bar | go.Scatter]:
    colour = styles[group].colour(theme)
    bars = interval_bars(rows, "per_1000", "low", "high", colour)
    silent = (rows["hits"] == 0).to_numpy()
    style = marker_style(rows.assign(count=rows["hits"]), styles, group, theme)
    style["text"] = [_asked_hover(row, styles[group].label) for row in rows.itertuples()]
    said = {name: style[name] for name in ("customdata", "text", "hovertemplate")}
    # What no hit still allows is no interval of a rate: it is drawn broad and pale, from nothing up.
    allowed = go.Bar(
        x=rows["highest_per_1000"], y=y, orientation="h", width=0.5, marker={"color": colour, "opacity": 0.3, "line": {"width": 0}},
        textposition="none", selected={"marker": {"opacity": 0.3}}, unselected={"marker": {"opacity": 0.3}}, **said,
    )  # fmt: skip
    bars["array"], bars["arrayminus"] = bars["array"].where(~silent, 0), bars["arrayminus"].where(~silent, 0)
    return [allowed, go.Scatter(x=rows["per_1000"], y=y, error_x=bars, **style)]


def _asked_hover(row, label: str) -> str:  # noqa: ANN001 -- a named tuple of the table
    if row.hits:
        said = f"{row.per_1000:.2f} per 1,000 words ({row.hits:,} in {row.words:,})<br>95 % interval {row.low:.2f} to {row.high:.2f}"
    else:
        expected = f"expected {row.expected:.1f}; " if pd.notna(row.expected) else ""
        said = f"no hit in {row.words:,} words<br>{expected}up to {row.highest_per_1000:.2f} per 1,000 possible"
    whose = "" if row.hits else "others’ "
    return f"<b>{plain(row.term)}</b>, {plain(label)}: {said}<br><i>click for the {whose}sentences</i>"


def _asked_axes(
    fig: go.Figure, table: pd.DataFrame, heights: list[float], most: float, styles: Styles, theme: Theme
) -> None:
    labels = [
        f"<span style='color:{styles[group].colour(theme)}'><b>{plain(styles[group].label, 24)}</b></span>"
        for group in table["group"]
    ]
    fig.update_yaxes(
        tickvals=heights, ticktext=labels, range=[max(heights) + 0.6, -0.5], showgrid=False, fixedrange=True
    )
    fig.update_xaxes(
        title_text="hits per 1,000 words; pale bar: what no hit still allows; tick: the others’ rate",
        range=[-0.02 * most, most * 1.04], fixedrange=True,
    )  # fmt: skip
    beside = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 14}
    notes = [
        {"text": plain(verdict), "y": height, **beside}
        for height, verdict in zip(heights, table["verdict"], strict=True)
    ]
    over = {"x": 0, "xanchor": "left", "font": {"size": 15, "color": theme.ink}}
    for term, height in pd.Series(heights, table["term"]).groupby(level=0, sort=False).first().items():
        notes.append({"text": f"<b>{plain(term, 50)}</b>", "y": height - 0.95, **over})
    annotate(fig, notes)
    fig.update_layout(barmode="overlay", margin={"t": 12, "r": 200}, meta={"min_width": 600})
