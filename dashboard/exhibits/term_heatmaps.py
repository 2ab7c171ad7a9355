"""Terms by groups as a heat map: terms I choose, or those that any group uses most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, Query, frequencies

from ..charts.rate_heatmap import rates_heatmap
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import (
    TopTermsOptions,
    counted_passages,
    counted_unit,
    most_frequent,
    unit,
)  # fmt: skip
from .groups import each_group, group_styles, members_of
from .term_tables import chosen_terms, fair_reading, interval_of, interval_settings
from .terms import named_queries, typed


@dataclass(frozen=True, kw_only=True)
class TermHeatmapOptions(TopTermsOptions):
    """terms: searches parted by commas; none: the most frequent terms of all groups together, as in TopTermsOptions.

    compounds, fair: only for terms that are typed, as in TermRatesOptions.
    """

    terms: str = ""
    n: int = 6
    compounds: bool = True
    fair: bool = False


def term_heatmap(corpus: Corpus, options: TermHeatmapOptions) -> Exhibit:
    """Which term is frequent where, all at one glance?"""
    styles = group_styles(corpus, options.by)
    if options.terms.strip():
        queries = named_queries(options.terms, compounds=options.compounds)
        table = chosen_terms(corpus, queries, by=options.by, seed=options.seed, fair=options.fair)
        reading, named = fair_reading(table, styles) if options.fair else _reading(table, styles), "these words"
        settings = (*interval_settings(corpus, table, options.seed), unit(options.compounds))
        passages = _searched(corpus, queries, options.by)
    else:
        table = _union(corpus, options)
        reading, named = _reading(table, styles), "the most frequent terms"
        settings = (interval_of(corpus), f"seed {options.seed}", *options.settings(), counted_unit(options.n_gram))
        passages = counted_passages(corpus, options.by)
    return Exhibit(
        name="term_heatmap",
        options=options,
        title=f"How much does {each_group(corpus, options.by)} use {named}?",
        table=table,
        draw=lambda frame, theme: rates_heatmap(frame, styles, theme),
        reading=reading,
        receipt=receipt(corpus, "per 1,000 words", *settings),
        find_passages=passages,
        find_search=lambda row: typed(options.terms, row["term"]),
    )


def _union(corpus: Corpus, options: TermHeatmapOptions) -> pd.DataFrame:
    """The most frequent terms of any group in all groups, the highest mean rate first."""
    terms = most_frequent(corpus, options)["term"].unique()
    table = frequencies(corpus, by=options.by, n=options.n_gram, terms=terms, seed=options.seed)
    mean = table.groupby("term")["per_1000"].mean().reset_index().sort_values(["per_1000", "term"], ascending=[False, True])  # fmt: skip
    order = {term: place for place, term in enumerate(mean["term"])}
    groups = {group: place for place, group in enumerate(dict.fromkeys(table["group"]))}
    place = table["term"].map(order) * len(groups) + table["group"].map(groups)
    return table.iloc[place.argsort(kind="stable")].reset_index(drop=True)


def _searched(corpus: Corpus, queries: Mapping[str, Query], by: str) -> Callable[[pd.Series], pd.DataFrame]:
    members = members_of(corpus, by)
    return lambda row: lines_in(corpus, queries[row["term"]], members[row["group"]])


def _reading(table: pd.DataFrame, styles: Styles) -> str:
    if table.empty:
        return "No term is frequent enough to be listed. Lower the minimum count or choose another stop list."
    most = table.loc[table["per_1000"].idxmax()]
    empty = int((table["count"] == 0).sum())
    first = (
        f"The highest rate is “{most['term']}” in {styles[most['group']].label}: {most['per_1000']:.1f} "
        f"[{most['low']:.1f}–{most['high']:.1f}] per 1,000 words, {most['count']} hits"
    )
    absent = f"{empty} of {len(table)} cells are 0" if empty else f"None of the {len(table)} cells is 0"
    return f"{first}. {absent}. Cells of few hits are guesses: their intervals, over the cell, are wide."
