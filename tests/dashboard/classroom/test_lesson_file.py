"""Reading a lesson: what makes one, and every mistake with its line."""

import pytest

from dashboard.classroom.lesson import LessonError, Step, steps
from dashboard.classroom.lesson_file import read_lesson

GOOD = """---
title: A lesson
question: Who says it?
minutes: 20
---

# A question

::: question
Who?

And when?
:::

# A figure

::: exhibit term_rates
terms: trust, global
rows: term=trust
:::

::: notice
- One thing, {count | term=trust | group=Sun 2024},
  over two lines. [holds: count | term=trust | group=Sun 2024 > 3]
- Another.
:::

::: notes
To be said.
:::

# A guess

::: predict term_rates
terms: trust
predict: count
:::

# A choice

::: ask
question: Which?
answers: [yes, Sun 2024]
right: "{group | highest count}"
:::

# Sentences

::: sentences
find: trust deficit
texts: [sun-2024]
most: 2
:::

# Beware

::: caveat
Of this.
:::

# Now you

::: task
1. Do it.
:::
"""


def mistakes(source: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(LessonError) as caught:
        read_lesson("a", source, "a.md")
    return [(mistake.line, mistake.sentence) for mistake in caught.value.mistakes]


def line_of(source: str, part: str) -> int:
    return source[: source.index(part)].count("\n") + 1


def test_a_lesson_has_its_screens_in_order_with_all_that_stands_in_them():
    lesson = read_lesson("a", GOOD)
    assert (lesson.title, lesson.question, lesson.minutes, lesson.own_texts) == ("A lesson", "Who says it?", 20, False)
    kinds = [screen.kind for screen in lesson.screens]
    assert kinds == ["question", "exhibit", "predict", "ask", "sentences", "caveat", "task"]
    question, figure, guess, ask, sentences, *_ = lesson.screens
    assert question.words == ("Who?", "And when?")
    assert (figure.shown.name, figure.shown.options, figure.shown.rows) == (
        "term_rates",
        {"terms": "trust, global"},
        "term=trust",
    )
    assert [each.text for each in figure.notices] == [
        "One thing, {count | term=trust | group=Sun 2024}, over two lines.",
        "Another.",
    ]
    assert figure.notices[0].holds == "count | term=trust | group=Sun 2024 > 3" and figure.notes == "To be said."
    assert (guess.prediction.column, ask.choice.answers) == ("count", ("yes", "Sun 2024"))
    assert (sentences.sentences.find, sentences.sentences.texts, sentences.sentences.most) == (
        "trust deficit",
        ("sun-2024",),
        2,
    )


def test_steps_go_through_answers_and_notices():
    lesson = read_lesson("a", GOOD)
    assert steps(lesson)[:7] == (
        Step(0, True, 0),
        Step(1, True, 0), Step(1, True, 1), Step(1, True, 2),
        Step(2, False, 0), Step(2, True, 0),
        Step(3, False, 0),
    )  # fmt: skip
    assert len(steps(lesson)) == sum(screen.n_steps for screen in lesson.screens)


@pytest.mark.parametrize(
    "old, new, at, said",
    [
        ("title: A lesson", "titel: A lesson", "titel:", "There is no 'titel'"),
        ("title: A lesson\n", "", "---", "no title"),
        ("minutes: 20", "minutes: many", "minutes:", "whole number from 1 to 240"),
        ("minutes: 20", "minutes: 20\ntexts: mine", "texts: mine", "bundled or own"),
        ("::: question", "::: qestion", "::: qestion", "There is no fence 'qestion'"),
        ("::: exhibit term_rates", "::: exhibit term_rate", "::: exhibit", "term_rate"),
        ("::: exhibit term_rates", "::: exhibit", "::: exhibit", "Name the exhibit"),
        ("terms: trust, global", "words: trust", "words:", "no option 'words'"),
        ("terms: trust, global", "terms: [", "rows: term", "cannot be read"),
        ("- Another.", "Another", None, None),
        ("- One thing", "One thing", "One thing", "begin each with a dash"),
        ("most: 2", "most: 20", "most:", "from 1 to 8"),
        ("find: trust deficit\n", "", "::: sentences", "which sentences"),
        ("answers: [yes, Sun 2024]", "answers: yes", "::: ask", "list of two to eight"),
        ("right:", "rihgt:", "rihgt:", "There is no 'rihgt'"),
        ("# Beware\n", "", "::: caveat", "one thing"),
        ("Of this.", "![seen](http://example.org/a.png)", "![seen]", "nothing is fetched"),
        ("::: caveat\nOf this.\n:::", "Words alone.", "Words alone", "outside a fence"),
        ("---\n\n# A question", "---\n\nBefore.\n\n# A question", "Before.", "before the first screen"),
        ("::: notes\nTo be said.\n:::", "::: notes\nTo be said.", "::: notes", "not closed"),
    ],
)
def test_a_mistake_is_named_with_its_line(old, new, at, said):
    source = GOOD.replace(old, new, 1)
    assert source != GOOD
    if said is None:
        assert read_lesson("a", source).screens[1].notices[-1].text.endswith("Another")
        return
    assert any(line == line_of(source, at) and said in sentence for line, sentence in mistakes(source)), mistakes(
        source
    )


@pytest.mark.parametrize("part", ["question", "caveat", "task", "sentences"])
def test_a_lesson_without_one_of_its_parts_says_which(part):
    start = GOOD.index(f"::: {part}")
    source = GOOD[: GOOD.rindex("# ", 0, start)] + GOOD[GOOD.index(":::\n", start) + 4 :]
    assert any(f"The lesson has no {part}" in sentence for _, sentence in mistakes(source))


@pytest.mark.parametrize(
    "source, line, said",
    [
        (b"", 1, "empty"),
        ("# No front matter\n", 1, "does not begin"),
        (b"---\ntitle: \xff\n---\n", 2, "not UTF-8"),
        ("---\n- a\n---\n# x\n", 2, "Write title:"),
        ("x" * 1_000_001, 1, "at most"),
        ("---\ntitle: a\nquestion: b\nminutes: 9\n---\n", 5, "no screen"),
    ],
)
def test_a_file_that_is_none_says_why(source, line, said):
    assert any(at == line and said in sentence for at, sentence in mistakes(source))


def test_all_mistakes_are_told_at_once_in_order_with_the_name_of_the_file():
    source = GOOD.replace("terms: trust, global", "words: trust").replace("most: 2", "most: 0")
    with pytest.raises(LessonError) as caught:
        read_lesson("a", source, "a.md")
    lines = [mistake.line for mistake in caught.value.mistakes]
    assert len(lines) == 2 and lines == sorted(lines)
    assert str(caught.value).startswith(f"a.md, line {lines[0]}: ")
