"""How often: each group's most frequent terms, and chosen terms across groups."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, Query, frequencies, query_frequencies
from analysis.errors import require_at_least

from ..charts.rates import panels_dot, terms_dot
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .groups import group_styles, members_of
from .terms import named_queries, typed
from .word_list import WordList

INTERVAL = "95 % paragraph bootstrap, 2,000 draws (Wilson where there is no hit or fewer than 8 paragraphs)"


@dataclass(frozen=True, kw_only=True)
class TopTermsOptions(WordList):
    """by: column compared; n: terms a group; the rest as in WordList."""

    by: str = "author"
    n: int = 12
    seed: int = 0


def top_terms(corpus: Corpus, options: TopTermsOptions) -> Exhibit:
    """Which terms does each group use most?"""
    require_at_least("n", options.n, 1)
    listed = frequencies(
        corpus,
        by=options.by,
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
        intervals=False,
    )
    top = listed[listed["count"] > 0].groupby("group", sort=False).head(options.n)
    # Intervals cost the most, so only terms that are shown get them.
    table = frequencies(corpus, by=options.by, terms=top["term"].unique(), seed=options.seed)
    table = table.merge(top[["group", "term"]]).reset_index(drop=True)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="top_terms",
        options=options,
        title="Which words does each text use most?",
        table=table,
        draw=lambda frame, theme: panels_dot(
            frame, styles, theme, value="per_1000", low="low", high="high", unit="per 1,000 words, with 95 % interval"
        ),
        reading=_top_reading(table, styles),
        receipt=receipt(
            corpus,
            "terms per 1,000 words",
            INTERVAL,
            f"seed {options.seed}",
            *options.settings(),
            "unit: terms, compounds counted apart",
        ),
        find_passages=lambda row: lines_in(corpus, exact(row["term"]), members[row["group"]]),
    )


def exact(term: str) -> Query:
    """A counted term as a search that finds just what was counted."""
    return Query(term, ((term,),), compounds=False)


def _top_reading(table: pd.DataFrame, styles: Styles) -> str:
    if table.empty:
        return "No term is frequent enough to be listed. Lower the minimum count or choose another stop list."
    first = table.groupby("group", sort=False).head(1)
    heads = "; ".join(f"{styles[row.group].label} {row.term} ({row.per_1000:.1f})" for row in first.itertuples())
    groups = table.groupby("term")["group"].nunique()
    shared = sorted(groups[groups == table["group"].nunique()].index)
    common = f"On every list stand {', '.join(shared)}." if shared else "No word stands on every list."
    return f"Most frequent, per 1,000 words: {heads}. {common}"


@dataclass(frozen=True)
class TermRatesOptions:
    """terms: searches parted by commas, @name for a family; compounds: also inside compounds."""

    terms: str = "trust, security, cooperation, global governance, international order"
    by: str = "author"
    compounds: bool = True
    seed: int = 0


def term_rates(corpus: Corpus, options: TermRatesOptions) -> Exhibit:
    """How often does each group use the terms I choose?"""
    queries = named_queries(options.terms, compounds=options.compounds)
    table = query_frequencies(corpus, queries, by=options.by, seed=options.seed)
    order = {name: place for place, name in enumerate(queries)}
    table = table.sort_values("term", key=lambda terms: terms.map(order), kind="stable").reset_index(drop=True)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="term_rates",
        options=options,
        title="Who uses these words, and how much?",
        table=table,
        draw=lambda frame, theme: terms_dot(frame, styles, theme),
        reading=rates_reading(table, styles),
        receipt=receipt(corpus, "hits per 1,000 words", INTERVAL, f"seed {options.seed}", unit(options.compounds)),
        find_passages=lambda row: lines_in(corpus, queries[row["term"]], members[row["group"]]),
        find_search=lambda row: typed(options.terms, row["term"]),
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
            f"{most['count']} of {most['words']:,} words"
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
