"""Topic models with paragraphs as documents."""

import numpy as np
import pandas as pd
import pytest
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfTransformer

from analysis import (
    Corpus,
    OptionError,
    most_topics,
    stop_words,
    topic_model,
    topic_stability,
    topic_terms,
    topic_weights,
)
from analysis.topics import METHODS, TopicModel

TRADE = "trade market growth tariff investment export"
SECURITY = "security treaty army defence alliance threat"


def paragraphs(words: str, number: int) -> str:
    """Paragraphs of one subject: each holds five of its six words, some of them twice, and a word of both subjects."""
    words = words.split()
    return "\n".join(
        " ".join([*words[: place % 6], *words[place % 6 + 1 :], *words[: place % 3], "policy"])
        for place in range(number)
    )


@pytest.fixture(scope="module")
def two_subjects() -> Corpus:
    """Twice as much on trade as on security; one text on each, one on both, one paragraph on neither."""
    return Corpus.from_texts(
        pd.DataFrame(
            {
                "text": [
                    paragraphs(TRADE, 12),
                    paragraphs(SECURITY, 4),
                    paragraphs(TRADE, 4) + "\n" + paragraphs(SECURITY, 4) + "\nnothing else 2014",
                ],
                "year": [2014, 2015, 2024],
            },
            index=["trade", "security", "both"],
        )
    )


@pytest.fixture(scope="module", params=METHODS)
def clear(request, two_subjects) -> TopicModel:
    return topic_model(two_subjects, n_topics=2, method=request.param, runs=2)


@pytest.fixture(scope="module")
def model(corpus) -> TopicModel:
    return topic_model(corpus, n_topics=5, runs=2, stop_words=stop_words())


# --- the model ---


def test_two_subjects_are_told_apart(clear):
    first, second = (set(rows["term"].head(7)) - {"policy"} for _, rows in topic_terms(clear).groupby("topic"))
    assert first == set(TRADE.split()) and second == set(SECURITY.split())


def test_clear_subjects_come_back_every_time(clear):
    # By LDA every word has a little of every topic: beyond the seven of a subject it is the luck of the draw.
    assert clear.stability.tolist() == [1, 1] if clear.method == "nmf" else (clear.stability >= 7 / 13).all()


def test_words_without_weight_are_no_part_of_a_topic(two_subjects):
    model = topic_model(two_subjects, n_topics=2, runs=0)
    table = topic_terms(model)
    assert len(table) == (model.word_weights > 0).sum() < 20
    assert table["weight"].min() > 0
    assert [rows["term"].tolist() for _, rows in table.groupby("topic")] == model.top_words()
    assert all(rows["rank"].tolist() == list(range(1, len(rows) + 1)) for _, rows in table.groupby("topic"))


def test_paragraphs_belong_to_their_subject(two_subjects, clear):
    subject = [0] * 12 + [1] * 4 + [0] * 4 + [1] * 4
    assert clear.paragraph_weights[:-1].argmax(axis=1).tolist() == subject
    assert (clear.paragraph_weights[:-1].max(axis=1) > 0.75).all()


def test_a_paragraph_without_any_of_the_words_has_no_topic(clear):
    assert np.isnan(clear.paragraph_weights[-1]).all()
    assert not np.isnan(clear.paragraph_weights[:-1]).any()


def test_weights_sum_to_one(clear, model):
    for fitted in (clear, model):
        assert fitted.word_weights.sum(axis=1) == pytest.approx(1)
        sums = fitted.paragraph_weights.sum(axis=1)
        assert sums[~np.isnan(sums)] == pytest.approx(1)
        assert (fitted.word_weights >= 0).all() and not (fitted.paragraph_weights < 0).any()


def test_shapes(corpus, model):
    assert model.word_weights.shape == (5, len(model.terms))
    assert model.paragraph_weights.shape == (corpus.n_paragraphs, 5)
    assert model.stability.shape == model.shares.shape == (5,)
    assert (model.method, model.seed, model.runs) == ("nmf", 0, 2)


def test_words_of_one_paragraph_numbers_and_stop_words_are_left_out(corpus, model):
    in_paragraphs = (corpus.counts_by_paragraph.toarray() > 0).sum(axis=0)
    expected = [
        term
        for term, number, word in zip(corpus.terms, in_paragraphs, corpus.is_word, strict=True)
        if number >= 2 and word and term not in stop_words()
    ]
    assert model.terms.tolist() == expected


def test_stability_lies_between_nothing_and_one(model):
    assert ((model.stability >= 0) & (model.stability <= 1)).all()


def test_stability_is_the_mean_overlap_with_partners_in_other_runs(corpus, model):
    columns = np.searchsorted(corpus.terms, model.terms)
    weights = TfidfTransformer().fit_transform(corpus.counts_by_paragraph[:, columns])

    def tops(words: np.ndarray) -> list[list[int]]:
        return [np.argsort(-topic, kind="stable")[:10].tolist() for topic in words]

    overlaps = []
    for seed in (1, 2):
        other = NMF(5, init="random", random_state=seed, max_iter=1_000, tol=5e-4).fit(weights).components_
        overlaps.append(topic_stability(tops(model.word_weights), tops(other)))
    assert model.stability == pytest.approx(np.mean(overlaps, axis=0))
    # Some of these topics come back and some do not: a constant would not pass.
    assert model.stability.max() > 0.7 > 0.4 > model.stability.min()


def test_without_other_runs_there_is_no_stability(two_subjects):
    assert np.isnan(topic_model(two_subjects, n_topics=2, runs=0).stability).all()


@pytest.mark.parametrize("method", METHODS)
def test_the_same_question_has_the_same_answer(two_subjects, method):
    options = {"n_topics": 2, "method": method, "seed": 3, "runs": 1}
    one, other = topic_model(two_subjects, **options), topic_model(two_subjects, **options)
    assert (one.word_weights == other.word_weights).all()
    assert np.array_equal(one.paragraph_weights, other.paragraph_weights, equal_nan=True)
    assert (one.stability == other.stability).all()


def test_topics_are_numbered_by_their_share(corpus, model, two_subjects, clear):
    for texts, fitted in ((corpus, model), (two_subjects, clear)):
        shares = topic_weights(texts, fitted, by="corpus", draws=10)["share"].tolist()
        assert shares == sorted(shares, reverse=True)


def test_shares_are_those_of_the_whole_corpus(corpus, model, two_subjects, clear):
    for texts, fitted in ((corpus, model), (two_subjects, clear)):
        assert fitted.shares == pytest.approx(topic_weights(texts, fitted, by="corpus", draws=10)["share"].to_numpy())


def test_the_reconstruction_is_what_the_program_leaves_unexplained(corpus, model):
    columns = np.searchsorted(corpus.terms, model.terms)
    weights = TfidfTransformer().fit_transform(corpus.counts_by_paragraph[:, columns])
    error = NMF(5, init="nndsvd", random_state=0, max_iter=1_000).fit(weights).reconstruction_err_
    assert model.reconstruction == pytest.approx(1 - error**2 / (weights.data**2).sum())


def test_the_reconstruction_of_lda_is_that_of_expected_counts(two_subjects):
    model = topic_model(two_subjects, n_topics=2, method="lda", runs=0)
    counts = two_subjects.counts_by_paragraph.toarray()[:, np.searchsorted(two_subjects.terms, model.terms)]
    weights = np.nan_to_num(model.paragraph_weights)
    expected = counts.sum(axis=1, keepdims=True) * (weights @ model.word_weights)
    assert model.reconstruction == pytest.approx(1 - ((counts - expected) ** 2).sum() / (counts**2).sum())


def test_more_topics_give_back_more(corpus):
    models = [topic_model(corpus, n_topics=n, runs=0, stop_words=stop_words()) for n in (2, 4, 8)]
    found = [model.reconstruction for model in models]
    assert found == sorted(found) and 0 < found[0] < found[-1] < 1


def test_the_most_topics_are_the_fewer_of_paragraphs_and_words(two_subjects, corpus):
    assert most_topics(two_subjects) == 13
    assert most_topics(corpus) == corpus.n_paragraphs
    assert topic_model(two_subjects, n_topics=13, runs=0).word_weights.shape == (13, 13)


def test_labels_are_number_and_strongest_words(model):
    for number, label in enumerate(model.labels, start=1):
        strongest = model.terms[np.argsort(-model.word_weights[number - 1], kind="stable")[:3]]
        assert label == f"{number} · {', '.join(strongest)}"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"n_topics": 14}, "14 topics are too many for 25 paragraphs and 13 words; ask for 13 or fewer"),
        ({"n_topics": 26}, "26 topics are too many"),
        ({"n_topics": 1}, "n_topics must be at least 2"),
        ({"runs": -1}, "runs must be at least 0"),
        ({"method": "lsa"}, "nmf, lda"),
        ({"stop_words": f"{TRADE} {SECURITY} policy".split()}, "No word stands in two paragraphs"),
    ],
)
def test_impossible_options_are_refused(two_subjects, options, says):
    with pytest.raises(OptionError, match=says):
        topic_model(two_subjects, **options)


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "one two\nthree four"}])
def test_a_corpus_without_shared_words_is_refused(texts):
    with pytest.raises(OptionError, match="nothing to make topics of"):
        topic_model(Corpus.from_texts(texts))


@pytest.mark.filterwarnings("error")
def test_texts_that_share_no_word_give_no_warning_of_another_program():
    texts = {"a": paragraphs(TRADE, 12), "b": paragraphs(SECURITY, 4), "c": paragraphs(TRADE, 4) + "\nother words\n"}
    texts["c"] += paragraphs(SECURITY, 4)
    topic_model(Corpus.from_texts(texts), n_topics=2, runs=2, stop_words=["policy"])


@pytest.mark.filterwarnings("error")
def test_topics_that_give_back_the_whole_table_give_no_warning_of_another_program():
    model = topic_model(Corpus.from_texts({"a": "d d e h\nc g", "b": "f e h"}), n_topics=2, runs=2)
    assert model.reconstruction == pytest.approx(1)


# --- its tables ---


def test_terms_stand_by_topic_and_weight(model):
    table = topic_terms(model, n=7)
    assert table.columns.tolist() == ["topic", "label", "rank", "term", "weight", "stability"]
    assert table["topic"].tolist() == [topic for topic in range(1, 6) for _ in range(7)]
    assert table["rank"].tolist() == list(range(1, 8)) * 5
    for topic, rows in table.groupby("topic"):
        assert rows["weight"].tolist() == sorted(model.word_weights[topic - 1], reverse=True)[:7]
        assert rows["label"].unique().tolist() == [model.labels[topic - 1]]
        assert rows["stability"].unique().tolist() == [model.stability[topic - 1]]


@pytest.mark.parametrize("by", ["document_id", "standing", "corpus"])
def test_shares_of_a_group_sum_to_one(corpus, model, by):
    table = topic_weights(corpus, model, by=by, draws=20)
    assert table.columns.tolist() == [
        "group", "topic", "label", "share", "low", "high", "paragraphs", "stability",
    ]  # fmt: skip
    assert table.groupby("group")["share"].sum().to_numpy() == pytest.approx(1)
    assert table.groupby("group")["topic"].apply(list).tolist() == [[1, 2, 3, 4, 5]] * table["group"].nunique()
    assert ((table["low"] >= 0) & (table["low"] <= table["high"]) & (table["high"] <= 1)).all()


def test_shares_are_weighted_by_words(two_subjects, clear):
    table = topic_weights(two_subjects, clear, draws=10).set_index(["group", "topic"])["share"]
    weights, words = clear.paragraph_weights, two_subjects.words_by_paragraph
    for group, rows in (("trade", slice(0, 12)), ("security", slice(12, 16)), ("both", slice(16, 24))):
        expected = (weights[rows] * words[rows, None]).sum(axis=0) / words[rows].sum()
        assert [table[group, 1], table[group, 2]] == pytest.approx(expected.tolist())


def test_shares_name_who_writes_of_what(two_subjects, clear):
    table = topic_weights(two_subjects, clear, draws=10).set_index(["group", "topic"])
    assert table.loc[("trade", 1), "share"] > 0.8 and table.loc[("security", 2), "share"] > 0.8
    assert 0.3 < table.loc[("both", 1), "share"] < 0.7
    # The paragraph on neither subject is in no share.
    assert table.loc[("both", 1), "paragraphs"] == 8


def test_a_group_without_any_of_the_words_has_no_share():
    corpus = Corpus.from_texts(
        {"a": paragraphs(TRADE, 6) + "\n" + paragraphs(SECURITY, 6), "b": "other words", "c": ""}
    )
    table = topic_weights(corpus, topic_model(corpus, n_topics=2, runs=1), draws=10).set_index("group")
    assert table.loc[["b", "c"], ["share", "low", "high"]].isna().all(axis=None)
    assert table.loc[["b", "c"], "paragraphs"].tolist() == [0, 0, 0, 0]
    assert table.loc["a", "share"].sum() == pytest.approx(1)


def test_shares_are_the_same_each_time(corpus, model):
    pd.testing.assert_frame_equal(
        topic_weights(corpus, model, draws=20, seed=4), topic_weights(corpus, model, draws=20, seed=4)
    )
