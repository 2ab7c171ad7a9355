"""Small multiples: a panel a term, a row a group, each dot with its interval and its number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from .drawing import Drawing, broken, circle, line, mark, rectangle, stacked, svg, tooltip, words
from .theme import Styles, Theme

# Room above each panel for a line of its name, under it for its scale, and right of an interval for the number.
_HEAD, _LINE, _SCALE, _NUMBER = 30.0, 17.0, 32.0, 62.0


@dataclass(frozen=True)
class _Form:
    """Measures of one form of the picture, the wide or the narrow one; `letters`: of a group's name in a line."""

    width: float
    across: int
    font: float
    letters: int
    row: float = 22.0
    label: float = 0.0

    def fitted(self, labels: list[str]) -> _Form:
        """With room for these names of groups; where they leave little to the panels, those stand under each other."""
        lines = [broken(label, self.letters) for label in labels]
        label = 12 + self.font * 0.56 * max(len(part) for parts in lines for part in parts)
        row = 22.0 if max(map(len, lines)) == 1 else 2.4 * self.font
        return replace(
            self, label=label, row=row, across=self.across if label < 0.3 * self.width else max(self.across // 2, 1)
        )

    @property
    def panel(self) -> float:
        """Width of a panel."""
        return (self.width - self.label) / self.across


_WIDE, _NARROW = _Form(940, 4, 13, 24), _Form(350, 2, 12, 16)


def rate_multiples(table: pd.DataFrame, styles: Styles, theme: Theme, *, own_scale: bool = False) -> Drawing:
    """Rates of a few terms by group. table: term, group, count, words, per_1000, low, high; terms keep their order.

    own_scale: each panel up to its own highest interval, where otherwise all panels share one scale.
    """
    terms = list(dict.fromkeys(table["term"]))
    high = table.groupby("term")["high"].max().fillna(0)
    most = {term: max(float(high[term] if own_scale else high.max()), 1e-9) for term in terms}
    return Drawing(_drawn(table, styles, theme, most, _WIDE), _drawn(table, styles, theme, most, _NARROW))


def _drawn(table: pd.DataFrame, styles: Styles, theme: Theme, most: Mapping[str, float], form: _Form) -> str:
    groups, parts = list(dict.fromkeys(table["group"])), []
    form = form.fitted([styles[group].label for group in groups])
    names = {term: broken(term, max(int((form.panel - 8) / ((form.font + 2) * 0.53)), 8)) for term in most}
    more = _LINE * (max(map(len, names.values())) - 1)
    height = _HEAD + more + form.row * len(groups) + _SCALE
    for number, (term, rows) in enumerate(table.groupby("term", sort=False)):
        left, top = form.label + form.panel * (number % form.across), height * (number // form.across) + more
        if number % form.across == 0:
            parts += _names(groups, styles, theme, top, form)
        parts += _scale(names[term], left, top, len(groups), most[term], theme, form)
        parts += [_row(row, left, top, groups, most[term], styles, theme, form) for row in rows.itertuples(name="Row")]
    bottom = height * math.ceil(len(most) / form.across) + 8
    unit = "per 1,000 words (hits in brackets); line: 95 % interval; ring: no hit"
    parts.append(words(0, bottom, unit, font_size=form.font - 0.5, fill=theme.muted))
    return svg(form.width, bottom + 8, parts, theme, f"{len(most)} panels: {', '.join(most)}; {unit}")


def _names(groups: list[str], styles: Styles, theme: Theme, top: float, form: _Form) -> list[str]:
    """The names of the groups at the left of a line of panels."""
    return [
        stacked(
            0, top + _HEAD + form.row * (place + 0.5), broken(styles[group].label, form.letters), font_size=form.font,
            font_weight=600, fill=styles[group].colour(theme),
        )
        for place, group in enumerate(groups)
    ]  # fmt: skip


def _scale(name: list[str], left: float, top: float, rows: int, most: float, theme: Theme, form: _Form) -> list[str]:
    """A panel's name, its zero line and two lines of its scale."""
    base, room = top + _HEAD + form.row * rows, form.panel - _NUMBER - 8
    parts = [
        words(
            left, top + 19 - _LINE * (len(name) - 1 - place), part, font_size=form.font + 2, font_weight=600, serif=True
        )
        for place, part in enumerate(name)
    ]
    for tick in (0.0, *_ticks(most)):
        x = left + 5 + room * tick / most
        parts.append(line(x, top + _HEAD, x, base, stroke=theme.muted if tick == 0 else theme.grid, stroke_width=1))
        parts.append(words(x, base + 14, f"{tick:g}", font_size=11.5, text_anchor="middle", fill=theme.muted))
    return parts


def _ticks(most: float) -> list[float]:
    """One or two round numbers up to `most`."""
    step = 10 ** math.floor(math.log10(most))
    whole = next(step * factor for factor in (5, 2, 1) if step * factor <= most)
    return [whole / 2, whole] if whole / most > 0.45 else [whole]


def _row(
    row, left: float, top: float, groups: list[str], most: float, styles: Styles, theme: Theme, form: _Form,  # noqa: ANN001
) -> str:  # fmt: skip
    style, room = styles[row.group], form.panel - _NUMBER - 8
    colour, y = style.colour(theme), top + _HEAD + form.row * (groups.index(row.group) + 0.5)
    area = rectangle(left, y - form.row / 2, form.panel - 4, form.row, fill=theme.ground, opacity=0)
    if not row.words:
        return mark(
            row.Index, f"{row.term}, {style.label}: no words", area, words(left + 10, y + 4.5, "–", font_size=form.font)
        )
    at = lambda rate: left + 5 + room * float(np.clip(rate / most, 0, 1))  # noqa: E731
    number = f"{row.per_1000:.1f} ({row.count:,})" if row.count else "0"
    name = f"{row.term}, {style.label}: {row.per_1000:.1f} [{row.low:.1f}–{row.high:.1f}] per 1,000 words, {row.count} hits"
    return mark(
        row.Index,
        name,
        tooltip(name),
        area,
        line(at(row.low), y, at(row.high), y, stroke=colour, stroke_width=2.5, opacity=0.5),
        circle(at(row.per_1000), y, 4.5, fill=colour if row.count else theme.ground, stroke=colour, stroke_width=1.5),
        words(max(at(row.high), at(row.per_1000) + 4) + 6, y + 4.5, number, font_size=form.font - 0.5, fill=colour),
    )  # fmt: skip
