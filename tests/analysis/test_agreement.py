"""Five methods on one list, and why they disagree."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError, distinctive_terms, keywords
from analysis.agreement import AGREEMENT_DTYPES, METHODS, agreement, disagreement
from analysis.association import score


@pytest.fixture(scope="module")
def sun(corpus) -> pd.DataFrame:
    return agreement(corpus, "sun-2024", minimum_count=1)


def test_each_method_gives_what_it_gives_alone(corpus, sun):
    sun = sun.set_index("term")
    keyness = keywords(corpus, target="sun-2024").set_index("term")
    weights = distinctive_terms(corpus)
    weights = weights[weights["group"] == "sun-2024"].set_index("term")
    assert set(sun.index) == set(weights.index)
    for name, table, column in [
        ("tfidf", weights, "tfidf"),
        ("log_likelihood", keyness, "log_likelihood"),
        ("log_ratio", keyness, "log_ratio"),
    ]:
        assert sun[name].to_dict() == pytest.approx(table.loc[sun.index, column].to_dict())


def test_dispersion_keyness_counts_paragraphs(corpus, sun):
    row = sun.set_index("term").loc["global"]
    assert (row["paragraphs"], row["n_paragraphs"]) == (83, 112)
    tokens = corpus.tokens_frame()
    has = tokens[tokens["term"] == "global"].groupby("document_id")["paragraph"].nunique()
    others = has.drop("sun-2024").sum()
    assert row["dispersion_keyness"] == pytest.approx(score("log_likelihood", 83, others, 112 - 83, 89 - others))


def test_ranks_begin_with_the_most_typical(sun):
    for name in METHODS:
        assert sun.loc[sun[name].idxmax(), f"rank_{name}"] == 1
    assert sun["median_rank"].is_monotonic_increasing
    ranks = sun[[f"rank_{name}" for name in METHODS]]
    assert sun["spread"].tolist() == (ranks.max(axis=1) - ranks.min(axis=1)).tolist()


def row(**differing: float) -> pd.DataFrame:
    """One word that every method puts first, but for what differs."""
    usual = {"term": "trust", "count": 7, "document_frequency": 2, "n_groups": 5, "paragraphs": 3, "n_paragraphs": 40}
    ranks = {f"rank_{name}": 1 for name in METHODS}
    made = usual | ranks | differing
    values = [made[f"rank_{name}"] for name in METHODS]
    return pd.DataFrame([made | {"methods": 4, "spread": max(values) - min(values)}])


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (row(), "The methods agree: “trust” has rank 1 by all five."),
        (row(rank_tfidf=90, document_frequency=5), "all 5 groups use it"),
        (row(rank_dispersion_keyness=50), "7 hits stand in only 3 of 40 paragraphs"),
        (row(**{f"rank_{name}": 60 for name in METHODS if name != "log_ratio"}), "not evidence, and there are only 7 hits"),
        (row(rank_log_ratio=80), "sure but not large"),
        (row(count=1, rank_dispersion_keyness=9), "its 1 hit stand"),
        (row(**{f"rank_{name}": 60 for name in METHODS if name != "tfidf"}), "2 of 5 groups have it"),
        (row(rank_tfidf=2, rank_log_odds_z=70), "weigh size against evidence"),
    ],
)  # fmt: skip
def test_one_sentence_says_why(table, says):
    assert says in disagreement(table)


def test_the_sentence_is_about_a_word_some_method_puts_first(corpus):
    assert disagreement(agreement(corpus, "dong-2022")).startswith("“")
    assert "security" in disagreement(agreement(corpus, "dong-2022", top=2))


def test_a_method_gives_its_vote_to_words_of_equal_value_only_if_all_fit_in(corpus):
    top = 20
    chen = agreement(corpus, "chen-2014", minimum_count=1, top=top)
    votes = sum((chen[name].map(lambda value, own=name: (chen[own] >= value).sum()) <= top) for name in METHODS)
    assert chen["methods"].tolist() == votes.tolist()


def test_a_word_of_all_groups_has_no_vote_of_tfidf():
    texts = {"a": "order peace trust trust trust trust", "b": "order peace trust order peace"}
    table = agreement(Corpus.from_texts(texts), "a", minimum_count=1, top=2).set_index("term")
    # All three words are in both texts, so TF-IDF ranks them all first, and none of them before another.
    assert set(table["rank_tfidf"]) == {1} and table.loc["trust", "methods"] == len(METHODS) - 2
    assert table["rank_dispersion_keyness"].tolist() == [1, 1, 1]


def test_a_reference_without_words_has_no_rate():
    table = agreement(Corpus.from_texts({"a": "trust", "c": "100 200"}), "a", minimum_count=1)
    assert table["term"].tolist() == ["trust"] and table["per_1000"].tolist() == [1000]
    assert table["reference_per_1000"].isna().all() and table["reference_count"].tolist() == [0]


def test_a_target_without_words_has_an_empty_list():
    assert agreement(Corpus.from_texts({"a": "2014", "b": "trust"}), "a", minimum_count=1).empty


def test_an_empty_list_has_its_columns_and_types_and_no_sentence(corpus, sun):
    table = agreement(corpus, "sun-2024", minimum_count=10_000)
    assert table.empty and disagreement(table) == ""
    assert table.columns.tolist() == list(AGREEMENT_DTYPES) and table.dtypes.to_dict() == sun.dtypes.to_dict()


def test_phrases_and_groups_of_texts_can_be_compared(corpus):
    table = agreement(corpus, "2022", by="year", n=2)
    assert "belt and" in set(table["term"]) and set(table["n_groups"]) == {4}


@pytest.mark.parametrize(
    ("options", "says"),
    [({"target": "x"}, "target must be"), ({"top": 0}, "top must"), ({"by": "corpus"}, "fewer than two")],
)
def test_bad_options_are_answered_in_a_sentence(corpus, options, says):
    with pytest.raises(OptionError, match=says):
        agreement(corpus, **{"target": "sun-2024"} | options)


def test_the_order_of_the_texts_does_not_matter():
    texts = {"a": "trust trust order\ntrust peace", "b": "order peace order\npeace trust"}
    there, back = (
        agreement(Corpus.from_texts(each), "a", minimum_count=1) for each in (texts, dict(reversed(texts.items())))
    )
    assert there.equals(back)
