"""Intervals of lexical diversity, and diversity along the texts."""

from itertools import chain

import numpy as np
import pandas as pd
import pytest

from analysis import (
    Corpus,
    OptionError,
    diversity_along,
    diversity_intervals,
    extreme_passages,
    lexical_diversity,
    stop_words,
    window_passage,
)
from analysis.concordance import PASSAGE_COLUMNS
from analysis.diversity import score
from analysis.diversity_intervals import INTERVAL_DTYPES
from analysis.diversity_windows import ALONG_DTYPES
from analysis.running_diversity import window_types

ROBUST = ["mattr", "mtld", "hdd", "yule_k"]


def paragraph(random: np.random.Generator) -> str:
    """Words by Zipf's law, with some that come back in this paragraph only, as its subject does."""
    ranks = np.arange(1, 2001)
    length, own = random.integers(40, 110), random.choice(np.arange(30, 2000), 12, replace=False)
    common = random.choice(ranks, length, p=(1 / ranks) / (1 / ranks).sum())
    words = np.where(random.random(length) < 0.12, random.choice(own, length), common)
    return " ".join("w" + "".join("abcdefghij"[int(digit)] for digit in str(word)) for word in words)


@pytest.fixture(scope="module")
def table(corpus) -> pd.DataFrame:
    return diversity_intervals(corpus)


def test_the_values_are_those_of_lexical_diversity(corpus, table):
    pd.testing.assert_frame_equal(table[list(table)[:-2]], lexical_diversity(corpus))
    assert dict(table.dtypes.astype(str)) == INTERVAL_DTYPES


def test_the_interval_stands_round_the_value_of_a_measure_that_may_be_compared(table):
    robust = table[table["comparable"]]
    assert ((robust["low"] < robust["value"]) & (robust["value"] < robust["high"])).all()
    assert np.allclose(robust["value"] - robust["low"], robust["high"] - robust["value"])


def test_what_depends_on_length_has_no_interval(table):
    bound = table[~table["comparable"]]
    assert "ttr" in set(bound["measure"]) and bound[["low", "high"]].isna().all(axis=None)


def test_a_longer_text_is_surer(table):
    width = (table["high"] - table["low"]).groupby([table["measure"], table["group"]]).first()
    assert all(width[measure, "sun-2024"] < width[measure, "dong-2022"] for measure in ROBUST)


def test_the_interval_holds_the_true_value_about_as_often_as_it_says():
    random = np.random.default_rng(5)
    true = {name: np.mean([score(name, " ".join(paragraph(random) for _ in range(20)).split()) for _ in range(80)]) for name in ROBUST}  # fmt: skip
    texts = {str(number): "\n".join(paragraph(random) for _ in range(20)) for number in range(60)}
    table = diversity_intervals(Corpus.from_texts(texts), measures=ROBUST, halves=60)
    truth = table["measure"].map(true)
    held = ((table["low"] <= truth) & (truth <= table["high"])).groupby(table["measure"]).mean()
    assert (held >= 0.8).all() and held.mean() >= 0.88


@pytest.mark.parametrize("measure", ["mattr", "hdd"])
def test_a_bootstrap_of_paragraphs_would_look_poorer_which_is_why_halves_are_drawn(measure):
    random = np.random.default_rng(3)
    paragraphs = [paragraph(random).split() for _ in range(20)]

    def of(chosen) -> float:
        return score(measure, list(chain.from_iterable(paragraphs[number] for number in sorted(chosen))))

    twice = np.mean([of(random.integers(0, 20, 20)) for _ in range(100)])
    half = np.mean([of(random.permutation(20)[:10]) for _ in range(100)])
    assert twice < of(range(20)) and abs(half - of(range(20))) < of(range(20)) - twice


def test_fewer_than_eight_paragraphs_have_no_interval_and_eight_have():
    random = np.random.default_rng(0)
    texts = {name: "\n".join(paragraph(random) for _ in range(size)) for name, size in (("few", 7), ("enough", 8))}
    table = diversity_intervals(Corpus.from_texts(texts), measures=["hdd"]).set_index("group")
    assert np.isnan(table.at["few", "low"]) and table.at["few", "value"] > 0
    assert table.at["enough", "low"] < table.at["enough", "value"]


def test_halves_too_short_for_a_measure_give_no_interval():
    text = "\n".join("one two three four five six seven eight nine ten eleven twelve" for _ in range(10))
    row = diversity_intervals(Corpus.from_texts({"a": text}), measures=["mattr"]).iloc[0]
    assert row["value"] == pytest.approx(0.12) and np.isnan(row["low"])


def test_an_interval_stays_in_the_range_of_its_measure():
    text = "\n".join(" ".join(f"{a}{b}{c}" for c in "abcdefgh") for a in "pqmn" for b in "rstuvwxyz")
    table = diversity_intervals(Corpus.from_texts({"a": text}), measures=["mattr", "yule_k"])
    assert (table["low"].dropna() >= 0).all() and table.loc[0, "high"] <= 1


def test_the_same_seed_gives_the_same_interval_and_another_another(corpus):
    one = corpus.select(["chen-2014"])
    first, again, other = (diversity_intervals(one, measures=["hdd"], seed=seed) for seed in (0, 0, 1))
    pd.testing.assert_frame_equal(first, again)
    assert first.at[0, "low"] != other.at[0, "low"]


def test_nonsense_is_refused(corpus):
    with pytest.raises(OptionError, match="halves"):
        diversity_intervals(corpus, halves=1)
    with pytest.raises(OptionError, match="level"):
        diversity_intervals(corpus, level=1)
    with pytest.raises(OptionError, match="measures"):
        diversity_intervals(corpus, measures=["x"])
    with pytest.raises(OptionError, match="window"):
        diversity_along(corpus, window=0)


def test_the_types_of_each_window_are_those_counted_one_by_one():
    words = np.random.default_rng(1).integers(0, 9, 60)
    for window in (1, 7, 59, 60):
        expected = [len(set(words[i : i + window].tolist())) for i in range(61 - window)]
        assert window_types(words, window=window).tolist() == expected


def test_the_mean_along_a_text_is_its_mattr(corpus):
    along = diversity_along(corpus)
    assert dict(along.dtypes.astype(str)) == ALONG_DTYPES
    mattr = lexical_diversity(corpus, measures=["mattr"]).set_index("group")["value"]
    for document_id, mean in along.groupby("document_id")["mean"].first().items():
        assert mean == pytest.approx(mattr[document_id], abs=1e-12)


def test_stretches_go_through_the_whole_text_and_are_never_too_many(corpus):
    along = diversity_along(corpus, stretches=50)
    assert along.groupby("document_id").size().max() <= 50
    sun = along[along["document_id"] == "sun-2024"]
    assert sun["first"].iloc[0] == 0 and 8125 - 300 < sun["first"].iloc[-1] + 100 <= 8125


def test_a_text_shorter_than_the_window_has_no_row():
    along = diversity_along(Corpus.from_texts({"a": "one two three", "b": "one two"}), window=3)
    assert along["document_id"].tolist() == ["a"] and along["ttr"].tolist() == [1.0]
    assert diversity_along(Corpus.from_texts({"a": "one"}), window=3).empty


def test_the_poorest_stretches_come_first_and_none_overlap(corpus):
    lines = extreme_passages(corpus, ["duan-2022"], stop_words=stop_words())
    assert list(lines)[: len(PASSAGE_COLUMNS)] == PASSAGE_COLUMNS
    assert lines["types"].tolist() == [42, 42, 46, 80, 71, 68]
    assert lines["types"].iloc[0] == lexical_window_minimum(corpus, "duan-2022")


def lexical_window_minimum(corpus: Corpus, document_id: str) -> int:
    """The fewest different words of any hundred, counted plainly."""
    terms = corpus.select([document_id]).words.term.tolist()
    return min(len(set(terms[i : i + 100])) for i in range(len(terms) - 99))


def test_a_passage_holds_its_window_and_is_in_the_text(corpus):
    line = window_passage(corpus, "duan-2022", 376, window=100).iloc[0]
    assert corpus.text("duan-2022")[line["start"] : line["end"]] == line["node"]
    # What parts two paragraphs is no word, and numbers are none either.
    words = Corpus.from_texts({"a": line["left"] + line["node"] + line["right"]}).words
    assert len(words) == 100 and len(set(words.term.tolist())) == line["types"]


def test_the_node_is_the_content_word_that_comes_most_often():
    small = Corpus.from_texts({"a": "the peace of the world and the peace of the sea"})
    assert window_passage(small, "a", 0, window=11, stop_words=stop_words()).iloc[0]["node"] == "peace"
    assert window_passage(small, "a", 0, window=3, stop_words=stop_words()).iloc[0]["node"] == "the"


def test_a_short_text_is_one_stretch_and_an_empty_one_none():
    small = Corpus.from_texts({"a": "one two two", "b": "12"})
    lines = extreme_passages(small, ["a", "b"])
    assert len(lines) == 1 and lines.iloc[0]["window"] == 3 and lines.iloc[0]["types"] == 2
    assert extreme_passages(small, ["b"]).empty
