"""Where two passages say the same in nearly the same words."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis import AnalysisError, Corpus, CorpusError, OptionError, concordance, stop_words
from analysis.alignment import Alignment, align, align_passages, closest_passages

COLUMNS = [
    "group", "other", "document_id", "paragraph", "other_document_id", "other_paragraph", "score", "matches", "words",
    "shared",
]  # fmt: skip


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def plain_score(a: list[str], b: list[str], match: int, mismatch: int, gap: int) -> int:
    """The best local score, cell by cell."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, one in enumerate(a, 1):
        for j, other in enumerate(b, 1):
            pair = table[i - 1][j - 1] + (match if one == other else mismatch)
            table[i][j] = max(0, pair, table[i - 1][j] + gap, table[i][j - 1] + gap)
    return max(map(max, table))


def test_the_example_of_textreuse():
    found = align(
        words("How can we tell if this is a match, he asked?"), words("Surely, this is a good match, she replied.")
    )
    # textreuse writes a mark for each letter of a word without a counterpart.
    shown = [word or "#" * len(other) for word, other in zip(found.a, found.b, strict=True)]
    assert " ".join(shown) == "this is a #### match"
    assert found.b == ("this", "is", "a", "good", "match")
    assert (found.score, found.matches) == (7, 4)
    assert (found.a_start, found.a_end, found.b_start, found.b_end) == (5, 9, 1, 6)


@pytest.mark.parametrize("weights", [(2, -1, -1), (1, -1, -2), (3, 0, -1), (2, -3, 0), (1, 0, 0)])
@pytest.mark.parametrize("seed", range(6))
def test_scores_are_those_of_the_definition(seed, weights):
    random = np.random.default_rng(seed)
    a, b = (random.choice(list("abcd"), size).tolist() for size in random.integers(0, 40, 2))
    match, mismatch, gap = weights
    found = align(a, b, match=match, mismatch=mismatch, gap=gap)
    assert found.score == plain_score(a, b, *weights)
    # The words laid side by side have that score, and are the stretches named.
    places = list(zip(found.a, found.b, strict=True))
    gaps = sum(None in place for place in places)
    assert found.matches == sum(one == other for one, other in places)
    assert found.score == match * found.matches + gap * gaps + mismatch * (len(places) - gaps - found.matches)
    assert [word for word in found.a if word] == a[found.a_start : found.a_end]
    assert [word for word in found.b if word] == b[found.b_start : found.b_end]
    if places:
        assert places[0][0] == places[0][1] and places[-1][0] == places[-1][1]


def test_of_two_equal_stretches_the_first_is_taken():
    found = align(words("peace then peace"), words("a peace and peace"))
    assert (found.a_start, found.a_end, found.b_start, found.b_end) == (0, 3, 1, 4)
    found = align(words("peace"), words("a peace and peace"))
    assert (found.b_start, found.b_end) == (1, 2)


def test_an_unequal_pair_goes_before_two_gaps():
    found = align(words("mutual trust and peace"), words("mutual trust or peace"))
    assert (found.a, found.b) == (("mutual", "trust", "and", "peace"), ("mutual", "trust", "or", "peace"))


@pytest.mark.parametrize(("a", "b"), [("", ""), ("peace", ""), ("peace now", "war then")])
def test_without_a_match_there_is_no_alignment(a, b):
    assert align(words(a), words(b)) == Alignment(0, (), (), 0, 0, 0, 0, 0)


def test_the_sides_can_change_places():
    a, b = words("a world of lasting peace and common prosperity"), words("lasting peace and of common prosperity")
    one, other = align(a, b), align(b, a)
    assert (one.score, one.matches) == (other.score, other.matches) == (9, 5)


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        ({"match": 0}, "match must be at least 1"),
        ({"gap": 1}, "gap must be 0 or less"),
        ({"mismatch": 1}, "mismatch must be 0 or less"),
        ({"match": 1.5}, "whole number"),
    ],
)
def test_impossible_weights_are_refused(weights, says):
    with pytest.raises(OptionError, match=says):
        align(["a"], ["a"], **weights)


def test_what_does_not_fit_into_memory_is_refused():
    with pytest.raises(AnalysisError, match="too long"):
        align(["a"] * 10_000, ["a"] * 10_000)


def test_two_paragraphs_side_by_side():
    corpus = Corpus.from_texts({"a": "First.\nIn 2014 China’s good trust grew.", "b": "Now CHINA: trust grew!"})
    found = align_passages(corpus, ("a", 2), ("b", 1))
    assert found["first_word"].tolist() == ["China’s", "good", "trust", "grew"]
    assert found["second_word"].fillna("–").tolist() == ["CHINA", "–", "trust", "grew"]
    assert found["same"].tolist() == [True, False, True, True]
    assert found["place"].tolist() == [1, 2, 3, 4]
    assert found[["second_start", "second_end"]].isna().any(axis=1).tolist() == [False, True, False, False]
    for name, document_id in (("first", "a"), ("second", "b")):
        side = found[found[f"{name}_word"].notna()]
        spans = zip(side[f"{name}_start"], side[f"{name}_end"], strict=True)
        assert [corpus.text(document_id)[start:end] for start, end in spans] == side[f"{name}_word"].tolist()


def test_paragraphs_are_numbered_as_in_a_concordance(corpus):
    phrase = "based on the purposes and principles of the UN Charter"
    lines = concordance(corpus, phrase)
    first, second = lines[["document_id", "paragraph"]].itertuples(index=False, name=None)
    found = align_passages(corpus, first, second)
    assert " ".join(found.loc[found["same"], "first_word"]).endswith(phrase)
    # The alignment goes on to the left of the phrase, to one more common word.
    assert found["first_start"].iloc[2] == lines["start"].iloc[0]
    assert found["second_end"].iloc[-1] == lines["end"].iloc[1]


def test_paragraphs_without_a_common_word_give_an_empty_table():
    found = align_passages(Corpus.from_texts({"a": "peace", "b": "2014"}), ("a", 1), ("b", 1))
    assert found.empty and found.columns.tolist() == [
        "place", "first_word", "second_word", "first_start", "first_end", "second_start", "second_end", "same",
    ]  # fmt: skip


def test_unknown_paragraphs_are_refused(corpus):
    with pytest.raises(CorpusError, match="no text"):
        align_passages(corpus, ("nobody", 1), ("sun-2024", 1))
    for number in (0, 999):
        with pytest.raises(OptionError, match=f"no paragraph {number}"):
            align_passages(corpus, ("chen-2014", 1), ("sun-2024", number))


def test_the_closest_passages_of_the_five_texts(corpus):
    found = closest_passages(corpus)
    assert found.columns.tolist() == COLUMNS and len(found) == 20
    first = found.iloc[0]
    assert first[["group", "other", "score", "matches", "words"]].tolist() == ["yang-2015", "sun-2024", 21, 11, 12]
    assert first["shared"] == "international … based on the purposes and principles of the un charter"
    assert (found["document_id"] != found["other_document_id"]).all()
    assert found["score"].is_monotonic_decreasing and found["score"].min() >= 10


def test_closest_passages_are_those_that_align_best(corpus):
    for row in closest_passages(corpus, n=5).itertuples():
        places = align_passages(corpus, (row.document_id, row.paragraph), (row.other_document_id, row.other_paragraph))
        assert (len(places), places["same"].sum()) == (row.words, row.matches)


def test_few_candidates_keep_the_pairs_that_share_most(corpus):
    few = closest_passages(corpus, candidates=1)
    assert few.values.tolist() == closest_passages(corpus, n=1).values.tolist()


def test_paragraphs_too_long_to_align_are_left_out():
    long = "we build mutual trust now " + "on " * 4_000
    corpus = Corpus.from_texts({"a": f"{long}\nwe build mutual trust now", "b": long})
    assert closest_passages(corpus)[["paragraph", "other_paragraph", "score"]].values.tolist() == [[2, 1, 10]]


def test_paragraphs_of_one_group_are_not_compared():
    texts = {"a": "we build mutual trust now\nso we build mutual trust now", "b": "we build mutual trust now"}
    corpus = Corpus.from_texts(texts)
    places = closest_passages(corpus)[["document_id", "paragraph", "other_document_id", "other_paragraph"]]
    assert places.values.tolist() == [["a", 1, "b", 1], ["a", 2, "b", 1]]
    metadata = pd.DataFrame({"author": ["Sun", "Sun", "Duan"]}, index=["a", "b", "c"])
    corpus = Corpus.from_texts(texts | {"c": "we build mutual trust now"}, metadata)
    assert set(closest_passages(corpus, by="author")["other_document_id"]) == {"c"}


def test_sequences_of_stop_words_make_no_candidates(corpus):
    corpus = Corpus.from_texts({"a": "in the of the in peace", "b": "in the of the in war"})
    assert len(closest_passages(corpus)) == 1
    assert closest_passages(corpus, stop_words=stop_words("en")).empty


@pytest.mark.parametrize("texts", [{"a": "", "b": ""}, {"a": "1 2 3", "b": "1 2 3"}, {"a": "one two", "b": "one two"}])
def test_texts_that_share_no_sequence_have_no_closest_passages(texts):
    found = closest_passages(Corpus.from_texts(texts))
    assert found.empty and found.columns.tolist() == COLUMNS


def test_one_group_has_nothing_to_be_close_to(corpus):
    with pytest.raises(OptionError, match="fewer than two"):
        closest_passages(corpus, by="corpus")
