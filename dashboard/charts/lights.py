"""A card of lights: which methods suit these texts, with the reason."""

from __future__ import annotations

import pandas as pd

from .drawing import Drawing, line, mark, paragraph, rectangle, svg, words
from .theme import Theme

_WIDTH, _REASON, _LEADING = 940.0, 330.0, 17.0
# Shape and word tell the lights apart as well as colour does.
_COLOURS = {"green": ("#2C6E49", "#7CC79B"), "amber": ("#96690C", "#E0B458"), "red": ("#A3312A", "#F08A7E")}
_SAYS = {"green": "use it", "amber": "with care", "red": "not here"}


def lights_card(table: pd.DataFrame, theme: Theme) -> Drawing:
    """A row a method: its light, its name, the reason. table: method, label, light, reason, do."""
    name = "; ".join(f"{row.label}: {_SAYS[row.light]}" for row in table.itertuples())
    return Drawing(_across(table, theme, name), _down(table, theme, name))


def _across(table: pd.DataFrame, theme: Theme, name: str) -> str:
    marks, y = [], 4.0
    for row in table.itertuples():
        told, lines = paragraph(_REASON, y + 21, _told(row), width=92, leading=_LEADING, most=4, font_size=13.5)
        height = 16 + _LEADING * lines
        # The whole row answers a click, not its letters alone.
        ground = rectangle(0, y, _WIDTH, height, fill=theme.ground)
        head = [ground, _light(10, y + 16, row.light, theme), _word(26, y + 21, row.light, theme)]
        title = words(106, y + 21, row.label, font_size=15, font_weight=600, serif=True)
        marks += [mark(row.Index, f"{row.label}: {_SAYS[row.light]}. {_told(row)}", *head, title, told)]
        y += height
        marks.append(line(0, y, _WIDTH, y, stroke=theme.grid))
    return svg(_WIDTH, y + 6, marks, theme, name)


def _down(table: pd.DataFrame, theme: Theme, name: str) -> str:
    """The same for a phone: the reason under the name."""
    marks, y = [], 4.0
    for row in table.itertuples():
        told, lines = paragraph(24, y + 42, _told(row), width=48, leading=_LEADING, most=7, font_size=13)
        title = words(24, y + 21, row.label, font_size=15, font_weight=600, serif=True)
        word = _word(346, y + 21, row.light, theme, text_anchor="end")
        ground = rectangle(0, y, 350, 34 + _LEADING * lines, fill=theme.ground)
        marks.append(
            mark(
                row.Index,
                f"{row.label}: {_SAYS[row.light]}. {_told(row)}",
                ground,
                _light(9, y + 16, row.light, theme),
                title,
                word,
                told,
            )
        )
        y += 36 + _LEADING * lines
        marks.append(line(0, y, 350, y, stroke=theme.grid))
    return svg(350, y + 6, marks, theme, name)


def _told(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    return f"{row.reason} {row.do}".strip()


def _light(x: float, y: float, light: str, theme: Theme) -> str:
    """A disc for green, a diamond for amber, a square for red."""
    fill = _colour(light, theme)
    if light == "green":
        return rectangle(x - 7, y - 7, 14, 14, rx=7, fill=fill)
    turned = {"transform": f"rotate(45 {x:g} {y:g})"} if light == "amber" else {}
    return rectangle(x - 6, y - 6, 12, 12, fill=fill, **turned)


def _word(x: float, y: float, light: str, theme: Theme, **style: object) -> str:
    return words(x, y, _SAYS[light], font_size=13, font_weight=600, fill=_colour(light, theme), **style)


def _colour(light: str, theme: Theme) -> str:
    return _COLOURS[light][0 if theme.name == "light" else 1]
