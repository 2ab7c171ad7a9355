"""Heat maps whose cells answer a click."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .theme import Styles, Theme, figure, plain, two_lines


def shares_heatmap(table: pd.DataFrame, styles: Styles, theme: Theme) -> go.Figure:
    """Topic × group. table: group, topic, label, share (0 to 1), low, high, stability.

    Plotly reports no clicks on heat-map cells, so an invisible square lies on each of them.
    """
    groups = list(dict.fromkeys(table["group"]))
    labels = list(dict.fromkeys(table["label"]))
    cells = table.assign(x=table["group"].map(groups.index), y=table["label"].map(labels.index))
    z = np.full((len(labels), len(groups)), np.nan)
    z[cells["y"], cells["x"]] = cells["share"]
    most = float(np.nanmax(z)) if np.isfinite(z).any() else 1.0
    fig = figure(theme, height=90 + 46 * len(labels))
    fig.add_trace(_cells(z, most, theme))
    fig.add_trace(_targets(cells, styles, theme))
    stability = table.drop_duplicates("label").set_index("label")["stability"]
    rows = [two_lines(plain(label, 40), f"comes back: {stability[label]:.2f}", theme) for label in labels]
    columns = [two_lines(plain(styles[group].label, 20), plain(styles[group].size, 24), theme) for group in groups]
    still = {"showgrid": False, "fixedrange": True}
    fig.update_xaxes(
        tickvals=list(range(len(groups))), ticktext=columns, side="top", range=[-0.5, len(groups) - 0.5], **still
    )
    fig.update_yaxes(tickvals=list(range(len(labels))), ticktext=rows, range=[len(labels) - 0.5, -0.5], **still)
    fig.update_layout(meta={"min_width": 230 + 92 * len(groups)}, margin={"t": 48})
    return fig


def _cells(z: np.ndarray, most: float, theme: Theme) -> go.Heatmap:
    """The shaded cells with their numbers."""
    shades = [[0, theme.heat[0]], [1, theme.heat[1]]]
    number = {"texttemplate": "%{z:.0%}", "textfont": {"size": 13}}
    return go.Heatmap(
        z=z, zmin=0, zmax=most, colorscale=shades, showscale=False, hoverinfo="skip", xgap=3, ygap=3, **number
    )


def _targets(cells: pd.DataFrame, styles: Styles, theme: Theme) -> go.Scatter:
    """The row of invisible squares that a click anywhere in a cell meets."""
    hover = [
        f"<b>{plain(row.label)}</b>, {plain(styles[row.group].label)}: {row.share:.0%} of the words"
        f"<br>95 % interval {row.low:.0%} to {row.high:.0%}<br><i>click for the passages</i>"
        for row in cells.itertuples()
    ]
    still = {"marker": {"opacity": 0.001}}
    offsets = (0.0, -0.36, -0.18, 0.18, 0.36)
    return go.Scatter(
        x=np.concatenate([cells["x"] + offset for offset in offsets]), y=np.tile(cells["y"], len(offsets)), mode="markers",
        customdata=np.tile(cells.index, len(offsets)), hovertext=hover * len(offsets), hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": "square", "size": 42, "opacity": 0.001, "color": theme.ground}, selected=still, unselected=still,
    )  # fmt: skip
