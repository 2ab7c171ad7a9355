"""The company of a word: its collocates in each group, those that groups share and those that only one has."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis import Corpus, Query, QueryError, collocates, find, meeting_places
from analysis.errors import require_at_least
from analysis.metadata import compared_groups

from ..charts.company import SILENT, company_matrix
from ..charts.theme import Styles
from .base import Exhibit, Receipt, receipt
from .groups import group_styles, listed, members_of
from .terms import named_queries
from .word_list import WordList

SHARED = "shared"
# Below this signed G² a surplus is one that chance alone brings about once in twenty pairs (chi-squared, 1 df).
COULD_BE_CHANCE = 3.84
FEW = 3


@dataclass(frozen=True, kw_only=True)
class CompanyOptions(WordList):
    """query: one search, the node; window: words on either side; together: meetings at the least, in one group;
    n: shared words, and own words a group; the rest as in WordList."""

    query: str = "cooperation"
    by: str = "author"
    window: int = 5
    together: int = 2
    n: int = 8


def company(corpus: Corpus, options: CompanyOptions) -> Exhibit:
    """Which words stand near the node in several groups, and which in one only?

    The table has a row a word and group: block ("shared" or the group), group, collocate, groups (that have it),
    together (meetings), expected (by chance), log_dice, log_likelihood, node_count, collocate_count (in the group).
    """
    require_at_least("n", options.n, 1)
    compared_groups(corpus.documents, options.by)
    name, node = one_search(options.query)
    found = near_words(corpus, node, options, by=options.by, minimum=options.together)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    table = _blocks(found, list(styles), options.n)
    hits = _hits_by_group(corpus, node, members)
    return Exhibit(
        name="company",
        options=options,
        title=f"“{name}” in different company",
        table=table,
        draw=lambda frame, theme: company_matrix(frame, _with_hits(styles, hits), theme),
        reading=_reading(table, found, styles, hits, name, options.window),
        receipt=company_receipt(corpus, options, f"at least {options.together} meetings in the group"),
        find_passages=lambda row: meetings(corpus, node, row["collocate"], options.window, members[row["group"]]),
        find_search=lambda row: f"{options.query}, {row['collocate']}",
    )


def one_search(typed: str) -> tuple[str, Query]:
    """The single search that is typed, with the name to show. QueryError for several."""
    queries = named_queries(typed)
    if len(queries) > 1:
        raise QueryError(
            f"This looks at the company of one word; “{typed}” is {len(queries)} searches. For either of two words "
            "type a bar between them, as in crisis|crises."
        )
    return next(iter(queries.items()))


def near_words(corpus: Corpus, node: Query, options: WordList, *, by: str, minimum: int) -> pd.DataFrame:
    """Collocates that the word list allows, the node itself left out: as `collocates`, by logDice."""
    found = collocates(
        corpus, node, by=by, left=options.window, right=options.window, stop_words=options.stop_words(),
        minimum_count=minimum,
    )  # fmt: skip
    totals = pd.Series(corpus.words_and_numbers.totals, corpus.terms)
    frequent = found["collocate"].map(totals) >= options.minimum_count
    named = {"count": "together", "score": "log_dice"}
    return found[frequent & ~found["collocate"].isin(_node_words(corpus, node))].rename(columns=named)


def meetings(corpus: Corpus, node: Query, collocate: str, window: int, documents: list[str]) -> pd.DataFrame:
    """The hits of the node that have the collocate in their window, in some of the texts, as concordance lines."""
    lines = meeting_places(corpus, node, collocate, left=window, right=window)
    return lines[lines["document_id"].isin(documents)].reset_index(drop=True)


def company_receipt(corpus: Corpus, options: WordList, *settings: str) -> Receipt:
    """How company is counted, for the foot."""
    return receipt(
        corpus,
        "collocates by logDice (Rychlý 2008)",
        f"window {options.window} words on either side, inside a paragraph",
        *settings,
        "G² with four cells (Dunning 1993)",
        *options.settings(),
        "the node itself left out; a word that stands twice near it meets it twice",
    )


def _node_words(corpus: Corpus, node: Query) -> set[str]:
    """The words that are hits of the node by themselves."""
    hits = find(corpus, node)
    alone = hits.position[hits.length == 1]
    return set(corpus.terms[corpus.term_of_form[corpus.tokens.form[alone]]])


def _blocks(found: pd.DataFrame, order: list[str], n: int) -> pd.DataFrame:
    """The n words most widely shared, then the n closest of each group's own, if they meet more than by chance."""
    found = found.assign(
        groups=found.groupby("collocate")["group"].transform("nunique"),
        closest=found.groupby("collocate")["log_dice"].transform("max"),
        place=found["group"].map(order.index),
    )
    more = found["together"] > found["expected"]
    common = found[(found["groups"] > 1) & found["collocate"].isin(found.loc[more, "collocate"])]
    common = common.sort_values(["groups", "closest", "collocate", "place"], ascending=[False, False, True, True])
    common = common[common["collocate"].isin(common["collocate"].drop_duplicates().head(n))]
    own = found[(found["groups"] == 1) & more].groupby("group", sort=False).head(n)
    table = pd.concat([common.assign(block=SHARED), own.assign(block=own["group"])], ignore_index=True)
    columns = ["block", "group", "collocate", "groups", "together", "expected", "log_dice", "log_likelihood"]
    return table[[*columns, "node_count", "collocate_count"]]


def _hits_by_group(corpus: Corpus, node: Query, members: dict[str, list[str]]) -> dict[str, int]:
    """Hits of the node in each group."""
    stream = corpus.tokens
    document = stream.document_of(find(corpus, node).position)
    counts = pd.Series(np.bincount(document, minlength=len(corpus.documents)), corpus.documents.index)
    return {group: int(counts[documents].sum()) for group, documents in members.items()}


def _with_hits(styles: Styles, hits: dict[str, int]) -> Styles:
    """The styles of the groups with the hits of the node in place of the size."""
    said = {0: SILENT, 1: "1 hit"}
    return {group: replace(style, size=said.get(hits[group], f"{hits[group]} hits")) for group, style in styles.items()}


def _reading(
    table: pd.DataFrame, found: pd.DataFrame, styles: Styles, hits: dict[str, int], name: str, window: int
) -> str:
    silent = [styles[group].label for group, count in hits.items() if not count]
    without = f" {listed(silent)} {'does' if len(silent) == 1 else 'do'} not use it at all." if silent else ""
    if table.empty:
        return (
            f"No word meets “{name}” ({sum(hits.values())} hits) often enough within {window} words to be listed."
            f"{without} Ask for fewer meetings or a wider window."
        )
    groups_with = found.groupby("collocate")["group"].nunique()
    shared = int((groups_with > 1).sum())
    own = table[table["block"] != SHARED]
    own = own.loc[own.groupby("group", sort=False)["log_likelihood"].idxmax()]
    heads = ", ".join(f"{row['collocate']} ({_times(row, styles)})" for _, row in own.iterrows())
    several = f"{shared} words keep" if shared > 1 else "One word keeps" if shared else "No word keeps"
    common = f"{several} company with “{name}” in two groups or more{_widest(table, styles)}"
    mine = f" Surest in one alone: {heads}." if heads else ""
    return f"{common}.{mine}{without} Numbers are meetings within {window} words: {FEW} or fewer prove little."


def _widest(table: pd.DataFrame, styles: Styles) -> str:
    first = table[table["block"] == SHARED]
    if first.empty:
        return ""
    rows = first[first["collocate"] == first["collocate"].iloc[0]]
    return f", above all {rows['collocate'].iloc[0]} ({', '.join(_times(row, styles) for _, row in rows.iterrows())})"


def _times(row: pd.Series, styles: Styles) -> str:
    return f"{styles[row['group']].label} {row['together']:,}"
