"""Tables of fixed columns and types: the same for every analysis whether it finds much or nothing."""

import numpy as np
import pandas as pd
import pytest

import analysis
from analysis import Corpus
from analysis.result import from_rows, stacked, typed

DTYPES = {"term": "str", "count": "int64", "rate": "float64", "telling": "bool"}


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus.from_texts(
        {
            "a": "Trust is the basis of order.\nThe order of the world needs trust, and trust needs time.",
            "b": "Trust is the basis of peace.\nThe peace of the world needs trust, and peace needs order.",
            "c": "Of “order” and peace in 2014.\nThe order of the world is the basis of peace, and peace needs time.",
        },
        pd.DataFrame({"year": [2014, 2015, 2024]}, index=["a", "b", "c"]),
    )


@pytest.fixture(scope="module")
def model(small) -> analysis.TopicModel:
    return analysis.topic_model(small, n_topics=2, runs=1)


def apart() -> Corpus:
    """Two texts without a word in common."""
    return Corpus.from_texts({"a": "one two three four five", "b": "six seven eight nine ten"})


# Each analysis with options that find something, and where it finds nothing, or as little as it can.
EMPTY = {
    "distinctive_terms": (
        lambda corpus: analysis.distinctive_terms(corpus),
        lambda corpus: analysis.distinctive_terms(corpus, minimum_count=10**6),
    ),
    "rate_differences": (
        lambda corpus: analysis.rate_differences(corpus, ["trust"], "a", draws=10),
        lambda corpus: analysis.rate_differences(corpus, [], "a", draws=10),
    ),
    "frequencies": (
        lambda corpus: analysis.frequencies(corpus, draws=10),
        lambda corpus: analysis.frequencies(corpus, minimum_count=10**6),
    ),
    "query_frequencies": (
        lambda corpus: analysis.query_frequencies(corpus, ["trust"], draws=10),
        lambda corpus: analysis.query_frequencies(corpus, []),
    ),
    "variant_frequencies": (
        lambda corpus: analysis.variant_frequencies(corpus, "trust|peace", draws=10),
        lambda corpus: analysis.variant_frequencies(Corpus.from_texts({}), "trust|peace"),
    ),
    "keywords": (
        lambda corpus: analysis.keywords(corpus),
        lambda corpus: analysis.keywords(corpus, minimum_count=10**6),
    ),
    "silences": (
        lambda corpus: analysis.silences(corpus, minimum_count=1),
        lambda corpus: analysis.silences(corpus, minimum_count=10**6),
    ),
    "query_silences": (
        lambda corpus: analysis.query_silences(corpus, ["trust"]),
        lambda corpus: analysis.query_silences(corpus, []),
    ),
    "dispersions": (
        lambda corpus: analysis.dispersions(corpus),
        lambda corpus: analysis.dispersions(corpus, minimum_count=10**6),
    ),
    "lockwords": (
        lambda corpus: analysis.lockwords(corpus, minimum_count=1),
        lambda corpus: analysis.lockwords(apart(), minimum_count=1),
    ),
    "word_pairs": (
        lambda corpus: analysis.word_pairs(corpus, minimum_count=1),
        lambda corpus: analysis.word_pairs(corpus, minimum_count=10**6),
    ),
    "collocates": (
        lambda corpus: analysis.collocates(corpus, "order", minimum_count=1),
        lambda corpus: analysis.collocates(corpus, "nowhere"),
    ),
    "meeting_places": (
        lambda corpus: analysis.meeting_places(corpus, "order", "trust"),
        lambda corpus: analysis.meeting_places(corpus, "order", "nowhere"),
    ),
    "concordance": (
        lambda corpus: analysis.concordance(corpus, "trust"),
        lambda corpus: analysis.concordance(corpus, "nowhere"),
    ),
    "shared_formulae": (
        lambda corpus: analysis.shared_formulae(corpus, shortest=2),
        lambda corpus: analysis.shared_formulae(apart()),
    ),
    "shared_ngrams": (
        lambda corpus: analysis.shared_ngrams(corpus, n=2),
        lambda corpus: analysis.shared_ngrams(apart(), n=6),
    ),
    "shared_ngram_types": (
        lambda corpus: analysis.shared_ngram_types(corpus, n=2),
        lambda corpus: analysis.shared_ngram_types(apart(), n=2),
    ),
    "repeated_ngrams": (
        lambda corpus: analysis.repeated_ngrams(corpus, n=1),
        lambda corpus: analysis.repeated_ngrams(corpus, n=5),
    ),
    "formula_counts": (
        lambda corpus: analysis.formula_counts(corpus, ["the world"]),
        lambda corpus: analysis.formula_counts(corpus, []),
    ),
    "formula_places": (
        lambda corpus: analysis.formula_places(corpus, "the world"),
        lambda corpus: analysis.formula_places(corpus, "nowhere at all"),
    ),
    "align_passages": (
        lambda corpus: analysis.align_passages(corpus, ("a", 2), ("b", 2)),
        lambda corpus: analysis.align_passages(apart(), ("a", 1), ("b", 1)),
    ),
    "closest_passages": (
        lambda corpus: analysis.closest_passages(corpus, sequence=2),
        lambda corpus: analysis.closest_passages(apart()),
    ),
    "lexical_diversity": (
        lambda corpus: analysis.lexical_diversity(corpus),
        lambda corpus: analysis.lexical_diversity(corpus, measures=[]),
    ),
    "readability_scores": (
        lambda corpus: analysis.readability_scores(corpus),
        lambda corpus: analysis.readability_scores(Corpus.from_texts({})),
    ),
    "word_shift": (
        lambda corpus: analysis.word_shift(corpus, "a"),
        lambda corpus: analysis.word_shift(corpus, "a", minimum_count=10**6),
    ),
    "similarities": (
        lambda corpus: analysis.similarities(corpus, measure="burrows_delta"),
        lambda corpus: analysis.similarities(Corpus.from_texts({"a": "", "b": ""})),
    ),
    "pair_terms": (
        lambda corpus: analysis.pair_terms(corpus, "a", "b", weights="counts"),
        lambda corpus: analysis.pair_terms(apart(), "a", "b"),
    ),
    "correspondence": (
        lambda corpus: analysis.correspondence(corpus),
        lambda corpus: analysis.correspondence(corpus, terms=[]),
    ),
    "correspondence_inertia": (
        lambda corpus: analysis.correspondence_inertia(corpus),
        lambda corpus: analysis.correspondence_inertia(corpus, terms=[]),
    ),
    "pair_coherence": (
        lambda corpus: analysis.pair_coherence(corpus, ["trust", "order"]),
        lambda corpus: analysis.pair_coherence(corpus, []),
    ),
}
EMPTY_OF_MODEL = {
    "topic_terms": (
        lambda corpus, model: analysis.topic_terms(model),
        lambda corpus, model: analysis.topic_terms(model, n=0),
    ),
    "topic_weights": (
        lambda corpus, model: analysis.topic_weights(corpus, model, draws=10),
        lambda corpus, model: analysis.topic_weights(corpus, model, by="year", draws=10),
    ),
    "topic_passages": (
        lambda corpus, model: analysis.topic_passages(corpus, model, 1),
        lambda corpus, model: analysis.topic_passages(corpus, model, 1, documents=[]),
    ),
    "topic_coherence": (
        lambda corpus, model: analysis.topic_coherence(corpus, model),
        lambda corpus, model: analysis.topic_coherence(Corpus.from_texts({"a": ""}), model),
    ),
}


def assert_of_one_form(much: pd.DataFrame, nothing: pd.DataFrame) -> None:
    assert len(much)
    assert much.dtypes.astype(str).to_dict() == nothing.dtypes.astype(str).to_dict()
    assert much.columns.tolist() == nothing.columns.tolist() and "object" not in set(much.dtypes.astype(str))
    for table in (much, nothing):
        assert table.index.tolist() == list(range(len(table)))


@pytest.mark.parametrize("name", EMPTY)
def test_a_table_has_the_same_columns_and_types_where_nothing_is_found(small, name):
    found, found_nothing = EMPTY[name]
    assert_of_one_form(found(small), found_nothing(small))


@pytest.mark.parametrize("name", EMPTY_OF_MODEL)
def test_tables_of_topics_have_the_same_columns_and_types_where_nothing_is_found(small, model, name):
    found, found_nothing = EMPTY_OF_MODEL[name]
    assert_of_one_form(found(small, model), found_nothing(small, model))


def test_a_group_without_a_row_does_not_change_the_types(small):
    table = analysis.collocates(small, "trust", minimum_count=1)
    assert set(table["group"]) == {"a", "b"}
    assert table.dtypes.equals(analysis.collocates(small, "order", minimum_count=1).dtypes)


def test_an_empty_table_can_be_sorted_and_filtered(small):
    assert analysis.frequencies(small, minimum_count=10**6).nlargest(3, "per_1000").empty
    nothing = analysis.silences(small, minimum_count=10**6)
    assert nothing[nothing["telling"]].columns.tolist() == nothing.columns.tolist()


# --- the functions ---


def test_parts_stand_one_under_the_other_in_the_columns_asked_for():
    parts = [
        pd.DataFrame({"rate": [1], "term": ["a"], "count": [2], "telling": [True], "other": ["x"]}, index=[7]),
        pd.DataFrame(columns=list(DTYPES)),
        pd.DataFrame({"term": ["b"], "count": [np.int32(3)], "rate": [np.nan], "telling": [False]}),
    ]
    table = stacked(parts, DTYPES)
    expected = pd.DataFrame({"term": ["a", "b"], "count": [2, 3], "rate": [1.0, np.nan], "telling": [True, False]})
    pd.testing.assert_frame_equal(table, expected)


@pytest.mark.parametrize("parts", [[], [pd.DataFrame()], iter([pd.DataFrame(columns=["count"])])])
def test_no_part_with_a_row_is_an_empty_table_with_types(parts):
    table = stacked(parts, DTYPES)
    assert table.empty and table.dtypes.astype(str).to_dict() == DTYPES


def test_rows_are_tuples_or_mappings():
    tuples = from_rows(iter([("a", 1, 2, True)]), DTYPES)
    mappings = from_rows([{"rate": 2, "telling": True, "term": "a", "count": 1}], DTYPES)
    assert tuples.equals(mappings) and tuples.dtypes.astype(str).to_dict() == DTYPES


def test_a_missing_count_is_no_number():
    with pytest.raises(ValueError, match="non-finite"):
        typed(pd.DataFrame({"count": [1.0, np.nan]}), {"count": "int64"})
