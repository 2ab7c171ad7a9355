"""Exhibits on a lecture's stage: forms that the last row reads, and the sentences of a search."""

import pytest

from dashboard.charts.stage import LEAST_LETTERS
from dashboard.charts.theme import LIGHT
from dashboard.classroom.lesson import Sentences
from dashboard.classroom.screens import WIDTH, WITH_WORDS
from dashboard.classroom.stage_passages import letters_of
from dashboard.classroom.staging import sentences_of
from dashboard.exhibits import make
from dashboard.exhibits.on_stage import on_stage


@pytest.fixture
def stage(corpus):
    def staged(name, rows="index >= 0", **options):
        exhibit = make(corpus, name, **options)
        return on_stage(exhibit, exhibit.table.query(rows), LIGHT, WIDTH, WITH_WORDS)

    return staged


def test_the_cloud_of_one_text_is_drawn_for_a_hall_and_those_of_five_are_not(stage):
    one = stage("word_cloud", rows="group == 'Chen Jimin'", n=8)
    assert one.letters >= LEAST_LETTERS and ">military<" in one.svg
    assert stage("word_cloud", n=8).letters < LEAST_LETTERS


def test_one_of_the_two_lists_of_evenness_has_the_whole_place(stage):
    both = stage("evenness", n=3).chart
    bursts = stage("evenness", n=3, rows="list == 'bursts'").chart
    assert len(list(both.select_xaxes())) == 2
    assert len(list(bursts.select_xaxes())) == 1


def test_a_figure_of_very_many_rows_is_small_and_not_an_error(stage):
    assert 1 <= stage("keywords", n=400).letters < LEAST_LETTERS


def test_a_sentence_with_two_hits_is_read_once(corpus):
    found = sentences_of(corpus, Sentences("security", ("dong-2022",), 4, 1))
    whole = found["left"] + found["node"] + found["right"]
    assert len(found) == 4 and whole.is_unique


def test_few_short_passages_are_set_in_larger_letters_than_many():
    def passages(n, words):
        return [{"left": "word " * words, "node": "trust", "right": ""}] * n

    assert letters_of(passages(2, 10)) == 36
    assert letters_of(passages(4, 40)) < 36
    assert letters_of(passages(8, 60)) == 27
