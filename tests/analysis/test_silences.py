"""What a group never says though the others do."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binomtest, fisher_exact

from analysis import Corpus, OptionError, QueryError, keywords, parse
from analysis.intervals import adjust, wilson
from analysis.silences import query_silences, silences

from .tables import DOCUMENTS

COLUMNS = [
    "group", "term", "reference_count", "reference_groups", "reference_per_1000", "words", "expected",
    "highest_per_1000", "p_value", "q_value", "telling",
]  # fmt: skip


@pytest.fixture(scope="module")
def small() -> Corpus:
    """trust in all three, order in a only, peace in b and c; four words each."""
    return Corpus.from_texts(
        {"a": "trust trust order 2014 now", "b": "trust we hope peace", "c": "trust peace be here"}
    )


def test_silences_by_hand(small):
    found = silences(small, minimum_count=2, level=0.95)
    assert found[["group", "term", "reference_count", "reference_groups", "words"]].values.tolist() == [
        ["a", "peace", 2, 2, 4]
    ]
    row = found.iloc[0]
    assert row["reference_per_1000"] == 250 and row["expected"] == 1
    assert row["highest_per_1000"] == pytest.approx(1000 * (1 - 0.05**0.25))
    # No hit in 4 of 12 words, 2 hits in all: 8/12 · 7/11.
    assert row["p_value"] == pytest.approx(8 / 12 * 7 / 11)
    assert not row["telling"]


def test_a_silence_by_hand_is_over_all_words_tried(small):
    # trust and peace are tried: the group has trust oftener than the others, so its p is 1.
    found = silences(small, minimum_count=2)
    assert found["q_value"].tolist() == pytest.approx([min(2 * 8 / 12 * 7 / 11, 1)])


def test_global_is_missing_in_chen_and_that_tells(reference_corpus):
    row = silences(reference_corpus).set_index(["group", "term"]).loc[("chen-2014", "global")]
    assert row[["reference_count", "reference_groups", "words"]].tolist() == [206, 4, 742]
    assert row["expected"] == pytest.approx(206 / 13_720 * 742)
    assert row["telling"] and row["q_value"] < 0.05
    # The two-sided Wilson bound of the same silence.
    assert 1000 * wilson(0, 742)[1] == pytest.approx(5.2, abs=0.05)
    assert row["highest_per_1000"] == pytest.approx(4.03, abs=0.005)


def test_trust_is_missing_in_duan(reference_corpus):
    row = silences(reference_corpus).set_index(["group", "term"]).loc[("duan-2022", "trust")]
    assert row["reference_count"] == 67 and row["telling"]


def test_chance_and_bound_are_those_of_scipy(reference_corpus):
    found = silences(reference_corpus).groupby("group").head(5)
    for row in found.itertuples():
        reference_words = 14_462 - row.words
        table = [[0, row.reference_count], [row.words, reference_words - row.reference_count]]
        assert row.p_value == pytest.approx(fisher_exact(table, alternative="less").pvalue, rel=1e-6)
        bound = binomtest(0, row.words, alternative="less").proportion_ci(0.95, "exact").high
        assert row.highest_per_1000 == pytest.approx(1000 * bound, rel=1e-9)
        # The rule of three.
        assert row.highest_per_1000 == pytest.approx(3000 / row.words, rel=0.005)


def test_every_missing_word_is_listed_once(reference_corpus):
    found = silences(reference_corpus, minimum_count=3)
    table = keywords(reference_corpus, minimum_count=3)
    missing = table[table["count"] == 0]
    assert set(zip(found["group"], found["term"], strict=True)) == set(
        zip(missing["group"], missing["term"], strict=True)
    )
    assert len(found) == len(missing)
    assert (found["telling"] == (found["highest_per_1000"] < found["reference_per_1000"])).all()


def test_silences_stand_by_group_then_expectation_then_term(corpus):
    found = silences(corpus)
    keys = [(DOCUMENTS.index(row.group), -row.expected, row.term) for row in found.itertuples()]
    assert keys == sorted(keys)


def test_a_surer_level_leaves_higher_rates_possible(corpus):
    usual, sure = silences(corpus), silences(corpus, level=0.99)
    assert (sure["highest_per_1000"] > usual["highest_per_1000"]).all()
    assert sure["telling"].sum() < usual["telling"].sum()


def test_stop_words_and_numbers_are_no_silences(small):
    assert "2014" not in silences(small, minimum_count=1)["term"].tolist()
    assert silences(small, minimum_count=2, stop_words=["peace"]).empty


def test_searches_can_be_silent_too(reference_corpus):
    queries = {"trust": "trust", "frame": "global", "together": "cooperat*", "nobody's": "zzz"}
    found = query_silences(reference_corpus, queries)
    assert found.columns.tolist() == COLUMNS
    assert found[["group", "term"]].values.tolist() == [
        ["chen-2014", "frame"], ["chen-2014", "together"], ["duan-2022", "trust"],
    ]  # fmt: skip
    assert found["reference_count"].tolist() == [207, 107, 68]
    words = silences(reference_corpus).set_index(["group", "term"])
    assert found.loc[0, "highest_per_1000"] == words.loc[("chen-2014", "global"), "highest_per_1000"]


def test_one_search_alone_is_no_list_of_letters(reference_corpus):
    of_list = query_silences(reference_corpus, ["global"])
    assert set(of_list["term"]) == {"global"}
    for alone in ("global", parse("global"), [parse("global")]):
        assert query_silences(reference_corpus, alone).equals(of_list)


def test_searches_are_corrected_for_those_tried(reference_corpus):
    queries = ["trust", "global", "china"]
    found = query_silences(reference_corpus, queries).set_index(["group", "term"])
    alone = query_silences(reference_corpus, ["global"]).set_index(["group", "term"])
    p_value = alone.loc[("chen-2014", "global"), "p_value"]
    assert alone.loc[("chen-2014", "global"), "q_value"] == p_value
    assert found.loc[("chen-2014", "global"), "q_value"] == pytest.approx(adjust([p_value, 1, 1])[0])


def test_a_search_for_numbers_has_no_chance():
    corpus = Corpus.from_texts({"a": "trust", "b": "7 7 7 trust", "c": "trust trust"})
    found = query_silences(corpus, ["7"]).set_index("group")
    assert found.index.tolist() == ["a", "c"]
    assert found["reference_count"].tolist() == [3, 3]
    assert np.isnan(found.loc["c", ["p_value", "q_value"]].astype(float)).all()


@pytest.mark.parametrize("texts", [{"a": "", "b": ""}, {"a": "trust", "b": "trust"}, {"a": "1 2", "b": "trust"}])
def test_without_a_missing_word_there_is_no_silence(texts):
    corpus = Corpus.from_texts(texts)
    for found in (silences(corpus, minimum_count=1), query_silences(corpus, ["trust"]), query_silences(corpus, [])):
        assert found.columns.tolist() == COLUMNS and found.empty


def test_groups_are_of_any_column():
    metadata = pd.DataFrame({"author": ["Sun", "Duan", "Sun"]}, index=["a", "b", "c"])
    corpus = Corpus.from_texts({"a": "trust", "b": "order", "c": "order peace"}, metadata)
    found = silences(corpus, by="author", minimum_count=1)
    assert found[["group", "term", "words"]].values.tolist() == [["Duan", "peace", 1], ["Duan", "trust", 1]]


@pytest.mark.parametrize("function", [silences, lambda corpus, **options: query_silences(corpus, ["a"], **options)])
@pytest.mark.parametrize(
    ("options", "says"),
    [({"by": "corpus"}, "fewer than two"), ({"by": "colour"}, "'colour'"), ({"minimum_count": 0}, "minimum_count")],
)
def test_impossible_options_are_refused(corpus, function, options, says):
    with pytest.raises(OptionError, match=says):
        function(corpus, **options)


def test_levels_and_searches_must_make_sense(corpus):
    with pytest.raises(OptionError, match="level"):
        silences(corpus, level=1)
    with pytest.raises(QueryError):
        query_silences(corpus, ["(trust"])
