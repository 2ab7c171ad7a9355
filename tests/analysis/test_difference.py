"""The difference of two rates: against its parts, a slow bootstrap, and sides that make no sense."""

import numpy as np
import pytest

from analysis import Corpus, OptionError, QueryError, query_frequencies, rate_differences
from analysis.difference import DIFFERENCE_COLUMNS
from analysis.frequency import hits_by_paragraph
from analysis.intervals import difference_bootstrap, draw_weights, permutation_test

SEARCHES = ["trust", "global", "china", "must"]


@pytest.fixture(scope="module")
def table(corpus):
    return rate_differences(corpus, SEARCHES, "sun-2024").set_index("term")


def test_the_rates_are_those_of_the_two_sides(corpus, table):
    usual = query_frequencies(corpus, SEARCHES, draws=10).set_index(["group", "term"])
    for term in SEARCHES:
        row = table.loc[term]
        assert (row["count"], row["per_1000"]) == tuple(usual.loc[("sun-2024", term), ["count", "per_1000"]])
        assert row["reference_count"] == usual.xs(term, level="term")["count"].sum() - row["count"]
        assert row["difference"] == pytest.approx(row["per_1000"] - row["reference_per_1000"])
    assert set(table["words"]) == {8125} and set(table["reference_words"]) == {14462 - 8125}


def test_the_interval_holds_the_difference_and_agrees_with_the_test(table):
    assert ((table["low"] < table["difference"]) & (table["difference"] < table["high"])).all()
    # Trust and global differ by both; China and must by neither.
    assert (
        table.index[table["low"] > 0].tolist() == table.index[table["p_value"] < 0.05].tolist() == ["trust", "global"]
    )
    assert (table["q_value"] >= table["p_value"]).all()


def test_the_interval_is_that_of_a_slow_bootstrap(corpus):
    hits, sizes = hits_by_paragraph(corpus, "trust"), corpus.words_by_paragraph
    text = corpus.tokens.document_of_paragraph
    target = text == 4
    slow = [
        (weights * hits)[target].sum() / (weights * sizes)[target].sum()
        - (weights * hits)[~target].sum() / (weights * sizes)[~target].sum()
        for weights in draw_weights(text, 300, 7)
    ]
    found = difference_bootstrap(hits[:, None], sizes, text, target, draws=300, seed=7)
    assert np.concatenate(found) == pytest.approx(np.quantile(slow, [0.025, 0.975]))


def test_the_p_value_is_that_of_the_permutation_test(corpus, table):
    hits = hits_by_paragraph(corpus, "must")[:, None]
    sides = corpus.tokens.document_of_paragraph == 4
    assert table.loc["must", "p_value"] == permutation_test(hits, corpus.words_by_paragraph, sides)[1][0]


def test_changing_sides_changes_the_sign(corpus):
    there = rate_differences(corpus, SEARCHES, "dong-2022", "sun-2024", draws=400)
    back = rate_differences(corpus, SEARCHES, "sun-2024", "dong-2022", draws=400)
    assert there["difference"].tolist() == pytest.approx((-back["difference"]).tolist())
    assert there["low"].tolist() == pytest.approx((-back["high"]).tolist())
    assert there["count"].tolist() == back["reference_count"].tolist()


def test_a_group_of_several_texts_is_one_side(corpus):
    row = rate_differences(corpus, {"peace": "peace"}, "2022", "2024", by="year", draws=50).iloc[0]
    assert (row["term"], row["words"], row["reference_words"], row["count"]) == ("peace", 1158 + 1968, 8125, 3)


def test_a_side_without_words_has_no_rate():
    row = rate_differences(Corpus.from_texts({"a": "trust peace", "b": "2014"}), ["trust"], "a", draws=20).iloc[0]
    assert (
        row["count"] == 1
        and np.isnan(row[["difference", "low", "high", "p_value", "reference_per_1000"]].astype(float)).all()
    )


def test_no_search_gives_an_empty_table(corpus):
    assert rate_differences(corpus, [], "sun-2024").columns.tolist() == DIFFERENCE_COLUMNS


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"target": "nobody"}, "target must be"),
        ({"reference": "nobody"}, "reference must be"),
        ({"reference": "sun-2024"}, "reference must be"),
        ({"by": "corpus"}, "fewer than two"),
        ({"draws": 0}, "draws"),
        ({"level": 1}, "level"),
    ],
)
def test_bad_options_are_answered_in_a_sentence(corpus, options, says):
    with pytest.raises(OptionError, match=says):
        rate_differences(corpus, **{"queries": ["trust"], "target": "sun-2024"} | options)
    with pytest.raises(QueryError):
        rate_differences(corpus, ["("], "sun-2024")
