"""Common ground, first part: words that all groups use at nearly the same rate."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, frequencies, lockwords
from analysis.errors import require_at_least

from ..charts.lockwords import UNEQUAL, lockwords_dot
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import RATE, exact
from .groups import group_styles, members_of
from .native import Bars
from .term_tables import interval_of
from .word_list import WordList


@dataclass(frozen=True, kw_only=True)
class LockwordsOptions(WordList):
    """by: column compared; n: words shown; the rest as in WordList."""

    by: str = "author"
    n: int = 10
    minimum_count: int = 20
    seed: int = 0


def locked(corpus: Corpus, options: LockwordsOptions) -> Exhibit:
    """Which words do all groups use at nearly the same rate?

    Table: a row a word and group, most alike words first: term, group, count, words, per_1000, low, high; of the word:
    total (hits), mean_per_1000, lowest_per_1000, highest_per_1000, variation, p_value.
    """
    require_at_least("n", options.n, 1)
    found = lockwords(corpus, by=options.by, stop_words=options.stop_words(), minimum_count=options.minimum_count)
    table = _by_group(corpus, found.head(options.n), options)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="lockwords",
        options=options,
        title="Which words do all use alike?",
        table=table,
        draw=lambda frame, theme: lockwords_dot(frame, styles, theme),
        reading=_reading(found, styles, options),
        receipt=receipt(
            corpus,
            "lockwords: words of every group, by the variation of their rates (Baker 2011)",
            "p: G² of all groups against chance",
            interval_of(corpus),
            f"seed {options.seed}",
            *options.settings(),
        ),
        find_passages=lambda row: lines_in(corpus, exact(row["term"]), members[row["group"]]),
        native=Bars("term", "group", "per_1000", RATE, styles, "low", "high"),
    )


def _by_group(corpus: Corpus, words: pd.DataFrame, options: LockwordsOptions) -> pd.DataFrame:
    """The rates of the words in each group, with their intervals."""
    rates = frequencies(corpus, by=options.by, terms=words["term"].tolist(), seed=options.seed)
    rates = rates[rates["words"] > 0]
    # An unweighted mean: each group counts the same, as in the variation.
    mean = rates.groupby("term")["per_1000"].transform("mean")
    rates = rates[["term", "group", "count", "words", "per_1000", "low", "high"]].assign(mean_per_1000=mean)
    shown = words.rename(columns={"count": "total"})
    shown = shown[["term", "total", "lowest_per_1000", "highest_per_1000", "variation", "p_value"]]
    return shown[["term"]].merge(rates, how="left").merge(shown).reset_index(drop=True)


def _reading(found: pd.DataFrame, styles: Styles, options: LockwordsOptions) -> str:
    if found.empty:
        return (
            f"0 words stand in all {len(styles)} groups and at least {options.minimum_count} times in all. "
            "Lower the minimum count, keep function words, or leave out the shortest text."
        )
    best = "; ".join(
        f"“{row.term}” {row.lowest_per_1000:.1f} ({styles[row.lowest_group].label}) to {row.highest_per_1000:.1f}"
        f" ({styles[row.highest_group].label})"
        for row in found.head(2).itertuples()
    )
    unequal = int((found["p_value"] < UNEQUAL).sum())
    return (
        f"Most alike, per 1,000 words: {best}. All groups have {len(found)} such word{'s' if len(found) > 1 else ''}, and {unequal} of them "
        "differ more than chance allows (p under 0.05); for the others no difference was found, which proves no agreement."
    )
