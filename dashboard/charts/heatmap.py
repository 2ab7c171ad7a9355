"""Heat maps whose cells answer a click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .theme import Styles, Theme, figure, plain, two_lines

# An invisible mark lies on every so many pixels of a cell, since Plotly reports no clicks on the cells themselves.
_WIDEST_CELL = 200


def heatmap(
    table: pd.DataFrame,
    theme: Theme,
    *,
    row: str,
    column: str,
    value: str,
    number: Sequence[str],
    hover: Sequence[str],
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    most: float | None = None,
    row_height: int = 46,
    label_width: int = 230,
) -> go.Figure:
    """A shaded cell a row of the table. row, column, value: names of columns; value from 0 up, missing: no cell.

    number, hover: what stands in each cell and what is shown over it, in the order of the table; rows, columns: labels
    of the values of `row` and `column` in their order, ready for Plotly; most: the value of the darkest shade.
    """
    across, down = list(columns), list(rows)
    cells = table.assign(x=table[column].map(across.index).astype(int), y=table[row].map(down.index).astype(int))
    z, words = np.full((len(down), len(across)), np.nan), np.full((len(down), len(across)), "", dtype=object)
    z[cells["y"], cells["x"]], words[cells["y"], cells["x"]] = cells[value], list(number)
    if most is None:
        most = float(np.nanmax(z)) if np.isfinite(z).any() else 1.0
    fig = figure(theme, height=90 + row_height * len(down))
    shades = [[0, theme.heat[0]], [1, theme.heat[1]]]
    fig.add_trace(
        go.Heatmap(
            z=z, zmin=0, zmax=most or 1.0, colorscale=shades, showscale=False, hoverinfo="skip", xgap=3, ygap=3,
            text=words, texttemplate="%{text}", textfont={"size": 13},
        )
    )  # fmt: skip
    fig.add_trace(_targets(cells, hover, row_height, theme))
    still = {"showgrid": False, "fixedrange": True}
    fig.update_xaxes(
        tickvals=list(range(len(across))), ticktext=list(columns.values()), side="top", range=[-0.5, len(across) - 0.5], **still
    )  # fmt: skip
    fig.update_yaxes(
        tickvals=list(range(len(down))), ticktext=list(rows.values()), range=[len(down) - 0.5, -0.5], **still
    )
    fig.update_layout(meta={"min_width": label_width + 92 * len(across)}, margin={"t": 48})
    return fig


def group_columns(styles: Styles, groups: Sequence[str], theme: Theme) -> dict[str, str]:
    """Labels of groups as the columns of a heat map: name, and under it the size."""
    return {group: two_lines(plain(styles[group].label, 20), plain(styles[group].size, 24), theme) for group in groups}


def shares_heatmap(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Topic × group. table: group, topic, label, share (0 to 1), low, high, stability."""
    stability = table.drop_duplicates("label").set_index("label")["stability"]
    hover = [
        f"<b>{plain(row.label)}</b>, {plain(styles[row.group].label)}: {row.share:.0%} of the words"
        f"<br>95 % interval {row.low:.0%} to {row.high:.0%}<br><i>click for the passages</i>"
        for row in table.itertuples()
    ]
    return heatmap(
        table, theme, row="label", column="group", value="share", number=[f"{share:.0%}" for share in table["share"]],
        hover=hover, columns=group_columns(styles, list(dict.fromkeys(table["group"])), theme),
        rows={
            label: two_lines(plain(label, 40), f"comes back: {stability[label]:.2f}", theme)
            for label in dict.fromkeys(table["label"])
        },
    )  # fmt: skip


def _targets(cells: pd.DataFrame, hover: Sequence[str], row_height: int, theme: Theme) -> go.Scatter:
    """The rows of invisible squares that a click anywhere in a cell meets."""
    still = {"marker": {"opacity": 0.001}}
    side = row_height - 4
    offsets = np.linspace(-0.4, 0.4, max(5, round(_WIDEST_CELL / side)))
    return go.Scatter(
        x=np.concatenate([cells["x"] + offset for offset in offsets]), y=np.tile(cells["y"], len(offsets)), mode="markers",
        customdata=np.tile(cells.index, len(offsets)), hovertext=list(hover) * len(offsets), hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": "square", "size": side, "opacity": 0.001, "color": theme.ground}, selected=still, unselected=still,
    )  # fmt: skip
