"""Does a topic come back when the model begins elsewhere?"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

import numpy as np


def topic_stability(topics: Sequence[Collection[Hashable]], others: Sequence[Collection[Hashable]]) -> np.ndarray:
    """How much of each topic comes back in another model of the same texts?

    topics, others: the strongest words of each topic of either model, in no order. Topics are paired one to one, so
    that the sum of the overlaps is as large as can be: no topic of the other model stands for two. A value a topic of
    `topics`: the overlap (Jaccard) with its partner; 0: no word in common, or no topic left to be its partner; 1: the
    same words. Lists of different lengths must not be compared. Source: Greene, O'Callaghan & Cunningham 2014, with
    the overlap of whole lists in the place of their mean over the lists' beginnings.
    """
    from scipy.optimize import linear_sum_assignment

    tops, rivals = [set(words) for words in topics], [set(words) for words in others]
    overlaps = np.array([[_overlap(top, rival) for rival in rivals] for top in tops]).reshape(len(tops), len(rivals))
    rows, partners = linear_sum_assignment(overlaps, maximize=True)
    found = np.zeros(len(tops))
    found[rows] = overlaps[rows, partners]
    return found


def _overlap(one: set, other: set) -> float:
    return len(one & other) / max(len(one | other), 1)
