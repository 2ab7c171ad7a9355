"""What a measure of similarity sees of each group, and what each term adds to the value of two groups.

Every function takes a groups × terms table of counts and the words of each group as float arrays
(`similarity.profiles` checks them).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from .errors import OptionError, require_at_least, require_one_of
from .tfidf import VARIANTS, tfidf_weights

WEIGHTS = ("tfidf", "counts", "shares")
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Profiles:
    """What a measure sees of each group.

    values: groups × terms, NaN in the row of a group without a profile; parts: what each term adds to the value of two
    rows; terms: the columns of the table that the values stand for; dropped: how many columns could not be used.
    """

    values: np.ndarray
    parts: Callable[[np.ndarray, np.ndarray], np.ndarray]
    terms: np.ndarray
    dropped: int = 0

    def between(self, i: int, j: int) -> np.ndarray:
        """What each of `terms` adds to the value of two groups."""
        return self.parts(self.values[i], self.values[j])

    @property
    def defined(self) -> np.ndarray:
        """Which groups have a profile."""
        return ~np.isnan(self.values).any(axis=1) & (len(self.terms) > 0)


def cosine(
    counts: np.ndarray,
    words: np.ndarray,
    *,
    weights: Literal["tfidf", "counts", "shares"] = "tfidf",
    variant: Literal["plain", "scikit-learn"] = "plain",
) -> Profiles:
    """Do two groups weight the same words alike? The cosine of the angle between their rows.

    variant: that of TF-IDF. "plain" leaves out the words that all groups have: of two groups nothing is left to share.
    "counts" and "shares" (of words) give the same value, since a cosine does not see length; both are driven by
    function words. Source: Salton, Wong & Yang 1975.
    """
    require_one_of("weights", weights, WEIGHTS)
    require_one_of("variant", variant, VARIANTS)
    if weights == "tfidf":
        # Terms of no group and groups without words have no weight, so that they add nothing.
        rows = np.nan_to_num(tfidf_weights(counts, words, variant)[0])
    else:
        rows = counts if weights == "counts" else shares_of(counts, words)
    return Profiles(_unit(rows), np.multiply, np.arange(counts.shape[1]))


def jensen_shannon(counts: np.ndarray, words: np.ndarray, *, base: float = 2.0, root: bool = False) -> Profiles:
    """How much does a word, drawn from either of two groups by turns, tell of the group it comes from?

    Shares are of the words in the table. base: 2 gives bits (0 to 1), e gives nats; root: the distance, which is the
    square root of the divergence. A short text lacks words by chance and so lies far from all: compare like lengths.
    Source: Lin 1991.
    """
    if not base > 1:
        raise OptionError(f"base must be more than 1 (2 gives bits); not {base}.")
    parts = partial(divergence_parts, base=base, root=root)
    return Profiles(shares_of(counts, counts.sum(axis=1)), parts, np.arange(counts.shape[1]))


def divergence_parts(p: np.ndarray, q: np.ndarray, *, base: float = 2.0, root: bool = False) -> np.ndarray:
    """What each word adds to the Jensen–Shannon divergence of two rows of shares, or to its square root."""
    from scipy.special import rel_entr

    middle = (p + q) / 2
    # Rounding can leave a share of next to nothing below 0.
    parts = np.maximum((rel_entr(p, middle) + rel_entr(q, middle)) / (2 * np.log(base)), 0)
    if not root:
        return parts
    whole = parts.sum(axis=-1, keepdims=True)
    return parts / np.sqrt(np.where(whole > 0, whole, 1))


def burrows_delta(counts: np.ndarray, words: np.ndarray, *, most_frequent: int = 100) -> Profiles:
    """How many standard deviations apart do two groups use a frequent word, on average?

    Mean of |z_i − z_j| over the words most frequent in the whole table; z by the sample deviation over the groups.
    Source: Burrows 2002; Argamon 2008.
    """
    z, terms, dropped = _z_scores(counts, words, most_frequent)
    return Profiles(z, lambda x, y: np.abs(x - y) / len(terms), terms, dropped)


def cosine_delta(counts: np.ndarray, words: np.ndarray, *, most_frequent: int = 100) -> Profiles:
    """Do two groups leave the average of all groups in the same direction? 1 − cosine of their z-scores.

    For rows of length 1 that is half the squared distance, ½·Σ(x − y)², which is what each word adds.
    Source: Smith & Aldridge 2011; Evert et al. 2017.
    """
    z, terms, dropped = _z_scores(counts, words, most_frequent)
    return Profiles(_unit(z), lambda x, y: (x - y) ** 2 / 2, terms, dropped)


def shares_of(counts: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Counts as shares of the words of each group, NaN where it has none."""
    return counts / np.where(words > 0, words, np.nan)[:, None]


def _unit(rows: np.ndarray) -> np.ndarray:
    """Rows scaled to length 1; a row of zeros has no direction and becomes NaN."""
    length = np.sqrt((rows**2).sum(axis=1, keepdims=True))
    return rows / np.where(length > 0, length, np.nan)


def _z_scores(counts: np.ndarray, words: np.ndarray, most_frequent: int) -> tuple[np.ndarray, np.ndarray, int]:
    """The z-scores of the most frequent words over the groups, the columns of these words, and how many were dropped.

    Ties are taken in the order of the columns. Groups without words are NaN and left out of mean and deviation.
    """
    require_at_least("most_frequent", most_frequent, 1)
    pooled = counts.sum(axis=0)
    terms = np.argsort(-pooled, kind="stable")[:most_frequent]
    terms = terms[pooled[terms] > 0]
    shares = shares_of(counts[:, terms], words)
    filled = words > 0
    if filled.sum() < 3:
        return np.full(shares.shape, np.nan), terms, 0
    # Rounding can give equal shares a deviation above 0, so they are compared with each other.
    varies = shares[filled].max(axis=0) > shares[filled].min(axis=0)
    shares, used = shares[:, varies], terms[varies]
    z = (shares - shares[filled].mean(axis=0)) / shares[filled].std(axis=0, ddof=1)
    # Nor must it give a group that stands at the average a direction.
    z = np.where(np.abs(z) < _ROUNDING, 0, z)
    return z, used, len(terms) - len(used)
