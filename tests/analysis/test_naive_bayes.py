"""The classifier: what it says is what scikit-learn says when it is fitted anew without the paragraph."""

import numpy as np
import pytest

from analysis import Corpus, OptionError, attribution_model, stop_words
from analysis.naive_bayes import SMOOTHING


def refitted(corpus: Corpus, model, passage: int, listed: np.ndarray) -> np.ndarray:
    """Log-probabilities of one passage by scikit-learn, fitted on all other paragraphs, a row a paragraph."""
    from sklearn.naive_bayes import MultinomialNB

    left_out = model.passages.paragraph[passage]
    rows = np.arange(corpus.n_paragraphs) != left_out
    table = corpus.counts_by_paragraph.toarray()[rows][:, listed]
    known = table.sum(axis=0) > 0
    classes = corpus.tokens.document_of_paragraph[rows]
    learner = MultinomialNB(alpha=SMOOTHING * table.sum(axis=0)[known] / table.sum(), fit_prior=False)
    learner.fit(table[:, known], classes)
    tokens = slice(model.passages.first[passage], model.passages.stop[passage])
    counts = np.bincount(corpus.term_of_form[corpus.tokens.form[tokens]], minlength=len(corpus.terms))
    return learner.predict_joint_log_proba([counts[listed][known]])[0]


@pytest.mark.parametrize("unit, stopped", [("run", ()), ("paragraph", stop_words())])
def test_leaving_one_out_by_subtraction_is_fitting_anew(corpus, unit, stopped):
    model = attribution_model(corpus, unit=unit, stop_words=stopped)
    listed = corpus.content_words(stopped)
    for passage in range(0, len(model.passages), 40):
        again = refitted(corpus, model, passage, listed)
        ours = model.scores[passage]
        assert ours - ours.max() == pytest.approx(again - again.max(), abs=1e-8)


def test_what_a_passage_says_of_itself_is_never_learnt(corpus):
    # Were it learnt, a word that stands in this one paragraph alone would give it away.
    alone = "zeppelin " * 30
    texts = {"a": f"trust and order and peace\n{alone}", "b": "trust and order and peace", "c": "trust and peace"}
    model = attribution_model(Corpus.from_texts(texts))
    row = model.probabilities[list(model.passages.words).index(30)]
    assert row == pytest.approx(1 / 3)


def test_probabilities_sum_to_one_and_calibration_never_changes_the_guess(corpus):
    model = attribution_model(corpus)
    assert model.probabilities.sum(axis=1) == pytest.approx(1)
    assert (model.guesses == model.scores.argmax(axis=1)).all()
    assert (model.temperatures > 3).all(), "naive Bayes alone would be far too sure"


def test_the_temperature_of_a_passage_is_that_of_all_others(corpus):
    model = attribution_model(corpus)
    passage = 0
    others = model.passages.paragraph != model.passages.paragraph[passage]
    own = np.arange(others.sum())

    def loss(temperature):
        scaled = model.scores[others] / temperature
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        return -(scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True)))[own, model.truth[others]].sum()

    chosen = model.temperatures[passage]
    assert loss(chosen) < min(loss(chosen * 1.05), loss(chosen / 1.05))


def test_a_prior_by_length_favours_the_longest(corpus):
    equal, longer = attribution_model(corpus), attribution_model(corpus, prior="length")
    longest = equal.labels.index("sun-2024")
    assert (longer.guesses == longest).sum() > (equal.guesses == longest).sum()


def test_two_paragraphs_of_one_word_each_know_nothing():
    model = attribution_model(Corpus.from_texts({"a": "one", "b": "two"}))
    assert model.probabilities == pytest.approx(np.full((2, 2), 0.5))


def test_texts_without_a_word_give_an_empty_model():
    model = attribution_model(Corpus.from_texts({"a": "1", "b": "2"}))
    assert model.probabilities.shape == (0, 2) and len(model.temperatures) == 0


@pytest.mark.parametrize("options", [{"by": "corpus"}, {"prior": "mine"}, {"smoothing": 0}, {"by": "nothing"}])
def test_what_makes_no_sense_is_refused(corpus, options):
    with pytest.raises(OptionError):
        attribution_model(corpus, **options)
