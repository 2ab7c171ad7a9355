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
    corner: str = "",
) -> go.Figure:
    """A shaded cell a row of the table. row, column, value: names of columns; value from 0 up, missing: no cell.

    number, hover: what stands in each cell and what is shown over it, in the order of the table; rows, columns: labels
    of the values of `row` and `column` in their order, ready for Plotly; most: the value of the darkest shade;
    corner: what the numbers in the cells are.
    """
    across, down = list(columns), list(rows)
    cells = table.assign(x=table[column].map(across.index).astype(int), y=table[row].map(down.index).astype(int))
    z = np.full((len(down), len(across)), np.nan)
    z[cells["y"], cells["x"]] = cells[value]
    if most is None:
        most = float(np.nanmax(z)) if np.isfinite(z).any() else 1.0
    fig = figure(theme, height=90 + row_height * len(down))
    shades = [[0, theme.heat[0]], [1, theme.heat[1]]]
    fig.add_trace(
        go.Heatmap(
            z=z, zmin=0, zmax=most or 1.0, colorscale=shades, showscale=False, hoverinfo="skip", xgap=3, ygap=3,
        )
    )  # fmt: skip
    fig.add_trace(_targets(cells, hover, row_height, theme))
    fig.add_traces(_numbers(cells, number, cells[value] / (most or 1.0), theme))
    _label_axes(fig, rows, columns)
    if corner:
        place = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom"}
        fig.add_annotation(text=corner, **place, xshift=-6, yshift=4, font={"size": 12, "color": theme.muted})
    # Short labels of rows must not leave the note in the corner without room.
    fig.update_layout(
        meta={"min_width": label_width + 92 * len(across)}, margin={"t": 48, "l": 8 + round(6.6 * len(corner))}
    )
    return fig


def _label_axes(fig: go.Figure, rows: Mapping[str, str], columns: Mapping[str, str]) -> None:
    """Columns named above, rows named at the left, the first on top."""
    still = {"showgrid": False, "fixedrange": True}
    fig.update_xaxes(
        tickvals=list(range(len(columns))), ticktext=list(columns.values()), side="top", range=[-0.5, len(columns) - 0.5], **still
    )  # fmt: skip
    fig.update_yaxes(
        tickvals=list(range(len(rows))), ticktext=list(rows.values()), range=[len(rows) - 0.5, -0.5],
        ticklabelstandoff=6, **still,
    )  # fmt: skip


def group_columns(styles: Styles, groups: Sequence[str], theme: Theme) -> dict[str, str]:
    """Labels of groups as the columns of a heat map: name, and under it the size."""
    return {group: two_lines(plain(styles[group].label, 20), plain(styles[group].size, 24), theme) for group in groups}


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


def _numbers(cells: pd.DataFrame, text: Sequence[str], depth: pd.Series, theme: Theme) -> list[go.Scatter]:
    """What stands in the cells, in ink on pale shades and in the ground's colour on deep ones; no click meets it."""
    colours, text = depth.map(lambda share: _legible(share, theme)), pd.Series(list(text), cells.index)
    return [
        go.Scatter(
            x=cells["x"][colours == colour], y=cells["y"][colours == colour], text=text[colours == colour], mode="text",
            textfont={"size": 13, "color": colour}, hoverinfo="skip",
            # A click must not fade the numbers of the other cells.
            selected={"textfont": {"color": colour}}, unselected={"textfont": {"color": colour}},
        )
        for colour in dict.fromkeys(colours)
    ]  # fmt: skip


def _legible(share: float, theme: Theme) -> str:
    """Ink or ground, whichever stands out more from the shade at this share of the scale."""
    low, high = (np.array(_channels(colour)) for colour in theme.heat)
    shade = _luminance(low + (high - low) * min(max(share, 0.0), 1.0)) if share == share else _luminance(low)
    ink, ground = (_luminance(np.array(_channels(colour))) for colour in (theme.ink, theme.ground))
    contrast = lambda other: (max(shade, other) + 0.05) / (min(shade, other) + 0.05)  # noqa: E731
    return theme.ink if contrast(ink) >= contrast(ground) else theme.ground


def _channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _luminance(channels: np.ndarray) -> float:
    """Relative luminance of an sRGB colour (WCAG 2)."""
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])
