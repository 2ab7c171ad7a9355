"""Words that all groups use alike."""

import math

import pytest
from scipy.stats import chi2_contingency

from analysis import Corpus, OptionError, keywords
from analysis.lockwords import lockwords

from .tables import DOCUMENTS

COLUMNS = [
    "term", "count", "groups", "lowest_per_1000", "lowest_group", "highest_per_1000", "highest_group",
    "log_ratio_spread", "variation", "heterogeneity", "p_value",
]  # fmt: skip


@pytest.fixture(scope="module")
def small() -> Corpus:
    """trust in all three at 500, 250 and 250 per 1,000; order in a only, peace in b and c."""
    return Corpus.from_texts(
        {"a": "trust trust order 2014 now", "b": "trust we hope peace", "c": "trust peace be here"}
    )


def test_lockwords_by_hand(small):
    found = lockwords(small, minimum_count=1)
    assert found["term"].tolist() == ["trust"]
    row = found.iloc[0]
    assert row[["count", "groups", "lowest_per_1000", "highest_per_1000"]].tolist() == [4, 3, 250, 500]
    assert row[["lowest_group", "highest_group", "log_ratio_spread"]].tolist() == ["b", "a", 1]
    # Rates 500, 250, 250: mean 1000/3, variance 125000/9.
    assert row["variation"] == pytest.approx(math.sqrt(125_000 / 9) / (1000 / 3))


def test_heterogeneity_is_that_of_scipy(reference_corpus):
    found = lockwords(reference_corpus).set_index("term")
    words = reference_corpus.documents["n_words"].to_numpy()
    counts = keywords(reference_corpus).pivot(index="term", columns="group", values="count")[DOCUMENTS]
    for term in found.index:
        hits = counts.loc[term].to_numpy()
        g2, p_value, *_ = chi2_contingency([hits, words - hits], correction=False, lambda_="log-likelihood")
        assert found.loc[term, ["heterogeneity", "p_value"]].tolist() == pytest.approx([g2, p_value], rel=1e-9)


def test_of_two_groups_it_is_the_g2_of_keyness(reference_corpus):
    two = reference_corpus.select(["dong-2022", "sun-2024"])
    found = lockwords(two).set_index("term")
    g2 = keywords(two).set_index(["group", "term"])["log_likelihood"]["sun-2024"]
    assert found["heterogeneity"].to_numpy() == pytest.approx(g2[found.index].abs().to_numpy(), abs=1e-9)
    assert found.index[0] == found["variation"].idxmin()


def test_china_is_locked_and_security_is_not(reference_corpus):
    found = lockwords(reference_corpus).set_index("term")
    china = found.loc["china"]
    assert (china["count"], china["lowest_group"], china["highest_group"]) == (139, "chen-2014", "yang-2015")
    assert china["p_value"] > 0.05 > found.loc["the", "p_value"]
    assert china["variation"] < found.loc["should", "variation"]
    assert "global" not in found.index


def test_lockwords_stand_by_variation_then_term(corpus):
    found = lockwords(corpus, minimum_count=1)
    keys = list(zip(found["variation"], found["term"], strict=True))
    assert keys == sorted(keys)
    assert (found["lowest_per_1000"] > 0).all() and (found["groups"] == 5).all()


def test_lockwords_can_be_held_to_content_and_frequency(corpus):
    found = lockwords(corpus, stop_words=["the", "of"], minimum_count=100)
    assert not {"the", "of"} & set(found["term"])
    assert found["count"].min() >= 100


def test_a_group_without_words_keeps_no_word_from_being_locked():
    found = lockwords(Corpus.from_texts({"a": "trust", "b": "2014", "c": "trust"}), minimum_count=1)
    assert found[["term", "groups", "variation", "heterogeneity", "p_value"]].values.tolist() == [["trust", 2, 0, 0, 1]]


@pytest.mark.parametrize("texts", [{"a": "", "b": ""}, {"a": "trust", "b": ""}, {"a": "trust", "b": "order"}])
def test_without_a_common_word_there_are_no_lockwords(texts):
    found = lockwords(Corpus.from_texts(texts), minimum_count=1)
    assert found.columns.tolist() == COLUMNS and found.empty


@pytest.mark.parametrize(
    ("options", "says"),
    [({"by": "corpus"}, "fewer than two"), ({"by": "colour"}, "'colour'"), ({"minimum_count": 0}, "minimum_count")],
)
def test_impossible_options_are_refused(corpus, options, says):
    with pytest.raises(OptionError, match=says):
        lockwords(corpus, **options)
