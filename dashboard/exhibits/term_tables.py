"""Tables of chosen terms by group: with bootstrap intervals, or at the length of the shortest group."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis import Corpus, Query, fair_rates, query_frequencies

INTERVAL = "95 % paragraph bootstrap, 2,000 draws (Wilson where there is no hit or fewer than 8 paragraphs)"


def chosen_terms(corpus: Corpus, queries: Mapping[str, Query], *, by: str, seed: int, fair: bool) -> pd.DataFrame:
    """How often does each group use each search? In the order of the searches, then of the groups.

    Columns as `analysis.query_frequencies`. fair: low and high are the middle 95 % of windows as long as the shortest
    group, and there are besides holds (share of the draws in which the group keeps its rank for the search), window
    (words) and draws.
    """
    table = query_frequencies(corpus, queries, by=by, seed=seed)
    if fair:
        drawn = fair_rates(corpus, queries, by=by, seed=seed).rename(columns={"item": "term"})
        drawn = drawn[["group", "term", "low", "high", "holds", "window", "draws"]].assign(interval="windows")
        table = table.drop(columns=["low", "high", "interval"]).merge(drawn, on=["group", "term"], how="left")
    order = {name: place for place, name in enumerate(queries)}
    return table.sort_values("term", key=lambda terms: terms.map(order), kind="stable").reset_index(drop=True)


def interval_settings(table: pd.DataFrame, seed: int) -> tuple[str, ...]:
    """How the intervals of a table of `chosen_terms` were made, for a receipt."""
    if "window" not in table:
        return (INTERVAL, f"seed {seed}")
    window, draws = int(table["window"].iloc[0]), int(table["draws"].iloc[0])
    return (
        f"length-fair: middle 95 % of windows of {window:,} running words, {draws} draws (the shortest has one window only)",
        f"seed {seed}",
    )
