"""Rounds of blind passages: the same for a whole class, balanced, and without the author's name."""

from collections import Counter

import pandas as pd
import pytest

from analysis import AnalysisError, Corpus, OptionError
from dashboard.exhibits import make
from dashboard.exhibits.blind import blind_round


def test_a_seed_gives_the_same_round_to_everybody_and_another_seed_another(corpus):
    again = Corpus(corpus.texts(), name=corpus.name)
    assert blind_round(corpus, 8, 5) == blind_round(again, 8, 5)
    assert blind_round(corpus, 8, 5) != blind_round(corpus, 8, 6)


@pytest.mark.parametrize("n", [5, 8, 15])
def test_a_round_is_balanced_and_holds_no_passage_twice(corpus, n):
    passages = blind_round(corpus, n, 2)
    counts = Counter(passage.group for passage in passages)
    assert len(set(passages)) == n and len(counts) == 5 and max(counts.values()) - min(counts.values()) <= 1


def test_a_passage_stands_so_in_its_text_and_its_marks_on_its_words(corpus):
    for passage in blind_round(corpus, 10, 4):
        assert corpus.text(passage.document_id)[passage.start : passage.end] == passage.text
        assert "".join(words for _, words in passage.pieces()) == passage.text
        marked = {(kind, words.lower().removesuffix("'s")) for kind, words in passage.pieces() if kind != "plain"}
        told = {("telling", word.term) for word in passage.telling}
        assert marked == told | {("misleading", word.term) for word in passage.misleading}


def test_only_a_wrong_guess_has_words_that_mislead(corpus):
    passages = [passage for seed in range(1, 5) for passage in blind_round(corpus, 10, seed)]
    assert {passage.known for passage in passages} == {True, False}
    assert not any(passage.misleading for passage in passages if passage.known)
    for passage in passages:
        assert (
            dict(passage.probabilities)[passage.guess]
            == passage.probability
            == max(dict(passage.probabilities).values())
        )
        assert all(word.times >= 2 for word in passage.telling + passage.misleading)


def test_a_passage_with_its_authors_name_is_only_taken_where_there_is_no_other():
    documents = pd.DataFrame({"author": ["Ann Hill", "Bo Lake"]}, index=["a", "b"])
    named, other = "Hill says trust and order matter much. " * 6, "Nobody here speaks of peace and time at all. " * 6
    texts = {"a": f"{named}\n{other}", "b": "Lake wants more trade and less talk of it. " * 6}
    passages = {passage.group: passage.text for passage in blind_round(Corpus.from_texts(texts, documents), 2)}
    assert "Nobody" in passages["Ann Hill"] and "Lake" in passages["Bo Lake"]


def test_fewer_passages_than_asked_for_are_given_all():
    texts = {"a": "one two three four\nfive six seven", "b": "one five nine"}
    assert len(blind_round(Corpus.from_texts(texts), 15)) == 2


def test_words_of_a_text_that_look_like_markup_stay_words():
    texts = {"a": "<b>trust</b> *and* order", "b": "peace <i>and</i> time"}
    passages = blind_round(Corpus.from_texts(texts), 2)
    assert {passage.text for passage in passages} == set(texts.values())


@pytest.mark.parametrize("texts", [{"a": "one two"}, {"a": "1 2", "b": "3"}, {"a": "one two", "b": "3"}])
def test_what_leaves_nothing_to_guess_gives_one_sentence(texts):
    with pytest.raises(AnalysisError) as error:
        blind_round(Corpus.from_texts(texts), 5)
    assert str(error.value).count("\n") == 0 and str(error.value).endswith(".")


def test_a_round_of_none_is_refused(corpus):
    with pytest.raises(OptionError):
        blind_round(corpus, 0)


@pytest.mark.parametrize("name", ["attribution", "attribution_confidence"])
def test_two_passages_are_enough_for_a_picture_and_one_text_gives_a_sentence(name):
    exhibit = make(Corpus.from_texts({"a": "one two three", "b": "one four"}), name)
    assert "NaN" not in exhibit.figure().to_json() and " nan" not in exhibit.reading
    with pytest.raises(OptionError, match="fewer than two"):
        make(Corpus.from_texts({"a": "one two"}), name)


def test_a_text_without_a_word_has_no_row_but_can_be_guessed():
    table = make(Corpus.from_texts({"a": "one two three", "b": "one four", "c": "1"}), "attribution").table
    assert set(table["group"]) == {"a", "b"} and set(table["guess"]) == {"a", "b", "c"}


def test_a_mistake_names_the_words_that_misled(corpus):
    exhibit = make(corpus, "attribution")
    mistakes = exhibit.table.query("group != guess and count > 0").index
    assert all("Words that misled most: " in exhibit.remark(row) for row in mistakes)
    assert exhibit.passages(mistakes[0])["remark"].str.contains("sure").all()
