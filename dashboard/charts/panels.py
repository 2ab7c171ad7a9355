"""Small multiples for the front page: one panel a term, one dot a text, in order of time."""

from __future__ import annotations

import pandas as pd

from .drawing import Drawing, circle, line, mark, rectangle, svg, words
from .theme import Styles, Theme

# Drawn for the two thirds of a laptop's page beside the words.
_WIDTH, _NARROW, _HEIGHT, _ACROSS = 560.0, 330.0, 160.0, 3
_TOP, _BOTTOM = 44.0, 34.0


def rate_panels(table: pd.DataFrame, styles: Styles, theme: Theme) -> Drawing:
    """Rates with their intervals. table: term, group, count, per_1000, low, high; a panel a term in its order."""
    terms = list(dict.fromkeys(table["term"]))
    name = "; ".join(
        f"{term}: "
        + ", ".join(
            f"{styles[row.group].label} {row.per_1000:.1f}" for row in table[table["term"] == term].itertuples()
        )
        for term in terms
    )
    name += " per 1,000 words"
    # Three names stand beside each other at most: in more and narrower panels the texts' names would collide.
    across = max(len(terms), 1) if len(terms) <= _ACROSS else -(-len(terms) // 2)
    return Drawing(
        _grid(table, terms, min(across, _ACROSS), _WIDTH, styles, theme, name),
        _grid(table, terms, 1, _NARROW, styles, theme, name),
    )


def _grid(
    table: pd.DataFrame, terms: list[str], across: int, width: float, styles: Styles, theme: Theme, name: str
) -> str:
    step, lines = width / across, -(-len(terms) // across)
    panels = [
        _panel(table, term, step * (place % across), _HEIGHT * (place // across), step, styles, theme)
        for place, term in enumerate(terms)
    ]
    return svg(width, _HEIGHT * lines, panels, theme, name)


def _panel(table: pd.DataFrame, term: str, left: float, top: float, width: float, styles: Styles, theme: Theme) -> str:
    rows = table[table["term"] == term]
    base, height = top + _HEIGHT - _BOTTOM, _HEIGHT - _TOP - _BOTTOM
    most = max(float(rows["high"].max()), 1e-9)
    step = (width - 24) / len(rows)
    parts = [
        words(left + 4, top + 16, term, font_size=14.5, font_weight=600, serif=True),
        line(left + 4, base, left + width - 20, base, stroke=theme.muted, stroke_width=1),
    ]
    for number, (index, row) in enumerate(rows.iterrows()):
        style = styles[row["group"]]
        colour, x = style.colour(theme), left + 4 + step * (number + 0.5)
        at = lambda rate: base - rate / most * height  # noqa: E731
        rate = f"{row['per_1000']:.1f}" if row["count"] else "0"
        surname, _, year = style.label.rpartition(" ")
        parts.append(
            mark(
                index,
                f"{term}, {style.label}: {rate} per 1,000 words, {row['count']} hits",
                rectangle(x - step / 2, top + _TOP - 16, step, _HEIGHT - _TOP + 14, fill=theme.ground, opacity=0),
                line(x, at(row["low"]), x, at(row["high"]), stroke=colour, stroke_width=2.5, opacity=0.5),
                circle(
                    x,
                    at(row["per_1000"]),
                    5,
                    fill=colour if row["count"] else theme.ground,
                    stroke=colour,
                    stroke_width=1.5,
                ),
                words(x, at(row["high"]) - 6, rate, font_size=12, font_weight=600, text_anchor="middle", fill=colour),
                words(x, base + 15, surname or year, font_size=11.5, text_anchor="middle"),
                words(x, base + 28, year if surname else "", font_size=10.5, text_anchor="middle", fill=theme.muted),
            )
        )
    return "".join(parts)


def count_matrix(table: pd.DataFrame, styles: Styles, theme: Theme) -> Drawing:
    """Who uses which name how often. table: term, group, count; a row a term in its order, a column a group."""
    name = "; ".join(
        f"{row.term} in {styles[row.group].label}: {row.count}"
        for row in table.itertuples(name="Row")
        if table.at[row.Index, "count"]
    )
    return Drawing(_matrix(table, styles, theme, name, 206, 68), _matrix(table, styles, theme, name, 150, 42))


def _matrix(table: pd.DataFrame, styles: Styles, theme: Theme, name: str, label: float, step: float) -> str:
    terms, groups = list(dict.fromkeys(table["term"])), list(dict.fromkeys(table["group"]))
    row_height, top = 31.0, 40.0
    most = max(int(table["count"].max()), 1)
    marks = []
    for column, group in enumerate(groups):
        x = label + step * (column + 0.5)
        surname, _, year = styles[group].label.rpartition(" ")
        marks.append(
            words(
                x,
                15,
                surname or year,
                font_size=12.5,
                font_weight=600,
                text_anchor="middle",
                fill=styles[group].colour(theme),
            )
        )
        marks.append(words(x, 30, year if surname else "", font_size=11, text_anchor="middle", fill=theme.muted))
    for number, term in enumerate(terms):
        y = top + row_height * (number + 0.5)
        narrow = label < 200
        shown = term if len(term) <= label / 6 else term[: int(label / 6) - 1] + "…"
        marks.append(words(0, y + 4, shown, font_size=12 if narrow else 13.5))
        marks.append(line(0, y + row_height / 2, label + step * len(groups), y + row_height / 2, stroke=theme.grid))
    for index, row in table.iterrows():
        x = label + step * (groups.index(row["group"]) + 0.5)
        y = top + row_height * (terms.index(row["term"]) + 0.5)
        marks.append(_count(index, row, x, y, min(row_height, step), most, styles, theme))
    # Room for the number beside the last disc.
    return svg(label + step * len(groups) + 14, top + row_height * len(terms) + 2, marks, theme, name)


def _count(index: int, row: pd.Series, x: float, y: float, cell: float, most: int, styles: Styles, theme: Theme) -> str:
    colour, count = styles[row["group"]].colour(theme), int(row["count"])
    title = f"{row['term']}, {styles[row['group']].label}: {count}"
    if not count:
        return words(x, y + 4, "·", text_anchor="middle", fill=theme.muted)
    radius = 4 + (cell / 2 - 5) * (count / most) ** 0.5
    number = words(x + radius + 4, y + 4.5, str(count), font_size=12.5, font_weight=600, fill=colour)
    return mark(index, title, circle(x, y, radius, fill=colour), number)
