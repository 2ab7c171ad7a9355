"""Lists of words that say little."""

import pandas as pd
import pytest

from analysis import LANGUAGES, REFERENCE, Corpus, OptionError, stop_list_names, stop_words, usual_stop_list


def test_the_lists_there_are():
    assert stop_list_names()[0] == "none"
    assert "en" in stop_list_names()


def test_every_language_offered_has_its_list_and_no_other_list_is_there():
    assert set(stop_list_names()) == {"none", *LANGUAGES}
    assert all(len(stop_words(code)) > 30 for code in LANGUAGES)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fr", "le et dans"),
        ("zh", "的 他们 他們 因为 因為"),
        ("he", "אבל של"),
        ("ru", "и не"),
        ("no", "og ikke"),
        ("ar", "في من"),
        ("hi", "और में"),
        ("de", "und nicht"),
    ],
)
def test_lists_of_other_languages_hold_their_function_words(code, words):
    assert set(words.split()) <= stop_words(code)


def test_several_lists_are_one_joined_by_a_plus():
    assert stop_words("en+zh") == stop_words("en") | stop_words("zh")
    with pytest.raises(OptionError, match="klingon"):
        stop_words("en+klingon")


def test_the_usual_list_is_that_of_the_languages_and_of_no_other():
    assert usual_stop_list(["zh", "en"]) == "en+zh"
    assert usual_stop_list([]) == "en"
    assert usual_stop_list(["el"]) == "none" and usual_stop_list(["el", "en"]) == "en"


def test_the_list_of_a_corpus_is_that_of_its_texts(corpus):
    assert corpus.languages == ("en",) and corpus.stop_list == "en"
    both = Corpus.from_texts(
        {
            "a": "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
            "b": corpus.text(corpus.documents.index[0]),
        }
    )
    assert both.stop_list == "en+zh"


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
    # A word of Chinese is one in its sentence; alone, it may fall into two.
    for word in stop_words(name) if name != "zh" else ():
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
