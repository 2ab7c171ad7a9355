"""A tree of groups from left to right: who is joined first, at which distance, and how often again."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

import pandas as pd

from .drawing import Drawing, circle, line, mark, paragraph, rectangle, svg, words
from .map_labels import text_width
from .theme import Styles, Theme

# A branch found again less often than this is drawn faint.
SHAKY = 0.7
_TOP = 42.0


@dataclass(frozen=True)
class _Sheet:
    """What a tree is drawn on: its width, the most room for names, the height of a leaf."""

    width: float
    most: float
    step: float
    styles: Styles

    @property
    def is_narrow(self) -> bool:
        return self.width < 500

    def size(self, group: str) -> str:
        """What stands under a name: how much text the group is; nothing where it would be cut."""
        size = self.styles[group].size
        return size if text_width(size, 11.5) <= self.most else ""

    @property
    def names(self) -> float:
        """Where the names end and the tree begins."""
        wide = [text_width(style.label, 14.5) for style in self.styles.values()]
        wide += [text_width(self.size(group), 11.5) for group in self.styles]
        return min(max(wide), self.most) + 22


def tree_drawing(table: pd.DataFrame, styles: Styles, theme: Theme, *, distance: str, draws: int) -> Drawing:
    """A join a row of the table, nearest first: node, left, right, members (parted by |), height, support (0 to 1).

    distance: what the heights are. Support is printed at each join but the root, which is always found again.
    """
    name = "Tree: " + "; ".join(
        _said(row, styles, draws, number == len(table)) for number, row in enumerate(table.itertuples(), start=1)
    )
    return Drawing(
        _drawn(table, styles, theme, name, distance, draws, _Sheet(820, 210, 48, styles)),
        _drawn(table, styles, theme, name, distance, draws, _Sheet(350, 116, 46, styles)),
    )


def _drawn(
    table: pd.DataFrame, styles: Styles, theme: Theme, name: str, distance: str, draws: int, sheet: _Sheet
) -> str:
    root = table["node"].iloc[-1]
    leaves, key = _leaves(table, root), _key(table, draws, sheet, theme)
    base = _TOP + sheet.step * len(leaves)
    most = float(table["height"].max())
    scale = (sheet.width - sheet.names - 46) / (most or 1)
    places = {leaf: (sheet.names, _TOP + sheet.step * (number + 0.5)) for number, leaf in enumerate(leaves)}
    for row in table.itertuples():
        places[row.node] = (sheet.names + row.height * scale, (places[row.left][1] + places[row.right][1]) / 2)
    parents = {side: row.node for row in table.itertuples() for side in (row.left, row.right)}
    # The root first: what is written at an inner join then lies on the lines of the outer ones.
    joins = [_join(row, places, parents.get(row.node), styles, theme, draws) for row in table[::-1].itertuples()]
    named = [_leaf(leaf, places[leaf], theme, sheet) for leaf in leaves]
    return svg(
        sheet.width, base + 48, [*key, *_axis(most, distance, base, scale, sheet, theme), *joins, *named], theme, name
    )


def _key(table: pd.DataFrame, draws: int, sheet: _Sheet, theme: Theme) -> list[str]:
    if len(table) < 2 or not draws:
        return []
    support = table["support"].iloc[0]
    text = (
        f"{support:.0%}: the same branch is found again in {support * 100:.0f} of 100 draws of paragraphs; "
        f"dashed: in fewer than {SHAKY * 100:.0f}"
    )
    return [
        paragraph(0, 14, text, width=54 if sheet.is_narrow else 160, leading=16, font_size=12.5, fill=theme.muted)[0]
    ]


def _axis(most: float, distance: str, base: float, scale: float, sheet: _Sheet, theme: Theme) -> list[str]:
    step = next(step for step in (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 1e9) if step * scale >= 55 or step > most)
    marks = []
    for number in range(int(most / step) + 1):
        x = sheet.names + number * step * scale
        marks.append(line(x, _TOP, x, base, stroke=theme.grid, stroke_width=1))
        marks.append(
            words(x, base + 16, f"{number * step:.6g}", text_anchor="middle", font_size=11.5, fill=theme.muted)
        )
    title = f"{distance} →" if sheet.is_narrow else f"distance of the join: {distance} →"
    return [*marks, words(sheet.width, base + 38, title, text_anchor="end", font_size=12.5)]


def _join(row, places: dict, parent: str | None, styles: Styles, theme: Theme, draws: int) -> str:  # noqa: ANN001
    """A bracket round the two branches, what is to be clicked, and the support beside it."""
    (x, y), (left_x, left_y), (right_x, right_y) = places[row.node], places[row.left], places[row.right]
    shaky = parent is not None and row.support < SHAKY
    stroke = {"stroke": theme.muted if shaky else theme.ink, "stroke_width": 1.6 if shaky else 2.4}
    stroke |= {"stroke_dasharray": "5 4"} if shaky else {"stroke_linecap": "square"}
    bracket = [(left_x, left_y, x, left_y), (right_x, right_y, x, right_y), (x, left_y, x, right_y)]
    # Thin lines are hard to hit, so the whole bracket answers; the inner ones lie on top.
    near = min(left_x, right_x)
    parts = [rectangle(near, left_y - 8, x - near + 10, right_y - left_y + 16, fill=theme.ground, opacity=0)]
    parts += [line(*side, **stroke) for side in bracket]
    if parent is not None and not pd.isna(row.support):
        # On the side of the stem to which the next bracket does not turn.
        above = places[parent][1] > y
        halo = {"stroke": theme.ground, "stroke_width": 4, "paint_order": "stroke", "stroke_linejoin": "round"}
        colour = theme.muted if shaky else theme.ink
        text = f"{row.support:.0%}"
        parts.append(words(x + 5, y - 7 if above else y + 18, text, font_size=15, font_weight=600, fill=colour, **halo))
    return mark(row.Index, _said(row, styles, draws, parent is None), *parts)


def _leaf(leaf: str, place: tuple[float, float], theme: Theme, sheet: _Sheet) -> str:
    (x, y), style, size = place, sheet.styles[leaf], sheet.size(leaf)
    colour = style.colour(theme)
    lines = [style.label]
    if text_width(style.label, 14.5) > sheet.names - 21:
        # About so many letters fit on a line.
        lines = textwrap.wrap(style.label, max(int((sheet.names - 20) / 7.8), 8), max_lines=2, placeholder="…")
    under = [] if len(lines) > 1 or not size else [size]
    first = y + 5 - 7.5 * (len(lines) + len(under) - 1)
    name = [
        words(x - 14, first + 15 * number, line, text_anchor="end", font_size=13.5, font_weight=600, fill=colour)
        for number, line in enumerate(lines)
    ]
    told = [words(x - 14, first + 15, size, text_anchor="end", font_size=11.5, fill=theme.muted) for size in under]
    return "".join([circle(x, y, 6, fill=colour), *name, *told])


def _said(row, styles: Styles, draws: int, root: bool) -> str:  # noqa: ANN001 -- a named tuple of the table
    members = ", ".join(styles[group].label for group in row.members.split("|"))
    text = f"{members} joined at {row.height:.2f}"
    return text if root or not draws else f"{text}, found again in {row.support * 100:.0f} of 100 draws"


def _leaves(table: pd.DataFrame, node: str) -> list[str]:
    """The groups of a branch from top to bottom."""
    rows = table[table["node"] == node]
    if rows.empty:
        return [node]
    return [leaf for side in rows[["left", "right"]].iloc[0] for leaf in _leaves(table, side)]
