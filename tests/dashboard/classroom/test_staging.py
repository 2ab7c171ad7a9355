"""A lesson and its texts: what its screens show, and what the texts do not bear out."""

import pytest

from analysis import OptionError
from dashboard.classroom.lesson import Sentences, Shown
from dashboard.classroom.lesson_file import read_lesson
from dashboard.classroom.staging import (
    drawn_rows,
    exhibit_of,
    mistakes_in,
    noticed,
    passage_of,
    predicted_rows,
    said_on,
    sentences_of,
    texts_of,
)
from dashboard.exhibits.blind import blind_round

from .test_lesson_file import GOOD, line_of


@pytest.fixture(scope="module")
def lesson():
    return read_lesson("a", GOOD)


def changed(old: str, new: str):
    source = GOOD.replace(old, new, 1)
    assert source != GOOD
    return source


def test_texts_go_by_label_or_name_and_keep_their_order(corpus):
    assert list(texts_of(corpus, ("Sun 2024", "chen-2014")).documents.index) == ["chen-2014", "sun-2024"]
    assert texts_of(corpus, ()) is corpus
    with pytest.raises(OptionError, match="There is no text 'Mao 1949'"):
        texts_of(corpus, ("Mao 1949",))


def test_an_exhibit_is_made_of_its_texts_and_some_of_its_rows_are_drawn(corpus, lesson):
    made = exhibit_of(corpus, Shown("term_rates", {"terms": "trust"}, ("sun-2024",), "", 1))
    assert made.table["group"].tolist() == ["Sun Jisheng"]
    said = said_on(corpus, lesson, 1)
    assert set(drawn_rows(said, lesson.screens[1].shown)["term"]) == {"trust"} < set(said.exhibit.table["term"])


def test_words_refer_to_the_last_exhibit_before_them(corpus, lesson):
    assert said_on(corpus, lesson, 0) is None
    assert said_on(corpus, lesson, 3).exhibit.options.terms == "trust"
    assert [each.holds for each in noticed(lesson.screens[1], said_on(corpus, lesson, 1))] == [True, True]


def test_sentences_come_in_turn_from_the_texts(corpus):
    lines = sentences_of(corpus, Sentences("trust deficit", (), 3, 1))
    assert len(lines) == 3 and lines["document_id"].nunique() == 2
    assert set(lines["node"].str.lower()) == {"trust deficit"}


def test_a_prediction_has_one_bar_a_group(corpus, lesson):
    assert len(predicted_rows(lesson.screens[2], said_on(corpus, lesson, 2))) == 5
    two = read_lesson("a", changed("terms: trust\npredict: count", "terms: trust, global\npredict: count"))
    with pytest.raises(OptionError, match="one row a group"):
        predicted_rows(two.screens[2], said_on(corpus, two, 2))
    words = read_lesson("a", changed("predict: count", "predict: term"))
    with pytest.raises(OptionError, match="no column 'term' of numbers"):
        predicted_rows(words.screens[2], said_on(corpus, words, 2))


def test_a_blind_passage_is_that_of_the_round_of_the_page(corpus):
    blind = (
        read_lesson("a", changed("::: task", "::: passage\nseed: 3\nnumber: 2\n:::\n\n# Now\n\n::: task"))
        .screens[-2]
        .blind
    )
    assert passage_of(corpus, blind) == blind_round(corpus, 10, 3)[1]


def test_a_good_lesson_has_no_mistakes(corpus, made, lesson):
    assert list(mistakes_in(lesson, corpus, make=made)) == []


@pytest.mark.parametrize(
    "old, new, at, said",
    [
        ("{count | term", "{counts | term", "- One thing", "no column 'counts'"),
        ("> 3]", "< 3]", "- One thing", "does not hold"),
        ("rows: term=trust", "rows: term=peace", "::: exhibit", "No row of term_rates fits"),
        ("find: trust deficit", "find: trusty deficit", "::: sentences", "No sentence has"),
        ("texts: [sun-2024]", "texts: [mao-1949]", "::: sentences", "There is no text"),
        ("{group | highest count}", "{group | lowest count}", "::: ask", "none of the answers"),
        ("terms: trust, global", 'terms: "*"', "::: exhibit", ""),
    ],
)
def test_what_the_texts_do_not_bear_out_is_named_with_its_line(corpus, made, old, new, at, said):
    source = changed(old, new)
    found = list(mistakes_in(read_lesson("a", source), corpus, "a.md", made))
    assert any(mistake.line == line_of(source, at) and said in mistake.sentence for mistake in found), found
    assert all(mistake.file == "a.md" for mistake in found)
