"""The bundled lessons: every statement is borne out by the texts, nothing is typed in, and the last row reads it."""

import re

import pytest

from dashboard.charts.stage import LEAST_LETTERS
from dashboard.charts.theme import LIGHT
from dashboard.classroom.lesson import PARTS, steps
from dashboard.classroom.screens import ALONE, WIDTH, WITH_WORDS
from dashboard.classroom.shelf import LESSONS, shelf
from dashboard.classroom.staging import drawn_rows, mistakes_in, noticed, said_on, words_of
from dashboard.classroom.statements import references
from dashboard.exhibits.on_stage import on_stage

SHELF = shelf()
SCREENS = [
    pytest.param(lesson, number, id=f"{name}-{number + 1}-{screen.kind}")
    for name, lesson in SHELF.lessons.items()
    for number, screen in enumerate(lesson.screens)
]
# Letters of a statement under a figure: two lines. Of a screen of words: what fits at their size.
MOST_NOTICED, MOST_WORDS = 186, 560
# A year, a number of a list, and what the braces hold are no results that somebody typed.
NO_RESULT = re.compile(r"\{[^{}]*\}|\b(?:19|20)\d\d\b|^\d\. |1,000 words", re.MULTILINE)


def test_every_file_is_a_lesson():
    assert SHELF.mistakes == ()
    assert len(SHELF.lessons) == len(list(LESSONS.glob("*.md"))) >= 1


@pytest.mark.parametrize("name", SHELF.lessons)
def test_the_texts_bear_out_every_statement_and_claim(corpus, made, name):
    assert list(mistakes_in(SHELF.lessons[name], corpus, make=made)) == []


@pytest.mark.parametrize("name", SHELF.lessons)
def test_a_lesson_has_all_parts_and_takes_20_to_45_minutes(name):
    lesson = SHELF.lessons[name]
    there = {screen.kind for screen in lesson.screens} | {"notice"}
    assert set(PARTS) - {"exhibit"} <= there and {"exhibit", "predict"} & there
    assert 20 <= lesson.minutes <= 45
    assert all(screen.notes for screen in lesson.screens)
    assert 12 <= len(steps(lesson)) <= 45


@pytest.mark.parametrize("lesson, number", SCREENS)
def test_no_result_is_typed_in(lesson, number):
    screen = lesson.screens[number]
    said = [each.text for each in screen.notices] + list(screen.words if screen.kind != "task" else ())
    assert [text for text in said if re.search(r"\d", NO_RESULT.sub("", text))] == []
    assert screen.kind not in ("exhibit", "predict") or any(references(each.text) for each in screen.notices)


@pytest.mark.parametrize("lesson, number", SCREENS)
def test_the_last_row_reads_every_letter_and_all_words_fit(corpus, made, lesson, number):
    screen = lesson.screens[number]
    said = said_on(corpus, lesson, number, made)
    assert [each.text for each in noticed(screen, said) if len(each.text.replace("\\", "")) > MOST_NOTICED] == []
    assert len("".join(words_of(screen, said)).replace("\\", "")) <= MOST_WORDS
    if screen.kind == "exhibit":
        height = WITH_WORDS if screen.notices else ALONE
        staged = on_stage(said.exhibit, drawn_rows(said, screen.shown), LIGHT, WIDTH, height)
        assert staged.letters >= LEAST_LETTERS
