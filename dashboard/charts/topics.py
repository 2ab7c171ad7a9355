"""Topics by group as shaded cells or as dots with intervals, and models of several sizes side by side."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .heatmap import group_columns, heatmap
from .rates import interval_bars, marker_style
from .theme import Styles, Theme, plain, template, two_lines

_LABEL, _COLUMN, _ROW, _LETTERS = 230, 112, 46, 36
# A letter of the small line under a group's name.
_SMALL = 5.7


def topic_rows(table: pd.DataFrame, theme: Theme) -> dict[str, str]:
    """Labels of topics as rows: number and strongest words, in full, and under them how well the topic comes back."""
    stability = table.drop_duplicates("label").set_index("label")["stability"]
    return {
        label: two_lines(
            "<br>".join(plain(part) for part in textwrap.wrap(label, _LETTERS)),
            f"comes back in other runs: {stability[label]:.2f}",
            theme,
        )
        for label in stability.index
    }


def _width(styles: Styles, groups: list[str]) -> int:
    """Pixels that the columns of these groups need."""
    return round(max(_COLUMN, *(_SMALL * min(len(styles[group].size), 24) for group in groups))) * len(groups)


def shares_heatmap(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Topic × group as shaded cells. table: group, topic, label, share (0 to 1), low, high, stability."""
    groups = list(dict.fromkeys(table["group"]))
    fig = heatmap(
        table, theme, row="label", column="group", value="share", number=[f"{share:.0%}" for share in table["share"]],
        hover=_hover(table, styles), columns=group_columns(styles, groups, theme), rows=topic_rows(table, theme), row_height=_ROW,
    )  # fmt: skip
    return fig.update_layout(meta={"min_width": _LABEL + _width(styles, groups)})


def shares_dot(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Topic × group as dots with intervals: a column a group, a row a topic, one scale. Columns as `shares_heatmap`."""
    groups, labels = list(dict.fromkeys(table["group"])), topic_rows(table, theme)
    fig = make_subplots(1, len(groups), shared_yaxes=True, horizontal_spacing=0.18 / len(groups))
    table = table.assign(hover=_hover(table, styles), term=table["label"])
    down = list(labels)
    for number, (group, head) in enumerate(group_columns(styles, groups, theme).items(), start=1):
        rows = table[table["group"] == group]
        shown = rows.assign(**{column: rows[column] * 100 for column in ("share", "low", "high")})
        bars = interval_bars(shown, "share", "low", "high", styles[group].colour(theme))
        look = marker_style(rows.drop(columns=["share", "low", "high"]), styles, group, theme) | {"text": rows["hover"]}
        fig.add_trace(go.Scatter(x=shown["share"], y=[down.index(label) for label in rows["label"]], error_x=bars, **look), 1, number)  # fmt: skip
        axis = "" if number == 1 else str(number)
        fig.add_annotation(text=head, x=0, xref=f"x{axis} domain", y=1, yref="paper", yshift=40, xanchor="left", align="left")  # fmt: skip
    most = float(table["high"].max()) * 100
    fig.update_xaxes(range=[-0.03 * most, 1.05 * most], ticksuffix="%", nticks=4, fixedrange=True)
    fig.update_yaxes(range=[len(down) - 0.5, -0.5], tickvals=list(range(len(down))), ticktext=list(labels.values()), fixedrange=True)  # fmt: skip
    fig.update_layout(
        template=template(theme), height=90 + _ROW * len(down), margin={"t": 52, "b": 34},
        meta={"min_width": _LABEL + _width(styles, groups)},
    )  # fmt: skip
    return fig


def search_dot(table: pd.DataFrame, theme: Theme) -> go.Figure:
    """Coherence and stability against the number of topics, the recommended one filled and named.

    table: n_topics, coherence, stability, least_stable, smallest_share, recommended.
    """
    heads = {"coherence": "Coherence: do the words of a topic meet in paragraphs?", "stability": "Stability: do the topics come back in other runs?"}  # fmt: skip
    fig = make_subplots(2, 1, shared_xaxes=True, vertical_spacing=0.24)
    fill = [theme.heat[1] if best else theme.ground for best in table["recommended"]]
    edge = [theme.heat[1] if best else theme.neutral for best in table["recommended"]]
    still = {"marker": {"opacity": 1}}
    for number, (column, head) in enumerate(heads.items(), start=1):
        fig.add_trace(
            go.Scatter(
                x=table["n_topics"], y=table[column], mode="lines+markers", line={"color": theme.grid, "width": 1.5}, customdata=table.index,
                text=[_size_hover(row) for row in table.itertuples()], hovertemplate="%{text}<extra></extra>", cliponaxis=False,
                marker={"size": 12, "color": fill, "line": {"color": edge, "width": 2}}, selected=still, unselected=still,
            ),
            number, 1,
        )  # fmt: skip
        axis = "" if number == 1 else str(number)
        fig.add_annotation(text=f"<b>{head}</b>", x=0, xref="paper", y=1, yref=f"y{axis} domain", yshift=26, xanchor="left", font={"size": 14})  # fmt: skip
        most = max(float(table[column].max()) * 1.12, 0.05)
        low = min(0.0, float(table[column].min()) * 1.1)
        fig.update_yaxes(range=[low, most], fixedrange=True, nticks=5, row=number, col=1)
    for best in table[table["recommended"]].itertuples():
        fig.add_annotation(
            text="<b>recommended</b>", x=best.n_topics, y=best.coherence, yshift=-20, font={"color": theme.heat[1]}, bgcolor=theme.ground
        )  # fmt: skip
    ks = table["n_topics"]
    fig.update_xaxes(tickvals=list(ks), range=[ks.min() - 0.6, ks.max() + 0.6], showgrid=False, fixedrange=True)
    fig.update_xaxes(title_text="number of topics", row=2, col=1)
    fig.update_layout(template=template(theme), height=372, margin={"t": 44, "b": 50, "l": 48})
    return fig


def _size_hover(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    return (
        f"<b>{row.n_topics} topics</b>: coherence {row.coherence:.2f}, stability {row.stability:.2f}"
        f"<br>least stable topic {row.least_stable:.2f}, smallest topic {row.smallest_share:.0%} of the words"
        "<br><i>click for passages of its most coherent topic</i>"
    )


def _hover(table: pd.DataFrame, styles: Styles) -> list[str]:
    return [
        f"<b>{plain(row.label)}</b>, {plain(styles[row.group].label)}: {row.share:.0%} of the words"
        f"<br>95 % interval {row.low:.0%} to {row.high:.0%}<br><i>click for the passages</i>"
        for row in table.itertuples()
    ]
