"""The table that comparisons of groups begin with: terms counted by group."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from .corpus import Corpus
from .errors import require_at_least
from .frequency import PER, count_matrix, words_by_group
from .metadata import compared_groups
from .ngrams import units
from .profiles import shares_of


@dataclass(frozen=True, eq=False)
class TermTable:
    """The terms of a corpus counted by group.

    counts: groups × terms, in the order of `labels` and `terms` (alphabetical); words: all words of each group.
    """

    labels: tuple[str, ...]
    terms: np.ndarray
    counts: np.ndarray
    words: np.ndarray

    def per_1000(self, row: int) -> np.ndarray:
        """The rates of one group, NaN where it has no words."""
        return PER * shares_of(self.counts[[row]], self.words[[row]])[0]


def term_table(
    corpus: Corpus, by: str, *, stop_words: Collection[str] = (), minimum_count: int = 1, n: int = 1
) -> TermTable:
    """Count the words (or sequences of n) that a comparison of groups is about; OptionError for fewer than two groups.

    stop_words: not these, nor a sequence that begins or ends with one; minimum_count: in all groups together.
    """
    require_at_least("minimum_count", minimum_count, 1)
    groups = compared_groups(corpus.documents, by)
    counted = units(corpus, n)
    counts = count_matrix(corpus, groups, counted)
    listed = np.flatnonzero(counted.content(corpus.content_words(stop_words)) & (counts.sum(axis=0) >= minimum_count))
    return TermTable(groups.labels, counted.names(listed), counts[:, listed], words_by_group(corpus, groups))
