"""Comparisons on windows as long as the shortest text."""

import numpy as np
import pytest

from analysis import Corpus, OptionError, keywords, query_frequencies, similarities, stop_words
from analysis.diversity import score as diversity
from analysis.length_fair import (
    FAIR_COLUMNS,
    draw_windows,
    fair_diversity,
    fair_keywords,
    fair_rates,
    fair_similarities,
)
from analysis.metadata import group_documents


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus.from_texts(
        {"short": "trust order peace trust", "long": "trust peace\n" * 2 + "order peace 2014\n" * 8}
    )


def test_windows_are_running_words_as_many_as_the_shortest_text_has(corpus):
    groups = group_documents(corpus.documents, "document_id")
    windows = draw_windows(corpus, groups, draws=40)
    assert windows.size == 742 == min(len(words) for words in windows.words)
    for cut in windows:
        assert [len(words) for words in cut] == [742] * 5
        assert all((np.diff(words) == 1).all() for words in cut)
    # Only the shortest text is always itself; the others begin at many places.
    assert set(windows.first[0]) == {0} and len(set(windows.first[4])) > 30


def test_windows_reach_the_first_and_the_last_word(small):
    windows = draw_windows(small, group_documents(small.documents, "document_id"), draws=500)
    lengths = {len(words): starts for words, starts in zip(windows.words, windows.first, strict=True)}
    assert windows.size == 4 and set(lengths[20]) == set(range(17))


def test_rates_of_whole_groups_are_the_usual_ones(corpus):
    fair = fair_rates(corpus, ["trust", "global"], draws=20).set_index(["group", "item"])
    usual = query_frequencies(corpus, ["trust", "global"], draws=10).set_index(["group", "term"])
    assert fair["value"].to_dict() == pytest.approx(usual["per_1000"].to_dict())


def test_rates_in_windows_are_those_of_a_slow_count(corpus):
    groups = group_documents(corpus.documents, "document_id")
    windows = draw_windows(corpus, groups, draws=25, seed=3)
    terms = corpus.terms[corpus.words.term]
    slow = np.array([[1000 * (terms[words] == "global").mean() for words in cut] for cut in windows])
    fair = fair_rates(corpus, ["/global/"], draws=25, seed=3)
    # The search also finds compounds, which these windows hardly have.
    assert fair["fair_value"].to_numpy() == pytest.approx(np.median(slow, axis=0), abs=1000 / 742)
    assert fair["low"].le(fair["fair_value"]).all() and fair["fair_value"].le(fair["high"]).all()


def test_the_shortest_text_keeps_its_value(corpus):
    fair = fair_rates(corpus, ["trust"], draws=50).set_index("group").loc["chen-2014"]
    assert fair["value"] == fair["low"] == fair["high"] == fair["fair_value"]


def test_how_often_a_rank_holds(small):
    fair = fair_rates(small, ["trust"], draws=500).set_index("group")
    # Of 17 windows of the long text, only the one at its start has half its words "trust", as the short text has.
    assert fair.loc["short", "rank"] == 1 and fair.loc["short", "holds"] == 1
    assert fair.loc["long", "rank"] == 2 and fair.loc["long", "holds"] == pytest.approx(16 / 17, abs=0.04)


def test_ttr_at_equal_length_turns_the_order_round(corpus):
    fair = fair_diversity(corpus, measures=["ttr", "mattr"], draws=100).set_index(["item", "group"])
    assert fair.loc[("ttr", "sun-2024"), "rank"] == 5 and fair.loc[("ttr", "sun-2024"), "fair_rank"] == 1
    assert fair.loc[("mattr", "sun-2024"), "rank"] == 1 and fair.loc[("mattr", "sun-2024"), "fair_rank"] == 1
    words = corpus.words.term[np.flatnonzero(corpus.words.paragraph < 10)]
    assert fair.loc[("ttr", "chen-2014"), "value"] == pytest.approx(diversity("ttr", words))


def test_keywords_at_equal_length(corpus):
    fair = fair_keywords(corpus, "dong-2022", draws=60, minimum_count=1, top=10)
    usual = keywords(corpus, target="dong-2022", measure="log_likelihood").head(len(fair))
    assert fair["item"].tolist() == usual["term"].tolist()
    assert fair["value"].tolist() == pytest.approx(usual["score"].tolist())
    assert fair.iloc[0][["item", "rank", "holds"]].tolist() == ["security", 1, 1.0]


@pytest.mark.parametrize(
    "make",
    [
        lambda corpus, seed: fair_rates(corpus, ["trust"], draws=30, seed=seed),
        lambda corpus, seed: fair_diversity(corpus, measures=["ttr"], draws=30, seed=seed),
        lambda corpus, seed: fair_keywords(corpus, "sun-2024", draws=30, seed=seed),
    ],
)
def test_the_same_seed_gives_the_same_draws_and_the_columns_are_fixed(corpus, make):
    table = make(corpus, 0)
    assert table.columns.tolist() == FAIR_COLUMNS and set(table["window"]) == {742} and set(table["draws"]) == {30}
    assert table.equals(make(corpus, 0)) and not table.equals(make(corpus, 1))


def test_a_window_can_be_chosen(corpus):
    assert set(fair_rates(corpus, ["trust"], draws=5, window=300)["window"]) == {300}
    with pytest.raises(OptionError, match="too few words for a window in: chen-2014;"):
        fair_rates(corpus, ["trust"], draws=5, window=743)


@pytest.mark.parametrize("texts", [{"a": "one two", "b": ""}, {"a": "2014", "b": "one"}])
def test_a_text_without_words_is_named(texts):
    with pytest.raises(OptionError, match="too few words"):
        fair_rates(Corpus.from_texts(texts), ["one"])


@pytest.mark.parametrize("options", [{"measures": ["zipf"]}, {"by": "colour"}, {"draws": 0}])
def test_bad_options_are_answered_in_a_sentence(corpus, options):
    with pytest.raises(OptionError):
        fair_diversity(corpus, **options)


def test_divergence_at_equal_length_does_not_put_the_shortest_text_farthest_from_all(corpus):
    fair = fair_similarities(corpus, draws=40).set_index(["group", "item"])
    assert fair["value"].to_dict() == pytest.approx(
        {(row.group, row.other): row.value for row in similarities(corpus, measure="jensen_shannon").itertuples()}
    )
    # Among whole texts Yang and Sun, the longest, are nearest; among windows of one length they no longer are.
    assert fair["value"].idxmin() == ("yang-2015", "sun-2024") and fair.loc[("yang-2015", "sun-2024"), "holds"] < 0.2
    assert len(fair) == 10 and set(fair["draws"]) == {40}


def test_similarities_in_windows_leave_stop_words_out(corpus):
    with_them, without = (
        fair_similarities(corpus, measure="cosine_delta", stop_words=stops, draws=5) for stops in ((), stop_words("en"))
    )
    assert not np.allclose(with_them["value"], without["value"])
    with pytest.raises(OptionError, match="measure must be one of"):
        fair_similarities(corpus, measure="euclid")
