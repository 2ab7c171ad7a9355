"""How sure is a difference? Measures on 2×2 tables that grow with the texts.

Every function takes the four cells as float arrays (`association.score` checks them) and gives an array.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from .errors import AnalysisError, require_at_least, require_one_of

Cell = np.ndarray
_MOST_TABLES = 10_000_000


def log_likelihood(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """How surprising is the difference of the two rates? G2 with four cells, negative where the target uses less.

    Thresholds at one degree of freedom: 3.84 (p .05), 6.63 (.01), 10.83 (.001), 15.13 (.0001). Evidence, not size:
    it grows with the texts. Source: Dunning 1993.
    """
    rows, columns = (o11 + o12, o21 + o22), (o11 + o21, o12 + o22)
    total = rows[0] + rows[1]
    cells = ((o11, 0, 0), (o12, 0, 1), (o21, 1, 0), (o22, 1, 1))
    g2 = 2 * sum(_x_log(cell, cell * total / (rows[row] * columns[column])) for cell, row, column in cells)
    return direction(o11, o12, o21, o22) * np.maximum(g2, 0)


def p_of_g2(g2: np.ndarray) -> np.ndarray:
    """How often would chance alone give a G2 (or χ²) of one degree of freedom that is at least so far from 0?

    The tail of χ² with one degree of freedom is that of a normal variable squared: erfc(√(G2 / 2)).
    """
    from scipy.special import erfc

    return erfc(np.sqrt(np.abs(g2) / 2))


def log_likelihood_2cell(o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, signed: bool = False) -> np.ndarray:
    """How surprising are the two counts of the word, other words left out? G2 of two cells.

    signed: negative where the target uses less. A little below the four-cell value; the same thresholds.
    Source: Rayson & Garside 2000; Read & Cressie 1988.
    """
    share = (o11 + o12) / (o11 + o12 + o21 + o22)
    g2 = 2 * (_x_log(o11, o11 / (share * (o11 + o21))) + _x_log(o12, o12 / (share * (o12 + o22))))
    return _signed(np.maximum(g2, 0), signed, o11, o12, o21, o22)


def simple_log_likelihood(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """How surprising is this count alone, against the one expected? Negative where fewer than expected.

    2·(O·ln(O/E) − (O − E)). Source: Evert 2004.
    """
    expected = expected_count(o11, o12, o21, o22)
    g2 = 2 * (_x_log(o11, o11 / expected) - (o11 - expected))
    return np.sign(o11 - expected) * np.maximum(g2, 0)


def chi_squared(
    o11: Cell,
    o12: Cell,
    o21: Cell,
    o22: Cell,
    *,
    signed: bool = False,
    correction: Literal["none", "yates", "conditional"] = "none",
) -> np.ndarray:
    """How far are the four counts from those of equal use? Pearson's chi-squared.

    signed: negative where the target uses less. correction: "yates" takes N/2 off the difference; "conditional"
    does so only where a cell expects fewer than 5 and the difference is larger than that (quanteda's default).
    Not to be trusted where a cell expects fewer than 5: take Fisher's p. Source: Pearson 1900; Yates 1934.
    """
    require_one_of("correction", correction, ("none", "yates", "conditional"))
    rows, columns = (o11 + o12, o21 + o22), (o11 + o21, o12 + o22)
    total = rows[0] + rows[1]
    difference = np.abs(o11 * o22 - o12 * o21)
    corrected = np.maximum(difference - total / 2, 0)
    if correction == "yates":
        difference = corrected
    elif correction == "conditional":
        least = np.minimum(*rows) * np.minimum(*columns) / total
        difference = np.where((least < 5) & (corrected > 0), corrected, difference)
    product = rows[0] * rows[1] * columns[0] * columns[1]
    # Nothing but the word on both sides: the rates are equal.
    value = np.where(product > 0, total * difference**2 / np.where(product > 0, product, 1), 0.0)
    return _signed(value, signed, o11, o12, o21, o22)


def chi_squared_yates(o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, signed: bool = False) -> np.ndarray:
    """Chi-squared with Yates's correction for continuity: more cautious at small counts. Source: Yates 1934."""
    return chi_squared(o11, o12, o21, o22, signed=signed, correction="yates")


def fisher_p(
    o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, alternative: Literal["two-sided", "less", "greater"] = "two-sided"
) -> np.ndarray:
    """How probable is a table no more likely than this one, if both sides used the word alike? Exact test.

    alternative: "less", "greater": how probable is so low, so high a count in the target?
    Right for small counts, where chi-squared and G2 are not. Source: Fisher 1935; Pedersen 1996.
    """
    require_one_of("alternative", alternative, ("two-sided", "less", "greater"))
    _require_whole(o11, o12, o21, o22)
    shape = np.broadcast_shapes(*(np.shape(cell) for cell in (o11, o12, o21, o22)))
    cells = [np.broadcast_to(cell, shape).ravel() for cell in (o11, o12, o21, o22)]
    return np.array([_fisher(alternative, *table) for table in zip(*cells, strict=True)]).reshape(shape)


def log_odds_z(
    o11: Cell,
    o12: Cell,
    o21: Cell,
    o22: Cell,
    *,
    alpha0: float = 500.0,
    alpha_w: np.ndarray | float | None = None,
    variance: Literal["approximate", "full"] = "approximate",
) -> np.ndarray:
    """How many standard errors apart are the log-odds, once both sides are drawn towards what is usual?

    alpha0: the weight of the prior, in words. alpha_w: how much of it each word gets, by default in proportion to the
    word's share of both sides together. variance: "full" counts the other words in too (scattertext), which matters
    for very frequent words only. Beyond ±1.96 a word stands out at p .05. A word that neither the table nor the
    prior has is NaN. Source: Monroe, Colaresi & Quinn 2008, eq. 16 and 22.
    """
    require_at_least("alpha0", alpha0, 0)
    require_one_of("variance", variance, ("approximate", "full"))
    if alpha_w is None:
        alpha_w = alpha0 * (o11 + o12) / (o11 + o12 + o21 + o22)
    target, reference = o11 + alpha_w, o12 + alpha_w
    others, other_reference = o21 + alpha0 - alpha_w, o22 + alpha0 - alpha_w
    delta = np.log(target / others) - np.log(reference / other_reference)
    spread = 1 / target + 1 / reference
    if variance == "full":
        spread = spread + 1 / others + 1 / other_reference
    return np.where((target > 0) & (reference > 0), delta / np.sqrt(spread), np.nan)


def t_score(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """How far above expectation is the count, in units of its own square root? NaN where there is no hit.

    Favours frequent pairs. Source: Church, Gale, Hanks & Hindle 1991.
    """
    return np.where(o11 > 0, (o11 - expected_count(o11, o12, o21, o22)) / np.sqrt(o11), np.nan)


def z_score(
    o11: Cell, o12: Cell, o21: Cell, o22: Cell, *, variance: Literal["poisson", "binomial"] = "poisson"
) -> np.ndarray:
    """How far above expectation is the count, in units of the expected spread?

    variance: E ("poisson"), or E·(1 − p) with the share p of the collocate ("binomial"). Favours rare pairs.
    Source: Dennis 1965.
    """
    require_one_of("variance", variance, ("poisson", "binomial"))
    expected = expected_count(o11, o12, o21, o22)
    share = (o11 + o21) / (o11 + o12 + o21 + o22) if variance == "binomial" else 0.0
    return (o11 - expected) / np.sqrt(expected * (1 - share))


def expected_count(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """The count o11 that both margins of the table lead one to expect."""
    return (o11 + o12) * (o11 + o21) / (o11 + o12 + o21 + o22)


def direction(o11: Cell, o12: Cell, o21: Cell, o22: Cell) -> np.ndarray:
    """1 where the target uses the word more, −1 where less, 0 where alike."""
    return np.sign(o11 * (o12 + o22) - o12 * (o11 + o21))


def _signed(value: np.ndarray, signed: bool, *cells: Cell) -> np.ndarray:
    return direction(*cells) * value if signed else value


def _x_log(x: np.ndarray, ratio: np.ndarray) -> np.ndarray:
    """x · ln(ratio), 0 where x is 0."""
    return np.where(x > 0, x * np.log(np.where(x > 0, ratio, 1)), 0.0)


def _require_whole(*cells: Cell) -> None:
    """An exact test goes through every table there is, which must be possible."""
    if any(np.any(cell % 1) for cell in cells):
        raise AnalysisError("Fisher's exact test needs whole counts.")
    o11, o12, o21, o22 = cells
    if np.any(np.minimum(np.minimum(o11 + o12, o21 + o22), np.minimum(o11 + o21, o12 + o22)) > _MOST_TABLES):
        raise AnalysisError(f"Fisher's exact test is for small counts; above {_MOST_TABLES:,} take G².")


def _fisher(alternative: str, o11: float, o12: float, o21: float, o22: float) -> float:
    hits, target, total = o11 + o12, o11 + o21, o11 + o12 + o21 + o22
    if not total:
        return np.nan
    in_target = np.arange(max(0, hits + target - total), min(hits, target) + 1)
    # From table to table, because sums of logarithms of factorials lose digits where the texts are long.
    k = in_target[:-1]
    steps = np.log((hits - k) * (target - k) / ((k + 1) * (total - hits - target + k + 1)))
    log_p = np.concatenate([[0.0], np.cumsum(steps)])
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    if alternative != "two-sided":
        return float(min(p[in_target <= o11 if alternative == "less" else in_target >= o11].sum(), 1.0))
    # Tables as likely as this one differ from it by rounding only.
    return float(min(p[p <= p[in_target == o11][0] * (1 + 1e-9)].sum(), 1.0))
