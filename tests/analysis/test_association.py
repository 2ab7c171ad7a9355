"""Measures on 2×2 tables: against other programs, hand calculation and their own laws."""

import itertools
import math

import numpy as np
import pytest
from scipy.stats import beta, chi2_contingency, fisher_exact

from analysis import AnalysisError, OptionError
from analysis.association import MEASURES, score

from .oracle import cases

SIGNED = ["log_likelihood", "log_ratio", "log_ratio_conservative"]
# Small tables with every kind of zero but an empty side or an absent word.
TABLES = [
    cells
    for cells in itertools.product([0, 1, 3, 20], [0, 1, 3, 20], [0, 1, 40, 500], [0, 1, 40, 500])
    if cells[0] + cells[1] and cells[0] + cells[2] and cells[1] + cells[3]
]


def test_the_table_of_other_programs_is_whole():
    names = ["G2 4-cell", "Fisher p (two-sided)", "conservative log ratio LRC", "log ratio"]
    assert [len(cases(name)) for name in names] == [91, 56, 32, 38]


@pytest.mark.parametrize("case", cases("G2 4-cell"), ids=str)
def test_log_likelihood_agrees_with_other_programs(case):
    # Other programs give it without a sign.
    assert abs(score("log_likelihood", *case.cells)) == pytest.approx(case.value, abs=6e-7)


@pytest.mark.parametrize("case", cases("Fisher p (two-sided)"), ids=str)
def test_fishers_p_agrees_with_another_program(case):
    # The table holds six decimals; scipy itself gives the rest.
    assert score("fisher_p", *case.cells) == pytest.approx(case.value, abs=6e-7)
    o11, o12, o21, o22 = case.cells
    assert score("fisher_p", *case.cells) == pytest.approx(fisher_exact([[o11, o12], [o21, o22]])[1], rel=1e-8)


@pytest.mark.parametrize("case", cases("conservative log ratio LRC"), ids=str)
def test_conservative_log_ratio_agrees_with_another_program(case):
    found = score("log_ratio_conservative", *case.cells, alpha=0.001, tests=1)
    assert found == pytest.approx(case.value, abs=6e-7)


@pytest.mark.parametrize("case", cases("log ratio"), ids=str)
def test_log_ratio_agrees_with_another_program(case):
    # The peer adds 0.5 to both counts and both totals (Walter 1975), we only where a cell is empty: so its value is
    # ours for counts that are 0.5 higher among as many other words.
    o11, o12, o21, o22 = case.cells
    assert score("log_ratio", o11 + 0.5, o12 + 0.5, o21, o22) == pytest.approx(case.value, abs=6e-7)
    assert score("log_ratio", *case.cells) != pytest.approx(case.value, abs=1e-6)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ((20, 10, 80, 90), 1.0),
        ((10, 20, 90, 80), -1.0),
        ((40, 10, 60, 90), 2.0),
        ((10, 10, 90, 190), 1.0),
        ((27, 68, 8098, 6269), math.log2(27 / 8125 / (68 / 6337))),
        # 0.5 stands in the place of an empty cell, and of nothing else.
        ((4, 0, 96, 100), math.log2(4 / 0.5)),
        ((0, 4, 100, 96), math.log2(0.5 / 4)),
        ((0, 59, 742, 13661), math.log2(0.5 / 742 / (59 / 13720))),
    ],
)
def test_log_ratio_by_hand(cells, value):
    assert score("log_ratio", *cells) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("cells", "value"),
    [((110, 2442, 111, 29114), 270.72), ((10, 0, 3, 31764), 167.23)],
    ids=["the swiss", "zero cell"],
)
def test_log_likelihood_of_dunnings_examples(cells, value):
    assert score("log_likelihood", *cells) == pytest.approx(value, abs=0.005)


def test_fishers_p_of_the_lady_tasting_tea():
    assert score("fisher_p", 3, 1, 1, 3) == pytest.approx(34 / 70)
    assert score("fisher_p", 4, 0, 0, 4) == pytest.approx(2 / 70)


def test_fishers_p_agrees_with_scipy_on_every_small_table():
    for o11, o12, o21, o22 in itertools.product(range(5), range(5), [0, 2, 7], [0, 3, 11]):
        found = score("fisher_p", o11, o12, o21, o22)
        if o11 + o12 and o11 + o21 and o12 + o22:
            assert found == pytest.approx(fisher_exact([[o11, o12], [o21, o22]])[1], rel=1e-9)
        else:
            assert np.isnan(found)


@pytest.mark.parametrize("cells", TABLES, ids=str)
def test_log_likelihood_agrees_with_scipy(cells):
    o11, o12, o21, o22 = cells
    if not o21 + o22:
        # Nothing but the word on both sides: scipy has no value, but the rates are equal.
        assert score("log_likelihood", *cells) == 0
        return
    expected = chi2_contingency([[o11, o12], [o21, o22]], correction=False, lambda_="log-likelihood")[0]
    assert abs(score("log_likelihood", *cells)) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(("alpha", "tests"), [(0.05, 1), (0.05, 2_000), (0.001, 1)])
def test_conservative_log_ratio_agrees_with_its_formula(alpha, tests):
    for a, b, other_a, other_b in TABLES:
        c, d, tail = a + other_a, b + other_b, alpha / (2 * tests)
        expected = 0.0
        if a * d >= b * c and a:
            share = beta.ppf(tail, a, b + 1)
            expected = max(0.0, math.log2(d / c * share / (1 - share)))
        elif a * d < b * c and b:
            share = beta.ppf(1 - tail, a + 1, b)
            expected = min(0.0, math.log2(d / c * share / (1 - share)))
        found = score("log_ratio_conservative", a, b, other_a, other_b, alpha=alpha, tests=tests)
        assert found == pytest.approx(expected, abs=1e-6), (a, b, c, d)


@pytest.mark.parametrize("name", SIGNED)
def test_swapping_target_and_reference_flips_the_sign(name):
    for o11, o12, o21, o22 in TABLES:
        there, back = score(name, o11, o12, o21, o22), score(name, o12, o11, o22, o21)
        assert there == pytest.approx(-back, abs=1e-9), (o11, o12, o21, o22)


def test_swapping_target_and_reference_leaves_fishers_p():
    for o11, o12, o21, o22 in TABLES:
        assert score("fisher_p", o11, o12, o21, o22) == pytest.approx(score("fisher_p", o12, o11, o22, o21))


@pytest.mark.parametrize("name", SIGNED)
@pytest.mark.parametrize("cells", [(1, 1, 9, 9), (10, 20, 90, 180), (3, 1, 297, 99), (7, 70, 700, 7000)])
def test_equal_rates_give_nothing(name, cells):
    assert score(name, *cells) == 0


def test_equal_rates_give_a_p_of_one():
    assert score("fisher_p", 10, 20, 90, 180) == pytest.approx(1, rel=1e-9)


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize(
    "cells", [(0, 0, 10, 10), (0, 5, 0, 10), (5, 0, 10, 0), (0, 0, 0, 0)],
    ids=["word on neither side", "empty target", "empty reference", "nothing at all"],
)  # fmt: skip
def test_undefined_is_nan(name, cells):
    assert np.isnan(score(name, *cells))


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("cells", [(-1, 0, 1, 1), (1, 1, -1, 1), (float("nan"), 1, 1, 1), ([1, -1], 1, 1, 1)])
def test_impossible_cells_are_refused(name, cells):
    with pytest.raises(AnalysisError, match="counts of 0 or more"):
        score(name, *cells)


def test_an_unknown_measure_is_answered_with_those_there_are():
    with pytest.raises(OptionError, match=", ".join(MEASURES)):
        score("chi_squared", 1, 2, 3, 4)


@pytest.mark.parametrize("name", MEASURES)
def test_many_tables_at_once_are_as_one_by_one(name):
    columns = np.array(TABLES).T
    found = score(name, *columns)
    assert found.shape == (len(TABLES),)
    assert found.tolist() == [score(name, *cells) for cells in TABLES]


@pytest.mark.parametrize("name", MEASURES)
def test_the_shape_of_the_cells_is_the_shape_of_the_result(name):
    assert np.shape(score(name, 1, 2, 3, 4)) == ()
    assert score(name, [[1, 2], [3, 0]], 2, [[9, 9], [9, 9]], 5).shape == (2, 2)
    assert score(name, [], [], [], []).shape == (0,)


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_says_what_it_is(name):
    measure = MEASURES[name]
    assert all([measure.label, measure.range, measure.direction, measure.source, measure.function.__doc__])


def test_the_conservative_log_ratio_lies_between_nothing_and_the_log_ratio():
    for cells in TABLES:
        least, ratio = score("log_ratio_conservative", *cells), score("log_ratio", *cells)
        # 0.5 in an empty cell may stand above the bound; the sign must still be the same.
        assert least * ratio >= 0
        if cells[0] and cells[1]:
            assert abs(least) <= abs(ratio) + 1e-9, cells


def test_more_tests_make_the_log_ratio_more_conservative():
    bounds = [score("log_ratio_conservative", 50, 10, 950, 990, tests=tests) for tests in (1, 10, 1_000, 100_000)]
    assert bounds == sorted(bounds, reverse=True) and bounds[0] > bounds[2] > 0


def test_evidence_grows_with_the_texts_and_the_ratio_does_not():
    small, large = (20, 10, 980, 990), (200, 100, 9800, 9900)
    assert score("log_likelihood", *large) == pytest.approx(10 * score("log_likelihood", *small))
    assert score("log_ratio", *large) == pytest.approx(score("log_ratio", *small))


def test_a_p_value_is_a_probability():
    assert all(0 <= score("fisher_p", *cells) <= 1 for cells in TABLES)
