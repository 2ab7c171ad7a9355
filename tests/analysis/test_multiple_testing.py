"""Many tests at once: against hand calculation, R and scipy."""

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from analysis import AnalysisError, OptionError
from analysis.multiple_testing import ADJUSTMENTS, adjust


@pytest.mark.parametrize(
    ("p_values", "q_values"),
    [
        ([0.01, 0.04, 0.03, 0.005], [0.02, 0.04, 0.04, 0.02]),
        ([0.5], [0.5]),
        ([0.9, 0.8], [0.9, 0.9]),
        ([0.01, 0.01, 0.01], [0.01, 0.01, 0.01]),
        ([0.0, 1.0], [0.0, 1.0]),
        ([0.04, float("nan"), 0.01], [0.04, float("nan"), 0.02]),
        ([float("nan")], [float("nan")]),
        ([], []),
    ],
)
def test_q_values_by_hand(p_values, q_values):
    assert adjust(p_values).tolist() == pytest.approx(q_values, nan_ok=True)


@pytest.mark.parametrize("method", ADJUSTMENTS)
def test_adjusted_values_keep_the_shape_of_what_was_given(method):
    table = np.array([[0.01, 0.2, np.nan], [0.03, 0.5, 0.04]])
    assert np.array_equal(adjust(table, method), adjust(table.ravel(), method).reshape(2, 3), equal_nan=True)
    assert adjust(0.03, method) == 0.03 and np.isnan(adjust(np.nan, method))
    assert np.ndim(adjust(0.03, method)) == 0


def test_q_values_agree_with_scipy():
    p_values = np.random.default_rng(0).random(200) ** 3
    assert adjust(p_values) == pytest.approx(false_discovery_control(p_values))


def test_q_values_never_fall_below_p_or_rise_above_one():
    p_values = np.random.default_rng(1).random(100)
    assert (adjust(p_values) >= p_values).all() and (adjust(p_values) <= 1).all()


def test_an_unknown_correction_is_refused():
    with pytest.raises(OptionError, match="benjamini_hochberg"):
        adjust([0.1], method="fdr")


# R 4.2.2, p.adjust(c(.01, .02, .03, .04, .05), method = …).
R_ADJUSTED = {
    "benjamini_hochberg": [0.05, 0.05, 0.05, 0.05, 0.05],
    "benjamini_yekutieli": [0.05 * 137 / 60] * 5,
    "holm": [0.05, 0.08, 0.09, 0.09, 0.09],
    "bonferroni": [0.05, 0.1, 0.15, 0.2, 0.25],
}


@pytest.mark.parametrize("method", ADJUSTMENTS)
def test_adjusted_p_values_are_those_of_r(method):
    assert adjust([0.01, 0.02, 0.03, 0.04, 0.05], method) == pytest.approx(R_ADJUSTED[method])
    # Whatever the order they are given in, and whatever is missing among them.
    found = adjust([0.03, np.nan, 0.05, 0.01, 0.02, 0.04], method)
    assert found[[3, 4, 0, 5, 2]] == pytest.approx(R_ADJUSTED[method]) and np.isnan(found[1])


@pytest.mark.parametrize("method", ADJUSTMENTS)
def test_adjusting_never_lowers_a_p_value_nor_changes_the_order(method):
    p_values = np.random.default_rng(1).random(50) ** 3
    adjusted = adjust(p_values, method)
    assert (adjusted >= p_values).all() and (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(p_values)]) >= 0).all()
    assert adjust([], method).shape == (0,)


def test_the_methods_have_the_short_names_of_r():
    p_values = [0.01, 0.02, 0.3]
    assert adjust(p_values, "BH").tolist() == adjust(p_values).tolist()
    assert adjust(p_values, "BY").tolist() == adjust(p_values, "benjamini_yekutieli").tolist()


def test_a_p_value_above_one_is_refused():
    with pytest.raises(AnalysisError, match="between 0 and 1"):
        adjust([0.5, 1.5])


def test_the_by_method_agrees_with_scipy():
    p_values = np.random.default_rng(2).random(40)
    assert adjust(p_values, "by") == pytest.approx(false_discovery_control(p_values, method="by"))
