"""Where each form stands."""

import numpy as np

from analysis.form_set import FormSet
from analysis.postings import Postings


def test_postings_give_the_places_of_each_form_in_running_order():
    form = np.array([2, 0, 2, 1, 0, 2], np.int32)
    postings = Postings.of(form, 4)
    assert postings.starts.tolist() == [0, 2, 3, 6, 6]
    assert postings.position.tolist() == [1, 4, 3, 0, 2, 5]
    assert postings.of_forms(FormSet(np.array([0, 2]), 4)).tolist() == [0, 1, 2, 4, 5]
    assert postings.of_forms(FormSet(np.zeros(0, int), 4)).tolist() == []
    assert postings.count(FormSet(np.array([0, 2, 3]), 4)) == 5


def test_an_empty_stream_has_postings():
    postings = Postings.of(np.zeros(0, np.int32), 0)
    assert (postings.position.tolist(), postings.starts.tolist()) == ([], [0])
