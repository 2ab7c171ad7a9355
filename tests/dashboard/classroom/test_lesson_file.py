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
        ("- Another.", "Another", "- One thing", "at the very end"),
        ("> 3]", "> 3].", "- One thing", "at the very end"),
        ("- One thing", "One thing", "One thing", "begin each with a dash"),
        ("most: 2", "most: 20", "most:", "from 1 to 8"),
        ("find: trust deficit\n", "", "::: sentences", "which sentences"),
        ("answers: [yes, Sun 2024]", "answers: yes", "::: ask", "list of two to eight"),
        ("right:", "rihgt:", "rihgt:", "There is no 'rihgt'"),
        ("# Beware\n", "", "::: caveat", "one thing"),
        ("Of this.", "![seen](http://example.org/a.png)", "![seen]", "nothing is fetched"),
        ("Of this.", "![seen][it]\n\n[it]: http://example.org/a.png", "![seen]", "nothing is fetched"),
        ("A lesson", "'![seen](http://example.org/a.png)'", "title:", "nothing is fetched"),
        ("# Beware", "# ![seen](http://example.org/a.png)", "# ![seen]", "nothing is fetched"),
        ("question: Which?", 'question: "\\x21[seen](http://example.org/a.png)"', "# A choice", "nothing is fetched"),
        ("minutes: 20", f"minutes: {'9' * 5000}", "minutes:", "whole number from 1 to 240"),
        ("minutes: 20", "minutes: true", "minutes:", "whole number from 1 to 240"),
        ("title: A lesson", f"title: {'[' * 3000}", "title:", "too many brackets"),
        ("title: A lesson", "title: &a [x, x]\ntexts: [*a, *a]", "texts:", "cannot begin with *"),
        ("title: A lesson", "title: A lesson\ntitle: Another", "title: Another", "stands here twice"),
        ("most: 2", f"most: {'9' * 5000}", "most:", "from 1 to 8"),
        ("terms: trust, global", f"terms: {'[' * 3000}", "terms:", "too many brackets"),
        ("[yes, Sun 2024]", "[yes, yes]", "::: ask", "Two answers are the same"),
        ("[yes, Sun 2024]", f"[yes, {'a' * 101}]", "::: ask", "may have 100 letters"),
        ("1. Do it.\n:::", "1. Do it.", "::: task", "not closed"),
        ("::: caveat\nOf this.\n:::", "Words alone.", "Words alone", "outside a fence"),
        ("---\n\n# A question", "---\n\nBefore.\n\n# A question", "Before.", "before the first screen"),
        ("::: notes\nTo be said.\n:::", "::: notes\nTo be said.", "::: notes", "not closed"),
    ],
)
def test_a_mistake_is_named_with_its_line(old, new, at, said):
    source = GOOD.replace(old, new, 1)
    assert source != GOOD
    assert any(line == line_of(source, at) and said in sentence for line, sentence in mistakes(source)), mistakes(
        source
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_are_counted_as_markdown_counts_them(end):
    # A line separator, as it is pasted from other programs, ends no line of Markdown.
    source = GOOD.replace("Who?", "Who\u2028or\x85what?").replace("most: 2", "most: 20")
    assert mistakes(("\ufeff" + source.replace("\n", end)).encode())[0][0] == line_of(source, "most:")
    assert read_lesson("a", source.replace("most: 20", "most: 2")).screens[0].words[0] == "Who\u2028or\x85what?"


def test_a_second_list_of_what_to_notice_and_second_notes_go_on_from_the_first():
    more = "::: notice\n- A third.\n:::\n\n::: notes\nAnd this.\n:::\n\n# A guess"
    figure = read_lesson("a", GOOD.replace("# A guess", more)).screens[1]
    assert [each.text for each in figure.notices][1:] == ["Another.", "A third."]
    assert figure.notes == "To be said.\nAnd this."


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
        ("---\n- a\n---\n# x\n", 2, "Write one name: value"),
        ("x" * 200_001, 1, "at most"),
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
