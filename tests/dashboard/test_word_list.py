"""The words left out: the list, its edits, and the sentence on their effect."""

import pytest

from analysis import Corpus, OptionError, frequencies, stop_words
from dashboard.exhibits import make
from dashboard.exhibits.word_list import WordList, effect, stop_lists


def test_edits_go_over_the_list():
    words = WordList(drop="China, Global ", keep="we, our").stop_words()
    assert {"china", "global"} <= words and not {"we", "our"} & words
    assert words >= stop_words("en") - {"we", "our"}


def test_a_curly_apostrophe_is_the_same_as_a_straight_one():
    assert WordList(drop="it’s").stop_words() >= {"it's"}


def test_the_receipt_tells_of_the_edits():
    assert WordList(drop="china", keep="we").settings()[0] == "stop list en (without china; with we)"
    assert WordList().settings()[0] == "stop list en"


def test_the_effect_counts_what_is_left(corpus):
    table = frequencies(corpus, by="corpus", intervals=False)
    left = ~table["term"].isin(stop_words("en")) & (table["count"] >= 3)
    assert effect(corpus, WordList()).startswith(f"{int(left.sum()):,} of {len(table):,} different words")


@pytest.mark.parametrize("name", ["top_terms", "keywords", "distinctive_terms", "word_cloud", "lockwords"])
def test_a_word_left_out_stands_in_no_list(corpus, name):
    column = "term"
    before = set(make(corpus, name).table[column])
    word = sorted(before)[0]
    assert word not in set(make(corpus, name, drop=word).table[column])


def test_an_unknown_list_is_refused(corpus):
    with pytest.raises(OptionError, match="stop list must be one of"):
        make(corpus, "top_terms", stop_list="xx")


def test_texts_of_a_language_without_a_stop_list_offer_the_empty_one_first():
    words = "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."
    corpus = Corpus.from_texts({"a": words, "b": words})
    assert corpus.stop_list == "none"
    assert next(iter(stop_lists(corpus))) == "none" and "en" in stop_lists(corpus)
