"""Frequencies: sequences, panels, heat map, equal length; what a filter must not change."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError, fair_rates, frequencies, query_frequencies
from dashboard.charts.rate_heatmap import rates_heatmap
from dashboard.charts.rates import panels_dot, terms_dot
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.exhibits import make
from dashboard.exhibits.groups import group_noun

STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob ≥2022", 1, "200 words")}


@pytest.fixture
def fair():
    rows = [("a", "trust", 3, 100, 30.0, 30.0, 30.0, 30.0, 0.93, 100, 500), ("b", "trust", 0, 200, 0.0, 0.0, 0.0, 19.0, 0.5, 100, 500)]  # fmt: skip
    columns = [
        "group",
        "term",
        "count",
        "words",
        "per_1000",
        "fair_per_1000",
        "low",
        "high",
        "holds",
        "window",
        "draws",
    ]
    return pd.DataFrame(rows, columns=columns)


def test_a_mark_at_equal_length_says_how_often_its_place_is_kept(fair):
    trace = terms_dot(fair, STYLES, LIGHT).data[0]
    assert "keeps its place in 93% of draws" in trace.text[0] and "windows of 100 words" in trace.text[0]


def test_the_axis_says_that_lines_are_windows(fair):
    assert "windows of 100 words" in terms_dot(fair, STYLES, LIGHT).layout.xaxis.title.text


def test_a_heat_map_has_a_cell_a_row_with_its_rate(fair):
    figure = rates_heatmap(fair, STYLES, LIGHT)
    assert {label for trace in figure.data[2:] for label in trace.text} == {"30.0", "0"}
    assert set(figure.data[1].customdata) == {0, 1}
    assert "3 in 100" in figure.data[1].hovertext[0]


@pytest.mark.parametrize("term", ["trust", "community with a shared future", "x" * 60])
@pytest.mark.parametrize("groups", [1, 2, 5, 12])
def test_no_panel_is_beyond_the_edge_of_a_laptop(term, groups):
    table = pd.DataFrame([(str(group), term, 1.0, 1, 100, 10.0) for group in range(groups)], columns=["group", "term", "value", "count", "words", "per_1000"])  # fmt: skip
    styles = {str(group): GroupStyle(f"Text {group}", group) for group in range(groups)}
    figure = panels_dot(table, styles, LIGHT, value="value", unit="")
    assert figure.layout.meta["min_width"] <= 800
    assert max(axis.domain[1] for axis in figure.select_xaxes()) <= 1.0001
    assert len(figure.data) == groups


def test_long_terms_are_not_cut():
    table = pd.DataFrame([("a", "community with a shared future", 1.0)], columns=["group", "term", "value"])
    figure = panels_dot(table, STYLES, LIGHT, value="value", unit="")
    assert list(figure.layout.yaxis.ticktext) == ["community with a shared future"]


@pytest.mark.parametrize("options", [{"stop_list": "none"}, {"drop": "china, trust"}, {"minimum_count": 9}])
def test_rates_stay_per_1000_of_all_words_whatever_is_left_out(corpus, options):
    table = make(corpus, "top_terms", **options).table
    words = {"Chen Jimin": 742, "Yang Jiechi": 2469, "Dong Chunling": 1158, "Huimin Duan": 1968, "Sun Jisheng": 8125}
    assert list(table["words"]) == [words[group] for group in table["group"]]
    assert list(table["per_1000"]) == list(1000 * table["count"] / table["words"])


def test_hyphenated_words_are_one_word(corpus):
    table = make(corpus, "top_terms", n=60).table
    assert "win-win" in set(table["term"]) and "win" not in set(table["term"])
    pairs = make(corpus, "top_terms", n=60, n_gram=2).table
    assert "win-win cooperation" in set(pairs["term"]) and "win win" not in set(pairs["term"])


@pytest.mark.parametrize("n_gram", [2, 3, 4])
def test_sequences_are_those_of_the_analysis(corpus, n_gram):
    exhibit = make(corpus, "top_terms", n_gram=n_gram, n=5)
    direct = frequencies(corpus, by="author", n=n_gram, minimum_count=3, stop_words=exhibit.options.stop_words(), intervals=False)  # fmt: skip
    assert list(exhibit.table["term"]) == list(direct[direct["count"] > 0].groupby("group", sort=False).head(5)["term"])
    assert f"sequences of {n_gram} words" in exhibit.receipt.text()


def test_a_sequence_over_a_number_has_its_sentences(corpus):
    exhibit = make(corpus, "top_terms", n_gram=2, n=400)
    rows = exhibit.table[exhibit.table["term"] == "covid pandemic"]
    assert rows["count"].sum() == 4
    lines = pd.concat([exhibit.passages(row) for row in rows.index])
    assert len(lines) == 4 and set(lines["node"]) == {"COVID-19 pandemic"}


def test_too_long_sequences_are_refused(corpus):
    with pytest.raises(OptionError, match="n_gram must be one of"):
        make(corpus, "top_terms", n_gram=5)


def test_a_group_without_a_frequent_sequence_is_named(corpus):
    exhibit = make(corpus, "top_terms", n_gram=4, minimum_count=6)
    missing = {"Chen 2014", "Yang 2015", "Dong 2022", "Duan ≥2022", "Sun 2024"} - set(exhibit.reading.split("("))
    absent = set(frequencies(corpus, by="author", intervals=False)["group"]) - set(exhibit.table["group"])
    assert absent and missing and "Nothing is frequent enough in" in exhibit.reading


def test_one_chart_and_panels_show_the_same_numbers(corpus):
    together, panels = (make(corpus, "term_rates", view=view) for view in ("together", "panels"))
    pd.testing.assert_frame_equal(together.table, panels.table)
    for one, other in zip(together.figure().data, panels.figure().data, strict=True):
        assert list(one.x) == list(other.x) and list(one.customdata) == list(other.customdata)


def test_equal_length_is_that_of_the_analysis(corpus):
    exhibit = make(corpus, "term_rates", fair=True, terms="trust, security")
    direct = fair_rates(corpus, ["trust", "security"], by="author").set_index(["item", "group"])
    for row in exhibit.table.itertuples():
        drawn = direct.loc[(row.term, row.group)]
        assert (row.low, row.high, row.holds, row.window) == (drawn["low"], drawn["high"], drawn["holds"], 742)
        assert row.low <= row.fair_per_1000 <= row.high
    share = direct.loc[("trust", "Chen Jimin"), "holds"]
    assert f"{share:.0%} of 500 draws" in exhibit.reading
    assert "windows of 742 running words, 500 draws" in exhibit.receipt.text() and "seed 0" in exhibit.receipt.text()


def test_equal_length_leaves_the_rate_as_it_is(corpus):
    plain, fair = (make(corpus, "term_rates", fair=fair).table for fair in (False, True))
    pd.testing.assert_series_equal(plain["per_1000"], fair["per_1000"])


def test_the_heat_map_of_typed_terms_is_the_table_of_the_dots(corpus):
    heat = make(corpus, "term_heatmap", terms="trust, @United States").table
    pd.testing.assert_frame_equal(heat, make(corpus, "term_rates", terms="trust, @United States").table)
    direct = query_frequencies(corpus, ["trust"], by="author")
    assert list(heat["count"].head(5)) == list(direct["count"]) == [9, 2, 1, 0, 56]


def test_the_heat_map_without_terms_is_the_union_of_the_lists(corpus):
    exhibit = make(corpus, "term_heatmap", n=5)
    assert set(exhibit.table["term"]) == set(make(corpus, "top_terms", n=5).table["term"])
    assert (exhibit.table.groupby("term").size() == 5).all()


def test_a_group_is_called_a_text_only_where_it_is_one(corpus):
    assert group_noun(corpus, "author") == group_noun(corpus, "document_id") == "text"
    assert group_noun(corpus, "year") == "year" and group_noun(corpus, "genre") == "genre"
    two = Corpus.from_texts(pd.DataFrame({"text": ["One.", "Two."], "author": ["A", "A"]}, index=["x", "y"]))
    assert group_noun(two, "author") == "author"
    assert make(corpus, "top_terms", by="year").title == "Which words does each year use most?"
    assert make(corpus, "top_terms", by="year", n_gram=2).title == "Which two words in a row does each year use most?"
    assert make(corpus, "top_terms", by="corpus").title == "Which words does the whole corpus use most?"


def test_one_text_is_shown_in_every_view():
    one = Corpus.from_texts({"a": "Trust is trust. Trust is good.\n\nTrust is trust."})
    for options in ({}, {"view": "panels"}, {"fair": True}):
        exhibit = make(one, "term_rates", terms="trust, war", **options)
        assert len(exhibit.figure().data) == 1 and exhibit.reading.endswith(".")
    assert make(one, "term_heatmap", terms="trust").figure().data


def test_terms_found_nowhere_are_said_to_be_absent(corpus):
    for fair in (False, True):
        assert "none of the texts" in make(corpus, "term_rates", terms="xylophone", fair=fair).reading
