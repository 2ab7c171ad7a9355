"""One group against another: a dot a word, its rate there across and its rate here upwards."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .elastic_labels import Box, Spot, box_of, covered, place_labels
from .theme import GroupStyle, Theme, figure, plain

WIDTHS, HEIGHT = (800, 1344), 640
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 18, 40, 58
_TICKS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200)
_DOT, _FAN, _LABEL = 8.0, 4.0, 13.0


class Axis(NamedTuple):
    """A doubling axis of rates with a strip for 0, which no such axis can hold: `zero` is the middle of the strip."""

    low: float
    high: float
    edge: float
    zero: float

    def at(self, rates: pd.Series) -> np.ndarray:
        """Places of rates on the axis: one step is twice as much."""
        return np.where(rates > 0, np.log2(np.where(rates > 0, rates, 1.0)), self.zero)

    def share(self, places: np.ndarray) -> np.ndarray:
        """Places as shares of the axis, 0 to 1."""
        return (places - self.low) / (self.high - self.low)


def axis_of(rates: pd.Series) -> Axis:
    """The axis that holds these rates."""
    above = rates[rates > 0]
    edge = math.log2(above.min()) - 0.45 if len(above) else -1.0
    high = math.log2(above.max()) + 0.6 if len(above) else 1.0
    strip = 0.13 * (high - edge)
    return Axis(edge - strip, high, edge, edge - strip / 2)


def contrast_scatter(
    table: pd.DataFrame, target: GroupStyle, reference: GroupStyle, theme: Theme, *, labelled: int
) -> go.Figure:
    """table: term, side ("target" or "reference"), sure, target_count, reference_count, per_1000,
    reference_per_1000, log_ratio, log_ratio_conservative; the words to label first come first.
    """
    across, up = axis_of(table["reference_per_1000"]), axis_of(table["per_1000"])
    x, y = _fanned(across.at(table["reference_per_1000"]), up.at(table["per_1000"]), across, up)
    colours = two_colours(target, reference, theme)
    fig = figure(theme, height=HEIGHT)
    _ground(fig, across, up, theme)
    same = _same_rate(fig, x, y, across, up, theme)
    heads = _heads(fig, across, up, target, reference, colours, theme)
    # What may be chance lies below, so that it never hides what is sure.
    for sure in (False, True):
        for side, style in (("target", target), ("reference", reference)):
            here = ((table["side"] == side) & (table["sure"] == sure)).to_numpy()
            fig.add_trace(_dots(table[here], x[here], y[here], style, colours[side], sure, target, reference, theme))
    _labels(fig, table, x, y, across, up, colours, [same, *heads], labelled)
    _finish(fig, across, up, target, reference, colours, theme)
    return fig


def two_colours(target: GroupStyle, reference: GroupStyle, theme: Theme) -> dict[str, str]:
    """A colour a side, told apart even where both are groups of several texts."""
    here, there = target.colour(theme), reference.colour(theme)
    return {"target": theme.heat[1] if here == there else here, "reference": there}


def _fanned(x: np.ndarray, y: np.ndarray, across: Axis, up: Axis) -> tuple[np.ndarray, np.ndarray]:
    """Words with the same two counts, set out like the seeds of a sunflower round their place."""
    wide, high = WIDTHS[0] - _LEFT - _RIGHT, HEIGHT - _TOP - _BOTTOM
    places = pd.DataFrame({"x": x.round(9), "y": y.round(9)})
    turn = places.groupby(["x", "y"]).cumcount().to_numpy()
    size = places.groupby(["x", "y"])["x"].transform("size").to_numpy()
    radius = np.where(size > 1, _FAN * np.sqrt(turn), 0)
    angle = turn * math.pi * (3 - math.sqrt(5))
    # In the strips there is room along the strip’s breadth only: the counts lie close.
    in_left, in_low = x == across.zero, y == up.zero
    right = radius * np.cos(angle) * np.where(in_left, 1.35, np.where(in_low, 0.6, 1)) / wide
    above = radius * np.sin(angle) * np.where(in_left, 0.6, np.where(in_low, 1.35, 1)) / high
    return x + right * (across.high - across.low), y + above * (up.high - up.low)


def _pixels(x: np.ndarray, y: np.ndarray, across: Axis, up: Axis) -> tuple[np.ndarray, np.ndarray]:
    """Pixels of places: across in the narrowest and the widest chart, and downwards."""
    rooms = np.array(WIDTHS) - _LEFT - _RIGHT
    right = _LEFT + np.outer(across.share(np.atleast_1d(x)), rooms)
    return right, _TOP + (1 - up.share(np.atleast_1d(y))) * (HEIGHT - _TOP - _BOTTOM)


def _labels(
    fig: go.Figure, table: pd.DataFrame, x: np.ndarray, y: np.ndarray, across: Axis, up: Axis,
    colours: dict[str, str], taken: list[Box], labelled: int,
) -> None:  # fmt: skip
    right, down = _pixels(x, y, across, up)
    texts = [_shown(term) for term in table["term"]]
    # A label hides nothing; only that of a word beyond chance may lie on dots that may be chance.
    sure = table["sure"].to_numpy()
    room = {"weight": np.where(sure, 4.0, 1.0), "covering": np.where(sure, 3.0, 0.0), "taken": taken}
    # Words far down the list tell little, even if there is room for them.
    tried = texts[: 3 * labelled]
    for number, spot in place_labels(right, down, tried, _frame(), most=labelled, size=_LABEL, **room).items():
        text, side = plain(texts[number]), table["side"].iloc[number]
        _write(fig, x[number], y[number], f"<b>{text}</b>" if sure[number] else text, spot, colours[side])


def _shown(term: str) -> str:
    return term if len(term) <= 24 else term[:23] + "…"


def _write(fig: go.Figure, x: float, y: float, text: str, spot: Spot, colour: str, size: float = _LABEL) -> None:
    fig.add_annotation(
        x=x, y=y, text=text, xshift=spot.right, yshift=spot.up, xanchor=spot.xanchor, yanchor=spot.yanchor,
        font={"size": size, "color": colour}, borderpad=0,
    )  # fmt: skip


def _dots(
    rows: pd.DataFrame, x: np.ndarray, y: np.ndarray, style: GroupStyle, colour: str, sure: bool,
    target: GroupStyle, reference: GroupStyle, theme: Theme,
) -> go.Scatter:  # fmt: skip
    still = {"marker": {"opacity": 1.0 if sure else 0.45}}
    symbol = "circle" if style is target else "diamond"
    hover = [
        f"<b>{plain(row.term)}</b><br>{plain(target.label)}: {row.per_1000:.2f} per 1,000 words ({row.target_count:,})"
        f"<br>{plain(reference.label)}: {row.reference_per_1000:.2f} ({row.reference_count:,})<br>{times(row)}"
        "<br><i>click for the sentences of both sides</i>"
        for row in rows.itertuples()
    ]
    return go.Scatter(
        x=x, y=y, mode="markers", customdata=rows.index, text=hover, hovertemplate="%{text}<extra></extra>",
        name=plain(style.label), cliponaxis=False, selected=still, unselected=still,
        marker={"size": _DOT if sure else _DOT - 1, "symbol": symbol, "opacity": 1.0 if sure else 0.45,
                "color": colour if sure else theme.ground, "line": {"color": colour, "width": 1.2}},
    )  # fmt: skip


def times(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    """How many times as frequent, and at the least, in words."""
    ratio, least = 2 ** abs(row.log_ratio), 2 ** abs(row.log_ratio_conservative)
    sure = f"at the least {least:.1f} times" if row.sure else "which chance may do"
    return f"{ratio:.1f} times as frequent, {sure}"


def _ground(fig: go.Figure, across: Axis, up: Axis, theme: Theme) -> None:
    """The strips of the words that one side never uses."""
    strip = {"fillcolor": theme.panel, "line_width": 0, "layer": "below"}
    fig.add_shape(type="rect", x0=across.low, x1=across.edge, y0=up.low, y1=up.high, **strip)
    fig.add_shape(type="rect", x0=across.low, x1=across.high, y0=up.low, y1=up.edge, **strip)


def _same_rate(fig: go.Figure, x: np.ndarray, y: np.ndarray, across: Axis, up: Axis, theme: Theme) -> Box:
    """The line on which both sides use a word alike, labelled where it covers no dot; the room the label takes."""
    low, high = max(across.edge, up.edge), min(across.high, up.high)
    if low >= high:
        return Box(0, 0, 0, 0, 0, 0)
    ends = {"x0": low, "x1": high, "y0": low, "y1": high}
    fig.add_shape(type="line", **ends, line={"color": theme.muted, "width": 1.2}, layer="below")
    right, down = _pixels(np.array([low, high]), np.array([low, high]), across, up)
    rise = (down[0] - down[1]) / (right[1][1] - right[0][1])
    off = (0.65 * _LABEL + 3) / rise
    dots, text = _pixels(x, y, across, up), "same rate"
    spots = Spot(-off, 0, "right", "middle"), Spot(off, 0, "left", "middle")
    # From the upper end of the line downwards, on its left or right.
    tried = [(low + share * (high - low), spot) for share in np.linspace(0.96, 0.04, 24) for spot in spots]
    places = [_pixels(np.array([at]), np.array([at]), across, up) for at, _ in tried]
    boxes = [box_of(tuple(px[0]), float(py[0]), text, spot, _LABEL) for (px, py), (_, spot) in zip(places, tried, strict=True)]  # fmt: skip
    inside = [number for number, box in enumerate(boxes) if box.inside(_frame())] or [0]
    best = min(inside, key=lambda number: covered(boxes[number], *dots, np.ones(len(x)), _DOT / 2))
    at, spot = tried[best]
    _write(fig, at, at, text, spot, theme.muted)
    return boxes[best]


def _frame() -> Box:
    """Where labels may stand."""
    edges = WIDTHS[0] - _RIGHT, WIDTHS[1] - _RIGHT
    return Box(_LEFT + 2, edges[0] + 12, _LEFT + 2, edges[1] + 12, _TOP, HEIGHT - _BOTTOM)


def _heads(
    fig: go.Figure, across: Axis, up: Axis, target: GroupStyle, reference: GroupStyle, colours: dict[str, str], theme: Theme
) -> list[Box]:  # fmt: skip
    """What the two halves mean, in their corners."""
    boxes = []
    for text, x, y, spot, side in (
        (f"more in {target.label} ↑", across.low, up.high, Spot(8, -4, "left", "top"), "target"),
        (f"more in {reference.label} →", across.high, up.edge, Spot(-4, 6, "right", "bottom"), "reference"),
    ):
        _write(fig, x, y, f"<b>{plain(text)}</b>", spot, colours[side], 14)
        right, down = _pixels(np.array([x]), np.array([y]), across, up)
        boxes.append(box_of(tuple(right[0]), float(down[0]), text + "  ", spot, 14.5))
    return boxes


def _finish(
    fig: go.Figure, across: Axis, up: Axis, target: GroupStyle, reference: GroupStyle, colours: dict[str, str], theme: Theme
) -> None:  # fmt: skip
    for axis, update, style in ((across, fig.update_xaxes, reference), (up, fig.update_yaxes, target)):
        ticks = [tick for tick in _TICKS if axis.edge <= math.log2(tick) <= axis.high]
        update(
            range=[axis.low, axis.high], fixedrange=True, automargin=False,
            tickvals=[axis.zero, *map(math.log2, ticks)], ticktext=["0", *(f"{tick:g}" for tick in ticks)],
            title={"text": f"per 1,000 words in {plain(style.label, 40)} (0: not once)"},
        )  # fmt: skip
    full, hollow = (f"<span style='color:{colours['target']}'>{dot}</span>" for dot in "●○")
    fig.add_annotation(
        text=f"{full} bold: beyond chance &nbsp; {hollow} may be chance", xref="paper", yref="paper", x=0, y=1, yshift=30,
        xanchor="left", yanchor="top", font={"color": theme.muted},
    )  # fmt: skip
    fig.update_layout(
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _BOTTOM}, meta={"min_width": WIDTHS[0]}, showlegend=False
    )
