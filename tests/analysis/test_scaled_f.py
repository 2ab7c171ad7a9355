"""The scaled F-score: by hand and by its laws."""

import numpy as np
import pytest

from analysis import AnalysisError, OptionError, scaled_f_score


def test_by_hand():
    # Precision .75, .5, 0 stands above all, two thirds, a third; frequency 3, 3, 0: two share the place 2.5 of 3.
    found = scaled_f_score([3, 3, 0], [1, 3, 4])
    expected = [2 * p * f / (p + f) for p, f in [(1, 2.5 / 3), (2 / 3, 2.5 / 3), (1 / 3, 1 / 3)]]
    assert found == pytest.approx(expected)


def test_beta_gives_frequency_more_weight():
    counts, reference = [50, 5], [49, 0]
    low, high = (scaled_f_score(counts, reference, beta=beta) for beta in (0.2, 5))
    assert low[1] > low[0] and high[0] > high[1]


def test_longer_texts_and_another_order_change_nothing():
    random = np.random.default_rng(0)
    counts, reference = random.poisson(3, (2, 40))
    found = scaled_f_score(counts, reference)
    assert np.array_equal(found, scaled_f_score(7 * counts, 7 * reference), equal_nan=True)
    assert np.array_equal(found[::-1], scaled_f_score(counts[::-1], reference[::-1]), equal_nan=True)
    assert (np.isnan(found) == (counts + reference == 0)).all()
    assert (found[counts + reference > 0] <= 1).all() and (found[counts + reference > 0] > 0).all()


def test_nothing_gives_nothing():
    assert scaled_f_score([], []).shape == (0,) and np.isnan(scaled_f_score([0], [0])).all()


@pytest.mark.parametrize(("counts", "reference"), [([1, 2], [1]), ([-1], [1]), ([np.nan], [1])])
def test_what_is_no_list_of_counts_is_refused(counts, reference):
    with pytest.raises(AnalysisError):
        scaled_f_score(counts, reference)
    with pytest.raises(OptionError, match="beta"):
        scaled_f_score([1], [1], beta=0)
