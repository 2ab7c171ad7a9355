"""How sure a rate is: against hand calculation and other programs."""

import math

import numpy as np
import pytest
from scipy.stats import binomtest

from analysis import AnalysisError
from analysis.frequency import hits_by_paragraph
from analysis.intervals import MIN_PARAGRAPHS, clopper_pearson, paragraph_bootstrap, rate_intervals, wilson

from .oracle import rates, word_by_paragraph
from .test_resampling import COUNTS, SIZES, STRATA


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(5, 10, 0.236593, 0.763407), (0, 10, 0.0, 0.277533), (10, 10, 0.722467, 1.0), (1, 10, 0.017876, 0.404150),
     (20, 742, 0.017512, 0.041264)],
)  # fmt: skip
def test_wilson_by_hand(count, n, low, high):
    assert wilson(count, n) == (pytest.approx(low, abs=5e-6), pytest.approx(high, abs=5e-6))


@pytest.mark.parametrize("level", [0.5, 0.9, 0.95, 0.99])
def test_wilson_solves_its_own_equation(level):
    # The bounds are the shares p whose distance from count/n is z standard errors of p.
    z = {0.5: 0.67448975, 0.9: 1.64485363, 0.95: 1.95996398, 0.99: 2.57582930}[level]
    for bound in wilson(7, 300, level):
        assert abs(7 / 300 - bound) == pytest.approx(z * math.sqrt(bound * (1 - bound) / 300), rel=1e-7)


@pytest.mark.parametrize(("document_id", "word", "rate", "low", "high"), rates("Wilson"))
def test_wilson_agrees_with_another_program(reference_corpus, document_id, word, rate, low, high):
    counts, sizes = word_by_paragraph(reference_corpus, document_id, word)
    found = [1000 * bound.item() for bound in wilson(counts.sum(), sizes.sum())]
    assert 1000 * counts.sum() / sizes.sum() == pytest.approx(rate, abs=0.005)
    assert found == [pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005)]


@pytest.mark.parametrize(("document_id", "low", "high"), [("sun-2024", 7.15, 11.28), ("dong-2022", 5.94, 18.03)])
def test_wilson_of_china(reference_corpus, document_id, low, high):
    counts, sizes = word_by_paragraph(reference_corpus, document_id, "china")
    found = [1000 * bound.item() for bound in wilson(counts.sum(), sizes.sum())]
    assert found == [pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005)]


@pytest.mark.parametrize("n", [1, 7, 742, 14_462])
def test_wilson_ends_exactly_at_nothing_and_all(n):
    assert wilson(0, n)[0] == 0.0 and 0 < wilson(0, n)[1] < 1
    assert wilson(n, n)[1] == 1.0 and 0 < wilson(n, n)[0] < 1


def test_wilson_without_words_is_undefined():
    assert np.isnan(wilson(0, 0)).all()


def test_wilson_of_many_counts_at_once():
    low, high = wilson([0, 5, 10], [10, 10, 10])
    assert low.tolist() == [wilson(count, 10)[0] for count in (0, 5, 10)]
    assert (low <= [0, 0.5, 1]).all() and (high >= [0, 0.5, 1]).all()


def test_wilson_is_symmetric():
    low, high = wilson(3, 50)
    mirrored_low, mirrored_high = wilson(47, 50)
    assert (low, high) == (pytest.approx(1 - mirrored_high), pytest.approx(1 - mirrored_low))


def test_a_higher_level_is_a_wider_interval():
    widths = [np.subtract(*reversed(wilson(5, 100, level))) for level in (0.5, 0.8, 0.95, 0.99)]
    assert widths == sorted(widths)


@pytest.mark.parametrize(("count", "n"), [(-1, 10), (11, 10), (float("nan"), 10), (1, float("nan")), ([1, 11], 10)])
def test_impossible_counts_are_refused(count, n):
    with pytest.raises(AnalysisError, match="between 0 and the number of words"):
        wilson(count, n)


@pytest.mark.parametrize("level", [0.0, 1.0, 1.5, -1.0])
@pytest.mark.parametrize("interval", [lambda level: wilson(1, 10, level),
                                      lambda level: paragraph_bootstrap(np.ones((9, 1)), np.ones(9), level=level)],
                         ids=["wilson", "bootstrap"])  # fmt: skip
def test_an_impossible_level_is_refused(interval, level):
    with pytest.raises(AnalysisError):
        interval(level)


def test_the_bootstrap_is_shown_where_it_can_work():
    counts = np.column_stack([COUNTS[:, 0], np.zeros(9, int)])
    low, high, method = rate_intervals(counts, SIZES, STRATA)
    assert method.tolist() == ["bootstrap", "wilson"]
    assert (low[0], high[0]) == tuple(bound.item() for bound in paragraph_bootstrap(COUNTS[:, :1], SIZES, STRATA))
    assert (low[1], high[1]) == wilson(0, SIZES.sum())


@pytest.mark.parametrize(("paragraphs", "method"), [(MIN_PARAGRAPHS, "bootstrap"), (MIN_PARAGRAPHS - 1, "wilson")])
def test_few_paragraphs_get_wilson(paragraphs, method):
    counts, sizes = COUNTS[:paragraphs, :1], SIZES[:paragraphs]
    low, _, found = rate_intervals(counts, sizes, np.zeros(paragraphs, int))
    assert MIN_PARAGRAPHS == 8 and found.tolist() == [method]
    assert bool(low.item() == wilson(counts.sum(), sizes.sum())[0]) is (method == "wilson")


def test_intervals_of_a_real_search_hold_its_rate(corpus):
    counts = hits_by_paragraph(corpus, "trust")[:, None]
    low, high, method = rate_intervals(counts, corpus.words_by_paragraph, corpus.tokens.document_of_paragraph)
    assert low.item() < counts.sum() / corpus.words_by_paragraph.sum() < high.item()
    assert method.tolist() == ["bootstrap"]


def test_clopper_pearson_agrees_with_scipys_exact_test():
    for count, n in [(0, 7), (3, 7), (7, 7), (81, 263), (55, 8125), (1, 1)]:
        for level in (0.9, 0.95, 0.99):
            expected = binomtest(count, n).proportion_ci(level, "exact")
            assert clopper_pearson(count, n, level) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_clopper_pearson_touches_the_ends_and_knows_no_empty_text():
    low, high = clopper_pearson([0, 5, 0], [5, 5, 0])
    assert low[0] == 0 and high[1] == 1 and np.isnan(low[2]) and np.isnan(high[2])


@pytest.mark.parametrize(("count", "n"), [(-1, 5), (6, 5), (np.nan, 5)])
def test_clopper_pearson_refuses_impossible_counts(count, n):
    with pytest.raises(AnalysisError):
        clopper_pearson(count, n)


def test_the_exact_interval_holds_the_score_interval():
    for count in range(21):
        (low, high), (inner_low, inner_high) = clopper_pearson(count, 20), wilson(count, 20)
        assert low <= inner_low + 1e-12 or count in (0, 1, 20)
        assert high - low >= inner_high - inner_low - 1e-3
