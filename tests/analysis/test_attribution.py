"""Guesses, telling words and how good both are, on the five texts and on small ones worked by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis import (
    Corpus,
    OptionError,
    attribution_accuracy,
    attribution_calibration,
    attribution_confusion,
    attribution_model,
    attribution_probabilities,
    attributions,
    telling_words,
)
from analysis.attribution import ATTRIBUTION_DTYPES, TELLING_DTYPES
from analysis.intervals import wilson


@pytest.fixture(scope="module")
def model(corpus):
    return attribution_model(corpus)


@pytest.fixture(scope="module")
def table(corpus, model):
    return attributions(corpus, model)


def test_every_passage_has_a_line_that_stands_so_in_its_text(corpus, model, table):
    assert list(table.columns) == list(ATTRIBUTION_DTYPES) and len(table) == len(model.passages)
    for line in table.iloc[::20].itertuples():
        text = corpus.text(line.document_id)
        assert text[line.start : line.end] == line.node
        assert line.left + line.node + line.right in text


def test_a_table_of_probabilities_agrees_with_the_guesses(model, table):
    wide = attribution_probabilities(model).pivot(index="passage", columns="group", values="probability")
    assert (wide.idxmax(axis=1) == table["guess"]).all()
    assert wide.max(axis=1).to_numpy() == pytest.approx(table["probability"].to_numpy())


def test_the_machine_is_better_than_naming_the_longest_text(model, table):
    row = attribution_accuracy(model).iloc[0]
    assert (row["n"], row["correct"]) == (len(table), table["correct"].sum())
    assert row["longest"] == "sun-2024" and row["longest_share"] < row["low"] < row["share"] < row["high"]
    assert (row["low"], row["high"]) == tuple(map(float, wilson(row["correct"], row["n"])))
    assert row["mean_share"] > 0.75, "short texts must be known as well as the longest"


def test_a_confident_guess_is_right_about_as_often_as_it_says(model):
    steps = attribution_calibration(model)
    assert steps["count"].sum() == len(model.passages)
    within = steps["low"].le(steps["probability"]) & steps["probability"].le(steps["high"])
    assert within.all()


def test_the_confusion_counts_every_passage_once(model, table):
    confusion = attribution_confusion(model)
    assert confusion["count"].sum() == len(table) and len(confusion) == 25
    assert confusion.groupby("group")["share"].sum().to_numpy() == pytest.approx(1)
    diagonal = confusion[confusion["group"] == confusion["guess"]]
    assert diagonal["count"].sum() == table["correct"].sum()


def test_the_words_that_tell_add_up_to_what_naive_bayes_says(corpus, model):
    # Of two groups, telling minus avoided words are the difference of the scores.
    two = corpus.select(["chen-2014", "dong-2022"])
    model = attribution_model(two)
    words = model.cells.passage == 3
    own = model.truth[3]
    ratio = (model.cells.log_p[own] - model.cells.log_p[1 - own])[words] @ model.cells.count[words]
    assert ratio == pytest.approx(model.scores[3, own] - model.scores[3, 1 - own])
    telling = telling_words(two, model, 3).query("side == 'telling'")
    speaks = (model.cells.log_p[own] - model.cells.log_p[1 - own])[words] * model.cells.count[words] / np.log(2)
    assert telling["total_bits"].sum() == pytest.approx(speaks[speaks > 0].sum())


def test_only_a_wrong_guess_has_misleading_words(corpus, model, table):
    right, wrong = table.index[table["correct"]][0], table.index[~table["correct"]][0]
    assert set(telling_words(corpus, model, int(right))["side"]) == {"telling"}
    misled = telling_words(corpus, model, int(wrong))
    assert list(misled.columns) == list(TELLING_DTYPES)
    assert set(misled.query("side == 'misleading'")["against"]) == {table.at[wrong, "group"]}
    assert (misled["bits"] > 0).all()


def test_bits_are_a_ratio_of_rates_worked_by_hand():
    texts = {"a": "red red blue\nred green", "b": "blue blue green\nblue green"}
    corpus = Corpus.from_texts(texts)
    model = attribution_model(corpus, unit="paragraph", smoothing=1, minimum_words=1)
    # Judged without its paragraph: of a remain red red blue, of b all five; 8 words, of which red 2.
    red = telling_words(corpus, model, 1).set_index("term").loc["red"]
    own, other = (2 + 2 / 8) / (3 + 1), (0 + 2 / 8) / (5 + 1)
    assert red["bits"] == pytest.approx(np.log2(own / other))


def test_a_passage_that_names_its_author_is_marked_and_a_common_word_is_not():
    documents = pd.DataFrame({"author": ["Sun Jisheng", "Ann Hill"]}, index=["a", "b"])
    texts = {"a": "As Sun’s proposal says\nThe sun rises", "b": "Sun is right\nHill says so"}
    corpus = Corpus.from_texts(texts, documents)
    table = attributions(corpus, attribution_model(corpus, unit="paragraph", minimum_words=1))
    assert table["named"].tolist() == [True, False, False, True]


def test_groups_of_any_column_are_told_apart(corpus):
    by_year = attribution_model(corpus, by="year")
    assert by_year.labels == ("2014", "2015", "2022", "2024")
    assert set(attributions(corpus, by_year)["group"]) == set(by_year.labels)


def test_no_passage_makes_empty_tables_with_their_columns():
    corpus = Corpus.from_texts({"a": "1", "b": "2"})
    model = attribution_model(corpus)
    assert attributions(corpus, model).empty and attribution_calibration(model)["count"].sum() == 0
    row = attribution_accuracy(model).iloc[0]
    assert row["n"] == 0 and np.isnan(row["share"]) and np.isnan(attribution_confusion(model)["share"]).all()
    with pytest.raises(OptionError, match="passage"):
        telling_words(corpus, model, 0)
