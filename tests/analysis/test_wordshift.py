"""Which words make the difference between two groups."""

import math
import re

import numpy as np
import pandas as pd
import pytest

from analysis import Corpus, OptionError
from analysis.similarity import similarities
from analysis.wordshift import METHODS, word_shift

from .oracle import document_id, stopped_words
from .tables import rows

COLUMNS = [
    "term", "count", "reference_count", "per_1000", "reference_per_1000", "contribution", "side", "cumulative",
]  # fmt: skip
PEERS = {row["statistic"]: [] for row in rows("oracle_values.tsv") if row["statistic"].startswith("JSD ")}
for row in rows("oracle_values.tsv"):
    if row["statistic"] in PEERS and "->" in row["item"]:
        PEERS[row["statistic"]].append((tuple(map(document_id, row["item"].split("->"))), row["value"]))


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus.from_texts(
        {"a": "trust trust the 2014 the", "b": "the order order the", "c": "the trust"},
        pd.DataFrame({"author": ["Chen", "Sun", "Chen"]}, index=["a", "b", "c"]),
    )


@pytest.mark.parametrize(("pair", "words"), PEERS["JSD word shift top 12"])
def test_the_first_words_agree_with_another_program(reference_corpus, pair, words):
    # It gives every word its share of the whole.
    found = word_shift(reference_corpus, *pair)
    share = found["contribution"] / found["contribution"].sum()
    expected = re.findall(r"(\S+) ([\d.]+)", words)
    assert len(expected) == 12
    assert [(term, f"{value:.5f}") for term, value in zip(found["term"], share[:12], strict=False)] == expected


@pytest.mark.parametrize(("pair", "total"), PEERS["JSD total"])
def test_the_shares_add_up_to_the_whole(reference_corpus, pair, total):
    for method in METHODS:
        found = word_shift(reference_corpus, *pair, method=method)
        assert found["cumulative"].iloc[-1] == pytest.approx(float(total), abs=1e-12)


@pytest.mark.parametrize("stopped", [False, True])
@pytest.mark.parametrize("reference", ["chen-2014", "sun-2024"])
def test_the_words_add_up_to_the_divergence(reference_corpus, reference, stopped):
    stop_words = stopped_words() if stopped else ()
    table = similarities(reference_corpus, measure="jensen_shannon", stop_words=stop_words)
    pair = [{"dong-2022", reference} == set(names) for names in zip(table["group"], table["other"], strict=True)]
    found = word_shift(reference_corpus, "dong-2022", reference, stop_words=stop_words)
    assert found["contribution"].sum() == pytest.approx(table.loc[pair, "value"].item(), rel=1e-12)


def test_the_contributions_by_hand(small):
    # Shares of trust ½ and 0, of the ½ and ½, of order 0 and ½.
    found = word_shift(small, "a", "b")
    assert found[["term", "side"]].values.tolist() == [["order", "reference"], ["trust", "target"]]
    assert found["contribution"].tolist() == pytest.approx([0.25 * math.log2(2)] * 2)
    assert found["cumulative"].tolist() == [0.5, 1]
    assert found[["count", "reference_count", "per_1000", "reference_per_1000"]].values.tolist() == [
        [0, 2, 0, 500],
        [2, 0, 500, 0],
    ]
    assert word_shift(small, "a", "b", method="proportion")["contribution"].tolist() == pytest.approx([0.25] * 2)


def test_without_a_reference_all_other_groups_are_taken_together(small):
    found = word_shift(small, "b", method="proportion").set_index("term")
    # Shares in b ½ order, ½ the; in a and c together 3/6 trust, 3/6 the.
    assert found["contribution"].to_dict() == pytest.approx({"order": 0.25, "trust": 0.25})
    assert found.loc["trust", "reference_count"] == 3
    by_author = word_shift(small, "Sun", "Chen", by="author", method="proportion")
    pd.testing.assert_frame_equal(by_author, found.reset_index())


@pytest.mark.parametrize("method", METHODS)
def test_turning_the_sides_round_turns_the_sides_only(corpus, method):
    there, back = (word_shift(corpus, *pair, method=method) for pair in
                   [("chen-2014", "duan-2022"), ("duan-2022", "chen-2014")])  # fmt: skip
    assert there["term"].tolist() == back["term"].tolist()
    assert there["contribution"].tolist() == back["contribution"].tolist()
    assert (there["side"] != back["side"]).all()


@pytest.mark.parametrize("method", METHODS)
def test_the_side_is_the_one_that_uses_the_word_more(corpus, method):
    found = word_shift(corpus, "dong-2022", method=method)
    assert set(found["side"]) == {"target", "reference"}
    assert (found["per_1000"] != found["reference_per_1000"]).all()
    assert ((found["per_1000"] > found["reference_per_1000"]) == (found["side"] == "target")).all()


@pytest.mark.parametrize("method", METHODS)
def test_rows_stand_by_contribution_then_term(corpus, method):
    found = word_shift(corpus, "yang-2015", "sun-2024", method=method)
    keys = list(zip(-found["contribution"], found["term"], strict=True))
    assert keys == sorted(keys) and found.index.tolist() == list(range(len(found)))
    assert found["contribution"].min() > 0 and found["cumulative"].is_monotonic_increasing


def test_the_difference_lies_between_nothing_and_one(corpus):
    for method in METHODS:
        assert 0 < word_shift(corpus, "chen-2014", method=method)["contribution"].sum() < 1
    strangers = Corpus.from_texts({"a": "trust order", "b": "доверие 和平"})
    for method in METHODS:
        assert word_shift(strangers, "a", "b", method=method)["contribution"].sum() == pytest.approx(1)


def test_sequences_of_words_are_shifted_too(corpus):
    found = word_shift(corpus, "duan-2022", n=2).set_index("term")
    assert {"the belt", "belt and", "and road"} <= set(found.index[:5]) and found.loc["belt and", "side"] == "target"
    assert all(len(term.split(" ")) == 2 for term in found.index)


def test_left_out_words_are_left_out_of_the_shares_too(small):
    # Without "the" a speaks of trust alone and b of order alone; the rates still are of all words.
    found = word_shift(small, "a", "b", stop_words=["the"])
    assert found["contribution"].sum() == pytest.approx(1)
    assert found["per_1000"].tolist() == [0, 500]


def test_the_minimum_is_of_target_and_reference_together(small):
    # Once in c and nowhere in b, trust goes; c is left with "the" alone.
    assert word_shift(small, "c", "b", minimum_count=2)["term"].tolist() == ["order", "the"]
    assert word_shift(small, "c", minimum_count=3)["term"].tolist() == ["trust", "the"]


def test_columns_are_fixed(small):
    for found in (word_shift(small, "a"), word_shift(small, "a", "b", method="proportion", n=2),
                  word_shift(small, "a", minimum_count=99)):  # fmt: skip
        assert found.columns.tolist() == COLUMNS
    assert len(word_shift(small, "a", minimum_count=99)) == 0


def test_equal_texts_have_no_shift():
    same = Corpus.from_texts({"a": "trust order", "b": "order trust order trust"})
    assert len(word_shift(same, "a", "b")) == 0


def test_a_side_without_words_is_undefined():
    empty = Corpus.from_texts({"a": "trust order", "b": "2014", "c": ""})
    for target, reference, side in [("a", "b", "target"), ("b", "a", "reference")]:
        found = word_shift(empty, target, reference)
        assert found["term"].tolist() == ["order", "trust"] and (found["side"] == side).all()
        assert found["contribution"].isna().all() and found["cumulative"].isna().all()
    assert len(word_shift(empty, "b", "c")) == 0


@pytest.mark.parametrize(
    ("arguments", "options", "says"),
    [
        (["x"], {}, "target must be one of: a, b, c"),
        (["a", "x"], {}, "reference must be one of: b, c"),
        (["a", "a"], {}, "reference must be one of: b, c"),
        (["all texts"], {"by": "corpus"}, "fewer than two"),
        (["a"], {"method": "entropy"}, "jensen_shannon, proportion"),
        (["a"], {"n": 7}, "1, 2, 3, 4, 5, 6"),
        (["a"], {"minimum_count": 0}, "at least 1"),
    ],
)
def test_impossible_options_are_refused(small, arguments, options, says):
    with pytest.raises(OptionError, match=says):
        word_shift(small, *arguments, **options)


def test_long_texts_lose_no_precision():
    texts = {"a": "trust " * 999 + "order", "b": "trust " * 9_990 + "order " * 11}
    found = word_shift(Corpus.from_texts(texts), "a", "b")
    assert np.isfinite(found["contribution"]).all() and found["side"].tolist() == ["reference", "target"]
