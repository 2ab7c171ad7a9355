"""How many decimals a column is shown with."""

import numpy as np
import pandas as pd
import pytest

from dashboard.column_looks import column_looks
from dashboard.exhibits import make
from dashboard.exhibits.precision import decimals


@pytest.mark.parametrize(
    "values, places",
    [([1.0, 20.0, np.nan], 0), ([13.48, 9.43, 5.39], 2), ([0.0087, 0.0041], 5), ([0.12, 0.5], 3), ([742.5, 2014.6], 1), ([], 0), ([1e-12], 6), ([np.inf, 2.5], 2)],
)  # fmt: skip
def test_a_middling_value_is_shown_with_three_figures(values, places):
    assert decimals(pd.Series(values, dtype=float)) == places


def test_headings_say_what_a_column_is_and_only_what_is_shown_is_rounded(corpus):
    looks = column_looks(make(corpus, "keywords"))
    assert looks["count"]["label"] == "hits" and looks["texts"]["help"].startswith("Texts of the whole corpus")
    assert looks["per_1000"]["type_config"]["format"] == "%.2f"
    assert looks["p_value"]["type_config"]["format"] == "%.2g"
    assert "type_config" not in looks["term"] or looks["term"]["type_config"] is None
