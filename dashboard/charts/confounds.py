"""What else differs between groups: a card with a row a metadata column and a column a group."""

from __future__ import annotations

import pandas as pd

from .drawing import Drawing, line, mark, paragraph, svg, words
from .theme import Styles, Theme

_WIDTH, _NAME, _LEADING = 940.0, 118.0, 16.0


def confounds_card(table: pd.DataFrame, styles: Styles, theme: Theme) -> Drawing:
    """table: group, column, value, relation. What cannot be told apart from the groups is set in the warning colour."""
    name = "What else differs: " + "; ".join(
        f"{row.column} of {styles[row.group].label} {row.value}" for row in table.itertuples()
    )
    return Drawing(_across(table, styles, theme, name), _down(table, styles, theme, name))


def _colour(relation: str, theme: Theme) -> str:
    return theme.warning if relation in ("inseparable", "nested") else theme.muted


def _title(column: str) -> str:
    return column.replace("_", " ").capitalize()


def _across(table: pd.DataFrame, styles: Styles, theme: Theme, name: str) -> str:
    groups = list(dict.fromkeys(table["group"]))
    step = (_WIDTH - _NAME) / max(len(groups), 1)
    marks = [
        words(_NAME + step * number, 18, styles[group].label, font_size=15, font_weight=600, fill=styles[group].colour(theme), serif=True)
        for number, group in enumerate(groups)
    ]  # fmt: skip
    y = 32.0
    for column, rows in table.groupby("column", sort=False):
        marks.append(line(0, y, _WIDTH, y, stroke=theme.grid))
        colour, most = _colour(rows["relation"].iloc[0], theme), 1
        marks.append(words(0, y + 20, _title(str(column)), font_size=13.5, font_weight=600, fill=colour))
        for row in rows.itertuples():
            x = _NAME + step * groups.index(row.group)
            text, lines = paragraph(x, y + 20, row.value, width=int(step / 6.6), leading=_LEADING, most=4, font_size=13)
            marks.append(mark(row.Index, f"{column}, {styles[row.group].label}: {row.value}", text))
            most = max(most, lines)
        y += 14 + _LEADING * most
    return svg(_WIDTH, y + 6, marks, theme, name)


def _down(table: pd.DataFrame, styles: Styles, theme: Theme, name: str) -> str:
    """The same for a phone: a paragraph a metadata column, a line a group."""
    marks, y = [], 8.0
    for column, rows in table.groupby("column", sort=False):
        y += 18
        colour = _colour(rows["relation"].iloc[0], theme)
        marks.append(words(0, y, _title(str(column)), font_size=14.5, font_weight=600, fill=colour))
        for row in rows.itertuples():
            style = styles[row.group]
            who = words(8, y + 20, style.label, font_size=13, font_weight=600, fill=style.colour(theme))
            text, lines = paragraph(118, y + 20, row.value, width=34, leading=_LEADING, most=4, font_size=13)
            marks.append(mark(row.Index, f"{column}, {style.label}: {row.value}", who, text))
            y += 3 + _LEADING * lines
        y += 12
    return svg(350, y + 8, marks, theme, name)
