"""Guesses of a classifier: who is taken for whom, whether its confidence holds, and one guess by itself."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .heatmap import heatmap
from .theme import Styles, Theme, figure, plain, two_lines

_LABEL, _CELL, _ROW = 150, 112, 58


def confusion_heatmap(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """A row a group as it is, a column a group as guessed; in each cell the share of the row, on the diagonal those right.

    table: group, guess, count, n, share (0 to 1), low, high.
    """
    sizes = dict(zip(table["group"], table["n"], strict=True))
    bold = ["<b>{}</b>" if row.group == row.guess else "{}" for row in table.itertuples()]
    told = [f"{row.share:.0%}<br>{row.count} of {row.n}" if row.count else "–" for row in table.itertuples()]
    fig = heatmap(
        table, theme, row="group", column="guess", value="share", most=1.0,
        number=[frame.format(text) for frame, text in zip(bold, told, strict=True)],
        hover=[_hover(row, styles) for row in table.itertuples()],
        rows={group: two_lines(plain(styles[group].label, 20), f"{n} passages", theme) for group, n in sizes.items()},
        columns={group: f"<b>{plain(styles[group].label, 14)}</b>" for group in dict.fromkeys(table["guess"])}, row_height=_ROW,
    )  # fmt: skip
    fig.add_annotation(
        text="Rows: whose passages they are. Columns: what the machine took them for. Bold: right.",
        xref="paper", yref="paper", x=0, y=0, yshift=-10, xanchor="left", yanchor="top", font={"size": 12.5, "color": theme.muted},
    )  # fmt: skip
    width = _LABEL + _CELL * table["guess"].nunique()
    return fig.update_layout(meta={"min_width": max(width, 560)}, margin={"b": 40})


def confidence_dot(table: pd.DataFrame, theme: Theme) -> go.Figure:
    """Of the guesses that are so sure, how many are right? On the line, confidence is honest.

    table: from_probability, to_probability, count, correct, probability, share, low, high (0 to 1).
    """
    fig = figure(theme, height=400)
    fig.add_trace(
        go.Scatter(x=[0, 100], y=[0, 100], mode="lines", line={"color": theme.muted, "width": 1, "dash": "dot"}, hoverinfo="skip")
    )  # fmt: skip
    shown, still, colour = table.assign(**_percent(table)), {"marker": {"opacity": 1}}, theme.heat[1]
    fig.add_trace(
        go.Scatter(
            x=shown["probability"], y=shown["share"], mode="markers", customdata=table.index, cliponaxis=False,
            error_y={"type": "data", "symmetric": False, "array": shown["high"] - shown["share"],
                     "arrayminus": shown["share"] - shown["low"], "color": colour, "thickness": 1.8, "width": 0},
            marker={"size": 11, "color": colour}, selected=still, unselected=still,
            text=[_step(row) for row in table.itertuples()], hovertemplate="%{text}<extra></extra>",
        )
    )  # fmt: skip
    for row in shown.itertuples():
        fig.add_annotation(
            text=f"{row.correct} of {row.count}", x=row.probability, y=row.low, yshift=-12, font={"size": 12, "color": theme.muted}
        )  # fmt: skip
    least = min(20.0, float(shown["probability"].min(skipna=True) - 6) if len(shown) else 20.0)
    fig.update_xaxes(
        title_text="how sure the machine was, on average", ticksuffix=" %", range=[least, 101], fixedrange=True
    )
    fig.update_yaxes(title_text="how many of these were right", ticksuffix=" %", range=[-9, 104], fixedrange=True)
    fig.add_annotation(
        text="Dotted: as sure as it should be", xref="paper", x=0.01, y=100,
        xanchor="left", yanchor="top", align="left", font={"size": 12.5, "color": theme.muted},
    )  # fmt: skip
    return fig.update_layout(meta={"min_width": 400}, margin={"l": 64, "b": 52})


def sure(probability: float) -> str:
    """A confidence in words; never 0 or 100 %, which no calibrated guess is."""
    return "<1 %" if probability < 0.01 else ">99 %" if probability > 0.99 else f"{100 * probability:.0f} %"


def guess_bars(probabilities: list[tuple[str, float]], styles: Styles, theme: Theme, *, own: str) -> go.Figure:
    """How probable each group was for one passage; the passage's own group is named in bold.

    probabilities: group and probability (0 to 1), in the order of the groups.
    """
    groups = [group for group, _ in probabilities]
    values = [100 * probability for _, probability in probabilities]
    names = [
        f"<b>{plain(styles[group].label, 18)}</b>" if group == own else plain(styles[group].label, 18)
        for group in groups
    ]
    fig = figure(theme, height=20 + 32 * len(groups))
    fig.add_trace(
        go.Bar(
            x=values, y=list(range(len(groups))), orientation="h", marker={"color": [styles[group].colour(theme) for group in groups]},
            text=[sure(probability).replace("<", "&lt;").replace(">", "&gt;") for _, probability in probabilities], textposition="outside", cliponaxis=False, hoverinfo="skip", width=0.62,
        )
    )  # fmt: skip
    fig.update_xaxes(visible=False, range=[0, 118], fixedrange=True)
    fig.update_yaxes(
        tickvals=list(range(len(groups))), ticktext=names, range=[len(groups) - 0.5, -0.5], showgrid=False, fixedrange=True, ticklabelstandoff=6,
    )  # fmt: skip
    return fig.update_layout(margin={"t": 6, "b": 6})


def _percent(table: pd.DataFrame) -> dict[str, pd.Series]:
    return {column: 100 * table[column] for column in ("probability", "share", "low", "high")}


def _hover(row, styles: Styles) -> str:  # noqa: ANN001 -- a named tuple of the table
    return (
        f"<b>{plain(styles[row.group].label)}</b> taken for <b>{plain(styles[row.guess].label)}</b>: {row.count} of {row.n} passages"
        f"<br>{row.share:.0%}, 95 % interval {row.low:.0%} to {row.high:.0%}<br><i>click for the passages</i>"
    )


def _step(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    return (
        f"{row.from_probability:.0%} to {row.to_probability:.0%} sure: {row.correct} of {row.count} right ({row.share:.0%})"
        f"<br>95 % interval {row.low:.0%} to {row.high:.0%}<br><i>click for the passages</i>"
    )
