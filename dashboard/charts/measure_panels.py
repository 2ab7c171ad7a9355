"""Measures side by side: a panel a measure, a row a group, each with its value, its interval and which way is which."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from .drawing import Drawing, circle, line, mark, paragraph, rectangle, svg, tooltip, words
from .theme import Styles, Theme

_WIDTH, _NARROW, _GAP, _ROW, _HEAD, _AXIS, _FOOT = 940.0, 350.0, 26.0, 27.0, 58.0, 34.0, 18.0
# Width of a letter of the labels, and of the column with the values.
_LETTER, _VALUE, _BADGE = 7.0, 50.0, 58.0


@dataclass(frozen=True)
class Panel:
    """One measure: its title and a line on what it counts; right: what lies at the right end ("richer"); turned: are
    higher values drawn further left; warning: why it is drawn apart, hollow and grey, "" for none."""

    measure: str
    title: str
    gloss: str
    right: str
    turned: bool = False
    warning: str = ""


def measure_panels(table: pd.DataFrame, styles: Styles, theme: Theme, *, panels: list[Panel], foot: str) -> Drawing:
    """table: group, measure, value, low, high, shown (the value as printed); other, where there is a second value to
    compare with (a small hollow mark); badge, where a word stands behind the value. A row without a value says why
    (column note). foot: how the marks are to be read.
    """
    name = "; ".join(
        f"{panel.title}: " + ", ".join(f"{styles[row.group].label} {row.shown}" for row in _rows(table, panel).itertuples())
        for panel in panels
    )  # fmt: skip
    longest = max((len(styles[group].label) for group in table["group"].unique()), default=1)
    label = min(longest, 24) * _LETTER + 6
    across = 3 if label < 100 else 2
    return Drawing(
        _grid(table, panels, styles, theme, name, foot, _WIDTH, min(across, len(panels)), label),
        _grid(table, panels, styles, theme, name, foot, _NARROW, 1, min(label, 120)),
    )


def _rows(table: pd.DataFrame, panel: Panel) -> pd.DataFrame:
    return table[table["measure"] == panel.measure]


def _grid(
    table: pd.DataFrame, panels: list[Panel], styles: Styles, theme: Theme, name: str, foot: str, width: float,
    across: int, label: float,
) -> str:  # fmt: skip
    # One panel alone need not be as wide as the page.
    step = min((width + _GAP) / across, 480.0)
    height = _HEAD + _ROW * table["group"].nunique() + _AXIS
    drawn = [
        _panel(_rows(table, panel), panel, styles, theme, step * (place % across), (height + 12) * (place // across), step - _GAP, label)
        for place, panel in enumerate(panels)
    ]  # fmt: skip
    bottom = (height + 12) * -(-len(panels) // across)
    if len(panels) % across:
        # There is room beside the last panel.
        place = step * (len(panels) % across), bottom - height - 12 + _HEAD + 4
        said, _ = paragraph(
            *place, foot, width=int((width - place[0]) / 5.9), leading=_FOOT, most=9, font_size=12.5, fill=theme.muted
        )
        return svg(width, bottom, [*drawn, said], theme, name)
    said, lines = paragraph(
        0, bottom + 10, foot, width=int(width / 5.9), leading=_FOOT, most=6, font_size=12.5, fill=theme.muted
    )
    return svg(width, bottom + _FOOT * lines, [*drawn, said], theme, name)


def _panel(
    rows: pd.DataFrame, panel: Panel, styles: Styles, theme: Theme, left: float, top: float, width: float, label: float
) -> str:
    badge = _BADGE if "badge" in rows and rows["badge"].astype(bool).any() else 0.0
    from_x, to_x = left + label, left + width - _VALUE - badge
    at, ticks = _scale(rows, panel, from_x + 8, to_x - 4)
    base = top + _HEAD + _ROW * len(rows)
    parts = [_head(panel, theme, left, top, width, base)]
    for tick in ticks:
        parts.append(line(at(tick), top + _HEAD, at(tick), base, stroke=theme.grid))
        parts.append(
            words(at(tick), base + 15, _tick(tick, ticks), font_size=11.5, text_anchor="middle", fill=theme.muted)
        )
    side = "" if panel.warning else f"{panel.right} →"
    parts.append(words(left + width, base + 15, side, font_size=12, text_anchor="end", fill=theme.muted))
    for number, (index, row) in enumerate(rows.iterrows()):
        parts.append(_row(index, row, panel, styles, theme, at, left, top + _HEAD + _ROW * number, width, label, badge))
    return "".join(parts)


def _head(panel: Panel, theme: Theme, left: float, top: float, width: float, base: float) -> str:
    """Title and gloss; a measure that must not rank stands on a ground of its own and says so."""
    ground = rectangle(left - 10, top, width + 20, base - top + 24, fill=theme.panel, rx=3) if panel.warning else ""
    title = words(left, top + 19, panel.title, font_size=16, font_weight=600, serif=True)
    words_a_line = int(width / 5.5)
    if panel.warning:
        said = words(left, top + 36, panel.gloss, font_size=12.5, fill=theme.muted)
        return (
            ground
            + title
            + said
            + words(left, top + 52, panel.warning, font_size=12.5, font_weight=600, fill=theme.warning)
        )
    said, _ = paragraph(
        left, top + 36, panel.gloss, width=words_a_line, leading=15, most=2, font_size=12.5, fill=theme.muted
    )
    return title + said


def _row(
    index: int, row: pd.Series, panel: Panel, styles: Styles, theme: Theme, at: Callable[[float], float], left: float,
    top: float, width: float, label: float, badge: float,
) -> str:  # fmt: skip
    style, y = styles[row["group"]], top + _ROW / 2
    colour = theme.muted if panel.warning else style.colour(theme)
    most = int(label / _LETTER)
    short = style.label if len(style.label) <= most else style.label[: most - 1] + "…"
    parts = [
        tooltip(_said(row, panel, style.label)),
        rectangle(left, top, width, _ROW, fill=theme.ground, opacity=0),
        words(left, y + 4.5, short, font_size=13, font_weight=600, fill=style.colour(theme)),
    ]
    if pd.isna(row["value"]):
        parts.append(words(left + label + 8, y + 4.5, "no value", font_size=12, fill=theme.muted))
    else:
        parts += [_marks(row, panel, theme, at, y, colour)]
        right = left + width - badge
        parts.append(words(right, y + 4.5, row["shown"], font_size=13, font_weight=600, text_anchor="end", fill=colour))
    if badge:
        parts.append(words(left + width, y + 4.5, row["badge"], font_size=12, text_anchor="end", fill=theme.muted))
    return mark(index, _said(row, panel, style.label), *parts)


def _marks(row: pd.Series, panel: Panel, theme: Theme, at: Callable[[float], float], y: float, colour: str) -> str:
    """The dot of a value on its interval; a second value as a small hollow dot, or as the end of a dotted line."""
    x, parts = at(row["value"]), []
    if pd.notna(row["low"]):
        parts.append(line(at(row["low"]), y, at(row["high"]), y, stroke=colour, stroke_width=3, opacity=0.45))
    other = row.get("other")
    if pd.notna(other):
        end = at(other)
        if panel.warning:
            parts.append(line(x, y, end, y, stroke=colour, stroke_width=1.4, stroke_dasharray="2 3"))
            parts.append(line(end, y - 6, end, y + 6, stroke=colour, stroke_width=2))
        else:
            parts.append(circle(end, y, 3.6, fill=theme.ground, stroke=colour, stroke_width=1.3))
    fill = theme.panel if panel.warning else colour
    return "".join([*parts, circle(x, y, 5.5, fill=fill, stroke=colour, stroke_width=1.7)])


def _said(row: pd.Series, panel: Panel, label: str) -> str:
    """A row in words, for the pointer and the screen reader."""
    if pd.isna(row["value"]):
        return f"{panel.title}, {label}: {row.get('note') or 'no value'}"
    text = f"{panel.title}, {label}: {row['shown']}"
    if pd.notna(row["low"]):
        text += f", 95 % interval {row['shown_low']} to {row['shown_high']}"
    return f"{text}; {panel.warning}" if panel.warning else text


def _scale(
    rows: pd.DataFrame, panel: Panel, from_x: float, to_x: float
) -> tuple[Callable[[float], float], list[float]]:
    """Where a value lies between two places, and round values to write under it."""
    columns = [column for column in ("value", "low", "high", "other") if column in rows]
    known = rows[columns].stack().dropna().astype(float)
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    room = (high - low) or abs(high) * 0.1 or 1.0
    low, high = low - 0.04 * room, high + 0.04 * room
    sign = -1 if panel.turned else 1

    def at(value: float) -> float:
        share = (value - low) / (high - low)
        return from_x + (share if sign > 0 else 1 - share) * (to_x - from_x)

    return at, _round_values(low, high)


def _round_values(low: float, high: float) -> list[float]:
    """Two to five round values between two others."""
    power = 10.0 ** math.ceil(math.log10(high - low))
    for step in (power / part for part in (1, 2, 5, 10, 20, 50)):
        first, last = math.ceil(low / step), math.floor(high / step)
        if last > first:
            return [number * step for number in range(first, last + 1)]
    return []


def _tick(value: float, ticks: list[float]) -> str:
    step = min(b - a for a, b in pairwise(ticks))
    return f"{value:.{max(0, -math.floor(math.log10(step) + 1e-9))}f}"
