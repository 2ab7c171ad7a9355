"""Some forms of a lexicon: what one word of a search may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .stream import steps

# So many are compared one by one: sooner done than looking each token up in a table of all forms.
_FEW = 3


@dataclass(frozen=True, eq=False)
class FormSet:
    """ids: the forms by number, in order; n_forms: of the lexicon."""

    ids: np.ndarray
    n_forms: int

    @classmethod
    def union(cls, sets: Sequence[FormSet]) -> FormSet:
        """All forms of one or more sets."""
        return cls(np.unique(np.concatenate([each.ids for each in sets])), sets[0].n_forms)

    def __len__(self) -> int:
        return len(self.ids)

    def has(self, form: np.ndarray) -> np.ndarray:
        """Which of these tokens are of the set, by the form of each: a truth value a token."""
        if len(self) <= _FEW:
            return is_one_of(form, self.ids.tolist())
        found = np.empty(len(form), bool)
        for step in steps(len(form)):
            found[step] = self._table[form[step]]
        return found

    @cached_property
    def _table(self) -> np.ndarray:
        table = np.zeros(self.n_forms, bool)
        table[self.ids] = True
        return table


def is_one_of(numbers: np.ndarray, few: Sequence[int]) -> np.ndarray:
    """Which numbers are among a few."""
    found = np.zeros(len(numbers), bool)
    for number in few:
        found |= numbers == number
    return found
