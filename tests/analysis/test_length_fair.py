"""Comparisons on windows as long as the shortest text."""

import numpy as np
import pytest

from analysis import (
    Corpus,
    OptionError,
    distinctive_terms,
    keywords,
    parse,
    query_frequencies,
    similarities,
    stop_words,
)
from analysis.diversity import score as diversity
from analysis.length_fair import (
    FAIR_DTYPES,
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
    # There the two share rank 1, which neither does in the whole texts.
    assert fair.loc["short", "rank"] == 1 and fair.loc["short", "holds"] == pytest.approx(16 / 17, abs=0.04)
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
    assert table.columns.tolist() == list(FAIR_DTYPES) and set(table["window"]) == {742} and set(table["draws"]) == {30}
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


def test_a_rank_shared_in_the_windows_only_does_not_hold():
    texts = Corpus.from_texts({"a": "trust " + "order " * 400, "b": "order " * 400, "c": "peace"})
    fair = fair_rates(texts, ["trust", "war"], draws=50).set_index(["item", "group"])
    # Hardly a window has the one word; then all groups have 0 and share rank 1. That nobody has the other word holds.
    assert fair.loc[("trust", "a"), "rank"] == 1 and fair.loc[("trust", "a"), "holds"] < 0.1
    assert fair.loc["war", "holds"].tolist() == [1, 1, 1]


def test_words_of_equal_value_are_among_the_first_only_if_all_fit_in(corpus):
    options = {"measure": "log_ratio_conservative", "stop_words": stop_words(), "minimum_count": 10}
    fair = fair_keywords(corpus, "chen-2014", top=20, draws=20, **options)
    usual = keywords(corpus, target="chen-2014", **options)
    certain = usual[usual["score"] > 0]
    # From the fifth on the bound is 0: more than a hundred words share rank 5.
    assert fair["item"].tolist() == certain["term"].tolist() and len(fair) == 4
    assert fair["rank"].tolist() == [1, 2, 3, 4] and fair["holds"].iloc[-1] < 0.5


def test_holding_counts_the_draws_in_which_no_more_than_top_words_are_as_typical():
    texts = {"a": "trust trust trust trust trust trust", "b": "trust peace order peace order peace " * 3}
    fair = fair_keywords(Corpus.from_texts(texts), "a", minimum_count=1, top=1, draws=30)
    assert fair[["item", "rank", "holds"]].to_numpy().tolist() == [["trust", 1, 1.0]]
    twins = Corpus.from_texts({"a": "trust order peace", "b": "order trust peace"})
    assert fair_keywords(twins, "a", minimum_count=1, top=2, draws=30).empty
    assert fair_keywords(twins, "a", minimum_count=1, top=3, draws=30)["holds"].tolist() == [1, 1, 1]


def test_the_conservative_log_ratio_is_corrected_for_the_words_listed(corpus):
    fair = fair_keywords(corpus, "dong-2022", measure="log_ratio_conservative", top=10, draws=5)
    usual = keywords(corpus, target="dong-2022", minimum_count=3).set_index("term")["score"]
    assert fair["value"].tolist() == pytest.approx(usual[fair["item"]].tolist())


@pytest.mark.parametrize(
    "texts",
    [
        {"a": "x y 2014", "b": "z w q"},
        {"a": "x y\n2014 z", "b": "w q v"},
        {"a": "2014 x 2014\ny z", "b": "2014 w q 2014"},
        {"a": "2014\nx y", "b": "z w"},
    ],
)
def test_a_hit_on_a_number_stays_in_its_paragraph(texts):
    texts = Corpus.from_texts(texts)
    fair = fair_rates(texts, ["2014"], draws=3).set_index("group")["value"]
    beside_words = query_frequencies(texts, ["2014"], draws=10).set_index("group")["per_1000"]
    if texts.text("a").startswith("2014\n"):
        beside_words["a"] = 0
    assert fair.to_dict() == pytest.approx(beside_words.to_dict())


@pytest.mark.parametrize("queries", ["trust", parse("trust"), ["trust"], [parse("trust")], {"trust": "trust"}])
def test_searches_are_named_as_everywhere(small, queries):
    assert fair_rates(small, queries, draws=20).equals(fair_rates(small, ["trust"], draws=20))


@pytest.mark.parametrize(
    "make",
    [
        lambda small: fair_rates(small, [], draws=5),
        lambda small: fair_diversity(small, measures=[], draws=5),
        lambda small: fair_keywords(small, "short", minimum_count=10**6, draws=5),
        lambda small: fair_keywords(small, "short", stop_words=["trust", "order", "peace"], draws=5),
    ],
)
def test_an_empty_result_has_the_columns_and_types_of_a_filled_one(small, make):
    filled = fair_rates(small, ["trust"], draws=5)
    assert len(filled) and make(small).empty
    assert make(small).dtypes.to_dict() == filled.dtypes.to_dict()


@pytest.mark.parametrize("make", [fair_similarities, lambda small, draws: fair_keywords(small, "short", draws=draws)])
def test_every_table_has_the_same_types(small, make):
    assert make(small, draws=5).dtypes.astype(str).to_dict() == FAIR_DTYPES


@pytest.mark.parametrize("options", [{"top": 0}, {"minimum_count": 0}])
def test_lists_without_words_are_not_asked_for(small, options):
    with pytest.raises(OptionError, match="must be at least 1"):
        fair_keywords(small, "short", **options)


@pytest.mark.parametrize("option", ["window", "draws"])
@pytest.mark.parametrize("value", [-1, 0, 2.5, float("nan"), float("inf")])
def test_windows_and_draws_are_whole_numbers(small, option, value):
    with pytest.raises(OptionError, match=f"{option} must be a whole number of at least 1; not {value}"):
        fair_rates(small, ["trust"], **{option: value})


def test_no_texts_have_no_windows():
    nothing = Corpus.from_texts({})
    with pytest.raises(OptionError, match="no texts"):
        draw_windows(nothing, group_documents(nothing.documents, "document_id"))
    with pytest.raises(OptionError, match="no texts"):
        fair_rates(nothing, ["trust"])


def test_diversity_of_windows_is_that_of_each_window_alone(corpus):
    groups = group_documents(corpus.documents, "document_id")
    windows = draw_windows(corpus, groups, draws=6, seed=2, window=120)
    fair = fair_diversity(corpus, draws=6, seed=2, window=120).set_index(["item", "group"])["fair_value"]
    for measure in ("ttr", "mattr", "mtld", "hdd"):
        slow = [[diversity(measure, corpus.words.term[words]) for words in cut] for cut in windows]
        assert fair[measure].to_numpy() == pytest.approx(np.median(slow, axis=0))


def test_windows_too_short_for_a_measure_have_no_value_and_no_rank_that_holds(corpus):
    fair = fair_diversity(corpus, measures=["mattr"], draws=5, window=50)
    assert fair["value"].notna().all() and fair["fair_value"].isna().all() and (fair["holds"] == 0).all()


def test_tfidf_at_equal_length(corpus):
    fair = fair_keywords(corpus, "dong-2022", measure="tfidf", minimum_count=1, top=5, draws=20)
    usual = distinctive_terms(corpus)
    usual = usual[usual["group"] == "dong-2022"].head(len(fair))
    assert fair["value"].tolist() == pytest.approx(usual["tfidf"].tolist()) and set(fair["item"]) == set(usual["term"])
    # The commonest word of the text, which all texts have, is not among them; nor is it in any window that all have.
    assert len(fair) > 1 and "security" not in set(fair["item"])
    with pytest.raises(OptionError, match="tfidf"):
        fair_keywords(corpus, "dong-2022", measure="bm25")
