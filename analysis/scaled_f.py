"""Which words are both frequent in a group and rare elsewhere? The scaled F-score."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError, require_between


def scaled_f_score(counts: ArrayLike, reference_counts: ArrayLike, *, beta: float = 1.0) -> np.ndarray:
    """How high does each word of a list stand both by frequency in the target and by precision for it?

    counts, reference_counts: of every word of the list in target and reference. Precision (the share of a word's hits
    that the target has) and frequency are each turned into the word's rank from below as a share of the list, equal
    words sharing the mean rank (other programs also take the normal curve), and their harmonic mean is taken; beta
    above 1 gives frequency more weight. 0 to 1, higher: more typical of the target. The value depends on the whole
    list, so values of different lists must not be compared. NaN for a word of neither side.
    AnalysisError for negative counts or lists of unequal length. Source: Kessler 2017.
    """
    from scipy.stats import rankdata

    require_between("beta", beta, 0, np.inf)
    counts, reference_counts = np.asarray(counts, float), np.asarray(reference_counts, float)
    if counts.shape != reference_counts.shape or not ((counts >= 0) & (reference_counts >= 0)).all():
        raise AnalysisError("Both sides need a count of 0 or more for each word of the list.")
    occurs = counts + reference_counts > 0
    target, both = counts[occurs], (counts + reference_counts)[occurs]
    precision, frequency = (rankdata(values) / len(target) for values in (target / both, target))
    value = np.full(counts.shape, np.nan)
    value[occurs] = (1 + beta**2) * precision * frequency / (beta**2 * precision + frequency)
    return value
