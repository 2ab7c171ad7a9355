"""Every sentence with its counts, sentence lengths, and intervals of readability."""

import numpy as np
import pandas as pd
import pytest

from analysis import (
    Corpus,
    OptionError,
    hardest_sentences,
    readability_intervals,
    readability_scores,
    sentence_counts,
    sentence_lengths,
    sentence_passages,
)
from analysis.concordance import PASSAGE_COLUMNS
from analysis.readability import MEASURES, count_text, score
from analysis.readability_intervals import INTERVAL_DTYPES
from analysis.sentence_counts import COUNTS, LENGTH_DTYPES, SENTENCE_DTYPES

from .tables import DOCUMENTS


@pytest.fixture(scope="module")
def sentences(corpus) -> pd.DataFrame:
    return sentence_counts(corpus)


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_the_sums_are_what_the_readability_of_a_text_is_made_of(corpus, sentences, document_id):
    body = "\n".join(block.text for block in corpus.blocks(document_id) if block.role == "body")
    rows, whole = sentences[sentences["document_id"] == document_id], count_text(body)
    assert len(rows) == whole.sentences
    assert [int(rows[name].sum()) for name in COUNTS] == [getattr(whole, name) for name in COUNTS]


def test_the_sentences_are_as_many_as_other_counts_say(sentences):
    counted = sentences.groupby("document_id", sort=False).size()
    assert counted.to_dict() == {"chen-2014": 38, "yang-2015": 95, "dong-2022": 39, "duan-2022": 62, "sun-2024": 350}
    assert dict(sentences.dtypes.astype(str)) == SENTENCE_DTYPES


def test_a_sentence_is_in_its_text_as_written(corpus, sentences):
    for row in sentences.iloc[::37].itertuples():
        text = corpus.text(row.document_id)[row.start : row.end]
        assert text == text.strip() and "\n" not in text and count_text(text).words == row.words
        assert row.start <= corpus.tokens.start[row.position] < row.end


def test_a_place_is_a_paragraph_and_a_token():
    small = Corpus.from_texts({"a": "One here. Two there.\n\nThree. 1999.", "b": "Four is here."})
    table = sentence_counts(small)
    assert table["paragraph"].tolist() == [1, 1, 2, 1]
    # A sentence without a word is none.
    assert table["words"].tolist() == [2, 2, 1, 3] and table["position"].tolist() == [0, 2, 4, 6]


def test_sentence_lengths_by_hand():
    small = Corpus.from_texts({"a": "One. One two three. One two three four five.\nOne two.", "empty": "1984."})
    table = sentence_lengths(small)
    row, empty = table.iloc[0], table.iloc[1]
    assert (row["sentences"], row["words"], row["mean"], row["median"], row["longest"]) == (4, 11, 2.75, 2.5, 5)
    assert (row["lower_quartile"], row["upper_quartile"]) == (1.75, 3.5) and np.isnan(row["low"])
    assert empty["sentences"] == 0 and np.isnan(empty["median"])
    assert dict(table.dtypes.astype(str)) == LENGTH_DTYPES


def test_the_median_stands_in_its_interval(corpus, sentences):
    table = sentence_lengths(corpus, by="author").set_index("group")
    assert table["median"].to_dict() == {"Chen Jimin": 19, "Yang Jiechi": 23, "Dong Chunling": 28, "Huimin Duan": 32, "Sun Jisheng": 22}  # fmt: skip
    assert ((table["low"] <= table["median"]) & (table["median"] <= table["high"])).all()
    assert table["longest"].max() == sentences["words"].max() == 69


def test_the_interval_of_the_median_is_that_of_whole_paragraphs_drawn(corpus, sentences):
    """The same by plain resampling, one draw after the other."""
    rows = sentences[sentences["document_id"] == "chen-2014"]
    paragraphs = [part["words"].to_numpy() for _, part in rows.groupby("paragraph")]
    random = np.random.default_rng(1)
    medians = [np.median(np.concatenate([paragraphs[i] for i in random.integers(0, len(paragraphs), len(paragraphs))])) for _ in range(3000)]  # fmt: skip
    low, high = np.quantile(medians, [0.025, 0.975])
    row = sentence_lengths(corpus.select(["chen-2014"])).iloc[0]
    assert abs(row["low"] - low) <= 0.5 and abs(row["high"] - high) <= 0.5


def test_a_passage_is_the_whole_sentence_round_its_longest_word(corpus, sentences):
    lines = sentence_passages(corpus, sentences.iloc[[320, 5]])
    assert list(lines) == PASSAGE_COLUMNS
    for row, line in zip(sentences.iloc[[320, 5]].itertuples(), lines.itertuples(), strict=True):
        text = corpus.text(row.document_id)
        assert line.left + line.node + line.right == text[row.start : row.end]
        assert text[line.start : line.end] == line.node
    assert lines["node"].iloc[0] == "international"


def test_readability_has_its_values_and_intervals_round_them(corpus):
    table = readability_intervals(corpus)
    pd.testing.assert_frame_equal(table[list(table)[:-2]], readability_scores(corpus))
    assert ((table["low"] < table["value"]) & (table["value"] < table["high"])).all()
    assert dict(table.dtypes.astype(str)) == INTERVAL_DTYPES


def test_the_interval_of_readability_is_that_of_whole_paragraphs_drawn(corpus):
    """The same by scoring resampled texts, one after the other."""
    body = [block.text for block in corpus.blocks("dong-2022") if block.role == "body"]
    random = np.random.default_rng(2)
    drawn = [score("flesch_kincaid", "\n".join(body[i] for i in random.integers(0, len(body), len(body)))) for _ in range(400)]  # fmt: skip
    low, high = np.quantile(drawn, [0.025, 0.975])
    table = readability_intervals(corpus.select(["dong-2022"])).set_index("measure")
    assert abs(table.at["flesch_kincaid", "low"] - low) < 0.35
    assert abs(table.at["flesch_kincaid", "high"] - high) < 0.35


def test_few_paragraphs_and_undefined_scores_have_no_interval():
    few = readability_intervals(Corpus.from_texts({"a": "The cat sat. The dog ran."})).set_index("measure")
    assert few["low"].isna().all() and few.at["flesch", "value"] > 0
    many = readability_intervals(Corpus.from_texts({"a": "The cat sat.\n" * 9, "b": "和平"})).set_index(["group", "measure"])  # fmt: skip
    assert many.loc[("a", "flesch"), "low"] == pytest.approx(many.loc[("a", "flesch"), "value"])
    assert np.isnan(many.loc[("a", "smog"), "low"]) and np.isnan(many.loc[("b", "flesch"), "low"])


@pytest.mark.parametrize("measure", MEASURES)
def test_the_hardest_sentences_are_hardest_by_their_own_score(corpus, sentences, measure):
    own = sentences[sentences["document_id"] == "chen-2014"]
    found = hardest_sentences(own, measure, n=3)
    text = corpus.text("chen-2014")
    alone = own[own["words"] >= 10].apply(lambda row: value(measure, text[row["start"] : row["end"]]), axis=1)
    best = alone.sort_values(ascending=MEASURES[measure].harder == "lower", kind="stable").head(3)
    assert found["value"].tolist() == pytest.approx(best.tolist())


def value(measure: str, text: str) -> float:
    return float(MEASURES[measure].function(count_text(text)))


def test_short_sentences_are_taken_where_there_are_no_others(sentences):
    assert len(hardest_sentences(sentences[sentences["words"] < 10], "smog", n=2)) == 2
    assert hardest_sentences(sentences.head(0), "flesch").empty


def test_nonsense_is_refused(corpus, sentences):
    with pytest.raises(OptionError, match="measure"):
        hardest_sentences(sentences, "x")
    with pytest.raises(OptionError, match="by"):
        sentence_lengths(corpus, by="colour")
    with pytest.raises(OptionError, match="draws"):
        readability_intervals(corpus, draws=0)
