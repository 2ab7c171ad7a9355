"""Do two groups use a word at different rates, and would other paragraphs say the same?"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_one_of
from .frequency import PER, per_1000, searches_by_paragraph
from .intervals import MIN_PARAGRAPHS
from .large_samples import MANY_PARAGRAPHS, normal_differences, normal_permutation_test
from .metadata import compared_groups
from .multiple_testing import adjust
from .query import Queries, named_queries
from .resampling import DRAWS, difference_bootstrap, permutation_test
from .result import typed

DIFFERENCE_DTYPES = {
    "term": "str", "count": "int64", "reference_count": "int64", "words": "int64", "reference_words": "int64",
    "per_1000": "float64", "reference_per_1000": "float64", "difference": "float64", "low": "float64",
    "high": "float64", "p_value": "float64", "q_value": "float64",
}  # fmt: skip


def rate_differences(
    corpus: Corpus,
    queries: Queries,
    target: str,
    reference: str | None = None,
    *,
    by: str = "document_id",
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> pd.DataFrame:
    """How far apart are the rates of a search in a group and another one, or all others together (reference None)?

    queries: searches by the name to show, a list of searches, or a single one.
    A row a search, in their order: term, count and reference_count, words and reference_words, per_1000 and
    reference_per_1000, difference (per 1,000 words, target − reference), low and high (percentile interval: paragraphs
    are drawn anew inside each text of either side), p_value (permutation test: paragraphs are dealt out anew between
    the sides; both by their normal approximation for 5,000 paragraphs and more), q_value (Benjamini–Hochberg over the searches given). NaN where a side has no words; low and
    high also where a side has fewer than 8 paragraphs, or neither side has a hit: too little to draw anew from.
    One text stands for an author, a year and a genre at once: a difference is of these texts, whatever its cause.
    OptionError for an unknown group, QueryError for a search that cannot be read.
    Source: Efron 1979; Fisher 1935; Phipson & Smyth 2010.
    """
    named = named_queries(queries)
    chosen, in_target = _two_sides(corpus, by, target, reference)
    counts = searches_by_paragraph(corpus, named.values())[chosen]
    sizes, strata = corpus.words_by_paragraph[chosen], corpus.tokens.document_of_paragraph[chosen]
    if len(sizes) >= MANY_PARAGRAPHS:
        difference, p_value = normal_permutation_test(counts, sizes, in_target)
        low, high = normal_differences(counts, sizes, strata, in_target, level=level)
    else:
        difference, p_value = permutation_test(counts, sizes, in_target, draws=draws, seed=seed)
        low, high = difference_bootstrap(counts, sizes, strata, in_target, draws=draws, seed=seed, level=level)
    unsure = ~_can_bootstrap(counts, in_target)
    low[unsure] = high[unsure] = np.nan
    table = _sides(list(named), counts, sizes, in_target).assign(
        difference=PER * difference, low=PER * low, high=PER * high, p_value=p_value, q_value=adjust(p_value)
    )
    return typed(table, DIFFERENCE_DTYPES)


def _sides(names: list[str], counts: np.ndarray, sizes: np.ndarray, in_target: np.ndarray) -> pd.DataFrame:
    """Hits, words and rates of both sides, a row a search."""
    table = {"term": np.array(names, object)}
    for prefix, side in (("", in_target), ("reference_", ~in_target)):
        hits, words = counts[side].sum(axis=0), sizes[side].sum()
        table |= {f"{prefix}count": hits, f"{prefix}words": words, f"{prefix}per_1000": per_1000(hits, words)}
    return pd.DataFrame(table)


def _can_bootstrap(counts: np.ndarray, in_target: np.ndarray) -> np.ndarray:
    """For which searches other draws can differ: enough paragraphs on either side, and a hit on one of them."""
    smaller = min(in_target.sum(), (~in_target).sum())
    return (counts.sum(axis=0) > 0) & (smaller >= MIN_PARAGRAPHS)


def _two_sides(corpus: Corpus, by: str, target: str, reference: str | None) -> tuple[np.ndarray, np.ndarray]:
    """The paragraphs of both sides, and which of them are the target's."""
    groups = compared_groups(corpus.documents, by, target)
    if reference is not None:
        require_one_of("reference", reference, [label for label in groups.labels if label != target])
    group = np.array(groups.labels, object)[groups.of_document[corpus.tokens.document_of_paragraph]]
    chosen = np.flatnonzero((group == target) | ((group == reference) if reference is not None else True))
    return chosen, group[chosen] == target
