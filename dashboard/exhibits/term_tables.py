"""Tables of chosen terms by group: with bootstrap intervals, or at the length of the shortest group."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis import Corpus, Query, fair_rates, query_frequencies
from analysis.intervals import MANY_PARAGRAPHS

from ..charts.theme import Styles

_INTERVAL = "95 % paragraph bootstrap, 2,000 draws (Wilson where there is no hit or fewer than 8 paragraphs)"


def interval_of(corpus: Corpus) -> str:
    """How intervals of rates are made here, for a receipt."""
    if corpus.n_paragraphs < MANY_PARAGRAPHS:
        return _INTERVAL
    return f"{_INTERVAL.removesuffix(')')}; by the gamma distribution for groups of {MANY_PARAGRAPHS:,} paragraphs and more)"


def chosen_terms(corpus: Corpus, queries: Mapping[str, Query], *, by: str, seed: int, fair: bool) -> pd.DataFrame:
    """How often does each group use each search? In the order of the searches, then of the groups.

    Columns as `analysis.query_frequencies`; per_1000 is always the rate of the whole group. fair: low and high are the
    middle 95 % of windows as long as the shortest group, and there are besides fair_per_1000 (the median of the
    windows), holds (share of the draws in which the group keeps its rank for the search), window (words) and draws.
    """
    table = query_frequencies(corpus, queries, by=by, seed=seed)
    if fair:
        drawn = fair_rates(corpus, queries, by=by, seed=seed)
        drawn = drawn.rename(columns={"item": "term", "fair_value": "fair_per_1000"})
        drawn = drawn[["group", "term", "fair_per_1000", "low", "high", "holds", "window", "draws"]].assign(
            interval="windows"
        )
        table = table.drop(columns=["low", "high", "interval"]).merge(drawn, on=["group", "term"], how="left")
    order = {name: place for place, name in enumerate(queries)}
    return table.sort_values("term", key=lambda terms: terms.map(order), kind="stable").reset_index(drop=True)


def interval_settings(corpus: Corpus, table: pd.DataFrame, seed: int) -> tuple[str, ...]:
    """How the intervals of a table of `chosen_terms` were made, for a receipt."""
    if "window" not in table:
        return (interval_of(corpus), f"seed {seed}")
    window, draws = int(table["window"].iloc[0]), int(table["draws"].iloc[0])
    return (
        f"length-fair: median and middle 95 % of windows of {window:,} running words, {draws} draws (the shortest has one window only)",
        f"seed {seed}",
    )


def fair_reading(table: pd.DataFrame, styles: Styles) -> str:
    """Two sentences on the first term of a fair table: who has most at equal length, and does the place hold?"""
    term, window = table["term"].iloc[0], int(table["window"].iloc[0])
    rows = table[table["term"] == term].sort_values("per_1000", ascending=False, kind="stable")
    most = rows.iloc[0]
    if not most["count"]:
        return f"“{term}” stands in none of the texts, however long (windows of {window:,} words)."
    first = (
        f"Were all as short as the shortest, {window:,} words, {styles[most['group']].label} would still use “{term}” most in "
        f"{most['holds']:.0%} of {int(most['draws'])} draws: half its windows have {most['fair_per_1000']:.1f} or more per 1,000 words"
    )
    if len(rows) > 1:
        next_one = rows.iloc[1]
        first += (
            f", half those of {styles[next_one['group']].label} {next_one['fair_per_1000']:.1f} "
            f"[{next_one['low']:.1f}–{next_one['high']:.1f}]"
        )
    return f"{first}. The shortest has a single window and so no line; each mark says how often its place is kept."
