"""Values by category and group for a lecture hall: a band a category, a dot a group, with its interval."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from .theme import Styles, Theme, figure, plain


def stage_bars(
    table: pd.DataFrame,
    styles: Styles,
    theme: Theme,
    *,
    category: str,
    series: str,
    value: str,
    low: str = "",
    high: str = "",
    unit: str,
    percent: bool = False,
) -> go.Figure:
    """The same values as a drawing shows, as a chart whose letters can be made as large as a hall needs.

    table: the columns named by the other arguments. Where there is one category, its groups stand on the axis.
    """
    categories, groups = (list(dict.fromkeys(table[column].astype(str))) for column in (category, series))
    alone = len(categories) == 1 or category == series
    fig = figure(theme, height=90 + (26 * len(groups) if alone else len(categories) * max(30, 15 * len(groups))))
    for number, group in enumerate(groups):
        rows = table[table[series].astype(str) == group]
        shift = 0.0 if alone else (number + 0.5) / len(groups) * 0.8 - 0.4
        places = (
            [number + 0.0 for _ in rows.index]
            if alone
            else [categories.index(str(name)) + shift for name in rows[category]]
        )
        fig.add_trace(_dots(rows, places, value, low, high, styles, group, theme))
    _name_bands(
        fig, [_label(styles, group) for group in groups] if alone else [plain(name, 30) for name in categories], theme
    )
    drawn = table[[column for column in (value, low, high) if column]]
    least, most = min(0.0, float(drawn.min().min())), float(drawn.max().max())
    fig.update_xaxes(
        title_text=plain(unit, 90), range=[least - 0.02 * (most - least), most + 0.05 * (most - least)], fixedrange=True,
        tickformat=".0%" if percent else None,
    )  # fmt: skip
    return fig.update_layout(showlegend=not alone and len(groups) > 1, margin={"t": 14 if alone else 44})


def _name_bands(fig: go.Figure, labels: list[str], theme: Theme) -> None:
    """A label a band, and a thin line between two."""
    fig.update_yaxes(
        tickvals=list(range(len(labels))), ticktext=[f"<b>{label}</b>" for label in labels],
        range=[len(labels) - 0.5, -0.5], showgrid=False, fixedrange=True,
    )  # fmt: skip
    for edge in range(1, len(labels)):
        fig.add_hline(y=edge - 0.5, line={"color": theme.grid, "width": 1})


def _label(styles: Styles, group: str) -> str:
    return plain(styles[group].label if group in styles else group, 30)


def _dots(
    rows: pd.DataFrame, places: list[float], value: str, low: str, high: str, styles: Styles, group: str, theme: Theme
) -> go.Scatter:
    colour = styles[group].colour(theme) if group in styles else theme.neutral
    interval = None
    if low or high:
        interval = {
            "type": "data", "symmetric": False, "color": colour, "thickness": 1.8, "width": 0,
            "array": rows[high] - rows[value] if high else rows[value] * 0,
            "arrayminus": rows[value] - rows[low] if low else rows[value] * 0,
        }  # fmt: skip
    return go.Scatter(
        x=rows[value], y=places, error_x=interval, mode="markers", cliponaxis=False, name=_label(styles, group),
        customdata=rows.index, hovertemplate="%{x:.3g}<extra></extra>",
        marker={
            "size": 10, "symbol": styles[group].symbol if group in styles else "circle", "line": {"color": colour, "width": 1.5},
            # Hollow where there is nothing, as everywhere.
            "color": [colour if each else theme.ground for each in rows[value]],
        },
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip
