"""Measures on 2×2 tables: how strongly a word belongs to one side, and how sure that is.

Every measure takes the four cells as numbers or arrays (see `contingency.Cells`) and gives floats of the same shape.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError, require_at_least, require_between, require_one_of


@dataclass(frozen=True)
class Measure:
    """One measure: its label, function, range, what more of it means, and its source."""

    label: str
    function: Callable[..., np.ndarray]
    range: str
    direction: str
    source: str


def score(name: str, o11: ArrayLike, o12: ArrayLike, o21: ArrayLike, o22: ArrayLike, **options: float) -> np.ndarray:
    """The measure `name` (a key of MEASURES) of one or many 2×2 tables.

    Undefined is NaN: the word on neither side, or an empty side. AnalysisError for an unknown name, negative or
    missing cells.
    """
    require_one_of("measure", name, MEASURES)
    cells = [np.asarray(cell, float) for cell in (o11, o12, o21, o22)]
    if any(np.any(cell < 0) or np.any(np.isnan(cell)) for cell in cells):
        raise AnalysisError(
            "The four cells must be counts of 0 or more; a word cannot be more frequent than all words."
        )
    with np.errstate(invalid="ignore", divide="ignore"):
        values = MEASURES[name].function(*cells, **options)
        undefined = (cells[0] + cells[1] == 0) | (cells[0] + cells[2] == 0) | (cells[1] + cells[3] == 0)
        return np.where(undefined, np.nan, values)[()]


def log_likelihood(o11: np.ndarray, o12: np.ndarray, o21: np.ndarray, o22: np.ndarray) -> np.ndarray:
    """How surprising is the difference of the two rates? G2 with four cells, negative where the target uses less.

    Thresholds at one degree of freedom: 3.84 (p .05), 6.63 (.01), 10.83 (.001), 15.13 (.0001). Evidence, not size:
    it grows with the texts. Source: Dunning 1993.
    """
    return _more_in_target(o11, o12, o21, o22) * np.maximum(_g2(o11, o12, o21, o22), 0)


def log_ratio(o11: np.ndarray, o12: np.ndarray, o21: np.ndarray, o22: np.ndarray) -> np.ndarray:
    """How many times more frequent is the word in the target? Binary logarithm: 1 twice, 2 four times, −1 half.

    0.5 stands in the place of an empty cell, on either side. Says nothing of how sure it is. Source: Hardie 2014.
    """
    target = np.where(o11 == 0, 0.5, o11) / (o11 + o21)
    reference = np.where(o12 == 0, 0.5, o12) / (o12 + o22)
    return np.log2(target / reference)


def log_ratio_conservative(
    o11: np.ndarray, o12: np.ndarray, o21: np.ndarray, o22: np.ndarray, *, alpha: float = 0.05, tests: int = 1
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


def fisher_p(o11: np.ndarray, o12: np.ndarray, o21: np.ndarray, o22: np.ndarray) -> np.ndarray:
    """How probable is a table no more likely than this one, if both sides used the word alike? Two-sided exact test.

    Right for small counts, where chi-squared and G2 are not. Source: Fisher 1935.
    """
    shape = np.broadcast_shapes(*(np.shape(cell) for cell in (o11, o12, o21, o22)))
    cells = [np.broadcast_to(cell, shape).ravel() for cell in (o11, o12, o21, o22)]
    return np.array([_fisher(*table) for table in zip(*cells, strict=True)]).reshape(shape)


def _fisher(o11: float, o12: float, o21: float, o22: float) -> float:
    from scipy.special import gammaln

    hits, target, total = o11 + o12, o11 + o21, o11 + o12 + o21 + o22
    in_target = np.arange(max(0, hits + target - total), min(hits, target) + 1)

    def log_choose(n: float, k: np.ndarray) -> np.ndarray:
        return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)

    log_p = log_choose(target, in_target) + log_choose(total - target, hits - in_target) - log_choose(total, hits)
    # Tables as likely as this one differ from it by rounding only.
    return float(min(np.exp(log_p[log_p <= log_p[in_target == o11][0] + 1e-9]).sum(), 1.0))


def _more_in_target(o11: np.ndarray, o12: np.ndarray, o21: np.ndarray, o22: np.ndarray) -> np.ndarray:
    return np.sign(o11 * (o12 + o22) - o12 * (o11 + o21))


def _g2(o11: np.ndarray, o12: np.ndarray, o21: np.ndarray, o22: np.ndarray) -> np.ndarray:
    total = o11 + o12 + o21 + o22
    sums = (
        (o11, o11 + o12, o11 + o21),
        (o12, o11 + o12, o12 + o22),
        (o21, o21 + o22, o11 + o21),
        (o22, o21 + o22, o12 + o22),
    )
    return 2 * sum(_x_log(observed, observed * total / (row * column)) for observed, row, column in sums)


def _x_log(x: np.ndarray, ratio: np.ndarray) -> np.ndarray:
    """x · ln(ratio), 0 where x is 0."""
    return np.where(x > 0, x * np.log(np.where(x > 0, ratio, 1)), 0.0)


MEASURES = {
    "log_likelihood": Measure("G²", log_likelihood, "any number", "above 0: more in the target", "Dunning 1993"),
    "fisher_p": Measure("Fisher’s p", fisher_p, "0 to 1", "smaller: less compatible with equal use", "Fisher 1935"),
    "log_ratio": Measure("Log Ratio", log_ratio, "any number", "1: twice as frequent in the target", "Hardie 2014"),
    "log_ratio_conservative": Measure(
        "conservative Log Ratio",
        log_ratio_conservative,
        "any number",
        "1: at least twice as frequent",
        "Hardie 2014; Evert 2022",
    ),
}
