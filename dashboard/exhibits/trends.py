"""Over the years: chosen terms on the honest time axis."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, query_frequencies

from ..charts.theme import Styles
from ..charts.trends import trends_dot
from .base import Exhibit, lines_in, receipt
from .frequencies import INTERVAL, unit
from .groups import CONFOUNDED, group_styles, is_open_ended, time_of
from .terms import named_queries, typed


@dataclass(frozen=True)
class TrendsOptions:
    """terms: searches parted by commas, @name for a family; connect: join the dots across the empty years."""

    terms: str = "trust, global, @United States"
    connect: bool = False
    compounds: bool = True
    seed: int = 0


def trends(corpus: Corpus, options: TrendsOptions) -> Exhibit:
    """How often do these words stand in the texts of each year?"""
    queries = named_queries(options.terms, compounds=options.compounds)
    table = query_frequencies(corpus, queries, seed=options.seed)
    order = {name: place for place, name in enumerate(queries)}
    table = table.sort_values("term", key=lambda terms: terms.map(order), kind="stable").reset_index(drop=True)
    documents = corpus.documents
    table["time"] = table["group"].map({row: time_of(document) for row, document in documents.iterrows()})
    table["open_ended"] = table["group"].map({row: is_open_ended(document) for row, document in documents.iterrows()})
    styles = group_styles(corpus, "document_id")
    return Exhibit(
        name="trends",
        options=options,
        title="How do these words stand in the years?",
        table=table,
        draw=lambda frame, theme: trends_dot(frame, styles, theme, connect=options.connect),
        reading=_reading(table, styles),
        receipt=receipt(
            corpus,
            "hits per 1,000 words of each text, at its date",
            INTERVAL,
            f"seed {options.seed}",
            unit(options.compounds),
        ),
        find_passages=lambda row: lines_in(corpus, queries[row["term"]], [row["group"]]),
        find_search=lambda row: typed(options.terms, row["term"]),
    )


def _reading(table: pd.DataFrame, styles: Styles) -> str:
    placed = table[table["time"].notna()]
    if placed.empty:
        return "None of the texts has a year, so nothing can be placed on the time axis."
    parts = []
    for term, rows in list(placed.groupby("term", sort=False))[:3]:
        rows = rows.sort_values("time")
        steps = ", ".join(f"{row.per_1000:.1f} ({styles[row.group].label})" for row in rows.itertuples())
        parts.append(f"“{term}” {steps}")
    return f"Per 1,000 words, in order of time: {'; '.join(parts)}. {CONFOUNDED}"
