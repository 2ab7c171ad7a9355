"""The card of what else differs: what is red on it, what it says first, and the clean contrast it names."""

import pandas as pd

from analysis import Corpus, confounds
from dashboard.charts.confounds import confounds_card
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.exhibits import make
from dashboard.exhibits.confounds import inseparable

STYLES = {"a": GroupStyle("Ann 2014", 0), "b": GroupStyle("Bob 2022", 1)}


def card(relation: str) -> str:
    rows = [("a", "genre", "op-ed", 1, relation), ("b", "genre", "essay", 1, relation)]
    return confounds_card(
        pd.DataFrame(rows, columns=["group", "column", "value", "values", "relation"]), STYLES, LIGHT
    ).wide


def test_what_changes_with_the_groups_is_red_and_what_does_not_is_quiet():
    assert LIGHT.warning in card("inseparable") and LIGHT.warning in card("nested")
    assert LIGHT.warning not in card("crossed") and LIGHT.warning not in card("same")


def test_the_warning_names_year_and_genre_first(corpus):
    said = inseparable(confounds(corpus, by="author"), "author", 5)
    assert (
        said.startswith("Author cannot be told apart from year, genre, ") and "each author stands for one text" in said
    )


def test_groups_of_several_texts_are_counted(corpus):
    said = inseparable(confounds(corpus, by="year"), "year", 5)
    assert "4 groups are made of 5 texts" in said and "author" not in said


def test_one_group_needs_no_warning(corpus):
    alone = corpus.select(["sun-2024"])
    assert inseparable(confounds(alone, by="author"), "author", 1) == ""
    assert "nothing is compared" in make(alone, "confounds").reading


def test_the_pairs_nearest_to_a_clean_contrast_are_named(corpus):
    reading = make(corpus, "confounds").reading
    assert "Dong 2022 and Duan ≥2022 (both the same year, standing)" in reading


def test_values_with_markup_are_shown_as_written():
    documents = pd.DataFrame({"author": ["A", "B"], "genre": ["<b>x</b>", "y"]}, index=["a", "b"])
    evil = Corpus.from_texts({"a": "one", "b": "two"}, documents)
    drawing = make(evil, "confounds").figure()
    assert "<b>x" not in drawing.wide + drawing.narrow and "&lt;b&gt;x" in drawing.wide
