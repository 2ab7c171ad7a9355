"""How large is a difference, how close a tie? Measures on 2×2 tables that do not grow with the texts.

Every function takes the four cells as float arrays (`association.score` checks them) and gives an array.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from .errors import require_at_least, require_between, require_one_of
from .evidence import expected_count

Cell = np.ndarray


def log_ratio(
    o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, discount: Literal["empty", "both", "none"] = "empty"
) -> np.ndarray:
    """How many times more frequent is the word in the target? Binary logarithm: 1 twice, 2 four times, −1 half.

    discount: "empty" puts 0.5 in the place of an empty cell, on either side; "both" adds 0.5 to both counts and both
    totals (Walter 1975); "none" leaves a zero to give plus or minus infinity.
    Says nothing of how sure it is. Source: Hardie 2014.
    """
    require_one_of("discount", discount, ("empty", "both", "none"))
    target, reference = o11 + o21, o12 + o22
    if discount == "both":
        o11, o12, target, reference = (number + 0.5 for number in (o11, o12, target, reference))
    elif discount == "empty":
        o11, o12 = np.where(o11 == 0, 0.5, o11), np.where(o12 == 0, 0.5, o12)
    return np.log2(o11 / target) - np.log2(o12 / reference)


def log_ratio_conservative(
    o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, alpha: float = 0.05, tests: int = 1
) -> np.ndarray:
    """How many times more frequent is the word at the least? The bound of the log ratio's interval nearest to 0.

    Exact bounds at level `alpha` over `tests` words tried (Bonferroni). 0: the interval holds "no difference".
    Unites effect and evidence, so lists are sorted by it. Needs no pseudo-count. Source: Hardie 2014; Evert 2022.
    """
    from scipy.special import betaincinv

    require_between("alpha", alpha, 0, 1)
    require_at_least("tests", tests, 1)
    target, reference, tail = o11 + o21, o12 + o22, alpha / (2 * tests)
    more = o11 * reference >= o12 * target
    # Only the bound nearest to 0 is needed: the lower one where the target uses more, else the upper one.
    a = np.where(more, o11, o11 + 1)
    b = np.where(more, o12 + 1, o12)
    defined = (a > 0) & (b > 0)
    share = betaincinv(np.where(defined, a, 1), np.where(defined, b, 1), np.where(more, tail, 1 - tail))
    bound = np.log2(reference / target * share / (1 - share))
    return np.where(defined, np.where(more, np.maximum(bound, 0), np.minimum(bound, 0)), 0.0)


def percent_diff(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """By how many per cent is the word more frequent in the target? NaN where the reference has none.

    100: twice as frequent; −50: half as frequent. Source: Gabrielatos & Marchi 2011.
    """
    target, reference = o11 / (o11 + o21), o12 / (o12 + o22)
    return np.where(o12 > 0, 100 * (target - reference) / reference, np.nan)


def odds_ratio(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """How many times higher are the odds of meeting the word in the target? 1: alike.

    Where a cell is empty, 0.5 is added to all four. Source: Haldane 1956; Pojanapunya & Todd 2018.
    """
    added = np.where((o11 == 0) | (o12 == 0) | (o21 == 0) | (o22 == 0), 0.5, 0.0)
    return (o11 + added) * (o22 + added) / ((o12 + added) * (o21 + added))


def simple_maths(o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, k: float = 1.0, per: float = 1e6) -> np.ndarray:
    """How many times more frequent is the word in the target, when `k` is added to both rates? 1: alike.

    Rates are per `per` words (a million). A larger `k` brings frequent words to the top. Source: Kilgarriff 2009.
    """
    require_between("k", k, 0, np.inf)
    return (per * o11 / (o11 + o21) + k) / (per * o12 / (o12 + o22) + k)


def difference_coefficient(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """How large is the difference of the rates as a share of their sum? −1 only reference, 1 only target.

    Source: Hofland & Johansson 1982.
    """
    target, reference = o11 / (o11 + o21), o12 / (o12 + o22)
    return (target - reference) / (target + reference)


def mutual_information(o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, base: float = 2.0) -> np.ndarray:
    """How many times more often than expected do the two meet? A logarithm, in bits; NaN where they never meet.

    Favours rare pairs. base: 10 gives the values of UCS. Source: Church & Hanks 1990.
    """
    require_between("base", base, 1, np.inf)
    return _log_over_expected(o11, 1, o11, o12, o21, o22) / np.log2(base)


def mi3(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """Mutual information with the count to the third power, so that frequent pairs weigh more. Source: Daille 1994."""
    return _log_over_expected(o11, 3, o11, o12, o21, o22)


def npmi(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """Mutual information brought to the range −1 (never together) to 1 (never apart); 0: as expected.

    NaN where every pair is this pair. Source: Bouma 2009.
    """
    share = o11 / (o11 + o12 + o21 + o22)
    value = _log_over_expected(o11, 1, o11, o12, o21, o22) / -np.log2(share)
    return np.where(o11 == 0, -1.0, np.where(share == 1, np.nan, value))


def dice(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """What share of the occurrences of both words is spent together? Source: Smadja, McKeown & Hatzivassiloglou 1996."""
    return 2 * o11 / (2 * o11 + o12 + o21)


def log_dice(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """Dice as a logarithm, 14 at most: one point more is twice as close. NaN where the two never meet.

    The size of the corpus is not in it, so texts of unequal length compare. Source: Rychlý 2008.
    """
    return np.where(o11 > 0, 14 + np.log2(np.where(o11 > 0, dice(o11, o12, o21, o22), 1)), np.nan)


def delta_p_forward(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """How much does the node raise the chance of the collocate? −1 to 1. Source: Ellis 2006; Gries 2013."""
    return o11 / (o11 + o12) - o21 / (o21 + o22)


def delta_p_backward(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """How much does the collocate raise the chance of the node? −1 to 1. Source: Ellis 2006; Gries 2013."""
    return o11 / (o11 + o21) - o12 / (o12 + o22)


def min_sensitivity(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """What share of its occurrences does either word spend with the other, at the least?

    Source: Pedersen & Bruce 1996.
    """
    return np.minimum(o11 / (o11 + o12), o11 / (o11 + o21))


def _log_over_expected(count: Cell, power: int, *cells: Cell) -> np.ndarray:
    """log2(count^power / expected), NaN where there is no hit."""
    return np.where(count > 0, np.log2(np.where(count > 0, count, 1) ** power / expected_count(*cells)), np.nan)
