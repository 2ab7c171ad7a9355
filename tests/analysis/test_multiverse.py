"""One finding under every combination of choices."""

import itertools

import pytest

from analysis import REFERENCE, Corpus, OptionError, keywords, stop_words
from analysis.multiverse import MULTIVERSE_DTYPES, multiverse, robustness
from analysis.tokens import Tokenization


@pytest.fixture(scope="module")
def trust(corpus):
    return multiverse(corpus, "sun-2024", "trust")


def test_every_combination_is_tried_once(trust):
    choices = [tuple(row) for row in trust[["stop_list", "case", "n", "minimum_count"]].to_numpy()]
    assert choices == list(itertools.product(["none", "en"], ["fold", "keep"], [1, 2, 3], [1, 3, 5, 10]))
    assert trust.columns.tolist() == list(MULTIVERSE_DTYPES)


@pytest.mark.parametrize(("target", "term"), [("sun-2024", "trust"), ("duan-2022", "cooperation")])
def test_every_row_is_what_keyness_gives(corpus, target, term):
    avoided = keywords(corpus, target=target).set_index("term").at[term, "log_likelihood"] < 0
    cased = {case: corpus.select(tokenization=Tokenization(case)) for case in ("fold", "keep")}
    for row in multiverse(corpus, target, term, lengths=[1, 2]).itertuples():
        table = keywords(
            cased[row.case],
            target=target,
            n=row.n,
            minimum_count=row.minimum_count,
            stop_words=stop_words(row.stop_list),
        )
        found = table[[term in each.lower().split() for each in table["term"]]].iloc[-1 if avoided else 0]
        assert (row.term, row.listed) == (found["term"], len(table))
        assert row.rank == (len(table) - found.name if avoided else found.name + 1)
        for column in ("count", "reference_count", "log_ratio", "log_ratio_conservative", "log_likelihood", "q_value"):
            assert getattr(row, column) == pytest.approx(found[column], abs=1e-300), column
        assert (row.verdict == "holds") == ((row.log_likelihood < 0) == avoided and row.q_value < 0.05)


def test_the_best_sequence_that_holds_the_word_stands_for_it(trust):
    assert set(trust.loc[trust["n"] == 2, "term"]) == {"trust deficit"}
    assert trust.loc[(trust["n"] == 3) & (trust["minimum_count"] == 10), "verdict"].tolist() == ["left out"] * 4


def test_case_kept_leaves_capitals_apart(trust):
    words = trust[trust["n"] == 1].groupby("case")["count"].first()
    assert words.to_dict() == {"fold": 55, "keep": 49}


def test_an_avoided_word_is_ranked_from_the_other_end(corpus):
    table = multiverse(corpus, "sun-2024", "cooperation", lengths=[1], cases=["fold"])
    avoided = keywords(corpus, target="sun-2024")["term"].tolist()[::-1]
    assert (table["log_ratio"] < 0).all() and table["rank"].iloc[0] == avoided.index("cooperation") + 1 == 4


def test_a_phrase_is_sought_in_sequences_long_enough(corpus):
    assert set(multiverse(corpus, "sun-2024", "Trust deficit")["n"]) == {2, 3}
    with pytest.raises(OptionError, match="lengths must name one from 2 to 6"):
        multiverse(corpus, "sun-2024", "trust deficit", lengths=[1])


@pytest.mark.parametrize(
    ("target", "term", "says"),
    [
        ("dong-2022", "security", "holds in all of 40 ways of counting. In 8 more the list leaves the word out."),
        ("sun-2024", "must", "holds in none of 28 ways"),
        ("sun-2024", "trust", "holds in 34 of 44 ways of counting. It hangs most on the minimum count: with 5 it holds in 100%, with 1 in 33%."),
    ],
)  # fmt: skip
def test_one_sentence_says_how_robust_a_finding_is(corpus, target, term, says):
    assert says in robustness(multiverse(corpus, target, term))


def test_a_word_on_every_stop_list_is_left_out(corpus):
    table = multiverse(corpus, "sun-2024", "the", stop_lists=["en"], lengths=[1])
    assert robustness(table) == "Every one of these lists leaves the word out."


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"target": "nobody"}, "target must be one of"),
        ({"term": "xyzzy"}, "'xyzzy' does not occur"),
        ({"term": " "}, "number of words"),
        ({"term": "a b c d e f g"}, "number of words"),
        ({"stop_lists": ["klingon"]}, "stop list must be one of"),
        ({"cases": ["upper"]}, "cases must be one of"),
        ({"minimum_counts": [0]}, "minimum_counts must be at least 1"),
        ({"lengths": [7]}, "lengths must be one of"),
        ({"lengths": []}, "lengths must name one from 1 to 6"),
        ({"alpha": 1}, "alpha must lie between"),
        ({"term": "2014"}, "'2014' does not occur"),
        ({"by": "colour"}, "by must be one of"),
        ({"by": "corpus"}, "fewer than two"),
    ],
)
def test_bad_choices_are_answered_in_a_sentence(corpus, options, says):
    with pytest.raises(OptionError, match=says):
        multiverse(corpus, **{"target": "sun-2024", "term": "trust"} | options)


def test_the_order_of_the_texts_does_not_matter():
    texts = {"a": "trust trust order\ntrust peace", "b": "order peace order\npeace"}
    there = multiverse(Corpus.from_texts(texts), "a", "trust", lengths=[1, 2])
    assert there.equals(multiverse(Corpus.from_texts(dict(reversed(texts.items()))), "a", "trust", lengths=[1, 2]))


def test_a_word_is_sought_as_the_corpus_counts_it(corpus, reference_corpus):
    options = {"cases": ["fold"], "lengths": [1], "stop_lists": ["none"], "minimum_counts": [1]}
    assert multiverse(corpus, "sun-2024", "China’s", **options).equals(
        multiverse(corpus, "sun-2024", "china", **options)
    )
    assert multiverse(reference_corpus, "sun-2024", "China’s", **options)["term"].tolist() == ["china's"]
    assert multiverse(corpus, "sun-2024", "China’s development", lengths=[2])["term"].iloc[0] == "china development"


def test_a_corpus_that_keeps_case_has_the_same_ways_of_counting(corpus, trust):
    kept = corpus.select(tokenization=Tokenization("keep"))
    assert multiverse(kept, "sun-2024", "TRUST").equals(trust)
    with pytest.raises(OptionError, match="does not occur"):
        multiverse(corpus.select(tokenization=REFERENCE), "sun-2024", "trust’s")


@pytest.mark.parametrize("options", [{"stop_lists": []}, {"cases": []}, {"minimum_counts": []}])
def test_without_a_choice_the_table_is_empty_but_has_its_types(corpus, trust, options):
    table = multiverse(corpus, "sun-2024", "trust", **options)
    assert table.empty and table.dtypes.to_dict() == trust.dtypes.to_dict()
    all_left_out = multiverse(corpus, "sun-2024", "the", stop_lists=["en"], lengths=[1])
    assert all_left_out.dtypes.to_dict() == trust.dtypes.to_dict()
