"""Do the methods agree on what sets a group apart, and if not, why?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .association import score
from .contingency import group_against_rest
from .corpus import Corpus
from .errors import require_at_least
from .frequency import count_matrix, per_1000, words_by_group
from .metadata import compared_groups
from .ngrams import units
from .result import typed
from .tfidf import tfidf_weights

METHODS = {
    "tfidf": "TF-IDF",
    "log_likelihood": "G²",
    "log_ratio": "Log Ratio",
    "log_odds_z": "weighted log-odds",
    "dispersion_keyness": "dispersion keyness",
}
AGREEMENT_DTYPES = {
    "term": "str", "count": "int64", "reference_count": "int64", "per_1000": "float64",
    "reference_per_1000": "float64", "document_frequency": "int64", "n_groups": "int64", "paragraphs": "int64",
    "n_paragraphs": "int64", **dict.fromkeys(METHODS, "float64"),
    **dict.fromkeys((f"rank_{name}" for name in METHODS), "int64"), "median_rank": "float64", "methods": "int64",
    "spread": "int64",
}  # fmt: skip


def agreement(
    corpus: Corpus,
    target: str,
    *,
    by: str = "document_id",
    n: int = 1,
    stop_words: Collection[str] = (),
    minimum_count: int = 3,
    top: int = 20,
) -> pd.DataFrame:
    """Which words set a group apart by five methods, and how far apart do the methods rank them?

    The methods: TF-IDF (groups as documents), G2, Log Ratio, weighted log-odds, and dispersion keyness: G2 of the
    paragraphs that have the word instead of the words themselves, so that one crowded paragraph counts once.
    A row a term that occurs in the group, and at least `minimum_count` times in the corpus: term, count,
    reference_count, per_1000, reference_per_1000, document_frequency (groups that have it), n_groups, paragraphs (of
    the group that have it), n_paragraphs, a column a method, its rank (1: most typical; equal values share the better
    rank), median_rank, methods (that have it among their first `top`, with all words of equal value), spread (between
    its best and its worst rank). Undefined is NaN: the rate of a reference without words. Sorted by median rank, then
    term. OptionError for an unknown group. Source: Egbert & Biber 2019 (dispersion keyness).
    """
    require_at_least("minimum_count", minimum_count, 1)
    require_at_least("top", top, 1)
    groups = compared_groups(corpus.documents, by, target)
    group, counted = groups.labels.index(target), units(corpus, n)
    counts, words = count_matrix(corpus, groups, counted), words_by_group(corpus, groups)
    listed = np.flatnonzero(
        counted.content(corpus.content_words(stop_words)) & (counts.sum(axis=0) >= minimum_count) & (counts[group] > 0)
    )
    counts = counts[:, listed]
    cells = group_against_rest(counts, words, group)
    with_term, paragraphs = _paragraphs(corpus, groups.of_document, counted.counts[:, listed], len(groups))
    columns = {
        "term": counted.names(listed),
        "count": counts[group],
        "reference_count": counts.sum(axis=0) - counts[group],
        "per_1000": per_1000(counts[group], words[group]),
        "reference_per_1000": per_1000(cells.o12, words.sum() - words[group]),
        "document_frequency": (counts > 0).sum(axis=0),
        "n_groups": len(groups),
        "paragraphs": with_term[group],
        "n_paragraphs": paragraphs[group],
        "tfidf": tfidf_weights(counts, words, "plain")[0][group],
        **{name: score(name, *cells) for name in ("log_likelihood", "log_ratio", "log_odds_z")},
        "dispersion_keyness": score("log_likelihood", *group_against_rest(with_term, paragraphs, group)),
    }
    return typed(_ranked(pd.DataFrame(columns), top), AGREEMENT_DTYPES)


def disagreement(table: pd.DataFrame) -> str:
    """One sentence on the word that the methods rank most differently among those one of them puts first, and why.

    table: of `agreement`. An empty table gives an empty sentence.
    """
    chosen = table[table["methods"] > 0]
    if chosen.empty:
        return ""
    row = chosen.sort_values(["spread", "term"], ascending=[False, True], kind="stable").iloc[0]
    ranks = {name: int(row[f"rank_{name}"]) for name in METHODS}
    best, worst = min(ranks, key=ranks.get), max(ranks, key=ranks.get)
    if ranks[best] == ranks[worst]:
        return f"The methods agree: “{row['term']}” has rank {ranks[best]} by all five."
    return (
        f"“{row['term']}” is number {ranks[best]} by {METHODS[best]} and number {ranks[worst]} by {METHODS[worst]}, "
        f"because {_reason(row, best, worst)}."
    )


def _reason(row: pd.Series, best: str, worst: str) -> str:
    hits = f"{row['count']} hit{'s' if row['count'] > 1 else ''}"
    if worst == "tfidf" and row["document_frequency"] == row["n_groups"]:
        return f"all {row['n_groups']} groups use it, which makes its TF-IDF 0 however unequal the rates"
    if worst == "dispersion_keyness":
        return f"its {hits} stand in only {row['paragraphs']} of {row['n_paragraphs']} paragraphs"
    if best == "log_ratio":
        return f"Log Ratio measures size, not evidence, and there are only {hits}"
    if worst == "log_ratio":
        return "Log Ratio measures size, not evidence: the difference is sure but not large"
    if best == "tfidf":
        return f"{row['document_frequency']} of {row['n_groups']} groups have it, which TF-IDF rewards"
    if best == "dispersion_keyness":
        return f"its {hits} are spread over {row['paragraphs']} of {row['n_paragraphs']} paragraphs"
    return "they weigh size against evidence differently"


def _paragraphs(corpus: Corpus, of_document: np.ndarray, counts, n_groups: int) -> tuple[np.ndarray, np.ndarray]:  # noqa: ANN001
    """How many paragraphs of each group have each unit (groups × units), and how many there are."""
    group = of_document[corpus.tokens.document_of_paragraph]
    has = counts.astype(bool)
    with_term = [np.asarray(has[np.flatnonzero(group == number)].sum(axis=0)).ravel() for number in range(n_groups)]
    return np.array(with_term), np.bincount(group, minlength=n_groups)


def _ranked(table: pd.DataFrame, top: int) -> pd.DataFrame:
    # A method that has no value for a word puts it last.
    values = table[list(METHODS)]
    ranks, worst = (values.rank(ascending=False, method=ties, na_option="bottom") for ties in ("min", "max"))
    table = table.join(ranks.add_prefix("rank_"))
    table["median_rank"] = ranks.median(axis=1)
    # Words of equal value, as the TF-IDF of 0 of all words that every group has, get the vote only if all fit in.
    table["methods"] = (worst <= top).sum(axis=1)
    table["spread"] = ranks.max(axis=1) - ranks.min(axis=1)
    return table.sort_values(["median_rank", "term"], ignore_index=True)
