"""Years as people type them: four digits are a year, a guess is none."""

import pytest

from analysis.texts.years import read_year, years_not_read

YEARS = {
    1990: 1990, "1990": 1990, " 1990 ": 1990, "1990.0": 1990, "１９９０": 1990, "44": 44,
    "12/03/1990": 1990, "31/12/1990": 1990, "12/31/1990": 1990, "3.12.1990": 1990, "1990-02-28": 1990,
    "1990-02-28T12:00:00+14:00": 1990, "1990-02": 1990,
}  # fmt: skip
NONE = [
    0, "0", -44, "-44", 20222, "circa 1990", "[1990]", "1990s", "1990-02-30", "13/13/1990", "MCMXC", "1e3", "inf", "nan",
    float("nan"), float("inf"), "", None, "9" * 400, "0x7c6", "19 90", "BC 44", "1990?", [1990],
]  # fmt: skip


@pytest.mark.parametrize("typed", YEARS)
def test_a_year_is_read(typed):
    assert read_year(typed) == YEARS[typed]


@pytest.mark.parametrize("typed", NONE, ids=lambda typed: str(typed)[:20])
def test_what_is_no_year_is_not_guessed_at(typed):
    assert read_year(typed) is None


def test_years_that_are_none_are_listed_in_one_sentence():
    (sentence,) = years_not_read({"a": "circa 1990", "b": 2014, "c": "", "d": None, "e": float("nan"), "f": 20222})
    assert (
        sentence
        == "2 years cannot be read and count as “no year” (“circa 1990”, “20222”): write four digits, such as 2014."
    )


def test_a_long_list_is_cut():
    (sentence,) = years_not_read({str(number): f"c. {number}" for number in range(100)})
    assert sentence.startswith("100 years") and "“c. 7” …" in sentence and "c. 8" not in sentence


def test_where_all_years_are_read_nothing_is_said():
    assert years_not_read({"a": 2014, "b": ""}) == ()
