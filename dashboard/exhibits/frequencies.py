"""How often: each group's most frequent terms, and chosen terms across groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus, Query, formula_places, frequencies
from analysis.errors import require_at_least, require_one_of

from ..charts.rates import panels_dot, rate_column, rate_unit, terms_dot
from ..charts.theme import Styles, Theme
from .base import Exhibit, Figure, lines_in, receipt
from .groups import each_group, group_styles, members_of
from .native import Bars
from .term_tables import chosen_terms, fair_reading, interval_of, interval_settings
from .terms import named_queries, typed
from .word_list import WordList

N_GRAMS = {1: "Words", 2: "Two words", 3: "Three words", 4: "Four words"}
VIEWS = ("together", "panels")
RATE = "per 1,000 words, with 95 % interval"


@dataclass(frozen=True, kw_only=True)
class TopTermsOptions(WordList):
    """by: column compared; n: terms a group; n_gram: words (1) or sequences of 2 to 4 words; the rest as in
    WordList, of which a stop list leaves out sequences that begin or end with one of its words."""

    by: str = "author"
    n: int = 12
    n_gram: int = 1
    seed: int = 0


def top_terms(corpus: Corpus, options: TopTermsOptions) -> Exhibit:
    """Which terms does each group use most?"""
    table = most_frequent(corpus, options)
    styles = group_styles(corpus, options.by)
    what = "words" if options.n_gram == 1 else f"{N_GRAMS[options.n_gram].lower()} in a row"
    return Exhibit(
        name="top_terms",
        options=options,
        title=f"Which {what} does {each_group(corpus, options.by)} use most?",
        table=table,
        draw=lambda frame, theme: panels_dot(frame, styles, theme, value="per_1000", low="low", high="high", unit=RATE),
        reading=_top_reading(table, styles),
        receipt=receipt(
            corpus,
            "terms per 1,000 words",
            interval_of(corpus),
            f"seed {options.seed}",
            *options.settings(),
            counted_unit(options.n_gram),
        ),
        find_passages=counted_passages(corpus, options.by),
        native=Bars("term", "group", "per_1000", RATE, styles, "low", "high", lists=True),
    )


def most_frequent(corpus: Corpus, options: TopTermsOptions) -> pd.DataFrame:
    """The `n` most frequent terms of each group, with intervals; columns as `analysis.frequencies`."""
    require_at_least("n", options.n, 1)
    require_one_of("n_gram", options.n_gram, N_GRAMS)
    listed = frequencies(
        corpus,
        by=options.by,
        n=options.n_gram,
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
        intervals=False,
    )
    top = listed[listed["count"] > 0].groupby("group", sort=False).head(options.n)
    # Intervals cost the most, so only terms that are shown get them.
    table = frequencies(corpus, by=options.by, n=options.n_gram, terms=top["term"].unique(), seed=options.seed)
    return table.merge(top[["group", "term"]]).reset_index(drop=True)


def exact(term: str) -> Query:
    """A counted term as a search that finds just what was counted."""
    return Query(term, ((term,),), compounds=False)


def counted_passages(corpus: Corpus, by: str) -> Callable[[pd.Series], pd.DataFrame]:
    """From a row with a counted term and its group to as many sentences as were counted."""
    members = members_of(corpus, by)

    def passages(row: pd.Series) -> pd.DataFrame:
        if " " not in row["term"]:
            return lines_in(corpus, exact(row["term"]), members[row["group"]])
        # A sequence passes over numbers, which a search does not: "covid pandemic" stands in "COVID-19 pandemic".
        lines = formula_places(corpus, row["term"])
        return lines[lines["document_id"].isin(members[row["group"]])].reset_index(drop=True)

    return passages


def counted_unit(n_gram: int) -> str:
    """What a counted term is, for a receipt."""
    if n_gram == 1:
        return "unit: terms, compounds counted apart"
    return f"unit: sequences of {n_gram} words inside a paragraph, numbers passed over"


def _top_reading(table: pd.DataFrame, styles: Styles) -> str:
    if table.empty:
        return "No term is frequent enough to be listed. Lower the minimum count or choose another stop list."
    first = table.groupby("group", sort=False).head(1)
    heads = "; ".join(f"{styles[row.group].label} {row.term} ({row.per_1000:.1f})" for row in first.itertuples())
    groups = table.groupby("term")["group"].nunique()
    shared = sorted(groups[groups == len(styles)].index)
    common = f"On every list stand {', '.join(shared)}." if shared else "Nothing stands on every list."
    without = [style.label for group, style in styles.items() if group not in set(table["group"])]
    missing = f" Nothing is frequent enough in {', '.join(without)}." if without else ""
    return f"Most frequent, per 1,000 words: {heads}. {common}{missing}"


@dataclass(frozen=True)
class TermRatesOptions:
    """terms: searches parted by commas, @name for a family; compounds: also inside compounds; view: all groups in one
    chart, or a panel a group; fair: intervals from windows as long as the shortest group."""

    terms: str = "trust, security, cooperation, global governance, international order"
    by: str = "author"
    compounds: bool = True
    view: Literal["together", "panels"] = "together"
    fair: bool = False
    seed: int = 0


def term_rates(corpus: Corpus, options: TermRatesOptions) -> Exhibit:
    """How often does each group use the terms I choose?"""
    require_one_of("view", options.view, VIEWS)
    queries = named_queries(options.terms, compounds=options.compounds)
    table = chosen_terms(corpus, queries, by=options.by, seed=options.seed, fair=options.fair)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)

    def draw(frame: pd.DataFrame, theme: Theme) -> Figure:
        if options.view == "together":
            return terms_dot(frame, styles, theme)
        return panels_dot(frame, styles, theme, value=rate_column(frame), low="low", high="high", unit=rate_unit(frame))

    return Exhibit(
        name="term_rates",
        options=options,
        title=f"How much does {each_group(corpus, options.by)} use these words?",
        table=table,
        draw=draw,
        reading=fair_reading(table, styles) if options.fair else rates_reading(table, styles),
        receipt=receipt(
            corpus,
            "hits per 1,000 words",
            *interval_settings(corpus, table, options.seed),
            unit(options.compounds),
        ),
        find_passages=lambda row: lines_in(corpus, queries[row["term"]], members[row["group"]]),
        find_search=lambda row: typed(options.terms, row["term"]),
        native=Bars(
            "term",
            "group",
            rate_column(table),
            rate_unit(table),
            styles,
            "low",
            "high",
            lists=options.view == "panels",
        ),
    )


def unit(compounds: bool) -> str:
    """What a hit is, for a receipt."""
    return "unit: hits of a search" + (", also inside compounds" if compounds else ", whole terms only")


def rates_reading(table: pd.DataFrame, styles: Styles) -> str:
    """Two sentences: who uses the first term most and least, and what is absent where."""
    term = table["term"].iloc[0]
    rows = table[table["term"] == term].sort_values("per_1000", ascending=False, kind="stable")
    most, least = rows.iloc[0], rows.iloc[-1]
    if not most["count"]:
        first = f"“{term}” stands in none of the texts"
    else:
        first = (
            f"“{term}” is most frequent in {styles[most['group']].label}: {_with_interval(most)} per 1,000 words, "
            f"{most['count']:,} of {most['words']:,} words"
        )
        if len(rows) > 1:
            first += f"; least in {styles[least['group']].label}: {_with_interval(least)}"
    absent = table[table["count"] == 0]
    if absent.empty:
        return f"{first}. Every term occurs in every group; where intervals overlap widely, do not rank."
    named = "; ".join(
        f"{name}: {', '.join(styles[group].label for group in part['group'])}"
        for name, part in list(absent.groupby("term", sort=False))[:4]
    )
    return f"{first}. Not a single hit — {named}."


def _with_interval(row: pd.Series) -> str:
    return f"{row['per_1000']:.1f} [{row['low']:.1f}–{row['high']:.1f}]"
