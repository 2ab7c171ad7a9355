"""Measures on 2×2 tables: against other programs, hand calculation and their own laws."""

import itertools
import math

import numpy as np
import pytest
from scipy.stats import beta, chi2_contingency, fisher_exact

from analysis import AnalysisError, OptionError
from analysis.association import MEASURES, score, score_list
from analysis.contingency import Cells

from .oracle import cases

# Statistics of other programs and the measures that give them.
PEERS = {
    "G2 2-cell": "log_likelihood_2cell", "chi2": "chi_squared", "chi2 Yates": "chi_squared_yates",
    "odds ratio": "odds_ratio", "%DIFF": "percent_diff", "MI": "mutual_information", "MI3": "mi3", "t": "t_score",
    "z": "z_score", "G2": "log_likelihood", "Dice": "dice", "logDice": "log_dice",
    "Delta P(2|1)": "delta_p_forward", "Delta P(1|2)": "delta_p_backward",
}  # fmt: skip
# Small tables with every kind of zero but an empty side or an absent word.
TABLES = [
    cells
    for cells in itertools.product([0, 1, 3, 20], [0, 1, 3, 20], [0, 1, 40, 500], [0, 1, 40, 500])
    if cells[0] + cells[1] and cells[0] + cells[2] and cells[1] + cells[3]
]


def test_the_table_of_other_programs_is_whole():
    names = ["G2 4-cell", "Fisher p (two-sided)", "conservative log ratio LRC", "log ratio", *PEERS]
    assert [len(cases(name)) for name in names] == [91, 56, 32, 38, 41, 52, 54, 39, 39, 10, 4, 8, 6, 6, 3, 3, 7, 2]


@pytest.mark.parametrize(
    ("name", "case"), [(name, case) for statistic, name in PEERS.items() for case in cases(statistic)], ids=str
)
def test_the_measures_agree_with_other_programs(name, case):
    # They give G2 without a sign, and six decimals.
    found = score(name, *case.cells)
    found = abs(found) if name == "log_likelihood" else found
    assert found == pytest.approx(case.value, abs=6e-7)


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
    found = score("log_ratio_conservative", *case.sides, alpha=0.001, tests=1)
    assert found == pytest.approx(case.value, abs=6e-7)


@pytest.mark.parametrize("case", cases("log ratio"), ids=str)
def test_log_ratio_agrees_with_another_program(case):
    # The peer adds 0.5 to both counts and both totals (Walter 1975), we by default only where a cell is empty.
    assert score("log_ratio", *case.sides, discount="both") == pytest.approx(case.value, abs=6e-7)
    assert score("log_ratio", *case.sides) != pytest.approx(case.value, abs=1e-6)


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


def test_without_a_discount_a_zero_is_infinitely_far():
    assert score("log_ratio", 4, 0, 96, 100, discount="none") == math.inf
    assert score("log_ratio", 0, 4, 96, 100, discount="none") == -math.inf
    assert score("log_ratio", 4, 2, 96, 98, discount="none") == 1


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


@pytest.mark.parametrize("name", MEASURES)
def test_swapping_target_and_reference_does_what_the_registry_says(name):
    law, (o11, o12, o21, o22) = MEASURES[name], np.array(TABLES).T
    there, back = score(name, o11, o12, o21, o22), score(name, o12, o11, o22, o21)
    both = ~np.isnan(there) & ~np.isnan(back)
    there, back = there[both], back[both]
    if law.swap == "negates":
        assert there == pytest.approx(-back, abs=1e-9)
    elif law.swap == "inverts":
        assert there == pytest.approx(1 / back, rel=1e-9)
    elif law.swap == "keeps":
        assert there == pytest.approx(back, rel=1e-9, abs=1e-12)
    elif law.swap == "opposes":
        assert (np.sign(np.round(there, 9)) == -np.sign(np.round(back, 9))).all()
    else:
        assert not np.allclose(there, back) and not np.allclose(there, -back)


@pytest.mark.parametrize("name", [name for name in MEASURES if MEASURES[name].neutral is not None])
@pytest.mark.parametrize("cells", [(1, 1, 9, 9), (10, 20, 90, 180), (3, 1, 297, 99), (7, 70, 700, 7000)])
def test_equal_rates_give_the_neutral_value(name, cells):
    assert score(name, *cells) == pytest.approx(MEASURES[name].neutral, abs=1e-12, rel=1e-9)


@pytest.mark.parametrize("name", [name for name in MEASURES if MEASURES[name].neutral is None])
def test_without_a_neutral_value_equal_rates_do_not_decide(name):
    assert score(name, 10, 10, 90, 90) != pytest.approx(score(name, 50, 50, 50, 50))


# No zero among them: a pseudo-count does not grow with the texts.
FULL = np.array([cells for cells in itertools.product([1, 4, 20], [1, 5, 20], [10, 40, 500], [15, 40, 500])]).T


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("k", [2, 10])
def test_larger_texts_scale_a_measure_as_the_registry_says(name, k):
    law, small, large = MEASURES[name], score(name, *FULL), score(name, *(k * FULL))
    factor = {"constant": 1, "linear": k, "root": math.sqrt(k)}
    if law.scaling in factor:
        assert large == pytest.approx(factor[law.scaling] * small, abs=1e-9)
    elif law.scaling == "log":
        assert large == pytest.approx(small + 2 * math.log2(k))
    else:
        further = np.abs(large - law.neutral) - np.abs(small - law.neutral)
        assert (further >= -1e-9).all() and (further > 1e-6).any()
        assert (large >= small - 1e-12).any() if law.scaling == "grows" else (large <= small + 1e-12).all()


@pytest.mark.parametrize("name", MEASURES)
def test_the_order_of_the_tables_never_matters(name):
    columns = np.array(TABLES).T
    assert np.array_equal(score(name, *columns)[::-1], score(name, *columns[:, ::-1]), equal_nan=True)


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize(
    "cells", [(0, 0, 10, 10), (0, 5, 0, 10), (0, 0, 0, 0)], ids=["word nowhere", "empty target", "nothing at all"]
)
def test_undefined_is_nan(name, cells):
    assert np.isnan(score(name, *cells))


@pytest.mark.parametrize("name", MEASURES)
def test_an_empty_reference_is_undefined_where_two_sides_are_compared(name):
    assert np.isnan(score(name, 5, 0, 10, 0)) == MEASURES[name].two_sided


@pytest.mark.parametrize(
    ("name", "cells", "value"),
    [
        ("mutual_information", (0, 5, 7, 100), math.nan),
        ("mi3", (0, 5, 7, 100), math.nan),
        ("log_dice", (0, 5, 7, 100), math.nan),
        ("t_score", (0, 5, 7, 100), math.nan),
        ("npmi", (0, 5, 7, 100), -1),
        ("dice", (0, 5, 7, 100), 0),
        ("min_sensitivity", (0, 5, 7, 100), 0),
        ("percent_diff", (5, 0, 100, 100), math.nan),
        ("percent_diff", (0, 5, 100, 95), -100),
        ("delta_p_forward", (5, 5, 0, 0), math.nan),
        ("difference_coefficient", (5, 0, 100, 100), 1),
        # 0.5 in all four cells where one is empty, in none where none is.
        ("odds_ratio", (5, 0, 95, 100), 5.5 * 100.5 / (0.5 * 95.5)),
        ("odds_ratio", (5, 1, 95, 99), 5 * 99 / 95),
        # Nothing but the word on both sides: the rates are equal.
        ("chi_squared", (5, 9, 0, 0), 0),
    ],
)
def test_edge_cases(name, cells, value):
    assert score(name, *cells) == pytest.approx(value, nan_ok=True)


@pytest.mark.parametrize("name", ["log_dice", "dice", "min_sensitivity", "npmi"])
def test_never_apart_is_the_highest_value(name):
    assert score(name, 50, 0, 0, 1000) == pytest.approx({"log_dice": 14}.get(name, 1))


@pytest.mark.parametrize("name", ["log_likelihood_2cell", "chi_squared", "chi_squared_yates"])
def test_a_sign_can_be_asked_for(name):
    more, less = score(name, 20, 10, 80, 90, signed=True), score(name, 10, 20, 90, 80, signed=True)
    assert more == -less == score(name, 20, 10, 80, 90) > 0


@pytest.mark.parametrize(("first", "second"), [("delta_p_forward", "delta_p_backward")])
def test_turning_node_and_collocate_round_turns_delta_p_round(first, second):
    assert score(first, 5, 20, 3, 100) == score(second, 5, 3, 20, 100)


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("cells", [(-1, 0, 1, 1), (1, 1, -1, 1), (float("nan"), 1, 1, 1), ([1, -1], 1, 1, 1)])
def test_impossible_cells_are_refused(name, cells):
    with pytest.raises(AnalysisError, match="counts of 0 or more"):
        score(name, *cells)


def test_an_unknown_measure_is_answered_with_those_there_are():
    with pytest.raises(OptionError, match=", ".join(MEASURES)):
        score("chi2", 1, 2, 3, 4)


@pytest.mark.parametrize("name", MEASURES)
def test_many_tables_at_once_are_as_one_by_one(name):
    columns = np.array(TABLES).T
    found = score(name, *columns)
    assert found.shape == (len(TABLES),)
    assert np.array_equal(found, [score(name, *cells) for cells in TABLES], equal_nan=True)


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


def test_a_p_value_is_a_probability():
    assert all(0 <= score("fisher_p", *cells) <= 1 for cells in TABLES)


@pytest.mark.parametrize(
    ("cells", "options", "says"),
    [
        ((1, 2, 3, 4), {"colour": 1}, "has no option colour"),
        (("a", 2, 3, 4), {}, "must be numbers"),
        (([1, 2], [1, 2, 3], 1, 1), {}, "of one length"),
        (([[1, 2], [3]], 1, 1, 1), {}, "of one length"),
    ],
)
def test_what_cannot_be_scored_is_answered_in_a_sentence(cells, options, says):
    with pytest.raises(AnalysisError, match=says):
        score("log_likelihood", *cells, **options)


def test_the_exact_test_refuses_what_it_cannot_go_through():
    with pytest.raises(AnalysisError, match="whole counts"):
        score("fisher_p", 0.5, 1, 2, 3)
    with pytest.raises(AnalysisError, match="small counts"):
        score("fisher_p", 1e12, 1e12, 1e12, 1e12)
    assert score("fisher_p", 35, 263, 112289776, 1559716979, alternative="less") == pytest.approx(0.9994904, abs=5e-8)


def test_options_that_make_no_number_are_refused():
    for name, options in (("simple_maths", {"k": 0}), ("mutual_information", {"base": 1})):
        with pytest.raises(OptionError):
            score(name, 1, 2, 3, 4, **options)


def test_a_list_is_corrected_for_its_length():
    cells = Cells(*(np.array(side, float) for side in ([50, 9], [10, 9], [950, 991], [990, 991])))
    assert (
        score_list("log_ratio_conservative", cells).tolist()
        == score("log_ratio_conservative", *cells, tests=2).tolist()
    )
    assert score_list("log_ratio_conservative", cells, alpha=0.01)[0] < score_list("log_ratio_conservative", cells)[0]
    assert score_list("log_ratio", cells).tolist() == score("log_ratio", *cells).tolist()
