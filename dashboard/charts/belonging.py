"""How near a text is to each group of the others."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .theme import Styles, Theme, annotate, figure, plain


def belonging_dot(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """A dot a group, nearest on top, its line where 95 % of the draws lie; beside it how often it is the nearest.

    table: group, words, bits, low, high, nearest (0 to 1).
    """
    fig, still = figure(theme, height=96 + 44 * len(table)), {"marker": {"opacity": 1}}
    colours = [styles[group].colour(theme) for group in table["group"]]
    y = list(range(len(table)))
    fig.add_traces(
        [
            go.Scatter(
                x=[low, high], y=[place, place], mode="lines", line={"color": colour, "width": 2.4}, hoverinfo="skip"
            )
            for place, colour, low, high in zip(y, colours, table["low"], table["high"], strict=True)
        ]
    )
    fig.add_trace(
        go.Scatter(
            x=table["bits"], y=y, mode="markers", customdata=table.index, marker={"size": 13, "color": colours},
            text=[_hover(row, styles) for row in table.itertuples()], hovertemplate="%{text}<extra></extra>",
            selected=still, unselected=still,
        )
    )  # fmt: skip
    beside = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 12, "font": {"size": 13.5}}
    notes = [
        {"text": f"{row.nearest:.0%}", "y": place, **beside} for place, row in zip(y, table.itertuples(), strict=True)
    ]
    annotate(fig, [*notes, {"text": f"<span style='color:{theme.muted}'>nearest in</span>", "y": -0.75, **beside}])
    ticks = [f"<b>{plain(styles[group].label, 22)}</b>" for group in table["group"]]
    fig.update_yaxes(tickvals=y, ticktext=ticks, range=[len(table) - 0.5, -1.1], showgrid=False, fixedrange=True)
    low, high = float(table["low"].min()), float(table["high"].max())
    room = 0.05 * max(high - low, 1e-6)
    fig.update_xaxes(
        title_text="bits a word more than the average of the groups: farther right, nearer", fixedrange=True, zeroline=True,
        range=[low - room, high + room],
    )  # fmt: skip
    return fig.update_layout(margin={"r": 96, "t": 8}, meta={"min_width": 560})


def _hover(row, styles: Styles) -> str:  # noqa: ANN001 -- a named tuple of the table
    return (
        f"<b>{plain(styles[row.group].label)}</b>, {row.words:,} words<br>{row.bits:+.3f} bits a word, 95 % of the draws "
        f"{row.low:+.3f} to {row.high:+.3f}<br>the nearest in {row.nearest:.0%} of the draws<br><i>click for the passages</i>"
    )
