"""The difference of two rates: against its parts, a slow bootstrap, and sides that make no sense."""

import numpy as np
import pytest

from analysis import Corpus, OptionError, Query, QueryError, any_of, parse, query_frequencies, rate_differences
from analysis.difference import DIFFERENCE_DTYPES
from analysis.frequency import hits_by_paragraph
from analysis.resampling import difference_bootstrap, draw_weights, permutation_test

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


PARAGRAPH = "We trust our peace and our work.\n\n"
NO_HIT = "We keep our peace and our work.\n\n"


@pytest.mark.parametrize(("paragraphs", "shown"), [(1, False), (7, False), (8, True)])
@pytest.mark.parametrize("swapped", [False, True])
def test_few_paragraphs_on_a_side_give_no_interval(paragraphs, shown, swapped):
    texts = Corpus.from_texts({"a": (PARAGRAPH + NO_HIT) * 5, "b": NO_HIT * (paragraphs - 1) + PARAGRAPH})
    target, reference = ("b", "a") if swapped else ("a", "b")
    row = rate_differences(texts, ["trust"], target, reference, draws=50).iloc[0]
    assert np.isfinite(row[["low", "high"]].astype(float)).tolist() == [shown, shown]
    assert np.isfinite(row["difference"]) and 0 < row["p_value"] <= 1


def test_a_word_neither_side_has_gives_no_interval():
    texts = Corpus.from_texts({"a": (PARAGRAPH + NO_HIT) * 5, "b": NO_HIT * 9})
    table = rate_differences(texts, ["trust", "china", "peace"], "a", draws=50).set_index("term")
    assert np.isnan(table.loc["china", ["low", "high"]].astype(float)).all()
    assert table.loc["china", "difference"] == 0
    # A hit on one side alone is enough.
    assert 0 < table.loc["trust", "low"] < table.loc["trust", "high"]
    assert np.isfinite(table.loc["peace", ["low", "high"]].astype(float)).all()


@pytest.mark.parametrize("query", ["trust", parse("trust"), [parse("trust")], {"trust": "trust"}])
def test_a_single_search_needs_no_list(corpus, table, query):
    found = rate_differences(corpus, query, "sun-2024")
    assert found["term"].tolist() == ["trust"]
    columns = [column for column in DIFFERENCE_DTYPES if column not in ("term", "q_value")]
    assert found.iloc[0][columns].tolist() == table.loc["trust", columns].tolist()


def test_a_family_is_shown_by_its_text(corpus):
    family = any_of(["trust", "confidence"])
    assert isinstance(family, Query)
    assert rate_differences(corpus, [family], "sun-2024", draws=10)["term"].tolist() == ["trust|confidence"]


def test_no_search_gives_an_empty_table(corpus):
    assert rate_differences(corpus, [], "sun-2024").columns.tolist() == list(DIFFERENCE_DTYPES)


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
