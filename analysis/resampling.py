"""How far would a number move, had other paragraphs been written, or been dealt out otherwise?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, reduce

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError, require_at_least, require_between
from .stream import locked

DRAWS = 2_000
# Terms and draws worked on at once: they bound the memory, whatever the number of paragraphs.
_TERMS = 1_000
_DRAWS = 200


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

    counts: paragraphs × terms (array or scipy sparse array; one dimension is one term); sizes: words a paragraph;
    strata: the text of each paragraph: paragraphs are drawn with replacement inside their text, never across texts.
    A draw's rate is its sum of hits over its sum of words; the interval is the percentile interval of the draws.
    Returns low and high, one value a term, as shares of words; NaN without words. Deterministic for a seed.
    AnalysisError for counts or sizes that are negative, missing or not one a paragraph.
    Source: Efron 1979; Lijffijt et al. 2016.
    """
    strata = np.zeros(np.size(sizes), int) if strata is None else strata
    counts, sizes, strata = checked_table(counts, sizes, strata)
    return _bootstrap(counts, sizes, strata, [slice(None)], draws, seed, level)


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

    Arguments and errors as `paragraph_bootstrap`; target: which paragraphs are the target's, a truth value each.
    Returns low and high of target − reference, one value a term, as shares of words; NaN where a side has no words.
    Source: Efron 1979.
    """
    counts, sizes, strata, target = checked_table(counts, sizes, strata, target)
    sides = [np.flatnonzero(target), np.flatnonzero(~target.astype(bool))]
    return _bootstrap(counts, sizes, strata, sides, draws, seed, level)


def checked_table(counts: ArrayLike, sizes: ArrayLike, *labels: ArrayLike) -> tuple:
    """Counts as a table of floats (a sparse one stays sparse), sizes and labels of the paragraphs as arrays."""
    sparse = hasattr(counts, "tocsr")
    counts = counts if sparse else np.asarray(counts, float)
    counts = counts.reshape(-1, 1) if counts.ndim == 1 else counts
    counts = counts.tocsr().astype(float) if sparse else counts
    sizes, labels = np.asarray(sizes, float), [np.asarray(each) for each in labels]
    if counts.ndim != 2 or any(each.shape != counts.shape[:1] for each in (sizes, *labels)):
        raise AnalysisError("Each paragraph needs one row of counts, one number of words and one label of each kind.")
    for numbers in (counts.data if sparse else counts, sizes):
        if not (np.isfinite(numbers) & (numbers >= 0)).all():
            raise AnalysisError("Counts and numbers of words must be 0 or more, none of them missing or infinite.")
    return counts, sizes, *labels


def _bootstrap(
    counts: ArrayLike, sizes: np.ndarray, strata: np.ndarray, sides: list, draws: int, seed: int, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """The percentile interval of the rate in the paragraphs of the one side, or of the difference of two sides."""
    require_at_least("draws", draws, 1)
    require_between("level", level, 0, 1)
    times = _times_drawn(strata, draws, seed)
    tails = ((1 - level) / 2, (1 + level) / 2)
    parts = [np.zeros((2, 0))]
    for terms in _term_blocks(counts):
        of_sides = [(terms[:, side], sizes[side], side) for side in sides]
        drawn = []
        for first in range(0, draws, _DRAWS):
            weights = times[:, first : first + _DRAWS].astype(float)
            rates = [_shares(hits @ weights[side], words @ weights[side]) for hits, words, side in of_sides]
            drawn.append(reduce(np.subtract, rates))
        parts.append(_percentiles(np.concatenate(drawn, axis=1), tails))
    low, high = np.concatenate(parts, axis=1)
    return low, high


def _term_blocks(counts: ArrayLike) -> Iterator[ArrayLike]:
    """A table of counts turned to terms × paragraphs, so many terms at a time."""
    terms = counts.T.tocsr() if hasattr(counts, "tocsr") else counts.T
    for first in range(0, terms.shape[0], _TERMS):
        yield terms[first : first + _TERMS]


def _shares(hits: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Hits as shares of words; a draw without words has none."""
    return hits / np.where(words > 0, words, np.nan)


def draw_weights(strata: np.ndarray, draws: int, seed: int) -> np.ndarray:
    """How often each paragraph is drawn in each draw: draws × paragraphs."""
    return np.ascontiguousarray(_times_drawn(strata, draws, seed).T, dtype=float)


def _times_drawn(strata: np.ndarray, draws: int, seed: int) -> np.ndarray:
    """How often each paragraph is drawn in each draw: paragraphs × draws, in small integers to save memory."""
    _, text = np.unique(strata, return_inverse=True)
    return _drawn(text.astype(np.int32).tobytes(), draws, seed)


@lru_cache(maxsize=8)
def _drawn(texts: bytes, draws: int, seed: int) -> np.ndarray:
    """The same by the numbers of the texts: the figures of a page draw the same paragraphs, each group its own."""
    text = np.frombuffer(texts, np.int32)
    random = np.random.default_rng(seed)
    times = np.zeros((len(text), draws), np.uint16)
    for number in range(text.max(initial=-1) + 1):
        members = np.flatnonzero(text == number)
        chances = np.full(len(members), 1 / len(members))
        for first in range(0, draws, _DRAWS):
            drawn = random.multinomial(len(members), chances, size=min(_DRAWS, draws - first))
            times[members, first : first + _DRAWS] = drawn.T
    return locked(times)


def _percentiles(rates: np.ndarray, levels: tuple[float, float]) -> np.ndarray:
    """Percentiles of each row, interpolated linearly as numpy does, by partial sorting only; undefined draws left out.

    A draw is undefined for every term or for none.
    """
    rates = rates[:, ~np.isnan(rates[0])]
    last = rates.shape[1] - 1
    if last < 0:
        return np.full((2, len(rates)), np.nan)
    places = np.array(levels) * last
    below = np.floor(places).astype(int)
    above = np.minimum(below + 1, last)
    rates.partition(np.unique([*below, *above]), axis=1)
    share = places - below
    return (rates[:, below] * (1 - share) + rates[:, above] * share).T


def permutation_test(
    counts: ArrayLike, sizes: ArrayLike, target: ArrayLike, *, draws: int = DRAWS, seed: int = 0
) -> tuple[np.ndarray, np.ndarray]:
    """Could chance alone, dealing out the paragraphs anew, make two rates differ as much?

    counts, sizes and errors as `paragraph_bootstrap`; target: which paragraphs are the target's, a truth value each,
    the others are the reference's. Whole paragraphs change sides, so words that come in clusters do not count as
    independent.
    Returns the difference of the rates (target − reference, shares of words) and the two-sided p, one value a term:
    (1 + draws at least as far apart) / (1 + draws), so never 0. NaN where a side has no words. Deterministic for a
    seed. Source: Fisher 1935; Phipson & Smyth 2010.
    """
    require_at_least("draws", draws, 1)
    counts, sizes, target = checked_table(counts, sizes, target)
    random, target = np.random.default_rng(seed), target.astype(bool)
    blocks = list(_term_blocks(counts))
    observed = [_differences(terms, sizes, target[None, :]) for terms in blocks]
    as_far = [np.zeros(len(found), int) for found in observed]
    for first in range(0, draws, _DRAWS):
        dealt = random.permuted(np.tile(target, (min(_DRAWS, draws - first), 1)), axis=1)
        for terms, found, number in zip(blocks, observed, as_far, strict=True):
            # Rounding must not decide whether a draw equals what was observed; a draw without a rate counts against us.
            number += (~(np.abs(_differences(terms, sizes, dealt)) < np.abs(found) - 1e-12)).sum(axis=1)
    difference = np.concatenate([np.zeros(0), *(found[:, 0] for found in observed)])
    p_values = (1 + np.concatenate([np.zeros(0), *as_far])) / (1 + draws)
    return difference, np.where(np.isnan(difference), np.nan, p_values)


def _differences(terms: ArrayLike, sizes: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """The difference of the rates of each term (rows) for each division of the paragraphs into two sides (columns)."""
    sides = np.ascontiguousarray(targets.T, dtype=float)
    hits, words = terms @ sides, sizes @ sides
    totals = np.asarray(terms.sum(axis=1)).reshape(-1, 1)
    return _shares(hits, words) - _shares(totals - hits, sizes.sum() - words)
