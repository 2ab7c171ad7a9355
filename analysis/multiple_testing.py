"""How sure many findings are together: p-values adjusted for the number of tests."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError, require_one_of


def adjust(p_values: ArrayLike, method: str = "benjamini_hochberg") -> np.ndarray:
    """How sure is each of many findings, once it is known how many were tried?

    method: "benjamini_hochberg" (or "bh") and "benjamini_yekutieli" ("by", for tests that depend on each other) bound
    the share of false finds; "holm" and "bonferroni" the chance of a single one. NaN stays NaN and is not counted as
    a test. Returns as many values in the same shape, a number for a number. Source: Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001; Holm 1979; Dunn 1961.
    """
    method = _SHORT.get(str(method).lower(), str(method).lower())
    require_one_of("method", method, ADJUSTMENTS)
    p_values = np.asarray(p_values, float)
    flat = p_values.ravel()
    if np.any((p_values < 0) | (p_values > 1)):
        raise AnalysisError("A p-value must lie between 0 and 1.")
    adjusted = np.full(flat.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(flat))
    order = tested[np.argsort(flat[tested], kind="stable")]
    adjusted[order] = np.minimum(ADJUSTMENTS[method](flat[order]), 1)
    return adjusted.reshape(p_values.shape)[()]


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
