"""The share of one word among two, group by group, on one line from all of the one to all of the other."""

from __future__ import annotations

import pandas as pd

from .drawing import Drawing, broken, circle, line, mark, rectangle, stacked, svg, tooltip, words
from .theme import Styles, Theme

_ROW, _TOP = 34.0, 50.0


def share_dots(table: pd.DataFrame, styles: Styles, theme: Theme, *, first: str, second: str) -> Drawing:
    """table: group, first, second (hits of each word), share (of the second, 0 to 1; NaN where there is neither), low,
    high. A row a group, its hits at the right."""
    name = "; ".join(f"{styles[row.group].label}: {first} {row.first}, {second} {row.second}" for row in table.itertuples())  # fmt: skip
    longest = max((len(styles[group].label) for group in table["group"]), default=10)
    label = min(max(longest * 7.4 + 20, 110), 260)
    return Drawing(
        _drawn(table, styles, theme, (first, second), name, width=940, label=label, font=14),
        _drawn(table, styles, theme, (first, second), name, width=350, label=min(label, 118), font=12.5),
    )


def _drawn(
    table: pd.DataFrame, styles: Styles, theme: Theme, pair: tuple[str, str], name: str, *, width: float, label: float, font: float,
) -> str:  # fmt: skip
    right = width - (150 if width > 500 else 62)
    at = lambda share: label + (right - label) * share  # noqa: E731
    base = _TOP + _ROW * len(table)
    small = {"font_size": font - 1, "fill": theme.muted}
    parts = [
        words(at(0), 16, f"all {pair[0]}", **small),
        words(at(1), 16, f"all {pair[1]}", text_anchor="end", **small),
    ]
    # A phone has no room for a heading over the hits; the ends of the line name the words.
    if width > 500:
        parts.append(words(width, 16, f"{pair[0]} : {pair[1]}", text_anchor="end", **small))
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(line(at(tick), _TOP - 6, at(tick), base, stroke=theme.grid if tick != 0.5 else theme.muted))
        parts.append(words(at(tick), _TOP - 14, f"{tick:.0%}", font_size=11.5, text_anchor="middle", fill=theme.muted))
    limit = int((label - 8) / (font * 0.54))
    for place, row in enumerate(table.itertuples()):
        parts.append(
            _row(row, _TOP + _ROW * (place + 0.5), at, styles, theme, pair, width=width, font=font, limit=limit)
        )
    return svg(width, base + 8, parts, theme, name)


def _row(row, y: float, at, styles: Styles, theme: Theme, pair, *, width: float, font: float, limit: int) -> str:  # noqa: ANN001
    style = styles[row.group]
    colour = style.colour(theme)
    parts = [
        rectangle(0, y - _ROW / 2, width, _ROW, fill=theme.ground, opacity=0),
        stacked(0, y, broken(style.label, limit), font_size=font, font_weight=600, fill=colour),
        words(width, y + 5, f"{row.first} : {row.second}", font_size=font, font_weight=600, text_anchor="end", fill=colour),
    ]  # fmt: skip
    if row.share != row.share:
        parts.append(words(at(0.5), y + 5, "neither word", font_size=font - 1, text_anchor="middle", fill=theme.muted))
        return mark(row.Index, f"{style.label}: neither {pair[0]} nor {pair[1]}", *parts)
    parts += [
        line(at(row.low), y, at(row.high), y, stroke=colour, stroke_width=3, opacity=0.45),
        circle(at(row.share), y, 6, fill=colour, stroke=theme.ground, stroke_width=1),
    ]
    name = f"{style.label}: {row.share:.0%} {pair[1]} [{row.low:.0%}–{row.high:.0%}]"
    return mark(row.Index, name, tooltip(name), *parts)
