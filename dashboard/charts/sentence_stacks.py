"""How long sentences are: every sentence is a dot, stacked over its number of words."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .theme import Styles, Theme, plain, template, two_lines

# Pixels of a dot with its gap, of the tallest stack, and of what stands under the dots.
_DOT, _TALLEST, _UNDER, _BETWEEN = 8.0, 170.0, 34.0, 16


def sentence_stacks(table: pd.DataFrame, summary: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """A panel a group: a dot a sentence; under them the median with its interval and the middle half.

    table: group, words, sentence; summary: group, sentences, median, low, high, lower_quartile, upper_quartile. All
    panels have one scale, across and up.
    """
    groups = [group for group in dict.fromkeys(summary["group"]) if (table["group"] == group).any()]
    level = table.groupby(["group", "words"]).cumcount()
    tallest = {group: int(level[table["group"] == group].max()) + 1 for group in groups}
    dot = min(_DOT, _TALLEST / max(tallest.values(), default=1))
    heights = [max(tallest[group] * dot, 16.0) + _UNDER for group in groups]
    total = sum(heights) + _BETWEEN * (len(groups) - 1)
    fig = make_subplots(
        max(len(groups), 1), 1, shared_xaxes=True, row_heights=heights or None,
        vertical_spacing=_BETWEEN / total if len(groups) > 1 else 0,
    )  # fmt: skip
    longest = int(table["words"].max()) if len(table) else 1
    for number, group in enumerate(groups, start=1):
        rows, style = table[table["group"] == group], styles[group]
        fig.add_trace(_dots(rows, level[rows.index], style.colour(theme), style.label, dot), number, 1)
        _middle_half(fig, number, summary[summary["group"] == group].iloc[0], style.colour(theme), theme, longest, dot)
        label = two_lines(plain(style.label, 22), _number(rows, summary, group), theme)
        top = heights[number - 1] / dot - _UNDER / dot - 0.5
        fig.update_yaxes(tickvals=[0.5], ticktext=[label], range=[-_UNDER / dot, top], row=number, col=1)
    fig.update_yaxes(showgrid=False, fixedrange=True)
    fig.update_xaxes(range=[0, longest + 1.5], fixedrange=True, showticklabels=False)
    if groups:
        fig.update_xaxes(title_text="words in the sentence", showticklabels=True, row=len(groups), col=1)
    layout = {"height": total + 70, "margin": {"t": 10, "b": 54}, "meta": {"min_width": 600}}
    fig.update_layout(template=template(theme), **layout)
    return fig


def _number(rows: pd.DataFrame, summary: pd.DataFrame, group: str) -> str:
    whole = int(summary.loc[summary["group"] == group, "sentences"].iloc[0])
    return f"{whole:,} sentences" if len(rows) == whole else f"{len(rows):,} of {whole:,} sentences"


def _dots(rows: pd.DataFrame, level: pd.Series, colour: str, label: str, dot: float) -> go.Scatter:
    still = {"marker": {"opacity": 1}}
    hover = [
        f"<b>{plain(label)}</b>, {row.words} words: “{plain(row.sentence, 90)}”<br><i>click for the sentence</i>"
        for row in rows.itertuples()
    ]
    return go.Scatter(
        x=rows["words"], y=level, mode="markers", customdata=rows.index, text=hover, name=plain(label),
        hovertemplate="%{text}<extra></extra>", selected=still, unselected=still, cliponaxis=False,
        marker={"size": max(dot - 1.2, 2.5), "color": colour},
    )  # fmt: skip


def _middle_half(
    fig: go.Figure, number: int, row: pd.Series, colour: str, theme: Theme, longest: int, dot: float
) -> None:
    """Under the dots: a bar over the middle half, the median as a stroke on its interval, and both in words."""
    y = -14 / dot
    strokes = [
        ([row["lower_quartile"], row["upper_quartile"]], 9, 0.25),
        ([row["low"], row["high"]], 3.5, 0.75),
    ]
    for ends, width, opacity in strokes:
        fig.add_trace(
            go.Scatter(x=ends, y=[y, y], mode="lines", line={"color": colour, "width": width}, opacity=opacity, hoverinfo="skip"),
            number, 1,
        )  # fmt: skip
    stroke = {"symbol": "line-ns", "size": 15, "line": {"color": theme.ink, "width": 2.4}}
    fig.add_trace(go.Scatter(x=[row["median"]], y=[y], mode="markers", marker=stroke, hoverinfo="skip"), number, 1)
    interval = f" [{row['low']:.0f}–{row['high']:.0f}]" if pd.notna(row["low"]) else ""
    text = f"<b>median {row['median']:g}</b>{interval}, middle half {row['lower_quartile']:.0f}–{row['upper_quartile']:.0f}"
    # Beside the bar, on the side where there is room.
    right = row["upper_quartile"] < 0.62 * longest
    fig.add_annotation(
        x=row["upper_quartile"] if right else row["lower_quartile"], y=y, text=text, font={"size": 12.5, "color": theme.muted},
        xanchor="left" if right else "right", xshift=8 if right else -8, row=number, col=1,
    )  # fmt: skip
