"""Which words do all groups use alike, as if locked in place?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_at_least
from .frequency import PER, count_matrix, words_by_group
from .metadata import compared_groups
from .result import from_rows, typed

LOCKWORD_DTYPES = {
    "term": "str", "count": "int64", "groups": "int64", "lowest_per_1000": "float64", "lowest_group": "str",
    "highest_per_1000": "float64", "highest_group": "str", "log_ratio_spread": "float64", "variation": "float64",
    "heterogeneity": "float64", "p_value": "float64",
}  # fmt: skip


def lockwords(
    corpus: Corpus, *, by: str = "document_id", stop_words: Collection[str] = (), minimum_count: int = 5
) -> pd.DataFrame:
    """Which words do all groups use at nearly the same rate?

    A row a term that every group with words has, at least `minimum_count` times in all: term, count, groups (number
    compared), lowest_per_1000 and lowest_group, highest_per_1000 and highest_group (of several, the first in order),
    log_ratio_spread (log2 of highest over lowest; 0 none, 1 twice), variation (coefficient of variation of the groups'
    rates: their standard deviation, that of a population, over their mean; 0 none), heterogeneity (G2 of the groups × 2
    table; 0 and above) and p_value (of it, by chi-squared with one degree of freedom fewer than groups).
    Sorted by variation, then term: most alike first. Each group weighs the same, however short.
    It cannot show that a word is used alike: with few hits everything looks alike, and a large p only says that no
    difference was found. So raise `minimum_count`, and compare variation among words of like count only. A small p
    says that the rates do differ; it treats words as independent, so it is too small.
    OptionError when there are not two groups. Source: Baker 2011.
    """
    require_at_least("minimum_count", minimum_count, 1)
    groups = compared_groups(corpus.documents, by)
    words, counts = words_by_group(corpus, groups), count_matrix(corpus, groups)
    worded = words > 0
    words, counts, labels = words[worded], counts[worded], np.array(groups.labels, object)[worded]
    listed = corpus.content_words(stop_words) & (counts.sum(axis=0) >= minimum_count) & (counts > 0).all(axis=0)
    if len(labels) < 2 or not listed.any():
        return from_rows([], LOCKWORD_DTYPES)
    table = _lockword_table(counts[:, listed], words, labels)
    table.insert(0, "term", corpus.terms[listed])
    return typed(table.sort_values(["variation", "term"], ignore_index=True), LOCKWORD_DTYPES)


def _lockword_table(counts: np.ndarray, words: np.ndarray, labels: np.ndarray) -> pd.DataFrame:
    from scipy.special import chdtrc

    rates = PER * counts / words[:, None]
    lowest, highest = rates.min(axis=0), rates.max(axis=0)
    g2 = _heterogeneity(counts, words)
    return pd.DataFrame(
        {
            "count": counts.sum(axis=0),
            "groups": len(labels),
            "lowest_per_1000": lowest,
            "lowest_group": labels[rates.argmin(axis=0)],
            "highest_per_1000": highest,
            "highest_group": labels[rates.argmax(axis=0)],
            "log_ratio_spread": np.log2(highest / lowest),
            "variation": rates.std(axis=0) / rates.mean(axis=0),
            "heterogeneity": g2,
            "p_value": chdtrc(len(labels) - 1, g2),
        }
    )


def _heterogeneity(counts: np.ndarray, words: np.ndarray) -> np.ndarray:
    """G2 of each groups × 2 table: the term, of which each group has some, and all other words of the group."""
    from scipy.special import xlogy

    share = counts.sum(axis=0) / words.sum()
    expected, others = words[:, None] * share, words[:, None] - counts
    # Where no other word is expected there is none, and its logarithm counts for nothing.
    others_expected = np.where(share < 1, words[:, None] - expected, 1)
    g2 = 2 * (xlogy(counts, counts / expected) + xlogy(others, others / others_expected)).sum(axis=0)
    return np.maximum(g2, 0)
