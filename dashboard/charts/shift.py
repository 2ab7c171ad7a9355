"""Word shift: a bar a word, to the side that uses it more."""

from __future__ import annotations

import pandas as pd

from .contrast import two_colours
from .drawing import Drawing, line, mark, rectangle, svg, tooltip, words
from .theme import GroupStyle, Theme

_ROW, _TOP = 26.0, 62.0


def shift_bars(table: pd.DataFrame, target: GroupStyle, reference: GroupStyle, theme: Theme) -> Drawing:
    """table: term, side, contribution, cumulative (0 to 1), per_1000, reference_per_1000, target_count,
    reference_count, sure. To the right what the target uses more, to the left what the reference does; pale: may be
    chance. The word stands on the empty side of its bar, so the two never meet.
    """
    name = "; ".join(f"{row.term}, {row.cumulative:.0%} up to here" for row in table.itertuples())
    looks = {"target": target, "reference": reference}
    return Drawing(
        _bars(table, looks, theme, name, width=940, size=14.5), _bars(table, looks, theme, name, width=350, size=12.5)
    )


def _bars(
    table: pd.DataFrame, looks: dict[str, GroupStyle], theme: Theme, name: str, *, width: float, size: float
) -> str:
    colours = two_colours(looks["target"], looks["reference"], theme)
    # At the right edge runs the share reached so far.
    room = width - size * 3.2
    middle, bottom = room / 2, _TOP + _ROW * max(len(table), 1)
    marks = _heads(looks, colours, theme, middle, width, size)
    longest = float(table["contribution"].max()) if len(table) else 1.0
    for number, (index, row) in enumerate(table.iterrows()):
        marks.append(_bar(index, row, _TOP + _ROW * number, middle, width, size, longest, looks, colours, theme))
    marks.append(line(middle, _TOP - 4, middle, bottom, stroke=theme.muted))
    return svg(width, bottom + 6, marks, theme, name)


def _heads(
    looks: dict[str, GroupStyle], colours: dict[str, str], theme: Theme, middle: float, width: float, size: float
) -> list[str]:
    big, wide = size + (1.5 if width > 500 else 0.5), width > 500
    left, right = (
        ("more in " if wide else "") + _cut(looks[side].label, 30 if wide else 18) for side in ("reference", "target")
    )
    key = "figures: rate here against rate there, per 1,000 words" if wide else "rates per 1,000 words"
    return [
        words(middle - 8, 18, f"← {left}", font_size=big, font_weight=600, text_anchor="end", fill=colours["reference"]),
        words(middle + 8, 18, f"{right} →", font_size=big, font_weight=600, fill=colours["target"]),
        words(0, 42, f"pale: may be chance · {key}", font_size=12.5 if wide else 11.5, fill=theme.muted),
        words(width, 42, "so far", font_size=12.5 if wide else 11.5, text_anchor="end", fill=theme.muted),
    ]  # fmt: skip


def _bar(
    index: int, row: pd.Series, top: float, middle: float, width: float, size: float, longest: float,
    looks: dict[str, GroupStyle], colours: dict[str, str], theme: Theme,
) -> str:  # fmt: skip
    side = row["side"]
    sign = 1 if side == "target" else -1
    rates = row["per_1000"], row["reference_per_1000"]
    more, less = rates if sign > 0 else rates[::-1]
    figures = f"{more:.1f} : {less:.1f}"
    length = max(2.0, (middle - size * 0.56 * len("88.8 : 88.8") - 10) * row["contribution"] / longest)
    base = top + _ROW / 2 + size * 0.34
    names = looks["target"].label, looks["reference"].label
    told = (
        f"{row['term']}: {names[0]} {rates[0]:.2f} per 1,000 words ({row['target_count']}), {names[1]} {rates[1]:.2f} "
        f"({row['reference_count']}); {row['cumulative']:.0%} of the difference up to here"
    )
    outward, inward = ("start", "end") if sign > 0 else ("end", "start")
    return mark(
        index,
        told,
        tooltip(told),
        rectangle(0, top, width, _ROW, fill=theme.ground),
        rectangle(
            middle if sign > 0 else middle - length, top + 5, length, _ROW - 10, fill=colours[side],
            opacity=1 if row["sure"] else 0.38,
        ),
        words(middle - sign * 8, base, _cut(row["term"], int((middle - 10) / (size * 0.56))), font_size=size,
              font_weight=600 if row["sure"] else 400, text_anchor=inward),
        words(middle + sign * (length + 6), base, figures, font_size=size - 1.5 if size > 13 else 11.5,
              text_anchor=outward, fill=theme.muted),
        words(width, base, f"{row['cumulative']:.0%}", font_size=size - 1.5 if size > 13 else 11.5, text_anchor="end", fill=theme.muted),
    )  # fmt: skip


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
