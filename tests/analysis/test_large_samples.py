"""What is computed at once for many paragraphs is what drawing them comes to."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from analysis import Corpus, intervals, query_frequencies, rate_differences
from analysis.intervals import difference_bootstrap, paragraph_bootstrap, permutation_test, rate_intervals
from analysis.large_samples import gamma_intervals, normal_differences, normal_permutation_test, rate_spread

N = 4_000


@pytest.fixture(scope="module")
def paragraphs():
    """Counts of words that stand in a few paragraphs, in many, in bursts; sizes that differ; twelve texts that differ."""
    dice = np.random.default_rng(3)
    strata = np.sort(dice.integers(0, 12, N))
    sizes = dice.integers(20, 200, N)
    rates = np.array([0.00005, 0.0005, 0.005, 0.05]) * (1 + strata[:, None] / 6)
    counts = dice.poisson(rates * sizes[:, None])
    bursts = dice.poisson(0.01 * sizes) * (dice.random(N) < 0.02) * 8
    return np.column_stack([counts, bursts]), sizes, strata


def test_the_spread_is_that_of_draws(paragraphs):
    counts, sizes, strata = paragraphs
    dice = np.random.default_rng(1)
    drawn = []
    for _ in range(400):
        rows = np.concatenate(
            [dice.choice(np.flatnonzero(strata == text), (strata == text).sum()) for text in range(12)]
        )
        drawn.append(counts[rows].sum(axis=0) / sizes[rows].sum())
    rate, error = rate_spread(counts, sizes, strata)
    assert rate == pytest.approx(counts.sum(axis=0) / sizes.sum())
    assert error == pytest.approx(np.std(drawn, axis=0), rel=0.12)


def test_intervals_are_those_of_the_bootstrap(paragraphs):
    counts, sizes, strata = paragraphs
    drawn, found = paragraph_bootstrap(counts, sizes, strata, draws=4_000), gamma_intervals(counts, sizes, strata)
    width = drawn[1] - drawn[0]
    for bound, other in zip(found, drawn, strict=True):
        assert (np.abs(bound - other) < 0.08 * width).all()
    assert (found[0] > 0).all()
    sparse = gamma_intervals(csr_array(counts), sizes, strata)
    assert np.allclose(sparse, found, rtol=1e-9)


def test_differences_and_their_p_are_those_of_draws(paragraphs):
    counts, sizes, strata = paragraphs
    target = strata % 2 == 0
    drawn = difference_bootstrap(counts, sizes, strata, target, draws=2_000)
    found = normal_differences(counts, sizes, strata, target)
    width = drawn[1] - drawn[0]
    # Where a word stands in a few paragraphs, drawing gives steps and a longer side.
    for bound, other in zip(found, drawn, strict=True):
        assert (np.abs(bound - other) < np.array([0.15, 0.08, 0.08, 0.08, 0.1]) * width).all()
    difference, p_value = normal_permutation_test(counts, sizes, target)
    expected, expected_p = permutation_test(counts, sizes, target, draws=4_000)
    assert difference == pytest.approx(expected, rel=1e-9)
    assert p_value == pytest.approx(expected_p, abs=0.04)


def test_nothing_to_draw_from_is_no_error():
    counts, sizes, strata = np.array([[1, 0], [1, 0]]), np.array([4, 4]), np.array([0, 0])
    low, high = gamma_intervals(counts, sizes, strata)
    assert low.tolist() == high.tolist() == [0.25, 0.0]
    assert np.isnan(gamma_intervals(counts, np.zeros(2), strata)).all()
    assert np.isnan(normal_permutation_test(counts, sizes, np.array([True, True]))).all()
    assert normal_permutation_test(counts, sizes, np.array([True, False]))[1].tolist() == [1.0, 1.0]


def test_a_group_of_many_paragraphs_has_them(monkeypatch):
    corpus = Corpus.from_texts({name: "\n".join(["trust takes time"] * 30) for name in "ab"})
    drawn = query_frequencies(corpus, "trust"), rate_differences(corpus, "time", "a")
    assert set(drawn[0]["interval"]) == {"bootstrap"}
    for place in ("intervals", "difference"):
        monkeypatch.setattr(f"analysis.{place}.MANY_PARAGRAPHS", 30)
    assert set(query_frequencies(corpus, "trust")["interval"]) == {"gamma"}
    assert rate_differences(corpus, "time", "a")[["difference", "low", "high", "p_value"]].iloc[0].tolist() == [
        0,
        0,
        0,
        1,
    ]
    assert rate_intervals([[1]] * 30, [10] * 30, [0] * 30)[2].tolist() == ["gamma"]
    assert intervals.MANY_PARAGRAPHS == 30
