"""Pictures of word clouds. A cloud never stands alone: the ranked list with its intervals is part of each picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

import pandas as pd

from .cloud import FAMILY, WEIGHT, Cloud, Face, face, lay_out, letters
from .drawing import Drawing, circle, line, mark, paragraph, rectangle, svg, words
from .theme import Styles, Theme

# On a laptop beside the sidebar, so that letters are not made smaller there.
WIDE, NARROW, _SPACE = 840.0, 300.0, 24.0
_ROW, _HEAD, _LETTER = 20.0, 42.0, 6.4
# Half the place that a figure has on a stage of 1280 by 720, so that its letters stand there twice as large.
_HALL, _HALL_HEIGHT = 610.0, 246.0
# Three panels a line leave room for forty words at a readable size.
_ACROSS = 3
_arranged = lru_cache(maxsize=256)(lay_out)


@dataclass(frozen=True)
class Numbers:
    """What the marks show. value: the column of the dots; low, high: of the ends of their lines, `high` empty where a
    line only reaches down; weight: of the size of the words; unit: what the lists show, in words; listed: how many
    words each list names."""

    value: str
    low: str
    high: str
    weight: str
    unit: str
    listed: int = 8


@dataclass(frozen=True)
class Block:
    """A cloud and its lists. heads: label, remark and colour over each list, with the rows it names."""

    rows: pd.DataFrame
    lists: Sequence[tuple[str, str, str, pd.DataFrame]]


def cloud_panels(table: pd.DataFrame, styles: Styles, theme: Theme, numbers: Numbers, *, seed: int) -> Drawing:
    """A cloud a group, each over its ranked list, three side by side; on a phone under each other.

    table: group, term, count and the columns of `numbers`; the rows of a group in the order of their rank.
    """
    blocks = [_of_group(rows, str(group), styles, theme, numbers) for group, rows in table.groupby("group", sort=False)]
    if len(blocks) == 1:
        return _both_forms(blocks[0], table, styles, theme, numbers, seed)
    columns = min(_ACROSS, len(blocks)) if len(blocks) != 4 else 2
    paint = _Paint(table, styles, theme, numbers, seed)
    return Drawing(paint.grid(blocks, WIDE, columns), paint.grid(blocks, NARROW, 1))


def one_cloud(table: pd.DataFrame, styles: Styles, theme: Theme, numbers: Numbers, *, seed: int) -> Drawing:
    """All words in one cloud, each in its group's colour; the ranked list of each group beside it is the legend.

    table: as for `cloud_panels`; a group without a style has the neutral colour, and its list no head.
    """
    lists = [_of_group(rows, str(group), styles, theme, numbers).lists[0] for group, rows in table.groupby("group", sort=False)]  # fmt: skip
    return _both_forms(Block(table, lists), table, styles, theme, numbers, seed)


def hall_cloud(table: pd.DataFrame, styles: Styles, theme: Theme, numbers: Numbers, *, seed: int) -> Drawing:
    """The cloud of one group beside its ranked list, small and so with large letters: for a lecture hall.

    table: as for `cloud_panels`, of one group.
    """
    paint = _Paint(table, styles, theme, numbers, seed)
    picture = paint.side_by_side(
        _of_group(table, str(table["group"].iloc[0]), styles, theme, numbers), _HALL, _HALL_HEIGHT
    )
    return Drawing(picture, picture)


def _of_group(rows: pd.DataFrame, group: str, styles: Styles, theme: Theme, numbers: Numbers) -> Block:
    style = styles.get(group)
    head = (style.label, style.size, style.colour(theme)) if style else ("", "", theme.neutral)
    return Block(rows, [(*head, rows.head(numbers.listed))])


def _both_forms(
    block: Block, table: pd.DataFrame, styles: Styles, theme: Theme, numbers: Numbers, seed: int
) -> Drawing:
    paint = _Paint(table, styles, theme, numbers, seed)
    return Drawing(paint.side_by_side(block), paint.grid([block], NARROW + 40, 1))


class _Paint:
    """Draws blocks on one scale and with one font."""

    def __init__(self, table: pd.DataFrame, styles: Styles, theme: Theme, numbers: Numbers, seed: int) -> None:
        self.styles, self.theme, self.numbers, self.seed = styles, theme, numbers, seed
        self.font: Face = face(letters(list(table["term"])))
        self.most = max(float(table[[numbers.value, numbers.high or numbers.value]].max().max()), 1e-9)
        self.name = "Word clouds with ranked lists. " + "; ".join(
            f"{style.label + ': ' if (style := styles.get(group)) else ''}{', '.join(rows['term'].head(5))}"
            for group, rows in table.groupby("group", sort=False)
        )

    def grid(self, blocks: Sequence[Block], width: float, columns: int) -> str:
        """Blocks in lines, each cloud over its lists."""
        across = (width - _SPACE * (columns - 1)) / columns
        clouds = [self._arranged(block.rows, across, 215.0 if len(blocks) > 1 else 420.0) for block in blocks]
        marks, top = [], 0.0
        for first in range(0, len(blocks), columns):
            line_of = list(zip(blocks, clouds, strict=True))[first : first + columns]
            # The lists of a line of panels begin at one height.
            under = max(cloud.height for _, cloud in line_of) + _HEAD + 12
            ends = []
            for number, (block, cloud) in enumerate(line_of):
                parts, end = self._stacked(block, cloud, across, under)
                marks.append(_at(number * (across + _SPACE), top, parts))
                ends.append(end)
            top += max(ends) + 22
        return self._svg(width, top - 14, marks)

    def side_by_side(self, block: Block, width: float = WIDE, least: float = 342.0) -> str:
        """One cloud with its lists to the right, at least so high."""
        parts, end = self._lists(block, width * 0.37, 0.0, heads=True)
        cloud = self._arranged(block.rows, width * 0.6, max(min(end, 482.0), least) - 12)
        marks = [_at(0, 6, self._words(block.rows, cloud)), _at(width * 0.63, 0, parts)]
        return self._svg(width, max(end, cloud.height + 12), marks)

    def _stacked(self, block: Block, cloud: Cloud, width: float, under: float) -> tuple[list[str], float]:
        """Head, cloud, lists; several lists have heads of their own."""
        single = len(block.lists) == 1
        label, remark, colour, _ = block.lists[0]
        head = self._head(label, remark, colour, 0.0) if single else []
        # A cloud that is less tall than its neighbours stands in the middle of its place.
        middle = _HEAD + (under - 12 - _HEAD - cloud.height) / 2
        lists, end = self._lists(block, width, under, heads=not single)
        return [*head, _at(0, middle if single else 0, self._words(block.rows, cloud)), *lists], end

    def _lists(self, block: Block, width: float, top: float, *, heads: bool) -> tuple[list[str], float]:
        longest = max((len(str(term)) for *_, rows in block.lists for term in rows["term"]), default=1)
        parts, label_width = [], min(longest * _LETTER + 8, width * 0.52)
        for label, remark, colour, rows in block.lists:
            if heads and label:
                parts += self._head(label, remark, colour, top)
                top += _HEAD - 2
            for _, row in rows.iterrows():
                parts.append(self._listed(row, colour, width, label_width, top))
                top += _ROW
            top += 10 if heads else 4
        unit, lines = paragraph(
            0, top + 10, self.numbers.unit, width=int(width / 5.8), leading=15, font_size=12, fill=self.theme.muted
        )
        return [*parts, unit], top + 1 + 15 * lines

    def _listed(self, row: pd.Series, colour: str, width: float, label_width: float, top: float) -> str:
        value, left, right, middle = row[self.numbers.value], label_width, width - 40, top + _ROW / 2

        def at(number: float) -> float:
            return left + max(number, 0.0) / self.most * (right - left)

        ends = [row[self.numbers.low], row[self.numbers.high or self.numbers.value]]
        bar = [] if pd.isna(ends).any() else [line(at(ends[0]), middle, at(ends[1]), middle, stroke=colour, stroke_width=2.5, opacity=0.5)]  # fmt: skip
        room = int(label_width / (_LETTER - 0.5))
        term = row["term"] if len(row["term"]) <= room else row["term"][: room - 1] + "…"
        return mark(
            row.name, self._said(row), _title(self._said(row)),
            rectangle(0, top, width, _ROW, fill=self.theme.ground, opacity=0),
            words(0, middle + 4.5, term, font_size=13),
            line(left, top, left, top + _ROW, stroke=self.theme.grid),
            *bar, circle(at(value), middle, 4.5, fill=colour),
            words(width, middle + 4.5, f"{value:.1f}", font_size=12.5, text_anchor="end", fill=colour, font_weight=600),
        )  # fmt: skip

    def _head(self, label: str, remark: str, colour: str, top: float) -> list[str]:
        return [
            words(0, top + 16, label, font_size=15, font_weight=600, fill=colour),
            words(0, top + 32, remark, font_size=12, fill=self.theme.muted),
        ]

    def _words(self, rows: pd.DataFrame, cloud: Cloud) -> list[str]:
        parts = []
        for word in cloud.words:
            row, (left, top, right, bottom) = rows.loc[word.row], word.box
            style = self.styles.get(row["group"])
            said = self._said(row)
            parts.append(
                mark(
                    word.row, said, _title(said),
                    rectangle(left, top, right - left, bottom - top, fill=self.theme.ground, opacity=0),
                    words(word.x, word.y, word.word, font_size=f"{word.size:g}", fill=style.colour(self.theme) if style else self.theme.neutral),
                )
            )  # fmt: skip
        look = 'style="font-kerning:none;font-variant-ligatures:none"'
        return [f'<g class="packed" font-family="{FAMILY}" font-weight="{WEIGHT}" {look}>{"".join(parts)}</g>']

    def _said(self, row: pd.Series) -> str:
        style = self.styles.get(row["group"])
        who = f", {style.label}" if style else ""
        value, low = f"{row[self.numbers.value]:.2f}", f"{row[self.numbers.low]:.2f}"
        sure = f"{low} to {row[self.numbers.high]:.2f}" if self.numbers.high else f"at least {low}"
        return f"{row['term']}{who}: {value} ({sure}), {row['count']} hits"

    def _arranged(self, rows: pd.DataFrame, width: float, height: float) -> Cloud:
        weighed = rows.sort_values([self.numbers.weight, "term"], ascending=[False, True])
        wanted = zip(weighed.index, weighed["term"], weighed[self.numbers.weight], strict=True)
        return _arranged(tuple((int(row), str(term), float(weight)) for row, term, weight in wanted), width, height, self.font, seed=self.seed)  # fmt: skip

    def _svg(self, width: float, height: float, marks: list[str]) -> str:
        return svg(width, height, [f"<style>{self.font.css()}</style>", *marks], self.theme, self.name)


def _at(x: float, y: float, parts: Sequence[str]) -> str:
    return f'<g transform="translate({x:.1f} {y:.1f})">{"".join(parts)}</g>'


def _title(text: str) -> str:
    return f"<title>{escape(text)}</title>"
