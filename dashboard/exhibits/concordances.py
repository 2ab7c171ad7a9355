"""Every hit of a search: where it stands, and in what words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, concordance, parse
from analysis.concordance import CONCORDANCE_COLUMNS

from ..charts.places import places_strip
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .frequencies import unit
from .groups import group_styles
from .terms import named_queries


@dataclass(frozen=True)
class ConcordanceOptions:
    """query: one search; case_sensitive: US is not us; compounds: trust also finds trust-rebuilding."""

    query: str = "trust deficit"
    case_sensitive: bool = False
    compounds: bool = True


def concordance_lines(corpus: Corpus, options: ConcordanceOptions) -> Exhibit:
    """Where does a search stand in each text, and what stands around it?"""
    if options.query.startswith("@"):
        (query,) = named_queries(options.query).values()
    else:
        query = parse(options.query, case_sensitive=options.case_sensitive, compounds=options.compounds)
    lines = concordance(corpus, query)
    table = lines.assign(group=lines["document_id"], place=places(corpus, lines))
    styles = group_styles(corpus, "document_id")
    return Exhibit(
        name="concordance",
        options=options,
        title=f"Where does “{options.query.removeprefix('@')}” stand?",
        table=table,
        draw=lambda frame, theme: places_strip(frame, styles, theme),
        reading=_reading(table, styles, options.query.removeprefix("@")),
        receipt=receipt(
            corpus,
            "every hit of the search with its sentence",
            unit(options.compounds),
            "case-sensitive" if options.case_sensitive else "any case",
        ),
        find_search=lambda row: options.query,
        find_passages=lambda row: row[CONCORDANCE_COLUMNS].to_frame().T.reset_index(drop=True),
    )


def places(corpus: Corpus, lines: pd.DataFrame) -> list[float]:
    """Place of each hit in its text, 0 its first counted word, 1 its last."""
    starts = dict(zip(corpus.documents.index, corpus.tokens.document_starts, strict=False))
    sizes = corpus.documents["n_tokens"]
    return [
        (row.position - starts[row.document_id]) / max(int(sizes[row.document_id]) - 1, 1) for row in lines.itertuples()
    ]


def _reading(table: pd.DataFrame, styles: Styles, query: str) -> str:
    counts = table["group"].value_counts()
    if counts.empty:
        return (
            f"“{query}” stands in none of these texts. Check the spelling, or search for a part of it with an asterisk."
        )
    shown = ", ".join(f"{style.label} {counts.get(group, 0)}" for group, style in styles.items())
    first = table.iloc[0]
    context = f"…{first['left'][-60:].lstrip()}{first['node']}{first['right'][:60].rstrip()}…"
    where = f"{styles[first['group']].label}, paragraph {first['paragraph']}"
    return f"{len(table)} hits of “{query}”: {shown}. The first, in {where}: “{context}”"
