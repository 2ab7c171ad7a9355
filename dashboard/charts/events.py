"""Events over a time axis: thin rules with short labels in rows, none of which meets another label or rule."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from .theme import Styles, Theme, plain

ROW = 17
_FONT = 12
_GAP = 10
# A wide letter of the label's type: real labels are narrower.
_LETTER = 6.7


def label_widths(labels: Sequence[str]) -> list[float]:
    """Room that labels need, in pixels."""
    return [_LETTER * len(label) + _GAP for label in labels]


def label_rows(places: Sequence[float], widths: Sequence[float]) -> list[int]:
    """In which row each label stands, 0 next to the picture; places and widths in pixels, places ascending.

    A label begins at its rule and runs to the right. A rule ends at its label, so a label must stand above those whose
    rules rise under it.
    """
    rows = [0] * len(places)
    for one in range(len(places) - 1, -1, -1):
        under = [
            rows[other] for other in range(one + 1, len(places)) if places[other] - places[one] < widths[one] + _GAP / 2
        ]
        rows[one] = max(under, default=-1) + 1
    return rows


def right_margin(fractions: Sequence[float], widths: Sequence[float], room: float, least: float) -> float:
    """Pixels to keep free on the right of an axis so that no label is cut; fractions: places on the axis, 0 to 1.

    room: pixels of axis and margin together.
    """
    needed = [(width - room * (1 - place)) / max(place, 0.01) for place, width in zip(fractions, widths, strict=True)]
    return max([least, *needed])


def add_events(
    fig: go.Figure, events: pd.DataFrame, rows: Sequence[int], styles: Styles, theme: Theme,
    *, lane: int, panels: int, pixels_a_year: float,
) -> None:  # fmt: skip
    """Draw the rules through all panels and the labels in their lane, the y axis number `lane`.

    events: term, date, group (the text that names it, "" for none), time, paragraph; index: the row of the table.
    """
    axes = ["" if panel == 1 else str(panel) for panel in range(1, panels + 1)]
    rules = []
    for row, event in zip(rows, events.itertuples(), strict=True):
        rules += [_rule(event.time, 0, 1, f"x{axis}", f"y{axis} domain", theme) for axis in axes]
        rules.append(_rule(event.time, -0.6, row, "x", f"y{lane}", theme))
    # All at once: Plotly looks through every shape again for each that is added.
    fig.update_layout(shapes=[*fig.layout.shapes, *rules])
    on_lane = {"xaxis": "x", "yaxis": f"y{lane}", "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False}
    hover = [_hover(event, styles) for event in events.itertuples()]
    fig.add_trace(_labels(events, rows, hover, theme).update(on_lane))
    fig.add_trace(_targets(events, rows, hover, pixels_a_year, theme).update(on_lane))


def _rule(x: float, low: float, high: float, xref: str, yref: str, theme: Theme) -> dict[str, object]:
    line = {"color": theme.muted, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": x, "x1": x, "y0": low, "y1": high, "xref": xref, "yref": yref, "line": line, "opacity": 0.5, "layer": "below"}  # fmt: skip


def _labels(events: pd.DataFrame, rows: Sequence[int], hover: list[str], theme: Theme) -> go.Scatter:
    still = {"marker": {"opacity": 1}, "textfont": {"color": theme.ink}}
    # What a person typed stands in italics, what a text names upright.
    named = [f"{plain(event.term)}" if event.group else f"<i>{plain(event.term)}</i>" for event in events.itertuples()]
    return go.Scatter(
        x=events["time"], y=list(rows), mode="markers+text", text=[f" {label}" for label in named], textposition="middle right",
        textfont={"size": _FONT, "color": theme.ink}, marker={"size": 5, "color": theme.muted}, customdata=events.index,
        hovertext=hover, selected=still, unselected=still,
    )  # fmt: skip


def _targets(
    events: pd.DataFrame, rows: Sequence[int], hover: list[str], pixels_a_year: float, theme: Theme
) -> go.Scatter:
    """Invisible marks along each label, so that a click anywhere on it is met."""
    counts = [max(1, int(width // ROW)) for width in label_widths(events["term"])]
    steps = np.concatenate([np.arange(1, count + 1) * ROW / pixels_a_year for count in counts])
    still = {"marker": {"opacity": 0.001}}
    return go.Scatter(
        x=np.repeat(events["time"], counts) + steps, y=np.repeat(rows, counts), mode="markers",
        customdata=np.repeat(events.index, counts), hovertext=np.repeat(hover, counts),
        marker={"symbol": "square", "size": ROW - 2, "opacity": 0.001, "color": theme.ground}, selected=still, unselected=still,
    )  # fmt: skip


def _hover(event, styles: Styles) -> str:  # noqa: ANN001 -- a named tuple of the table
    head = f"<b>{plain(event.term)}</b>, {event.date}"
    if not event.group:
        return f"{head}<br>typed, named in no text"
    named = plain(styles[event.group].label) if event.group in styles else "a text that is not compared"
    return f"{head}<br>named in {named}<br><i>click for the sentence</i>"
