"""How sure a rate is: intervals of a share, and tests of many words at once."""

from __future__ import annotations

from statistics import NormalDist
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError, require_at_least, require_between, require_one_of

DRAWS = 2_000
MIN_PARAGRAPHS = 8
# Terms bootstrapped at once: bounds the memory of the draws.
_BLOCK = 2_000


def wilson(count: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Between which shares does the true share of `count` in `n` lie? Wilson's score interval.

    Returns low and high as shares (0 to 1); n = 0 gives NaN. AnalysisError for negative counts or count > n.
    Treats words as independent, so it is mostly too narrow for words of running text. Source: Wilson 1927.
    """
    require_between("level", level, 0, 1)
    count, n = np.asarray(count, float), np.asarray(n, float)
    if np.any(count < 0) or np.any(count > n) or np.any(np.isnan(count)) or np.any(np.isnan(n)):
        raise AnalysisError("A count must lie between 0 and the number of words.")
    z = NormalDist().inv_cdf(0.5 + level / 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = count / n
        centre = share + z**2 / (2 * n)
        half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
        low, high = (centre - half) / (1 + z**2 / n), (centre + half) / (1 + z**2 / n)
    # Rounding must not lift the exact bounds off 0 and 1.
    return np.where((count == 0) & (n > 0), 0.0, low), np.where((count == n) & (n > 0), 1.0, high)


def paragraph_bootstrap(
    counts: ArrayLike,
    sizes: ArrayLike,
    strata: ArrayLike | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> tuple[np.ndarray, np.ndarray]:
    """Between which rates would this text's rate lie, had other paragraphs of its kind been written?

    counts: paragraphs × terms (array or scipy sparse array); sizes: words a paragraph; strata: the text of each
    paragraph: paragraphs are drawn with replacement inside their text, never across texts. A draw's rate is its sum
    of hits over its sum of words; the interval is the percentile interval of the draws.
    Returns low and high, one value a term, as shares of words. Deterministic for a seed.
    Source: Efron 1979; Lijffijt et al. 2016.
    """
    require_at_least("draws", draws, 1)
    require_between("level", level, 0, 1)
    sizes = np.asarray(sizes, float)
    strata = np.zeros(len(sizes), int) if strata is None else np.asarray(strata)
    weights = _draw_weights(strata, draws, seed)
    words = weights @ sizes
    # A draw without words has no rate.
    weights, words = weights[words > 0], words[words > 0]
    tail = (1 - level) / 2
    parts = [np.zeros((2, 0))]
    for first in range(0, counts.shape[1], _BLOCK):
        part = counts[:, first : first + _BLOCK]
        part = part.toarray() if hasattr(part, "toarray") else np.asarray(part)
        rates = (weights @ part.astype(float)) / words[:, None]
        parts.append(_percentiles(rates, (tail, 1 - tail)))
    low, high = np.concatenate(parts, axis=1)
    return low, high


def _draw_weights(strata: np.ndarray, draws: int, seed: int) -> np.ndarray:
    """How often each paragraph is drawn in each draw: draws × paragraphs."""
    random = np.random.default_rng(seed)
    weights = np.zeros((draws, len(strata)))
    for stratum in np.unique(strata):
        members = np.flatnonzero(strata == stratum)
        weights[:, members] = random.multinomial(len(members), np.full(len(members), 1 / len(members)), size=draws)
    return weights


def _percentiles(rates: np.ndarray, levels: tuple[float, float]) -> np.ndarray:
    """Percentiles of each column, interpolated linearly as numpy does, by partial sorting only."""
    last = len(rates) - 1
    places = np.array(levels) * last
    below = np.floor(places).astype(int)
    above = np.minimum(below + 1, last)
    ordered = np.partition(rates, np.unique([*below, *above]), axis=0)
    share = (places - below)[:, None]
    return ordered[below] * (1 - share) + ordered[above] * share


def rate_intervals(
    counts: ArrayLike,
    sizes: ArrayLike,
    strata: ArrayLike,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The interval shown with a rate: paragraph bootstrap, or Wilson's where that cannot work.

    Wilson's is taken for terms without a hit and for groups of fewer than 8 paragraphs.
    Returns low, high (shares of words) and the method ("bootstrap" or "wilson"), one value a term.
    """
    totals = np.asarray(counts.sum(axis=0), float).ravel()
    words = np.full(len(totals), np.sum(sizes), float)
    # A search for a number can have more hits than there are words; then a share of words means nothing.
    sensible = totals <= words
    low, high = wilson(np.where(sensible, totals, 0), np.where(sensible, words, 0), level)
    method = np.full(len(totals), "wilson", dtype=object)
    if len(sizes) >= MIN_PARAGRAPHS:
        hit = np.flatnonzero((totals > 0) & sensible)
        low[hit], high[hit] = paragraph_bootstrap(counts[:, hit], sizes, strata, draws=draws, seed=seed, level=level)
        method[hit] = "bootstrap"
    return low, high, method


def adjust(p_values: ArrayLike, method: Literal["benjamini_hochberg"] = "benjamini_hochberg") -> np.ndarray:
    """How sure is each of many findings, once it is known how many were tried?

    Benjamini–Hochberg q-values: the smallest false discovery rate at which each p-value would be kept. NaN stays NaN
    and is not counted as a test. Source: Benjamini & Hochberg 1995.
    """
    require_one_of("method", method, ["benjamini_hochberg"])
    p_values = np.asarray(p_values, float)
    adjusted = np.full(p_values.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(p_values))
    order = tested[np.argsort(p_values[tested], kind="stable")]
    ranked = p_values[order] * len(order) / np.arange(1, len(order) + 1)
    adjusted[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1)
    return adjusted
