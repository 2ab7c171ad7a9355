"""Some forms of a lexicon."""

import numpy as np
import pytest

from analysis.form_set import FormSet


@pytest.mark.parametrize("ids", [[], [3], [0, 4], [0, 1, 2, 3], [1, 3, 5, 7, 9]])
def test_a_token_is_of_the_set_if_its_form_is(ids):
    form = np.arange(10).repeat(2)
    assert FormSet(np.array(ids, int), 10).has(form).tolist() == [number in ids for number in form]


def test_a_union_has_each_form_once():
    sets = [FormSet(np.array(ids, int), 9) for ids in ([1, 4], [], [4, 2])]
    assert FormSet.union(sets).ids.tolist() == [1, 2, 4]
