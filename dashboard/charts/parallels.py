"""Two texts beside each other: a line a link, with its place in either text."""

from __future__ import annotations

import pandas as pd

from .drawing import Drawing, line, mark, rectangle, svg, words
from .theme import Styles, Theme

_ROW, _STRIP, _TICK = 30.0, 240.0, 14.0


def parallel_strips(table: pd.DataFrame, first: str, second: str, styles: Styles, theme: Theme) -> Drawing:
    """table: link, place and other_place (0 the first character of the text, 1 its last), hits, other_hits."""
    heads = styles[first], styles[second]
    name = "; ".join(
        f"“{row.link}”: {heads[0].label} {row.hits}, {heads[1].label} {row.other_hits}" for row in table.itertuples()
    )
    return Drawing(_across(table, heads, theme, name), _down(table, heads, theme, name))


def _across(table: pd.DataFrame, heads: tuple, theme: Theme, name: str) -> str:
    width, right = 940.0, 940.0 - _STRIP
    marks = [_head(0, heads[0], theme), _head(right, heads[1], theme)]
    for number, row in enumerate(table.itertuples()):
        y = 44 + _ROW * number
        marks.append(
            mark(
                row.Index,
                f"{row.link}: move both texts to it",
                rectangle(0, y - 15, width, _ROW - 2, fill=theme.ground),
                *_strip(0, y, row.place, row.hits, heads[0].colour(theme), theme),
                *_strip(right, y, row.other_place, row.other_hits, heads[1].colour(theme), theme),
                words(width / 2, y + 4.5, _short(row.link, 58), font_size=14, text_anchor="middle"),
            )
        )
    return svg(width, 40 + _ROW * max(len(table), 1), marks, theme, name)


def _down(table: pd.DataFrame, heads: tuple, theme: Theme, name: str) -> str:
    """For a phone: the words above the two strips."""
    marks, step, strip = [_head(0, heads[0], theme), _head(184, heads[1], theme)], 50.0, 165.0
    for number, row in enumerate(table.itertuples()):
        y = 44 + step * number
        marks.append(
            mark(
                row.Index,
                f"{row.link}: move both texts to it",
                rectangle(0, y - 14, 350, step - 4, fill=theme.ground),
                words(0, y + 2, _short(row.link, 48), font_size=13.5),
                *_strip(0, y + 18, row.place, row.hits, heads[0].colour(theme), theme, strip),
                *_strip(184, y + 18, row.other_place, row.other_hits, heads[1].colour(theme), theme, strip),
            )
        )
    return svg(350, 40 + step * max(len(table), 1), marks, theme, name)


def _head(x: float, style, theme: Theme) -> str:  # noqa: ANN001
    return words(x, 16, style.label, font_size=15, font_weight=600, fill=style.colour(theme), serif=True)


def _strip(
    x: float, y: float, place: float, hits: int, colour: str, theme: Theme, width: float = _STRIP
) -> tuple[str, ...]:
    """The whole text as a bar, the first hit as a stroke, the number of hits after it."""
    bar = width - 30
    at = x + place * bar
    return (
        rectangle(x, y - 5, bar, 10, fill=theme.panel),
        line(at, y - _TICK / 2, at, y + _TICK / 2, stroke=colour, stroke_width=3),
        words(x + bar + 6, y + 4.5, f"{hits}×", font_size=12, fill=theme.muted),
    )


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
