"""The texts on their true time axis."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pandas as pd

from .drawing import Drawing, circle, line, mark, paragraph, svg, words
from .theme import Styles, Theme
from .timeline_many import timeline_many

# Of so many texts all that is known can stand beside each other.
MOST_BLOCKS = 8
_WIDTH, _PHONE = 940.0, 360.0
_RADIUS_PER_ROOT_WORD = 0.3
_NAMED = 30


def timeline(table: pd.DataFrame, styles: Styles, theme: Theme) -> Drawing:
    """Each text at its date, its area by its words, with who, where and its most distinctive words.

    table: group, author, year (missing: undated), time (year as a decimal number), open_ended (date known only as
    "not before"), dated, n_words, role, venue, genre, distinctive.
    """
    named = [f"{row.author}, {row.dated}, {row.n_words:,} words" for row in table.head(_NAMED).itertuples()]
    more = [f"and {len(table) - _NAMED:,} more"] if len(table) > _NAMED else []
    name = "Timeline of the texts: " + "; ".join(named + more)
    table = table.reset_index(drop=True)
    many = len(table) > MOST_BLOCKS
    return Drawing(
        timeline_many(table, styles, theme, name, _WIDTH) if many else _across(table, styles, theme, name),
        timeline_many(table, styles, theme, name, _PHONE) if many else _down(table, styles, theme, name),
    )


def _years(table: pd.DataFrame) -> range:
    known = table["year"].dropna().astype(int)
    return range(known.min(), known.max() + 1) if len(known) else range(0)


def _empty_runs(table: pd.DataFrame) -> list[tuple[int, int]]:
    """Runs of two or more years without a text, as (first, last)."""
    present = sorted(set(table["year"].dropna().astype(int)))
    return [(a + 1, b - 1) for a, b in pairwise(present) if b - a > 2]


def _across(table: pd.DataFrame, styles: Styles, theme: Theme, name: str) -> str:
    width = _WIDTH
    column = width / max(len(table), 1)
    blocks = []
    for row, text in enumerate(table.itertuples()):
        colour = styles[text.group].colour(theme)
        blocks.append(_block(text, row, column * row + 8, 24, int(column / 6.9), colour, theme))
    lowest = max((bottom for _, bottom in blocks), default=0.0)
    axis = lowest + 82
    place = _scale(_years(table), 30, width - 30)
    marks = [block for block, _ in blocks] + _axis_across(table, place, axis, theme)
    for row, text in enumerate(table.itertuples()):
        colour, x = styles[text.group].colour(theme), place(text.time)
        lead = line(column * row + 12, lowest + 4, x, axis, stroke=colour, stroke_width=1, opacity=0.55)
        marks.append(mark(row, f"Read {text.author}", lead, *_disc(x, axis, text, colour, theme)))
    return svg(width, axis + 58, marks, theme, name)


def _scale(years: range, first: float, last: float) -> Callable[[float], float]:
    """Years to places; what has no date stands at the far end."""

    def place(time: float) -> float:
        return last if pd.isna(time) or not years else first + (time - years.start) / len(years) * (last - first)

    return place


def _axis_across(table: pd.DataFrame, place: Callable[[float], float], axis: float, theme: Theme) -> list[str]:
    marks, years = [], _years(table)
    if not years:
        return marks
    present = set(table["year"].dropna().astype(int))
    marks.append(line(place(years.start), axis, place(years.stop), axis, stroke=theme.muted, stroke_width=1))
    for year in years:
        here = year in present
        marks.append(line(place(year), axis - 4, place(year), axis + 4, stroke=theme.muted, stroke_width=1))
        style = (
            {"font_weight": 600, "font_size": 14} if here else {"font_size": 12, "fill": theme.muted, "opacity": 0.75}
        )
        marks.append(words(place(year + 0.5), axis + 50, str(year), text_anchor="middle", **style))
    for first, last in _empty_runs(table):
        middle = (place(first) + place(last + 1)) / 2
        marks.append(
            line(place(first), axis, place(last + 1), axis, stroke=theme.ground, stroke_width=3, stroke_dasharray="2 5")
        )
        marks.append(
            words(middle, axis - 10, f"no text {first}–{last}", text_anchor="middle", font_size=12, fill=theme.muted)
        )
    marks.append(line(place(years.stop), axis - 4, place(years.stop), axis + 4, stroke=theme.muted, stroke_width=1))
    return marks


def _disc(x: float, axis: float, text, colour: str, theme: Theme) -> list[str]:  # noqa: ANN001
    radius = max(4.0, _RADIUS_PER_ROOT_WORD * math.sqrt(text.n_words))
    parts = [circle(x, axis, radius, fill=colour, stroke=theme.ground, stroke_width=1.5)]
    if text.open_ended:
        end = x + radius + 30
        parts += [
            line(x + radius, axis, end, axis, stroke=colour, stroke_width=3),
            f'<path d="M{end:.1f} {axis - 5:.1f} l9 5 l-9 5 z" fill="{colour}"/>',
        ]
    return parts


def _block(text, row: int, x: float, y: float, width: int, colour: str, theme: Theme) -> tuple[str, float]:  # noqa: ANN001
    """Who, when, how much, as what, where, and in which words; the mark and its lower edge."""
    parts = [words(x, y, text.author, font_size=18, font_weight=600, fill=colour, serif=True)]
    parts.append(words(x, y + 21, f"{text.dated} · {text.n_words:,} words", font_size=13.5, font_weight=600))
    bottom = y + 40
    for content, style in ((text.role, {}), (text.venue, {"fill": theme.muted}), (text.genre, {"fill": theme.muted})):
        if content:
            block, lines = paragraph(x, bottom, content, width=width, leading=16, font_size=13, **style)
            parts.append(block)
            bottom += 16 * lines + 2
    if text.distinctive:
        block, lines = paragraph(
            x,
            bottom + 4,
            text.distinctive,
            width=width - 2,
            leading=17,
            font_size=13.5,
            font_style="italic",
            fill=colour,
            serif=True,
        )
        parts.append(block)
        bottom += 17 * lines + 4
    return mark(row, f"Read {text.author}", *parts), bottom - 8


def _down(table: pd.DataFrame, styles: Styles, theme: Theme, name: str) -> str:
    """The same for a phone: time runs down."""
    width, left, y = _PHONE, 62.0, 26.0
    blocks, tops = [], []
    for row, text in enumerate(table.itertuples()):
        block, bottom = _block(text, row, left + 52, y, 36, styles[text.group].colour(theme), theme)
        blocks.append(block)
        tops.append(y - 6)
        y = bottom + 34
    years, height = _years(table), y - 10
    place = _scale(years, 16, height - 24)
    marks = [line(left, 16, left, height - 24, stroke=theme.muted, stroke_width=1)] if years else []
    present = set(table["year"].dropna().astype(int))
    for year in years:
        style = (
            {"font_weight": 600, "font_size": 14}
            if year in present
            else {"font_size": 12, "fill": theme.muted, "opacity": 0.75}
        )
        marks.append(words(4, place(year + 0.5) + 4, str(year), **style))
        marks.append(line(left - 4, place(year), left + 4, place(year), stroke=theme.muted, stroke_width=1))
    for row, text in enumerate(table.itertuples()):
        colour, at = styles[text.group].colour(theme), place(text.time)
        radius = max(4.0, 0.2 * math.sqrt(text.n_words))
        disc = circle(left, at, radius, fill=colour, stroke=theme.ground, stroke_width=1.5)
        lead = line(left, at, left + 46, tops[row], stroke=colour, stroke_width=1, opacity=0.6)
        tail = (
            [
                line(left, at, left, at + 26, stroke=colour, stroke_width=3),
                f'<path d="M{left - 5:.1f} {at + 26:.1f} l5 9 l5 -9 z" fill="{colour}"/>',
            ]
            if text.open_ended
            else []
        )
        marks.append(mark(row, f"Read {text.author}", lead, *tail, disc))
    return svg(width, height, [*marks, *blocks], theme, name)
