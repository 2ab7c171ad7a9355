"""Values on the honest time axis."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .events import ROW, add_events, label_rows, label_widths, right_margin
from .rates import interval_bars, marker_style
from .theme import Styles, Theme, plain, template

_PANEL, _BETWEEN, _TOP, _LEFT, _RIGHT = 160, 54, 44, 48, 20
# A year needs this much for its label; a chart with events needs more, or their labels pile up.
_YEAR, _MOST_ROOM, _ROOM_FOR_EVENTS = 52, 1400, 800


def trends_dot(
    table: pd.DataFrame,
    styles: Styles,
    theme: Theme,
    *,
    value: str = "per_1000",
    unit: str = "per 1,000 words",
    hover: Sequence[str] | None = None,
    events: pd.DataFrame | None = None,
    connect: bool = False,
) -> go.Figure:
    """Terms over the years at true distance: a panel a term with its own scale from 0, a dot a group.

    table: term, group, time (decimal year), open_ended, `value`, low, high, words, and for the hover count and
    per_1000; hover: what is shown over each row in its place. events: see `add_events`, in order of time. connect: join
    the dots, across the empty years too.
    """
    terms = list(dict.fromkeys(table["term"]))
    apart = _BETWEEN / (_BETWEEN * (len(terms) - 1) + _PANEL * len(terms)) if len(terms) > 1 else 0
    fig = make_subplots(len(terms), 1, shared_xaxes=True, vertical_spacing=apart)
    if hover is not None:
        table = table.assign(hover=list(hover))
    for number, term in enumerate(terms, start=1):
        rows = table[(table["term"] == term) & table["time"].notna()]
        _dots(fig, number, rows, value, styles, theme, connect=connect)
        _panel(fig, number, term, unit, rows["high"].max(), theme)
    years = _span(table, events)
    _years(fig, table, years, styles, len(terms), theme)
    _lay_out(fig, table, years, events, len(terms), styles, theme)
    return fig


def _dots(
    fig: go.Figure, number: int, rows: pd.DataFrame, value: str, styles: Styles, theme: Theme, *, connect: bool
) -> None:
    """The dots of one panel with their intervals, and their arrows where a date is only known as "or later"."""
    if connect:
        line, order = {"color": theme.muted, "width": 1, "dash": "dot"}, rows.sort_values("time", kind="stable")
        joined = go.Scatter(x=order["time"], y=order[value], mode="lines", line=line, hoverinfo="skip")
        fig.add_trace(joined, number, 1)
    for group in dict.fromkeys(rows["group"]):
        here = rows[rows["group"] == group]
        bars = interval_bars(here, value, "low", "high", styles[group].colour(theme))
        dot = go.Scatter(x=here["time"], y=here[value], error_y=bars, **marker_style(here, styles, group, theme))
        fig.add_trace(dot.update(text=here["hover"]) if "hover" in here else dot, number, 1)
        _open_end(fig, number, here, value, styles[group].colour(theme))


def _panel(fig: go.Figure, number: int, term: str, unit: str, most: float, theme: Theme) -> None:
    axis = "" if number == 1 else str(number)
    fig.add_annotation(
        text=f"<b>{plain(term)}</b> <span style='color:{theme.muted}'>{unit}</span>", x=0, xref="paper", y=1,
        yref=f"y{axis} domain", yshift=22, xanchor="left", font={"size": 15},
    )  # fmt: skip
    top = 1.0 if pd.isna(most) or most <= 0 else 1.06 * float(most)
    fig.update_yaxes(range=[0, top], fixedrange=True, nticks=5, row=number, col=1)


def _open_end(fig: go.Figure, number: int, rows: pd.DataFrame, value: str, colour: str) -> None:
    """An arrow where the date is only known as "or later"."""
    axis = "" if number == 1 else str(number)
    for row in rows[rows["open_ended"]].itertuples():
        y = getattr(row, value)
        fig.add_annotation(
            x=row.time + 0.55, y=y, ax=row.time + 0.1, ay=y, xref=f"x{axis}", yref=f"y{axis}", axref=f"x{axis}",
            ayref=f"y{axis}", showarrow=True, arrowhead=2, arrowsize=1, arrowwidth=1.6, arrowcolor=colour, text="",
        )  # fmt: skip


def _span(table: pd.DataFrame, events: pd.DataFrame | None) -> range:
    """The years of the axis: those of the texts, and those of the events around them."""
    times = table["time"].dropna()
    if times.empty:
        return range(0)
    shown = pd.concat([times, events["time"]]) if events is not None else times
    return range(int(shown.min()), int(shown.max()) + 1)


def _years(fig: go.Figure, table: pd.DataFrame, years: range, styles: Styles, last: int, theme: Theme) -> None:
    """Every year has its place; those with texts are bold, with the texts' words under them; empty runs are shaded."""
    times = table.drop_duplicates("group").dropna(subset="time")
    if not years:
        return
    whose = times["time"].astype(int)
    # Where there are too many years for a label each, those with texts have one.
    named = [year for year in years if len(years) * _YEAR <= _MOST_ROOM or year in set(whose)]
    labels = {year + 0.5: _year_label(year, times[whose == year], styles, theme) for year in named}
    fig.update_xaxes(
        range=[years.start - 0.1, years.stop + 0.1], tickvals=list(labels), ticktext=list(labels.values()), showgrid=False,
        fixedrange=True, tickangle=0, showticklabels=False, ticklabelstandoff=8,
    )  # fmt: skip
    fig.update_xaxes(showticklabels=True, title_text="year, with its texts and their words", row=last, col=1)
    for a, b in pairwise(sorted(set(whose))):
        if b - a > 2:
            fig.add_vrect(x0=a + 1, x1=b, fillcolor=theme.grid, opacity=0.35, line_width=0, layer="below")
            fig.add_annotation(
                text=f"no text {a + 1}–{b - 1}", x=(a + 1 + b) / 2, y=1, yref="y domain", yanchor="top", yshift=-2,
                bgcolor=theme.panel, font={"color": theme.muted, "size": 12},
            )  # fmt: skip


def _year_label(year: int, texts: pd.DataFrame, styles: Styles, theme: Theme) -> str:
    if texts.empty:
        return f"<span style='color:{theme.muted}'>{year}</span>"
    small = f"<br><span style='font-size:12px;color:{theme.muted}'>"
    who = "".join(f"{small}{plain(_surname(row, styles), 14)}<br>{row.words:,}</span>" for row in texts.itertuples())
    return f"<b>{year}</b>{who}"


def _surname(row, styles: Styles) -> str:  # noqa: ANN001 -- a named tuple of the table
    label = styles[row.group].label
    return label.rpartition(" ")[0] or label


def _lay_out(
    fig: go.Figure, table: pd.DataFrame, years: range, events: pd.DataFrame | None, panels: int, styles: Styles, theme: Theme
) -> None:  # fmt: skip
    """Heights and margins in pixels, and the events in a lane above the panels."""
    height = _BETWEEN * (panels - 1) + _PANEL * panels
    room = min(_MOST_ROOM, max(400, _LEFT + _RIGHT + _YEAR * len(years)))
    right, top = _RIGHT, _TOP
    if events is not None and len(events) and years:
        room, top = max(room, _ROOM_FOR_EVENTS), 8
        right, lane = _events_lane(fig, events, years, height, room, panels, styles, theme)
        height += lane
    texts_a_year = table.drop_duplicates("group")["time"].dropna().astype(int).value_counts()
    bottom = 66 + 34 * int(texts_a_year.max() if len(texts_a_year) else 0)
    fig.update_layout(
        template=template(theme), height=height + top + bottom, meta={"min_width": room},
        margin={"t": top, "b": bottom, "l": _LEFT, "r": right},
    )  # fmt: skip


def _events_lane(
    fig: go.Figure, events: pd.DataFrame, years: range, height: int, room: int, panels: int, styles: Styles, theme: Theme
) -> tuple[float, int]:  # fmt: skip
    """Make room above the panels and draw the events there; the right margin and the height of the lane."""
    start, length = years.start - 0.1, len(years) + 0.2
    fractions, widths = [(time - start) / length for time in events["time"]], label_widths(events["term"])
    right = right_margin(fractions, widths, room - _LEFT, _RIGHT)
    pixels = room - _LEFT - right
    rows = label_rows([fraction * pixels for fraction in fractions], widths)
    labels = ROW * (max(rows) + 1) + 6
    # The title of the first panel stands between it and the lane.
    lane, whole = labels + 36, height + labels + 36
    for number in range(1, panels + 1):
        axis = fig.layout[f"yaxis{'' if number == 1 else number}"]
        axis.domain = [edge * height / whole for edge in axis.domain]
    fig.update_layout(
        {
            f"yaxis{panels + 1}": {
                "domain": [1 - labels / whole, 1], "range": [-0.6, max(rows) + 0.6], "anchor": "x", "visible": False,
                "fixedrange": True,
            }
        }
    )  # fmt: skip
    add_events(fig, events, rows, styles, theme, lane=panels + 1, panels=panels, pixels_a_year=pixels / length)
    return right, lane
