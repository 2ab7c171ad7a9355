"""Paragraphs drawn anew and dealt out otherwise: against slow loops, hand calculation and other programs."""

import math
import tracemalloc
from random import Random

import numpy as np
import pytest
from scipy.sparse import coo_array, csc_array, csr_array, csr_matrix
from scipy.stats import chi2_contingency
from scipy.stats import permutation_test as scipy_permutation_test

from analysis import AnalysisError, OptionError
from analysis.intervals import rate_intervals
from analysis.resampling import difference_bootstrap, draw_weights, paragraph_bootstrap, permutation_test

from .oracle import rates, word_by_paragraph

COUNTS = np.array([[0, 1], [2, 0], [1, 1], [0, 3], [5, 0], [1, 0], [0, 0], [2, 2], [0, 1]])
SIZES = np.array([10, 20, 15, 40, 25, 5, 30, 60, 12])
STRATA = np.array([0, 0, 0, 1, 1, 1, 1, 2, 2])


def slow_bootstrap(counts, sizes, strata, draws, seed, level):
    """The same draws, summed by loops and sorted by hand."""
    random = np.random.default_rng(seed)
    drawn = [[0] * len(sizes) for _ in range(draws)]
    for stratum in sorted(set(strata.tolist())):
        members = [row for row, other in enumerate(strata) if other == stratum]
        times = random.multinomial(len(members), [1 / len(members)] * len(members), size=draws)
        for draw in range(draws):
            for member, time in zip(members, times[draw], strict=True):
                drawn[draw][member] = int(time)
    bounds = []
    for term in range(counts.shape[1]):
        rates = sorted(
            sum(time * count for time, count in zip(times, counts[:, term].tolist(), strict=True))
            / sum(time * size for time, size in zip(times, sizes.tolist(), strict=True))
            for times in drawn
        )
        pair = []
        for share in ((1 - level) / 2, (1 + level) / 2):
            place = share * (len(rates) - 1)
            below = math.floor(place)
            above = min(below + 1, len(rates) - 1)
            pair.append(rates[below] + (rates[above] - rates[below]) * (place - below))
        bounds.append(pair)
    return np.array(bounds).T


@pytest.mark.parametrize("strata", [STRATA, np.zeros(9, int)], ids=["three texts", "one text"])
@pytest.mark.parametrize(("draws", "level"), [(1, 0.95), (2, 0.95), (101, 0.9), (400, 0.95)])
def test_the_bootstrap_agrees_with_a_slow_loop(strata, draws, level):
    found = paragraph_bootstrap(COUNTS, SIZES, strata, draws=draws, seed=3, level=level)
    assert np.array(found) == pytest.approx(slow_bootstrap(COUNTS, SIZES, strata, draws, 3, level), rel=1e-12)


def test_the_bootstrap_agrees_with_other_draws():
    # Paragraphs drawn one at a time, by another generator: no more alike than chance allows.
    random = Random(11)
    rates = []
    for _ in range(20_000):
        drawn = [random.randrange(9) for _ in range(9)]
        rates.append(sum(COUNTS[row, 0] for row in drawn) / sum(SIZES[row] for row in drawn))
    low, high = paragraph_bootstrap(COUNTS[:, :1], SIZES, draws=20_000, seed=0)
    assert [low.item(), high.item()] == pytest.approx(np.percentile(rates, [2.5, 97.5]).tolist(), abs=0.003)


def test_paragraphs_are_drawn_inside_their_text():
    # One text uses nothing else, the other never: whatever is drawn inside each, the rate is one half.
    counts, sizes, strata = np.array([[1], [1], [0], [0]]), np.ones(4), np.array([0, 0, 1, 1])
    assert np.array(paragraph_bootstrap(counts, sizes, strata)).tolist() == [[0.5], [0.5]]
    low, high = paragraph_bootstrap(counts, sizes)
    assert low.item() < 0.5 < high.item()


def test_the_bootstrap_is_deterministic_by_seed():
    once = np.array(paragraph_bootstrap(COUNTS, SIZES, STRATA, draws=100, seed=1))
    assert (once == np.array(paragraph_bootstrap(COUNTS, SIZES, STRATA, draws=100, seed=1))).all()
    assert (once != np.array(paragraph_bootstrap(COUNTS, SIZES, STRATA, draws=100, seed=2))).any()


def test_a_sparse_table_gives_the_same_as_a_full_one():
    full = np.array(paragraph_bootstrap(COUNTS, SIZES, STRATA))
    assert (np.array(paragraph_bootstrap(csr_array(COUNTS), SIZES, STRATA)) == full).all()


def test_a_sparse_table_is_never_filled_up(monkeypatch):
    full = np.array(paragraph_bootstrap(COUNTS, SIZES, STRATA, draws=50))
    monkeypatch.setattr(csr_array, "toarray", None)
    assert (np.array(paragraph_bootstrap(csr_array(COUNTS), SIZES, STRATA, draws=50)) == full).all()


def test_real_words_have_the_bounds_of_numpys_percentiles(corpus):
    text = corpus.select(["sun-2024"])
    sizes = text.words_by_paragraph
    weights = draw_weights(np.zeros(len(sizes), int), 500, 2)
    rates = weights @ text.counts_by_paragraph.toarray() / (weights @ sizes)[:, None]
    found = np.array(paragraph_bootstrap(text.counts_by_paragraph, sizes, draws=500, seed=2))
    assert found == pytest.approx(np.percentile(rates, [2.5, 97.5], axis=0), rel=1e-12)


def test_each_term_is_bootstrapped_on_its_own():
    # More terms than are worked on at once: the last must come out as if it were alone.
    many = np.tile(COUNTS, (1, 1_500))
    low, high = paragraph_bootstrap(many, SIZES, STRATA, draws=20)
    alone_low, alone_high = paragraph_bootstrap(COUNTS, SIZES, STRATA, draws=20)
    assert (low.reshape(-1, 2) == alone_low).all() and (high.reshape(-1, 2) == alone_high).all()


def test_equal_paragraphs_leave_no_doubt():
    low, high = paragraph_bootstrap(np.full((9, 1), 2), np.full(9, 50))
    assert (low.item(), high.item()) == (0.04, 0.04)


def test_draws_without_words_are_left_out():
    low, high = paragraph_bootstrap(np.array([[0], [5]]), np.array([0, 10]), draws=500)
    assert (low.item(), high.item()) == (0.5, 0.5)


def test_no_terms_have_no_intervals():
    low, high = paragraph_bootstrap(np.zeros((9, 0)), SIZES)
    assert low.shape == high.shape == (0,)


def test_a_higher_level_is_a_wider_bootstrap():
    widths = [np.subtract(*reversed(paragraph_bootstrap(COUNTS, SIZES, level=level)))[0] for level in (0.5, 0.9, 0.99)]
    assert widths == sorted(widths) and widths[0] < widths[2]


@pytest.mark.parametrize("draws", [0, -1])
def test_no_draws_are_refused(draws):
    with pytest.raises(OptionError, match="draws must be at least 1"):
        paragraph_bootstrap(COUNTS, SIZES, draws=draws)


@pytest.mark.parametrize(
    ("document_id", "word", "rate", "low", "high"),
    [*rates("paragraph bootstrap percentile"),
     ("sun-2024", "china", 8.98, 6.03, 12.29), ("dong-2022", "china", 10.36, 6.20, 14.81)],
)  # fmt: skip
def test_the_bootstrap_agrees_with_another_program(reference_corpus, document_id, word, rate, low, high):
    counts, sizes = word_by_paragraph(reference_corpus, document_id, word)
    assert 1000 * counts.sum() / sizes.sum() == pytest.approx(rate, abs=0.005)
    found = [1000 * bound.item() for bound in paragraph_bootstrap(counts, sizes, draws=10_000)]
    # Two runs of 10,000 draws differ by chance alone by up to 0.15.
    assert found == [pytest.approx(low, abs=0.15), pytest.approx(high, abs=0.15)]


TARGET = np.arange(9) < 4
# Each takes counts, sizes, strata and target, and uses those it needs.
TESTS = {
    "bootstrap": lambda counts, sizes, strata, _: paragraph_bootstrap(counts, sizes, strata, draws=50),
    "difference": lambda *given: difference_bootstrap(*given, draws=50),
    "rate": lambda counts, sizes, strata, _: rate_intervals(counts, sizes, strata, draws=50)[:2],
    "permutation": lambda counts, sizes, _, target: permutation_test(counts, sizes, target, draws=50),
}


def outcome(name, counts, sizes=SIZES, strata=STRATA, target=TARGET):
    return TESTS[name](counts, sizes, strata, target)


@pytest.mark.parametrize("name", TESTS)
@pytest.mark.parametrize("kind", [np.ndarray.tolist, csr_array, csc_array, coo_array, csr_matrix])
def test_counts_may_be_lists_or_sparse(name, kind):
    expected = np.array(outcome(name, COUNTS))
    found = outcome(name, kind(COUNTS), SIZES.tolist(), STRATA.tolist(), TARGET.tolist())
    assert (np.array(found) == expected).all()


@pytest.mark.parametrize("name", TESTS)
def test_one_dimension_is_one_term(name):
    assert np.array_equal(outcome(name, COUNTS[:, 0]), outcome(name, COUNTS[:, :1]))


@pytest.mark.parametrize("name", TESTS)
@pytest.mark.parametrize("kind", [np.asarray, csr_array])
def test_without_paragraphs_or_words_nothing_is_known(name, kind):
    nobody = np.zeros(0, int)
    assert np.isnan(outcome(name, kind(np.zeros((0, 2))), nobody, nobody, nobody)).all()
    found = outcome(name, kind(np.zeros((9, 2))), np.zeros(9))
    assert np.shape(found) == (2, 2) and np.isnan(found).all()


@pytest.mark.parametrize("name", TESTS)
@pytest.mark.parametrize("kind", [np.asarray, csr_array])
@pytest.mark.parametrize("wrong", [-1, math.nan, math.inf])
def test_wrong_counts_and_sizes_are_refused(name, kind, wrong):
    counts, sizes = COUNTS.astype(float), SIZES.astype(float)
    counts[4, 0] = sizes[4] = wrong
    for given in [(kind(counts), SIZES), (kind(COUNTS), sizes)]:
        with pytest.raises(AnalysisError, match="must be 0 or more"):
            outcome(name, *given)


@pytest.mark.parametrize("name", TESTS)
@pytest.mark.parametrize(
    "given",
    [(COUNTS, SIZES[:8]), (COUNTS[:8], SIZES), (COUNTS, SIZES[:1]), (COUNTS, 10), (COUNTS[None], SIZES),
     (COUNTS, SIZES, STRATA[:8], TARGET[:8])],
    ids=["few sizes", "few counts", "one size", "a number", "three dimensions", "few labels"],
)  # fmt: skip
def test_tables_that_do_not_fit_are_refused(name, given):
    with pytest.raises(AnalysisError, match="Each paragraph needs one row"):
        outcome(name, *given)


@pytest.mark.parametrize("name", ["bootstrap", "difference", "permutation"])
def test_memory_holds_no_number_for_each_paragraph_and_draw(name):
    counts, sizes, text = np.ones((3_000, 1)), np.full(3_000, 50), np.zeros(3_000, int)
    tracemalloc.start()
    try:
        {
            "bootstrap": lambda: paragraph_bootstrap(counts, sizes),
            "difference": lambda: difference_bootstrap(counts, sizes, text, np.arange(3_000) < 900),
            "permutation": lambda: permutation_test(counts, sizes, np.arange(3_000) < 900),
        }[name]()
        assert tracemalloc.get_traced_memory()[1] < 3_000 * 2_000 * 5
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("draws", [1, 199, 200, 450])
def test_draws_worked_on_in_parts_are_those_of_one_go(draws):
    random = np.random.default_rng(4)
    at_once = np.zeros((draws, 9))
    for text in range(3):
        members = np.flatnonzero(text == STRATA)
        at_once[:, members] = random.multinomial(len(members), np.full(len(members), 1 / len(members)), size=draws)
    assert (draw_weights(STRATA, draws, 4) == at_once).all()
    assert draw_weights(STRATA, draws, 4).dtype == float


@pytest.mark.parametrize("draws", [1, 199, 200, 450])
def test_deals_worked_on_in_parts_are_those_of_one_go(draws):
    dealt = np.random.default_rng(4).permuted(np.tile(TARGET, (draws, 1)), axis=1)

    def difference(side):
        return COUNTS[side].sum(axis=0) / SIZES[side].sum() - COUNTS[~side].sum(axis=0) / SIZES[~side].sum()

    far = sum(np.abs(difference(side)) >= np.abs(difference(TARGET)) - 1e-12 for side in dealt)
    observed, p_value = permutation_test(COUNTS, SIZES, TARGET, draws=draws, seed=4)
    assert observed == pytest.approx(difference(TARGET)) and p_value.tolist() == ((1 + far) / (1 + draws)).tolist()


def test_hits_without_words_have_no_difference():
    # A number is found where no word stands.
    difference, p_value = permutation_test([[1], [1]], [0, 10], [True, False], draws=20)
    assert np.isnan(difference).all() and np.isnan(p_value).all()
    assert np.isnan(difference_bootstrap([[1], [1]], [0, 10], [0, 1], [True, False], draws=20)).all()


def test_dealing_out_paragraphs_by_hand():
    # Of the six ways to deal two of four paragraphs to the target, two are as far apart as what was observed.
    counts, sizes = np.array([[4], [4], [0], [0]]), np.array([10, 10, 10, 10])
    difference, p_value = permutation_test(counts, sizes, [True, True, False, False], draws=20_000)
    assert difference == pytest.approx([0.4]) and p_value == pytest.approx([1 / 3], abs=0.01)


def test_alike_paragraphs_differ_by_nothing():
    counts, sizes = np.full((10, 3), 2), np.full(10, 50)
    difference, p_value = permutation_test(counts, sizes, np.arange(10) < 4)
    assert difference == pytest.approx([0, 0, 0]) and p_value.tolist() == [1, 1, 1]


def test_a_cluster_in_one_paragraph_is_no_evidence():
    # Ten hits, all in one of twenty paragraphs: surprising word by word, not paragraph by paragraph.
    counts, sizes = np.zeros((20, 1), int), np.full(20, 50)
    counts[0] = 10
    target = np.arange(20) < 10
    assert permutation_test(counts, sizes, target)[1][0] > 0.9
    assert chi2_contingency([[10, 0], [490, 500]])[1] < 0.01


def test_the_permutation_test_agrees_with_scipy():
    random = np.random.default_rng(5)
    counts, sizes = random.poisson(2, (30, 1)), random.integers(40, 90, 30)
    target = np.arange(30) < 12
    counts[target] += 1

    def difference(x, y):
        return (
            counts[x.astype(int)].sum() / sizes[x.astype(int)].sum()
            - counts[y.astype(int)].sum() / sizes[y.astype(int)].sum()
        )

    places = np.arange(30)
    peer = scipy_permutation_test(
        (places[target], places[~target]), difference, vectorized=False, n_resamples=4_000, rng=np.random.default_rng(0)
    )
    found, p_value = permutation_test(counts, sizes, target, draws=4_000)
    assert found[0] == pytest.approx(peer.statistic)
    assert p_value[0] == pytest.approx(peer.pvalue, abs=0.02)


def test_a_permutation_test_is_the_same_again_for_a_seed_and_whatever_the_block(monkeypatch):
    random = np.random.default_rng(3)
    counts, sizes, target = random.poisson(1, (25, 7)), np.full(25, 60), np.arange(25) < 9
    first = permutation_test(counts, sizes, target, seed=4)
    monkeypatch.setattr("analysis.resampling._TERMS", 2)
    monkeypatch.setattr("analysis.resampling._DRAWS", 7)
    again = permutation_test(csr_array(counts), sizes, target, seed=4)
    assert [part.tolist() for part in first] == [part.tolist() for part in again]
    assert permutation_test(counts, sizes, target, seed=5)[1].tolist() != first[1].tolist()


def test_a_side_without_words_has_no_difference():
    difference, p_value = permutation_test(
        np.array([[0, 0], [1, 1], [1, 0]]), np.array([0, 5, 5]), [True, False, False]
    )
    assert np.isnan(difference).all() and np.isnan(p_value).all()
