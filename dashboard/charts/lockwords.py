"""Words that all groups use alike: on each word's line the groups, from the lowest rate to the highest."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .rates import interval_bars, marker_style
from .theme import Styles, Theme, figure, plain, two_lines

# Groups stand a little under each other, for on a locked word their dots would cover one another.
_STEP, _LEAST_ROW = 9, 54
UNEQUAL = 0.05


def lockwords_dot(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Each group's rate as a multiple of the mean of all groups, a line a word, in the order of the table.

    table: term, group, count, words, per_1000, low, high, mean_per_1000, lowest_per_1000, highest_per_1000, total,
    p_value. The band runs from the lowest to the highest group; the thin lines are the intervals.
    """
    words = table.drop_duplicates("term").reset_index(drop=True)
    place = {term: number for number, term in enumerate(words["term"])}
    scaled = _scaled(table)
    groups = list(dict.fromkeys(table["group"]))
    row = max(_LEAST_ROW, _STEP * (len(groups) + 1.2))
    fig = figure(theme, height=104 + row * len(words))
    fig.add_traces([_span(scaled, words, theme)])
    for number, group in enumerate(groups):
        rows = scaled[scaled["group"] == group]
        shift = (number - (len(groups) - 1) / 2) * _STEP / row
        fig.add_trace(_group_dots(rows, [place[term] + shift for term in rows["term"]], styles, group, theme))
    _axes(fig, words, float(scaled[["value", "high"]].max().max()), theme)
    return fig


def _scaled(table: pd.DataFrame) -> pd.DataFrame:
    """Rates and intervals as multiples of the mean rate of the groups."""
    mean = table["mean_per_1000"]
    return table.assign(value=table["per_1000"] / mean, low=table["low"] / mean, high=table["high"] / mean)


def _span(scaled: pd.DataFrame, words: pd.DataFrame, theme: Theme) -> go.Bar:
    """A pale band a word from the lowest to the highest group."""
    ends = scaled.groupby("term")["value"].agg(["min", "max"]).loc[words["term"]]
    return go.Bar(
        x=ends["max"] - ends["min"], base=ends["min"], y=list(range(len(words))), orientation="h", width=0.78,
        marker={"color": theme.grid, "line": {"width": 0}}, hoverinfo="skip",
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}}, showlegend=False,
    )  # fmt: skip


def _group_dots(rows: pd.DataFrame, y: list[float], styles: Styles, group: str, theme: Theme) -> go.Scatter:
    colour = styles[group].colour(theme)
    bars = interval_bars(rows, "value", "low", "high", colour)
    style = marker_style(rows, styles, group, theme)
    # The hover tells rates, not multiples.
    style["text"] = [_hover(row, styles[group].label) for row in rows.itertuples()]
    return go.Scatter(x=rows["value"], y=y, error_x={**bars, "thickness": 1.1}, **style)


def _hover(row, label: str) -> str:  # noqa: ANN001 -- a named tuple of the table
    low, high = row.low * row.mean_per_1000, row.high * row.mean_per_1000
    return (
        f"<b>{plain(row.term)}</b>, {plain(label)}: {row.per_1000:.2f} per 1,000 words ({row.count:,} in {row.words:,})"
        f"<br>95 % interval {low:.2f} to {high:.2f}<br>{row.value:.2f} times the mean of the groups"
        "<br><i>click for the sentences</i>"
    )


def _axes(fig: go.Figure, words: pd.DataFrame, most: float, theme: Theme) -> None:
    ticks = [step for step in (0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20) if step <= most]
    ticks = ticks if most <= 4 else [step for step in ticks if step == int(step)]
    fig.add_vline(x=1, line={"color": theme.muted, "width": 1.2, "dash": "dot"})
    fig.update_xaxes(
        title_text="rate as a multiple of the mean rate of the groups, with 95 % interval", range=[-0.02 * most, most * 1.03],
        tickvals=ticks, ticktext=[f"{step:g} ×" for step in ticks], fixedrange=True,
    )  # fmt: skip
    fig.update_yaxes(
        tickvals=list(range(len(words))), ticktext=[_label(row, theme) for row in words.itertuples()],
        range=[len(words) - 0.5, -0.5], showgrid=False, fixedrange=True,
    )  # fmt: skip
    for number, row in enumerate(words.itertuples()):
        fig.add_annotation(
            text=f"{row.lowest_per_1000:.1f} to {row.highest_per_1000:.1f}", x=1, xref="paper", xanchor="left", xshift=14, y=number
        )  # fmt: skip
    fig.add_annotation(
        text="lowest to highest<br>per 1,000 words", x=1, xref="paper", xanchor="left", xshift=14, y=1, yref="paper", yanchor="bottom",
        align="left", font={"size": 12, "color": theme.muted},
    )  # fmt: skip
    fig.update_layout(showlegend=True, margin={"t": 52, "r": 118}, meta={"min_width": 600})


def _label(row, theme: Theme) -> str:  # noqa: ANN001 -- a named tuple of the table
    p = "p < 0.001" if row.p_value < 0.001 else f"p {row.p_value:.3f}" if row.p_value < 0.1 else f"p {row.p_value:.2f}"
    remark = f"{row.total:,} hits, {p}"
    if row.p_value < UNEQUAL:
        remark = f"<span style='color:{theme.warning}'>{remark}: unequal</span>"
    return two_lines(plain(row.term, 22), remark, theme)
