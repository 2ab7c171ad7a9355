"""How sure a rate is: intervals of a share, and tests of many words at once."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import NormalDist

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
    count, n = _share(count, n, level)
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

    count, n = _share(count, n, level)
    tail = (1 - level) / 2
    missing = n - count
    # The beta distribution has no value at the ends, where the bound is 0 or 1 itself.
    low = np.where(count > 0, betaincinv(np.maximum(count, 1), missing + 1, tail), 0.0)
    high = np.where(missing > 0, betaincinv(count + 1, np.maximum(missing, 1), 1 - tail), 1.0)
    return np.where(n > 0, low, np.nan), np.where(n > 0, high, np.nan)


def _share(count: ArrayLike, n: ArrayLike, level: float) -> tuple[np.ndarray, np.ndarray]:
    require_between("level", level, 0, 1)
    count, n = np.asarray(count, float), np.asarray(n, float)
    if np.any(count < 0) or np.any(count > n) or np.any(np.isnan(count)) or np.any(np.isnan(n)):
        raise AnalysisError("A count must lie between 0 and the number of words.")
    return count, n


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
    weights = draw_weights(strata, draws, seed)
    words = weights @ sizes
    # A draw without words has no rate.
    weights, words = weights[words > 0], words[words > 0]
    tails = ((1 - level) / 2, (1 + level) / 2)
    parts = [_percentiles(weights @ part / words[:, None], tails) for part in _blocks(counts)]
    low, high = np.concatenate([np.zeros((2, 0)), *parts], axis=1)
    return low, high


def difference_bootstrap(
    counts: ArrayLike,
    sizes: ArrayLike,
    strata: ArrayLike,
    target: ArrayLike,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> tuple[np.ndarray, np.ndarray]:
    """Between which values would the difference of two rates lie, had other paragraphs been written on both sides?

    Arguments as `paragraph_bootstrap`; target: which paragraphs are the target's, a truth value each.
    Returns low and high of target − reference, one value a term, as shares of words; NaN where a side has no words.
    Source: Efron 1979.
    """
    require_at_least("draws", draws, 1)
    require_between("level", level, 0, 1)
    target = np.asarray(target, bool)
    weights = draw_weights(np.asarray(strata), draws, seed)
    one, other = weights * target, weights * ~target
    words, other_words = one @ np.asarray(sizes, float), other @ np.asarray(sizes, float)
    whole = (words > 0) & (other_words > 0)
    if not whole.any():
        return np.full(counts.shape[1], np.nan), np.full(counts.shape[1], np.nan)
    # One product with the difference of the two weights gives the difference of the two rates.
    weights = one[whole] / words[whole, None] - other[whole] / other_words[whole, None]
    tails = ((1 - level) / 2, (1 + level) / 2)
    low, high = np.concatenate(
        [np.zeros((2, 0)), *(_percentiles(weights @ part, tails) for part in _blocks(counts))], axis=1
    )
    return low, high


def _blocks(counts: ArrayLike) -> Iterator[np.ndarray]:
    """The columns of a table of counts, so many at a time, as dense floats."""
    for first in range(0, counts.shape[1], _BLOCK):
        part = counts[:, first : first + _BLOCK]
        yield (part.toarray() if hasattr(part, "toarray") else np.asarray(part)).astype(float)


def draw_weights(strata: np.ndarray, draws: int, seed: int) -> np.ndarray:
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


def permutation_test(
    counts: ArrayLike, sizes: ArrayLike, target: ArrayLike, *, draws: int = DRAWS, seed: int = 0
) -> tuple[np.ndarray, np.ndarray]:
    """Could chance alone, dealing out the paragraphs anew, make two rates differ as much?

    counts: paragraphs × terms (array or scipy sparse array); sizes: words a paragraph; target: which paragraphs are
    the target's, a truth value each, the others are the reference's. Whole paragraphs change sides, so words that
    come in clusters do not count as independent.
    Returns the difference of the rates (target − reference, shares of words) and the two-sided p, one value a term:
    (1 + draws at least as far apart) / (1 + draws), so never 0. NaN where a side has no words. Deterministic for a
    seed. Source: Fisher 1935; Phipson & Smyth 2010.
    """
    require_at_least("draws", draws, 1)
    sizes, target = np.asarray(sizes, float), np.asarray(target, bool)
    dealt = np.random.default_rng(seed).permuted(np.tile(target, (draws, 1)), axis=1)
    # The first row is the observed division.
    sides = np.concatenate([target[None, :], dealt]).astype(float)
    words = np.stack([sides @ sizes, (1 - sides) @ sizes])
    differences, p_values = [np.zeros(0)], [np.zeros(0)]
    for part in _blocks(counts):
        hits = sides @ part
        with np.errstate(invalid="ignore", divide="ignore"):
            difference = hits / words[0][:, None] - (part.sum(axis=0) - hits) / words[1][:, None]
        # Rounding must not decide whether a draw equals what was observed; a draw without a rate counts against us.
        as_far = ~(np.abs(difference[1:]) < np.abs(difference[0]) - 1e-12)
        differences.append(difference[0])
        p_values.append(np.where(np.isnan(difference[0]), np.nan, (1 + as_far.sum(axis=0)) / (1 + draws)))
    return np.concatenate(differences), np.concatenate(p_values)


def adjust(p_values: ArrayLike, method: str = "benjamini_hochberg") -> np.ndarray:
    """How sure is each of many findings, once it is known how many were tried?

    method: "benjamini_hochberg" (or "bh") and "benjamini_yekutieli" ("by", for tests that depend on each other) bound
    the share of false finds; "holm" and "bonferroni" the chance of a single one. NaN stays NaN and is not counted as
    a test. Source: Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001; Holm 1979; Dunn 1961.
    """
    method = _SHORT.get(str(method).lower(), str(method).lower())
    require_one_of("method", method, ADJUSTMENTS)
    p_values = np.asarray(p_values, float)
    if np.any((p_values < 0) | (p_values > 1)):
        raise AnalysisError("A p-value must lie between 0 and 1.")
    adjusted = np.full(p_values.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(p_values))
    order = tested[np.argsort(p_values[tested], kind="stable")]
    adjusted[order] = np.minimum(ADJUSTMENTS[method](p_values[order]), 1)
    return adjusted


def _step_up(ordered: np.ndarray) -> np.ndarray:
    ranked = ordered * len(ordered) / np.arange(1, len(ordered) + 1)
    return np.minimum.accumulate(ranked[::-1])[::-1]


def _step_down(ordered: np.ndarray) -> np.ndarray:
    return np.maximum.accumulate(ordered * np.arange(len(ordered), 0, -1))


# Each takes the p-values in rising order.
ADJUSTMENTS = {
    "benjamini_hochberg": _step_up,
    "benjamini_yekutieli": lambda ordered: _step_up(ordered) * (1 / np.arange(1, len(ordered) + 1)).sum(),
    "holm": _step_down,
    "bonferroni": lambda ordered: ordered * len(ordered),
}
_SHORT = {"bh": "benjamini_hochberg", "by": "benjamini_yekutieli"}
