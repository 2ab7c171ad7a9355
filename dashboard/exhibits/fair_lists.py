"""Would the same words be on a list, were all groups as short as the shortest?"""

from __future__ import annotations

import pandas as pd

from analysis import Corpus, fair_keywords

FAIR_COLUMNS = ["rank", "fair_rank", "holds", "fair_value", "fair_low", "fair_high", "window", "draws"]
_MOST_DRAWS, _FEWEST_DRAWS, _IN_ALL = 100, 20, 500
# All words, for their intervals.
_ALL = 10**9


def fair_draws(n_groups: int) -> int:
    """Draws a group: each costs time, so the more groups the fewer, about 500 in all."""
    return max(_FEWEST_DRAWS, min(_MOST_DRAWS, _IN_ALL // max(n_groups, 1)))


def fair_lists(
    corpus: Corpus, listed: pd.DataFrame, *, by: str, n: int, measure: str, shown: str, seed: int, **words: object
) -> pd.DataFrame:
    """The first `n` words of each group by `measure`, as rows of `listed`, with how they fare in windows as long as
    the shortest group.

    listed: a row a group and term; shown: the measure whose values are drawn; words: stop_words and minimum_count.
    Adds rank, fair_rank (median over the windows), holds (share of the windows in which the word is again among the
    first n), fair_value, fair_low and fair_high (median and middle 95 % of `shown` over the windows that have the
    word), window (words), draws.
    """
    groups = list(dict.fromkeys(listed["group"]))
    options = {"by": by, "seed": seed, "draws": fair_draws(len(groups)), **words}
    parts = [_one_group(corpus, group, n, measure, shown, options) for group in groups]
    held = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["group", "term", *FAIR_COLUMNS])
    return held.merge(listed, on=["group", "term"], how="inner")[[*listed.columns, *FAIR_COLUMNS]]


def _one_group(corpus: Corpus, group: str, n: int, measure: str, shown: str, options: dict) -> pd.DataFrame:
    held = fair_keywords(corpus, group, measure=measure, top=n, **options)
    if shown != measure:
        # The same seed cuts the same windows.
        spread = fair_keywords(corpus, group, measure=shown, top=_ALL, **options)
        values = ["fair_value", "low", "high"]
        held = held.drop(columns=values).merge(spread[["item", *values]], on="item", how="left")
    return held.rename(columns={"item": "term", "low": "fair_low", "high": "fair_high"})


def kept(table: pd.DataFrame, labels: dict[str, str]) -> str:
    """One sentence: how many words of the lists hold in more than half of the draws, and whose."""
    if table.empty:
        return ""
    safe = table["holds"] > 0.5
    by_group = safe.groupby(table["group"], sort=False).agg(["sum", "size"])
    each = ", ".join(f"{labels[group]} {row['sum']} of {row['size']}" for group, row in by_group.iterrows())
    window, draws = int(table["window"].iloc[0]), int(table["draws"].iloc[0])
    return (
        f"Cut {draws} times to {window:,} running words each, as long as the shortest, {int(safe.sum())} of these "
        f"{len(table)} words come back onto their list more often than not: {each}."
    )


def fair_settings(table: pd.DataFrame, seed: int) -> tuple[str, ...]:
    """Window, draws and seed, for a receipt."""
    if table.empty:
        return ("length-fair",)
    window, draws = int(table["window"].iloc[0]), int(table["draws"].iloc[0])
    return (f"length-fair: windows of {window:,} words, {draws} draws a group, seed {seed}",)


def with_notes(table: pd.DataFrame) -> pd.DataFrame:
    """The share of draws as a note beside each row, and in words for the pointer."""
    return table.assign(
        note=[f"{row.holds:.0%}" for row in table.itertuples()],
        remark=[
            f"holds {row.holds:.0%}: in so many of {row.draws} windows of {row.window:,} words again on the list"
            for row in table.itertuples()
        ],
    )
