"""What a class has voted: bars of answers, and the middle and spread of predictions."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from .theme import Theme, figure, plain

_ROW, _LABEL = 52, 34


def votes_bars(table: pd.DataFrame, theme: Theme, *, colours: Mapping[str, str] | None = None) -> go.Figure:
    """A bar an answer, with its votes and its share behind it. table: answer, votes, share (NaN without a vote).

    colours: of answers that have one elsewhere, as texts do.
    """
    fig, answers = _frame(table, theme), list(table["answer"])
    shades = [(colours or {}).get(answer, theme.neutral) for answer in answers]
    told = [_told(votes, share) for votes, share in zip(table["votes"], table["share"], strict=True)]
    fig.add_trace(
        go.Bar(
            x=table["votes"].tolist(), y=list(range(len(answers))), orientation="h", marker={"color": shades, "line": {"width": 0}},
            width=0.62, text=[f" {words}" for words in told], textposition="outside", cliponaxis=False,
            textfont={"size": 15, "color": theme.ink},
            hovertext=[f"<b>{plain(answer)}</b>: {words}" for answer, words in zip(answers, told, strict=True)], hoverinfo="text",
        )
    )  # fmt: skip
    most = max(int(table["votes"].max()) if len(table) else 0, 4)
    # Room on the right for the numbers; no axis, for each bar says its own.
    fig.update_xaxes(range=[0, most * 1.32], showticklabels=False, showgrid=False)
    fig.update_layout(margin={"t": 6, "b": 6, "r": 8})
    return fig


def predictions_dot(
    table: pd.DataFrame,
    theme: Theme,
    *,
    low: float,
    high: float,
    unit: str = "",
    colours: Mapping[str, str] | None = None,
) -> go.Figure:
    """A dot at the middle prediction of each answer, a line over the middle half of them. table: answer,
    lower_quartile, median, upper_quartile (NaN without a vote), n."""
    fig, rows = _frame(table, theme), list(table.itertuples(name="Row"))
    for place, row in enumerate(rows):
        if not row.n:
            continue
        colour = (colours or {}).get(row.answer, theme.neutral)
        told = f"{row.median:.3g} (half of the class: {row.lower_quartile:.3g} to {row.upper_quartile:.3g})"
        fig.add_trace(
            go.Scatter(
                x=[row.lower_quartile, row.upper_quartile], y=[place, place], mode="lines", hoverinfo="skip",
                line={"color": colour, "width": 7}, opacity=0.45,
            )
        )  # fmt: skip
        fig.add_trace(
            go.Scatter(
                x=[row.median], y=[place], mode="markers+text", marker={"color": colour, "size": 15},
                text=[f"{row.median:.3g}"], textposition="top center", textfont={"size": 14, "color": theme.ink},
                hovertext=[f"<b>{plain(row.answer)}</b>: {told}"], hoverinfo="text",
            )
        )  # fmt: skip
    span = high - low
    fig.update_xaxes(range=[low - 0.03 * span, high + 0.03 * span], title_text=plain(unit), nticks=6)
    fig.update_layout(height=len(rows) * (_ROW + 8) + 62, margin={"t": 12, "b": 48})
    return fig


def _frame(table: pd.DataFrame, theme: Theme) -> go.Figure:
    """A row an answer, the first on top."""
    answers = list(table["answer"])
    fig = figure(theme, height=max(len(answers), 1) * _ROW + 14)
    fig.update_yaxes(
        tickvals=list(range(len(answers))), ticktext=[_label(answer) for answer in answers],
        range=[len(answers) - 0.5, -0.5], showgrid=False, tickfont={"size": 15}, ticklabelstandoff=6,
    )  # fmt: skip
    for update in (fig.update_xaxes, fig.update_yaxes):
        update(fixedrange=True)
    return fig


def _label(answer: str) -> str:
    """An answer in two lines at most."""
    words, lines = answer.split(), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= _LABEL // 2 + 4:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    kept = [plain(line, 24) for line in lines[:2]]
    return "<br>".join(kept) + (" …" if len(lines) > 2 else "")


def _told(votes: int, share: float) -> str:
    return f"<b>{votes}</b>  {share:.0%}" if votes else "0"
