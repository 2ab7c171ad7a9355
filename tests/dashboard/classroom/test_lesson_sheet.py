"""A lesson on paper: all its parts, and a key that says what the lecture reveals."""

import html

import pytest

from dashboard.classroom.lesson_file import read_lesson
from dashboard.classroom.lesson_sheet import lesson_handout
from dashboard.classroom.shelf import shelf
from dashboard.classroom.staging import noticed, said_on
from dashboard.classroom.statements import right_answer
from dashboard.export.figure import fonts
from dashboard.export.handout import pictures
from dashboard.export.handout.handout import Figure, Passages, Question, Task, Text
from dashboard.export.handout.handouts import HANDOUTS
from dashboard.words import without_marks

from .test_lesson_file import GOOD

LESSONS = shelf().lessons


@pytest.fixture(scope="module")
def sheets(corpus, made):
    return {name: lesson_handout(corpus, lesson, made) for name, lesson in LESSONS.items()}


@pytest.mark.parametrize("name", LESSONS)
def test_every_screen_stands_on_the_sheet(sheets, name):
    items, screens = sheets[name].items, LESSONS[name].screens
    count = {kind: sum(screen.kind == kind for screen in screens) for kind in ("exhibit", "sentences", "passage")}
    assert sum(isinstance(item, Figure) for item in items) == count["exhibit"]
    assert sum(isinstance(item, Passages) for item in items) == count["sentences"] + count["passage"]
    assert any(isinstance(item, Task) for item in items)
    assert all(item.key for item in items if isinstance(item, Question))


@pytest.mark.parametrize("name", LESSONS)
def test_the_key_holds_every_statement_and_every_right_answer(corpus, made, sheets, name):
    lesson, keys = LESSONS[name], " ".join(key for _, _, key in sheets[name].key())
    for number, screen in enumerate(lesson.screens):
        said = said_on(corpus, lesson, number, made)
        assert all(without_marks(each.text) in keys for each in noticed(screen, said))
        if screen.choice and screen.choice.right:
            assert right_answer(screen.choice.right, said) in keys


@pytest.mark.parametrize("name", LESSONS)
def test_what_is_asked_gives_no_statement_away(corpus, made, sheets, name, monkeypatch):
    # A picture has no sentences: its table stands for it, which takes no time.
    monkeypatch.setattr(pictures, "can_be_drawn", lambda exhibit: False)
    monkeypatch.setattr(fonts, "embedded", lambda letters: "")
    page = html.unescape(HANDOUTS["html"].make(sheets[name], key=False).decode())
    lesson = LESSONS[name]
    for number, screen in enumerate(lesson.screens):
        for each in noticed(screen, said_on(corpus, lesson, number, made)):
            assert without_marks(each.text) not in page


def test_a_screen_that_the_texts_do_not_allow_says_so_on_the_sheet(corpus, made):
    strange = read_lesson("a", GOOD.replace("group=Sun 2024}", "group=Mao 1949}"))
    said = [item for item in lesson_handout(corpus, strange, made).items if isinstance(item, Text)]
    assert any(item.heading == "A figure" and "fits 0 rows" in item.paragraphs[0] for item in said)
