"""A word's company: what groups share as a matrix, what each has alone as lists in the same columns."""

from __future__ import annotations

import math

import pandas as pd

from .drawing import Drawing, circle, line, mark, paragraph, rectangle, svg, tooltip, words
from .theme import Styles, Theme

_WIDTH, _NARROW = 940.0, 350.0
_LABEL, _ROW, _MOST_RADIUS = 150.0, 27.0, 10.0
_ACROSS = 5
# Below this a surplus could be chance: the mark is hollow.
_SURE = 3.84
# What stands in place of the size of a group that has no hit.
SILENT = "does not use it"
KEY = "Area: closeness (logDice) · number: meetings · hollow: chance alone often brings as many"


def company_matrix(table: pd.DataFrame, styles: Styles, theme: Theme) -> Drawing:
    """Shared collocates × groups, and under it each group's own collocates.

    table: block ("shared" or the group), group, collocate, together, expected, log_dice, log_likelihood. A dot's area
    is the share of their places that both words spend together; styles: the size of a group says its hits.
    """
    name = "; ".join(f"{styles[row.group].label}: {row.collocate} {row.together}" for row in table.itertuples())
    most = 2.0 ** float(table["log_dice"].max()) if len(table) else 1.0
    pen = _Pen(table, styles, theme, most)
    return Drawing(
        svg(_WIDTH, *pen.wide(), theme, name),
        svg(_NARROW, *pen.narrow(), theme, name),
    )


class _Pen:
    """Table, colours and scale, and the pieces drawn with them."""

    def __init__(self, table: pd.DataFrame, styles: Styles, theme: Theme, most: float) -> None:
        self.shared, self.own = table[table["block"] == "shared"], table[table["block"] != "shared"]
        self.styles, self.theme, self.most, self.groups = styles, theme, most, list(styles)

    def wide(self) -> tuple[float, list[str]]:
        """Height and marks: own lists stand under their columns, or in lines of five where there are more groups."""
        small = len(self.groups) > _ACROSS + 1
        matrix, y = self._matrices(_LABEL, _WIDTH, 10, small=small, size=15)
        lists, y = self._lists(y + 10, (_WIDTH - _LABEL) / len(self.groups))
        return y + 30, [*matrix, *lists, words(_LABEL, y + 18, KEY, font_size=12.5, fill=self.theme.muted)]

    def narrow(self) -> tuple[float, list[str]]:
        """The same for a phone: the matrix, then one list under the other."""
        matrix, y = self._matrices(112, _NARROW, 6, small=True, size=13)
        lists = []
        for group in self.groups:
            head, y = self._list_head(group, 0, y + 26)
            lists.append(head)
            rows = self.own[self.own["group"] == group]
            for number, (index, row) in enumerate(rows.iterrows()):
                lists.append(self._own(index, row, 172.0 * (number % 2), y + 24 + _ROW * (number // 2), 170, 13))
            y += 8 + _ROW * math.ceil(len(rows) / 2)
        key, lines = paragraph(0, y + 24, KEY, width=56, leading=16, font_size=12, fill=self.theme.muted)
        return y + 20 + 16 * lines, [*matrix, *lists, key]

    def _matrices(self, left: float, width: float, most: int, *, small: bool, size: float) -> tuple[list[str], float]:
        """Heads and matrix; more than `most` groups stand in several matrices under each other."""
        marks, y, step = [], 0.0, (width - left) / min(len(self.groups), most)
        for first in range(0, len(self.groups), most):
            groups = self.groups[first : first + most]
            heads, y = self._heads(groups, y, left, step, small=small)
            matrix, y = self._matrix(groups, y, left, step, size)
            marks += [*heads, *matrix]
        return marks, y

    def _heads(
        self, groups: list[str], top: float, left: float, step: float, *, small: bool
    ) -> tuple[list[str], float]:
        """Name of each group over its column, and under it its hits if there is room."""
        size, marks, deepest = 11.5 if small else 15.5, [], 1
        for number, group in enumerate(groups):
            style, x = self.styles[group], left + step * number + (0 if small else 4)
            colour = style.colour(self.theme) if style.size != SILENT else self.theme.muted
            look = {"font_size": size, "font_weight": 600, "fill": colour}
            width = max(4, int((step - 4) / (size * 0.53)))
            block, lines = paragraph(x, top + 18, style.label, width=width, leading=size + 3, most=2, **look)
            deepest = max(deepest, lines)
            marks.append(block)
        y = top + 18 + (size + 3) * (deepest - 1)
        marks.append(words(8, y + (4 if small else 18), "shared", font_size=13.5, fill=self.theme.muted))
        if small:
            return marks, y + 12
        for number, group in enumerate(groups):
            x, said = left + step * number + 4, self.styles[group].size
            marks.append(words(x, y + 18, said, font_size=12.5, fill=self.theme.muted))
        return marks, y + 28

    def _matrix(self, groups: list[str], y: float, left: float, step: float, size: float) -> tuple[list[str], float]:
        """A row a shared word, a dot a group that has it."""
        shown, right = list(dict.fromkeys(self.shared["collocate"])), left + step * len(groups)
        if not shown:
            text = "No word is shared by two groups."
            return [words(8, y + 20, text, font_size=13.5, fill=self.theme.muted)], y + 34
        height = _ROW * len(shown) + 8
        marks = [rectangle(0, y, right, height, fill=self.theme.panel)]
        places = {word: y + 4 + _ROW * (number + 0.5) for number, word in enumerate(shown)}
        for word, at in places.items():
            marks.append(words(8, at + 5, _cut(word, left - 14, size), font_size=size, font_weight=600))
        for index, row in self.shared[self.shared["group"].isin(groups)].iterrows():
            x = left + step * groups.index(row["group"]) + 14
            marks.append(self._shared(index, row, x, places[row["collocate"]], step))
        return marks, y + height

    def _shared(self, index: int, row: pd.Series, x: float, y: float, step: float) -> str:
        colour = self.styles[row["group"]].colour(self.theme)
        room = rectangle(x - 14, y - _ROW / 2, step - 2, _ROW, fill=self.theme.panel, opacity=0)
        number = words(x + 14, y + 4.5, str(row["together"]), font_size=14, font_weight=600, fill=colour)
        return mark(index, self._name(row), tooltip(self._name(row)), room, self._dot(row, x, y), number)

    def _lists(self, y: float, step: float) -> tuple[list[str], float]:
        """Each group's own words: in the columns of the matrix, or in lines of five with heads of their own."""
        marks: list[str] = []
        across = len(self.groups) if len(self.groups) <= _ACROSS + 1 else _ACROSS
        room = step if across == len(self.groups) else (_WIDTH - _LABEL) / across
        for first in range(0, len(self.groups), across):
            line_of_groups, top, deepest = self.groups[first : first + across], y + 4, 0
            marks.append(words(8, top + 22, "only here", font_size=13.5, fill=self.theme.muted))
            if across < len(self.groups):
                top += 42
            for number, group in enumerate(line_of_groups):
                left, rows = _LABEL + room * number, self.own[self.own["group"] == group]
                if across < len(self.groups):
                    marks.append(self._list_head(group, left + 4, top - 20)[0])
                for place, (index, row) in enumerate(rows.iterrows()):
                    marks.append(self._own(index, row, left, top + 18 + _ROW * place, room, 14.5))
                if rows.empty:
                    marks.append(words(left + 8, top + 22, "–", font_size=14, fill=self.theme.muted))
                deepest = max(deepest, len(rows), 1)
            y = top + 14 + _ROW * deepest
        marks.append(line(0, y, _WIDTH, y, stroke=self.theme.grid))
        return marks, y

    def _list_head(self, group: str, x: float, y: float) -> tuple[str, float]:
        style = self.styles[group]
        colour = style.colour(self.theme) if style.size != SILENT else self.theme.muted
        label = words(x, y, _cut(style.label, 150, 14), font_size=14, font_weight=600, fill=colour)
        said = "only here, " + style.size if style.size != SILENT else style.size
        return label + words(x, y + 16, said, font_size=12, fill=self.theme.muted), y + 16

    def _own(self, index: int, row: pd.Series, left: float, y: float, room: float, size: float) -> str:
        """Dot, word, meetings."""
        colour = self.styles[row["group"]].colour(self.theme)
        word = _cut(row["collocate"], room - 54, size)
        number = f'<tspan dx="7" font-size="{size - 1:g}" font-weight="600" fill="{colour}">{row["together"]}</tspan>'
        text = words(left + 28, y + 4.5, word, font_size=size).replace("</text>", f"{number}</text>")
        ground = rectangle(left + 2, y - _ROW / 2, room - 4, _ROW, fill=self.theme.ground, opacity=0)
        name = self._name(row)
        return mark(index, name, tooltip(name), ground, self._dot(row, left + 14, y), text)

    def _dot(self, row: pd.Series, x: float, y: float) -> str:
        colour = self.styles[row["group"]].colour(self.theme)
        radius = max(3.2, _MOST_RADIUS * math.sqrt(2.0 ** row["log_dice"] / self.most))
        fill = colour if row["log_likelihood"] >= _SURE else self.theme.ground
        return circle(x, y, radius, fill=fill, stroke=colour, stroke_width=1.6)

    def _name(self, row: pd.Series) -> str:
        expected = f"{row['expected']:.1f}" if row["expected"] >= 0.1 else "under 0.1"
        return (
            f"{row['collocate']}, {self.styles[row['group']].label}: {row['together']} meeting{'' if row['together'] == 1 else 's'}, "
            f"{expected} by chance, logDice {row['log_dice']:.1f}"
        )


def _cut(text: str, room: float, size: float) -> str:
    """Text that fits so many pixels."""
    most = max(3, int(room / (size * 0.48)))
    return text if len(text) <= most else text[: most - 1] + "…"
