"""Intervals and tests for very many paragraphs: what drawing them anew without end would give, computed at once.

A rate is a ratio of sums over paragraphs, so its spread over draws follows from the residuals of the paragraphs, their
hits less the rate times their words (linearisation, Woodruff 1971). A rate is never negative and, where few paragraphs
have the word, leans to the right; so does the gamma distribution of the same mean and spread, whose quantiles are taken
(Fay & Feuer 1997). A difference of two rates is taken as normal.
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from .resampling import checked_table
from .sparse import membership

# From so many paragraphs on, drawing them one by one would take more time and memory than it adds.
MANY_PARAGRAPHS = 5_000


def rate_spread(counts: ArrayLike, sizes: ArrayLike, strata: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Rates of some terms (shares of words), and the standard errors that a paragraph bootstrap inside texts would give.

    counts: paragraphs × terms (array or scipy sparse array); sizes: words a paragraph; strata: the text of each
    paragraph. NaN without words. AnalysisError as `paragraph_bootstrap`. Source: Woodruff 1971.
    """
    counts, sizes, strata = checked_table(counts, sizes, strata)
    words = sizes.sum()
    if not words:
        return np.full((2, counts.shape[1]), np.nan)
    rate = _sums(counts) / words
    squares = _sums(counts * counts) - 2 * rate * _products(counts, sizes) + rate**2 * (sizes @ sizes)
    texts, text, n = np.unique(strata, return_inverse=True, return_counts=True)
    member = membership(text, len(texts))
    of_text, words_of_text = member @ counts, member @ sizes
    # The sums of the residuals of each text, squared, over its paragraphs: what does not vary when texts are kept.
    root = 1 / np.sqrt(n)
    scaled = of_text.multiply(root[:, None]).tocsr() if hasattr(of_text, "tocsr") else of_text * root[:, None]
    sizes_scaled = words_of_text * root
    kept = _sums(scaled * scaled) - 2 * rate * _products(scaled, sizes_scaled) + rate**2 * (sizes_scaled @ sizes_scaled)
    # Rounding must not make a spread of nothing negative.
    return rate, np.sqrt(np.maximum(squares - kept, 0)) / words


def gamma_intervals(
    counts: ArrayLike, sizes: ArrayLike, strata: ArrayLike, *, level: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """The percentile interval of a paragraph bootstrap, without draws: low and high, one value a term.

    Arguments and errors as `rate_spread`. Source: Fay & Feuer 1997, with the spread of Woodruff 1971.
    """
    from scipy.special import gammaincinv

    rate, error = rate_spread(counts, sizes, strata)
    varies = error > 0
    shape = np.divide(rate, error, out=np.ones_like(rate), where=varies) ** 2
    scale = np.divide(error**2, rate, out=np.zeros_like(rate), where=rate > 0)
    tails = ((1 - level) / 2, (1 + level) / 2)
    low, high = (np.where(varies, gammaincinv(shape, tail) * scale, rate) for tail in tails)
    return low, high


def normal_differences(
    counts: ArrayLike, sizes: ArrayLike, strata: ArrayLike, target: ArrayLike, *, level: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """The interval of `difference_bootstrap`, without draws: low and high of target − reference, one value a term."""
    counts, sizes, strata, target = checked_table(counts, sizes, strata, target)
    target = target.astype(bool)
    (rate, error), (other, other_error) = (
        rate_spread(counts[side], sizes[side], strata[side]) for side in (target, ~target)
    )
    half = NormalDist().inv_cdf(0.5 + level / 2) * np.hypot(error, other_error)
    return rate - other - half, rate - other + half


def normal_permutation_test(counts: ArrayLike, sizes: ArrayLike, target: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """`permutation_test` without deals: the difference of the rates, and the p of its normal approximation.

    When paragraphs change sides by chance, the sum of the residuals of one side has the variance of a sample without
    replacement (Cochran 1977).
    """
    from scipy.special import ndtr

    counts, sizes, target = checked_table(counts, sizes, target)
    target = target.astype(bool)
    totals, words = _sums(counts), sizes.sum()
    hits, side, n = _sums(counts[target]), sizes[target].sum(), len(sizes)
    if not 0 < side < words:
        return np.full(len(totals), np.nan), np.full(len(totals), np.nan)
    difference = hits / side - (totals - hits) / (words - side)
    rate = totals / words
    spread = (_sums(counts * counts) - 2 * rate * _products(counts, sizes) + rate**2 * (sizes @ sizes)) / n
    error = np.sqrt(np.maximum(spread, 0) * target.sum() * (n - target.sum()) / (n - 1)) * (
        1 / side + 1 / (words - side)
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        p_value = np.where(error > 0, 2 * ndtr(-np.abs(difference) / error), 1.0)
    return difference, p_value


def _sums(table: ArrayLike) -> np.ndarray:
    return np.asarray(table.sum(axis=0)).ravel()


def _products(table: ArrayLike, sizes: np.ndarray) -> np.ndarray:
    """Of each term the sum of counts times sizes."""
    return np.asarray(table.T @ sizes).ravel()
