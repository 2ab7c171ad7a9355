"""Many texts on their time axis: a disc a text, gathered by years; of very many a bar for their words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from .drawing import circle, line, mark, rectangle, svg, words
from .theme import Styles, Theme

# More discs than this nobody can tell apart or hit.
MOST_DISCS = 600
MOST_COLUMNS = 40
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_HEIGHT, _TOP, _LARGEST, _GAP = 230, 34, 10.0, 2.0
_UNDATED = "no year"
# So wide are a label and a count, with some air.
_LABEL, _COUNT = 52.0, 24.0


@dataclass(frozen=True)
class _Column:
    """Texts of some years that follow each other: their label, their rows in the table, and where they stand."""

    label: str
    rows: list[int]
    left: float
    width: float

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


def timeline_many(table: pd.DataFrame, styles: Styles, theme: Theme, name: str, width: float) -> str:
    """Texts over their years, as a drawing of that width. Columns of the table as `timeline` takes them."""
    columns = _columns(table, width)
    very_many = len(table) > MOST_DISCS
    axis = _TOP + (_HEIGHT if very_many else _stacked(columns))
    marks = [
        line(columns[0].left, axis, columns[-1].left + columns[-1].width, axis, stroke=theme.muted, stroke_width=1)
    ]
    marks += _bars(table, columns, axis, theme) if very_many else _discs(table, columns, axis, styles, theme)
    apart = max(1, math.ceil(_LABEL / columns[0].width))
    undated = columns[-1].label == _UNDATED
    for place, column in enumerate(columns):
        # The label of the undated needs the room of those before it.
        crowded = undated and place < len(columns) - 1 and columns[-1].middle - column.middle < _LABEL
        if (place % apart == 0 and not crowded) or column.label == _UNDATED:
            style = {"font_size": 12, "text_anchor": "middle", "fill": theme.muted}
            marks.append(words(column.middle, axis + 20, column.label, **style))
    return svg(width, axis + 34, marks, theme, name)


def _columns(table: pd.DataFrame, width: float) -> list[_Column]:
    years = table["year"].dropna().astype(int)
    parts: list[tuple[str, list[int]]] = []
    if len(years):
        first, last = int(years.min()), int(years.max())
        step = next((step for step in _STEPS if (last - first) // step < MOST_COLUMNS), _STEPS[-1])
        for start in range(first - first % step, last + 1, step):
            rows = table.index.get_indexer(years.index[(years >= start) & (years < start + step)]).tolist()
            parts.append((str(start) if step == 1 else f"{start}–", rows))
    undated = [row for row, missing in enumerate(table["year"].isna()) if missing]
    if undated or not parts:
        parts.append((_UNDATED, undated))
    each = (width - 16) / len(parts)
    return [_Column(label, rows, 8 + each * place, each) for place, (label, rows) in enumerate(parts)]


def _discs(table: pd.DataFrame, columns: list[_Column], axis: float, styles: Styles, theme: Theme) -> list[str]:
    radius = _radius(columns)
    size, marks = 2 * radius + _GAP, []
    most_words = max(int(table["n_words"].max()), 1)
    for column in columns:
        abreast = max(1, int(column.width // size))
        for place, row in enumerate(column.rows):
            text = table.iloc[row]
            beside = place % abreast - (min(abreast, len(column.rows)) - 1) / 2
            x, y = column.middle + beside * size, axis - 4 - radius - place // abreast * size
            drawn = max(1.5, radius * math.sqrt(text["n_words"] / most_words))
            disc = circle(x, y, drawn, fill=styles[text["group"]].colour(theme), stroke=theme.ground, stroke_width=1)
            marks.append(mark(row, f"Read {text['author']}, {text['dated']}", disc))
        if column.rows and column.width >= _COUNT:
            top = axis - 10 - math.ceil(len(column.rows) / abreast) * size
            count = {"font_size": 12, "text_anchor": "middle", "fill": theme.muted}
            marks.append(words(column.middle, top, str(len(column.rows)), **count))
    return marks


def _stacked(columns: list[_Column]) -> float:
    """How high the fullest column stands."""
    size = 2 * _radius(columns) + _GAP
    abreast = max(1, int(columns[0].width // size))
    return max(math.ceil(len(column.rows) / abreast) for column in columns) * size + 8


def _radius(columns: list[_Column]) -> float:
    """The largest radius with which the fullest column has room."""
    radius = min(_LARGEST, columns[0].width / 2 - _GAP)
    most = max(len(column.rows) for column in columns)
    while radius > 1.5:
        size = 2 * radius + _GAP
        if math.ceil(most / max(1, int(columns[0].width // size))) * size <= _HEIGHT:
            break
        radius -= 0.5
    return max(radius, 1.5)


def _bars(table: pd.DataFrame, columns: list[_Column], axis: float, theme: Theme) -> list[str]:
    """The words of each column's texts, with the number of texts above."""
    sizes = [int(table["n_words"].iloc[column.rows].sum()) for column in columns]
    marks = []
    for column, size in zip(columns, sizes, strict=True):
        if not column.rows:
            continue
        height = max(1.0, _HEIGHT * size / max(*sizes, 1))
        bar = (column.left + 1, axis - height, max(column.width - 2, 1), height)
        marks.append(rectangle(*bar, fill=theme.muted, opacity=0.55))
        if column.width >= _COUNT:
            style = {"font_size": 12, "text_anchor": "middle", "fill": theme.muted}
            marks.append(words(column.middle, axis - height - 6, f"{len(column.rows):,}", **style))
    return marks
