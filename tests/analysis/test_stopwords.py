"""Lists of words that say little."""

import pandas as pd
import pytest

from analysis import REFERENCE, Corpus, OptionError, stop_list_names, stop_words


def test_the_lists_there_are():
    assert stop_list_names()[0] == "none"
    assert "en" in stop_list_names()


def test_none_is_the_empty_list():
    assert stop_words("none") == frozenset()


def test_english_is_the_usual_list():
    assert stop_words() == stop_words("en")
    assert {"the", "of", "and", "its", "which"} <= stop_words()


@pytest.mark.parametrize("word", "must should will can may could would we our you us one".split())
def test_words_that_studies_of_stance_need_are_no_stop_words(word):
    assert word not in stop_words("en")


@pytest.mark.parametrize("word", ["china", "trust", "global", "new", "world", "cooperation", "security"])
def test_words_that_say_much_are_no_stop_words(word):
    assert word not in stop_words("en")


@pytest.mark.parametrize("name", stop_list_names())
def test_comments_and_empty_lines_are_no_words(name):
    assert not any("#" in word or not word for word in stop_words(name))


@pytest.mark.parametrize("name", stop_list_names())
def test_every_stop_word_is_one_term_and_can_be_met(name):
    # Under the usual tokenisation "one's" is counted as "one", so it is met only where possessives are kept.
    for word in stop_words(name):
        assert REFERENCE.spans(word) == [(0, len(word))], word
        assert REFERENCE.term(word) == word


def test_a_list_cannot_be_changed():
    assert isinstance(stop_words("en"), frozenset)


def test_an_unknown_list_is_answered_with_those_there_are():
    with pytest.raises(OptionError, match="none, en"):
        stop_words("klingon")


@pytest.mark.parametrize("words", [["The"], ("THE",), {"the"}, pd.Series(["the"]), iter(["the"])])
def test_a_stop_word_is_left_out_in_whatever_case_and_collection(words):
    corpus = Corpus.from_texts({"a": "The trust the"})
    assert corpus.terms[corpus.content_words(words)].tolist() == ["trust"]


def test_a_single_text_is_no_list_of_stop_words():
    with pytest.raises(OptionError, match="list of words"):
        Corpus.from_texts({"a": "the trust"}).content_words("the")
