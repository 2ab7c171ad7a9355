"""Who is spoken of: countries, organisations and persons by group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus, OptionError, lexicon, query_frequencies
from analysis.errors import require_at_least, require_one_of

from ..charts.multiples import rate_multiples
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import RATE, unit
from .groups import group_styles, members_of
from .modality import SCALES
from .native import Bars
from .term_tables import interval_of


@dataclass(frozen=True)
class ActorsOptions:
    """by: column compared; n: actors shown, those with the highest mean of the groups' rates; scale: a key of SCALES."""

    by: str = "author"
    n: int = 8
    scale: Literal["shared", "own"] = "shared"
    seed: int = 0


def actors(corpus: Corpus, options: ActorsOptions) -> Exhibit:
    """Who is spoken of in each group, and how much?"""
    require_at_least("n", options.n, 1)
    require_one_of("scale", options.scale, SCALES)
    queries = {name: family.query for name, family in lexicon("actors").items()}
    rates = query_frequencies(corpus, queries, by=options.by, seed=options.seed)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    table = _most_named(rates, options.n)
    return Exhibit(
        name="actors",
        options=options,
        title="Who is spoken of?",
        table=table,
        draw=lambda frame, theme: rate_multiples(frame, styles, theme, own_scale=options.scale == "own"),
        reading=_reading(table, styles),
        receipt=receipt(
            corpus,
            "names of actors, all forms of a name together, per 1,000 words",
            f"{table['term'].nunique()} of {len(queries)} actors of the lexicon, those with the highest mean rate",
            interval_of(corpus),
            f"seed {options.seed}",
            unit(True),
        ),
        find_passages=lambda row: lines_in(corpus, queries[row["term"]], members[row["group"]]),
        find_search=lambda row: f"@{row['term']}",
        native=Bars("term", "group", "per_1000", RATE, styles, "low", "high"),
    )


def _most_named(rates: pd.DataFrame, n: int) -> pd.DataFrame:
    """The actors with the highest mean rate, so that a long text does not choose for all; groups keep their order."""
    hits = rates.groupby("term", sort=False)["count"].sum()
    means = rates.assign(per_1000=rates["per_1000"].fillna(0)).groupby("term", sort=False)["per_1000"].mean()
    means = means[hits > 0].sort_values(ascending=False, kind="stable")
    if means.empty:
        raise OptionError(
            "None of the actors of the lexicon is named in these texts; data/lexicons/actors.toml lists them."
        )
    chosen = list(means.index[:n])
    shown = rates[rates["term"].isin(chosen)]
    return shown.sort_values("term", key=lambda column: column.map(chosen.index), kind="stable").reset_index(drop=True)


def _reading(table: pd.DataFrame, styles: Styles) -> str:
    first = "; ".join(f"{term} {_steps(rows, styles)}" for term, rows in list(table.groupby("term", sort=False))[:2])
    return f"Per 1,000 words: {first}. {_named_by_one(table, styles)}"


def _steps(rows: pd.DataFrame, styles: Styles) -> str:
    """The rates in the order of the groups; of many groups the highest and the lowest."""
    rows = rows[rows["words"] > 0]
    if len(rows) > 6:
        rows = rows.sort_values("per_1000", ascending=False, kind="stable").iloc[[0, -1]]
    return ", ".join(f"{row.per_1000:.1f} ({styles[row.group].label})" for row in rows.itertuples())


def _named_by_one(table: pd.DataFrame, styles: Styles) -> str:
    users = table[table["count"] > 0].groupby("term", sort=False)["group"].agg(["nunique", "first"])
    alone = users[users["nunique"] == 1]
    if len(styles) < 2:
        return "There is one group only, so nothing is compared."
    if alone.empty:
        return "Each of those shown is named in two groups or more."
    named = ", ".join(f"{term} ({styles[group].label})" for term, group in alone["first"].head(4).items())
    return f"Named by one group only: {named}{' and others' if len(alone) > 4 else ''}."
