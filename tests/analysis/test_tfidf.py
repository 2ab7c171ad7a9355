"""Which words are frequent here and absent elsewhere."""

import math

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import TfidfTransformer, TfidfVectorizer

from analysis import Corpus, OptionError, distinctive_terms
from analysis.frequency import count_matrix
from analysis.metadata import group_documents
from analysis.tfidf import VARIANTS, tfidf_weights

from .oracle import stopped_words, top_terms
from .tables import DOCUMENTS

COLUMNS = ["group", "term", "tfidf", "count", "words", "per_1000", "idf", "document_frequency", "n_groups"]


@pytest.fixture(scope="module")
def small() -> Corpus:
    """the in all three, trust in two, order in one; ten words and two figures in all."""
    return Corpus.from_texts(
        {"a": "the trust trust 2014 trust", "b": "the trust the", "c": "the order order 7"},
        pd.DataFrame({"author": ["Chen", "Sun", "Chen"]}, index=["a", "b", "c"]),
    )


def test_the_plain_formula_by_hand(small):
    found = distinctive_terms(small).set_index(["group", "term"])
    assert found["tfidf"].to_dict() == {
        ("a", "trust"): pytest.approx(3 / 4 * math.log(3 / 2)),
        ("a", "the"): 0,
        ("b", "trust"): pytest.approx(1 / 3 * math.log(3 / 2)),
        ("b", "the"): 0,
        ("c", "order"): pytest.approx(2 / 3 * math.log(3)),
        ("c", "the"): 0,
    }


def test_the_other_columns_by_hand(small):
    row = distinctive_terms(small).set_index(["group", "term"]).loc[("a", "trust")]
    assert row[["count", "words", "per_1000", "document_frequency", "n_groups"]].tolist() == [3, 4, 750, 2, 3]
    assert row["idf"] == pytest.approx(math.log(1.5))


def test_the_groups_are_the_documents_of_the_measure(small):
    found = distinctive_terms(small, by="author").set_index(["group", "term"])
    # trust is in both authors now, order still in one.
    assert found.loc[("Chen", "trust"), "tfidf"] == 0
    assert found.loc[("Chen", "order"), "tfidf"] == pytest.approx(2 / 7 * math.log(2))


def test_a_word_of_all_groups_has_exactly_nothing(corpus):
    found = distinctive_terms(corpus)
    everywhere = found[found["document_frequency"] == 5]
    assert {"the", "china", "development"} <= set(everywhere["term"])
    assert (everywhere["tfidf"] == 0).all() and (everywhere["idf"] == 0).all()
    assert (found.loc[found["document_frequency"] < 5, "tfidf"] > 0).all()


@pytest.mark.parametrize("stop_words", [(), ("the", "of", "and")], ids=["all words", "stopped"])
@pytest.mark.parametrize("by", ["document_id", "standing"])
def test_the_scikit_learn_variant_is_scikit_learns(corpus, by, stop_words):
    found = distinctive_terms(corpus, by=by, variant="scikit-learn", stop_words=stop_words)
    tokens = corpus.tokens_frame()
    tokens = tokens[tokens["is_word"] & ~tokens["term"].isin(stop_words)]
    group = tokens["document_id"] if by == "document_id" else tokens["document_id"].map(corpus.documents[by])
    lists = tokens.groupby(group)["term"].apply(list)
    vectorizer = TfidfVectorizer(analyzer=lambda words: words)
    weights = vectorizer.fit_transform(lists).toarray()
    expected = pd.DataFrame(weights, index=lists.index, columns=vectorizer.get_feature_names_out()).stack()
    expected = expected[expected > 0]
    assert len(found) == len(expected)
    np.testing.assert_allclose(
        found.set_index(["group", "term"])["tfidf"].sort_index(), expected.sort_index(), rtol=1e-12
    )


@pytest.mark.parametrize(("document_id", "expected"), top_terms(), ids=[name for name, _ in top_terms()])
def test_the_highest_terms_agree_with_another_program(reference_corpus, document_id, expected):
    # The other program took the length of a row over all words and left the stop words out of the list only.
    found = distinctive_terms(reference_corpus, variant="scikit-learn")
    found = found[~found["term"].isin(stopped_words())]
    top = found[found["group"] == document_id].head(len(expected))
    assert len(expected) == 12
    # Words of one weight stand in alphabetical order here and in no order there.
    expected = sorted(expected, key=lambda pair: (-pair[1], pair[0]))
    assert [(term, round(weight, 4)) for term, weight in zip(top["term"], top["tfidf"], strict=True)] == expected


def test_the_plain_variant_leaves_common_words_behind(reference_corpus):
    # With five texts the smoothed form puts common words on top; the plain one does not.
    def first(variant: str) -> list[str]:
        found = distinctive_terms(reference_corpus, variant=variant, stop_words=stopped_words())
        return found.loc[found["group"] == "yang-2015", "term"].head(2).tolist()

    assert first("scikit-learn") == ["countries", "international"]
    assert not set(first("plain")) & {"countries", "international", "china"}


@pytest.mark.parametrize("variant", VARIANTS)
def test_rows_stand_by_group_then_weight_then_term(corpus, variant):
    found = distinctive_terms(corpus, variant=variant)
    assert found["group"].unique().tolist() == DOCUMENTS
    for _, rows in found.groupby("group"):
        keys = list(zip(-rows["tfidf"], rows["term"], strict=True))
        assert keys == sorted(keys)
    assert found.index.tolist() == list(range(len(found)))


def test_columns_are_fixed(small):
    for found in (distinctive_terms(small), distinctive_terms(small, minimum_count=99),
                  distinctive_terms(small, variant="scikit-learn", stop_words=["the", "trust", "order"])):  # fmt: skip
        assert found.columns.tolist() == COLUMNS
    assert len(found) == 0


def test_only_words_the_group_has_are_listed(small):
    found = distinctive_terms(small)
    assert found[["group", "term"]].values.tolist() == [
        ["a", "trust"], ["a", "the"], ["b", "trust"], ["b", "the"], ["c", "order"], ["c", "the"],
    ]  # fmt: skip


def test_the_minimum_is_inside_the_group(small):
    found = distinctive_terms(small, minimum_count=2)
    assert found[["group", "term"]].values.tolist() == [["a", "trust"], ["b", "the"], ["c", "order"]]
    assert found.loc[0, "tfidf"] == pytest.approx(3 / 4 * math.log(3 / 2))


def test_a_term_of_no_group_has_no_weight():
    counts, words = np.array([[2, 0, 1], [2, 0, 0]]), np.array([3, 2])
    for variant in VARIANTS:
        weights, idf = tfidf_weights(counts, words, variant)
        assert np.isnan(idf[1]) and np.isnan(weights[:, 1]).all()
        assert not np.isnan(weights[:, [0, 2]]).any()


def test_a_group_without_words_is_no_failure():
    corpus = Corpus.from_texts({"a": "trust order", "b": "", "c": "trust"})
    for variant in VARIANTS:
        found = distinctive_terms(corpus, variant=variant)
        assert found["group"].unique().tolist() == ["a", "c"]
        assert np.isfinite(found["tfidf"]).all()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"by": "corpus"}, "fewer than two"),
        ({"by": "colour"}, "'colour'"),
        ({"variant": "smooth"}, "plain, scikit-learn"),
    ],
)
def test_impossible_options_are_refused(small, options, says):
    with pytest.raises(OptionError, match=says):
        distinctive_terms(small, **options)


def test_the_unsmoothed_variant_is_scikit_learns_without_smoothing(corpus):
    counts = count_matrix(corpus, group_documents(corpus.documents, "document_id"))
    counts = counts[:, counts.sum(axis=0) > 0]
    expected = TfidfTransformer(smooth_idf=False).fit_transform(counts).toarray()
    assert tfidf_weights(counts, counts.sum(axis=1), "unsmoothed")[0] == pytest.approx(expected, abs=1e-12)


def test_the_quanteda_variant_by_hand():
    weights, idf = tfidf_weights(np.array([[3, 0, 2], [1, 4, 0]]), np.array([5, 5]), "quanteda")
    assert idf == pytest.approx([0, np.log10(2), np.log10(2)])
    assert weights == pytest.approx(np.array([[0, 0, 2 * np.log10(2)], [0, 4 * np.log10(2), 0]]))
