"""Dispersion by chance: the simulation against the exact mean, its limits, and its edges."""

import numpy as np
import pytest
from scipy.stats import binom

from analysis import AnalysisError, OptionError, random_spread
from analysis.dispersion import score

SIZES = np.array([74, 50, 120, 30, 90, 200, 61])


def exact_mean_dp_norm(count, sizes):
    """Mean absolute deviation of the binomial distribution by De Moivre's formula, summed over the parts."""
    share = sizes / sizes.sum()
    k = np.floor(count * share) + 1
    deviation = 2 * k * binom.pmf(k, count, share) * (1 - share)
    return deviation.sum() / 2 / count / (1 - share.min())


@pytest.mark.parametrize("count", [1, 5, 20, 100])
def test_the_mean_is_that_of_the_multinomial_distribution(count):
    drawn = random_spread("gries_dp_norm", count, SIZES, draws=4000)
    assert drawn.mean == pytest.approx(exact_mean_dp_norm(count, SIZES), abs=0.01)


def test_a_random_word_falls_between_the_limits_nineteen_times_in_twenty():
    limits = random_spread("gries_dp_norm", 40, SIZES, draws=2000)
    words = np.random.default_rng(1).multinomial(40, SIZES / SIZES.sum(), size=2000)
    values = score("gries_dp_norm", words.T, SIZES)
    assert np.mean((values >= limits.low) & (values <= limits.high)) == pytest.approx(0.95, abs=0.02)


def test_a_word_in_one_place_lies_above_the_limits():
    heaped = np.zeros(len(SIZES))
    heaped[3] = 20
    assert score("gries_dp_norm", heaped, SIZES) > random_spread("gries_dp_norm", 20, SIZES).high


def test_the_rarer_the_word_the_more_uneven_by_chance():
    means = [random_spread("gries_dp_norm", count, SIZES).mean for count in (2, 10, 50, 250)]
    assert means == sorted(means, reverse=True)


def test_the_same_seed_gives_the_same_limits():
    assert random_spread("gries_dp", 9, SIZES, seed=3) == random_spread("gries_dp", 9, SIZES, seed=3)


def test_a_word_that_does_not_occur_and_parts_without_words_have_none():
    assert np.isnan(random_spread("gries_dp_norm", 0, SIZES)).all()
    assert np.isnan(random_spread("gries_dp_norm", 3, [0, 0])).all()
    assert np.isnan(random_spread("gries_dp_norm", 3, [7])).all()


def test_what_cannot_be_is_refused():
    with pytest.raises(AnalysisError, match="must be one of"):
        random_spread("nothing", 3, SIZES)
    with pytest.raises(OptionError, match="count must be at least 0"):
        random_spread("gries_dp", -1, SIZES)
    with pytest.raises(OptionError, match="level must lie between"):
        random_spread("gries_dp", 3, SIZES, level=1.0)
