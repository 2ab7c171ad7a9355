"""Which words make the difference between two groups?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_at_least, require_one_of
from .frequency import PER
from .profiles import divergence_parts, shares_of
from .result import typed
from .term_table import TermTable, term_table

METHODS = {
    "jensen_shannon": "½·(p·log2(p/m) + q·log2(q/m)) with m = (p + q)/2, in bits (Lin 1991)",
    "proportion": "½·|p − q|, the share of words that would have to change (total variation distance)",
}
SHIFT_DTYPES = {
    "term": "str", "count": "int64", "reference_count": "int64", "per_1000": "float64",
    "reference_per_1000": "float64", "contribution": "float64", "side": "str", "cumulative": "float64",
}  # fmt: skip


def word_shift(
    corpus: Corpus,
    target: str,
    reference: str | None = None,
    *,
    by: str = "document_id",
    method: Literal["jensen_shannon", "proportion"] = "jensen_shannon",
    stop_words: Collection[str] = (),
    n: int = 1,
    minimum_count: int = 1,
) -> pd.DataFrame:
    """Which words make the difference between a group and another one, or all others together (reference None)?

    n: words (1) or sequences of 2 to 6 words; stop_words: not these, nor a sequence that begins or ends with one;
    minimum_count: at least so often in target and reference together.
    A row a term whose shares differ: term, count and reference_count, per_1000 and reference_per_1000 (words of the
    side), contribution (0 and above), side ("target" or "reference": which uses it more), cumulative (share of the
    whole difference up to this row, 0 to 1). Sorted by contribution, then term.
    Shares p and q are of the terms listed: of all words when nothing is left out. So the contributions add up to the
    divergence of the two lists: "jensen_shannon" in bits, 0 to 1, both sides weighted alike; "proportion" 0 to 1.
    Sums over different lists or methods must not be compared. NaN where a side has none of the terms.
    OptionError for an unknown group, or a group against itself. Source: Gallagher et al. 2021.
    """
    require_one_of("method", method, METHODS)
    require_at_least("minimum_count", minimum_count, 1)
    table = term_table(corpus, by, stop_words=stop_words, n=n)
    counts, words = _two_sides(table, target, reference)
    listed = np.flatnonzero(counts.sum(axis=0) >= minimum_count)
    counts = counts[:, listed]
    p, q = shares_of(counts, counts.sum(axis=1))
    parts = divergence_parts(p, q) if method == "jensen_shannon" else np.abs(p - q) / 2
    rates = PER * shares_of(counts, words)
    shift = pd.DataFrame(
        {
            "term": table.terms[listed],
            "count": counts[0],
            "reference_count": counts[1],
            "per_1000": rates[0],
            "reference_per_1000": rates[1],
            "contribution": parts,
            "side": np.where(np.nan_to_num(p) > np.nan_to_num(q), "target", "reference"),
        }
    )
    shift = shift[parts != 0].sort_values(["contribution", "term"], ascending=[False, True], ignore_index=True)
    shift["cumulative"] = shift["contribution"].cumsum() / shift["contribution"].sum()
    return typed(shift, SHIFT_DTYPES)


def _two_sides(table: TermTable, target: str, reference: str | None) -> tuple[np.ndarray, np.ndarray]:
    """Counts (2 × terms) and words of target and reference."""
    require_one_of("target", target, table.labels)
    others = [label for label in table.labels if label != target]
    if reference is not None:
        require_one_of("reference", reference, others)
        others = [reference]
    target_rows, reference_rows = np.isin(table.labels, [target]), np.isin(table.labels, others)
    counts = np.stack([table.counts[target_rows].sum(axis=0), table.counts[reference_rows].sum(axis=0)])
    return counts, np.array([table.words[target_rows].sum(), table.words[reference_rows].sum()])
