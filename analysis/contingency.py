"""2×2 tables: each group against all the others, for every term."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Cells:
    """The four cells of many 2×2 tables, arrays of one shape.

    Keyness: o11, o12 = the term in target and reference; o21, o22 = all other words of target and reference.
    """

    o11: np.ndarray
    o12: np.ndarray
    o21: np.ndarray
    o22: np.ndarray


def group_against_rest(counts: np.ndarray, words: np.ndarray, group: int) -> Cells:
    """Cells of one group as target and all other groups together as reference, for every term.

    counts: groups × terms; words: words of each group.
    """
    target = counts[group].astype(float)
    reference = counts.sum(axis=0) - target
    return Cells(target, reference, words[group] - target, words.sum() - words[group] - reference)
