"""One group against another: all words on a plane, and the words that make the difference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

import numpy as np
import pandas as pd

from analysis import Corpus, word_shift
from analysis.errors import require_at_least

from ..charts.contrast import contrast_scatter
from ..charts.shift import shift_bars
from .base import Exhibit, receipt
from .sides import PairOptions, Sides, compared_words, sentences_of_both, two_sides

# Dots on the plane: the words that differ most, and the most frequent of the others, which show what is alike.
MOST_TELLING, MOST_FREQUENT = 250, 150
_COLUMNS = [
    "term", "side", "sure", "target_count", "reference_count", "per_1000", "reference_per_1000",
    "log_ratio_conservative", "log_ratio", "log_likelihood", "q_value", "empty_cell", "texts", "n_texts",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ScatterOptions(PairOptions):
    """n: words labelled, at most; alpha: level of the conservative log ratio; the rest as in PairOptions."""

    n: int = 36
    alpha: float = 0.05


def keyness_scatter(corpus: Corpus, options: ScatterOptions) -> Exhibit:
    """Which words do two groups use alike, which does one use more, and which are one’s alone?"""
    require_at_least("n", options.n, 1)
    sides = two_sides(corpus, options)
    tested = compared_words(sides, options, options.alpha)
    table = _on_the_plane(tested)
    return Exhibit(
        name="keyness_scatter",
        options=options,
        title=f"{sides.names[0][:1].upper()}{sides.names[0][1:]} against {sides.names[1]}, word by word",
        table=table,
        draw=lambda frame, theme: contrast_scatter(frame, *sides.looks, theme, labelled=options.n),
        reading=_scatter_reading(tested, len(table), sides, options.alpha),
        receipt=receipt(
            corpus,
            "rates of each word on both sides; conservative Log Ratio (Hardie 2014; Evert 2022)",
            f"{sides.names[0]} against {sides.names[1]}",
            f"level {options.alpha:g} over {len(tested)} words (Bonferroni)",
            f"{len(table)} of {len(tested)} words drawn",
            *options.settings(),
        ),
        find_passages=partial(sentences_of_both, sides),
    )


def _on_the_plane(tested: pd.DataFrame) -> pd.DataFrame:
    """The words to draw, those to label first in front: surest first, the two sides in turn."""
    tested = tested.assign(side=np.where(tested["log_ratio"] > 0, "target", "reference"))
    strength = tested["log_likelihood"].abs()
    telling = tested.assign(effect=tested["log_ratio_conservative"].abs(), strength=strength).sort_values(
        ["effect", "strength", "term"], ascending=[False, False, True]
    )
    first = telling.head(MOST_TELLING)
    others = telling.iloc[MOST_TELLING:]
    often = (others["target_count"] + others["reference_count"]).nlargest(MOST_FREQUENT)
    chosen = pd.concat([first, others.loc[often.index]])
    by_side = [chosen.index[chosen["side"] == side] for side in ("target", "reference")]
    order = [row for pair in zip_longest(*by_side) for row in pair if row is not None]
    return chosen.loc[order, _COLUMNS].reset_index(drop=True)


def _scatter_reading(tested: pd.DataFrame, drawn: int, sides: Sides, alpha: float) -> str:
    if tested.empty:
        return "No word is frequent enough to be compared. Lower the minimum count."
    here, there = sides.names
    sure = tested[tested["sure"]]
    # Sorted from most typical of the target to most avoided by it.
    more, less = sure[sure["log_ratio"] > 0], sure[sure["log_ratio"] < 0].iloc[::-1]
    alone = int(((tested["reference_count"] == 0) | (tested["target_count"] == 0)).sum())
    return (
        f"More frequent beyond chance, at level {alpha:g} over {len(tested)} words tried: "
        f"{len(more)} in {here}{_first(more, 'per_1000', 'reference_per_1000')}, "
        f"{len(less)} in {there}{_first(less, 'reference_per_1000', 'per_1000')}. "
        f"Used by one side only: {alone}; words repeat inside a text, so read this as description."
    )


def _first(rows: pd.DataFrame, rate: str, other: str) -> str:
    if rows.empty:
        return ""
    row = rows.iloc[0]
    return f" (first {row['term']}, {row[rate]:.1f} against {row[other]:.1f} per 1,000 words)"


@dataclass(frozen=True, kw_only=True)
class ShiftOptions(PairOptions):
    """n: words drawn; the rest as in PairOptions."""

    n: int = 24


def shift(corpus: Corpus, options: ShiftOptions) -> Exhibit:
    """Which words make the difference between two groups?"""
    require_at_least("n", options.n, 1)
    sides = two_sides(corpus, options)
    whole = word_shift(
        sides.corpus,
        sides.target,
        sides.reference,
        by=options.by,
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
    ).rename(columns={"count": "target_count"})
    sure = compared_words(sides, options).set_index("term")["sure"]
    table = whole.head(options.n)
    table = table.assign(sure=table["term"].map(sure).fillna(False).astype(bool))
    return Exhibit(
        name="word_shift",
        options=options,
        title=f"What makes {sides.names[0]} differ from {sides.names[1]}?",
        table=table,
        draw=lambda frame, theme: shift_bars(frame, *sides.looks, theme),
        reading=_shift_reading(whole, table, sides),
        receipt=receipt(
            corpus,
            "word shift of the Jensen–Shannon divergence, both sides weighted alike (Gallagher et al. 2021; Lin 1991)",
            f"{sides.names[0]} against {sides.names[1]}",
            f"full bars: conservative Log Ratio not 0 at level 0.05 over {len(sure)} words",
            *options.settings(),
        ),
        find_passages=partial(sentences_of_both, sides),
    )


def _shift_reading(whole: pd.DataFrame, table: pd.DataFrame, sides: Sides) -> str:
    if table.empty:
        return "The two sides use the words listed alike, or no word is frequent enough. Lower the minimum count."
    here, there = sides.names
    first, last = table.iloc[0], table.iloc[-1]
    more = here if first["side"] == "target" else there
    return (
        f"The {len(table)} words drawn make {last['cumulative']:.0%} of the whole difference between {here} and {there}, "
        f"which {len(whole):,} words share ({whole['contribution'].sum():.2f} bits; 0: alike, 1: nothing in common). "
        f"First is “{first['term']}”, {first['cumulative']:.1%} of it and used more in {more}; "
        f"of the {len(table)}, {int(table['sure'].sum())} differ beyond chance."
    )
