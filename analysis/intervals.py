"""How sure a rate is: intervals of a share.

What draws paragraphs anew stands in `resampling`, what corrects for many tests in `multiple_testing`; both can be had
from here.
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError, require_between
from .large_samples import MANY_PARAGRAPHS, gamma_intervals
from .multiple_testing import adjust
from .resampling import DRAWS, checked_table, difference_bootstrap, paragraph_bootstrap, permutation_test

__all__ = [
    "adjust", "clopper_pearson", "difference_bootstrap", "paragraph_bootstrap", "permutation_test", "rate_intervals",
    "wilson",
]  # fmt: skip
MIN_PARAGRAPHS = 8


def wilson(count: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Between which shares does the true share of `count` in `n` lie? Wilson's score interval.

    Returns low and high as shares (0 to 1); n = 0 gives NaN. AnalysisError for negative counts or count > n.
    Treats words as independent, so it is mostly too narrow for words of running text. Source: Wilson 1927.
    """
    count, n = _checked_counts(count, n, level)
    z = NormalDist().inv_cdf(0.5 + level / 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = count / n
        centre = share + z**2 / (2 * n)
        half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
        low, high = (centre - half) / (1 + z**2 / n), (centre + half) / (1 + z**2 / n)
    # Rounding must not lift the exact bounds off 0 and 1.
    return np.where((count == 0) & (n > 0), 0.0, low), np.where((count == n) & (n > 0), 1.0, high)


def clopper_pearson(count: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Between which shares does the true share of `count` in `n` lie, at the least so often? The exact interval.

    Returns low and high as shares (0 to 1); n = 0 gives NaN. Wider than Wilson's, and never too narrow for
    independent words. AnalysisError as `wilson`. Source: Clopper & Pearson 1934.
    """
    from scipy.special import betaincinv

    count, n = _checked_counts(count, n, level)
    tail = (1 - level) / 2
    missing = n - count
    # The beta distribution has no value at the ends, where the bound is 0 or 1 itself.
    low = np.where(count > 0, betaincinv(np.maximum(count, 1), missing + 1, tail), 0.0)
    high = np.where(missing > 0, betaincinv(count + 1, np.maximum(missing, 1), 1 - tail), 1.0)
    return np.where(n > 0, low, np.nan), np.where(n > 0, high, np.nan)


def _checked_counts(count: ArrayLike, n: ArrayLike, level: float) -> tuple[np.ndarray, np.ndarray]:
    require_between("level", level, 0, 1)
    count, n = np.asarray(count, float), np.asarray(n, float)
    if np.any(count < 0) or np.any(count > n) or np.any(np.isnan(count)) or np.any(np.isnan(n)):
        raise AnalysisError("A count must lie between 0 and the number of words.")
    return count, n


def rate_intervals(
    counts: ArrayLike,
    sizes: ArrayLike,
    strata: ArrayLike,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The interval shown with a rate: paragraph bootstrap, or another where that cannot work.

    Wilson's is taken for terms without a hit and for groups of fewer than 8 paragraphs; for groups of 5,000 paragraphs
    and more, the interval that the bootstrap comes to without end, by the gamma distribution (`large_samples`).
    Returns low, high (shares of words) and the method ("bootstrap", "wilson" or "gamma"), one value a term.
    Arguments and errors as `paragraph_bootstrap`.
    """
    counts, sizes, strata = checked_table(counts, sizes, strata)
    totals = np.asarray(counts.sum(axis=0)).ravel()
    words = np.full(len(totals), sizes.sum())
    # A search for a number can have more hits than there are words; then a share of words means nothing.
    sensible = totals <= words
    low, high = wilson(np.where(sensible, totals, 0), np.where(sensible, words, 0), level)
    method = np.full(len(totals), "wilson", dtype=object)
    if len(sizes) >= MIN_PARAGRAPHS:
        hit = np.flatnonzero((totals > 0) & sensible)
        many, some = len(sizes) >= MANY_PARAGRAPHS, counts[:, hit]
        low[hit], high[hit] = (
            gamma_intervals(some, sizes, strata, level=level)
            if many
            else paragraph_bootstrap(some, sizes, strata, draws=draws, seed=seed, level=level)
        )
        method[hit] = "gamma" if many else "bootstrap"
    return low, high, method
