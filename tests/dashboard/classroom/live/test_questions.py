"""Questions: what can be asked, and what is a vote on it."""

import pytest

from analysis import OptionError
from dashboard.classroom.live.questions import Question, from_json, lines, to_json
from dashboard.classroom.live.ready import ready_questions

from .conftest import CHOICE, NUMBERS


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"kind": "essay"}, "must be one of: choice, numbers"),
        ({"prompt": "  "}, "The question is empty"),
        ({"prompt": "x" * 301}, "may have 300 letters"),
        ({"prompt": "a\0b"}, "cannot be shown"),
        ({"prompt": "\ud800"}, "cannot be shown"),
        ({"answers": ("one",)}, "2 to 12 answers; here are 1"),
        ({"answers": tuple(map(str, range(13)))}, "here are 13"),
        ({"answers": ("a", "a ")}, "Two answers are the same"),
        ({"answers": ("a", " ")}, "An answer is empty"),
        ({"answers": ("a", 3)}, "An answer must be text"),
        ({"low": 2.0, "high": 2.0}, "The lowest number must be less"),
        ({"high": float("inf")}, "must be numbers"),
        ({"low": "0"}, "must be numbers"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_in_words(wrong, said):
    usual = {"key": "k", "kind": "choice", "prompt": "Which?", "answers": ("a", "b")}
    with pytest.raises(OptionError, match=said):
        Question(**usual | wrong)


@pytest.mark.parametrize("question", [CHOICE, NUMBERS, Question("k", "numbers", "“<b>”?", ("ä",), "P", low=-1.5)])
def test_a_question_comes_back_from_json_as_it_was(question):
    assert from_json(to_json(question)) == question


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"key": "k"}', to_json(CHOICE).replace('"unit"', '"colour"')])
def test_other_json_is_no_question(text):
    with pytest.raises(OptionError, match="no question of a live class"):
        from_json(text)


def test_a_choice_is_kept_by_its_place_and_numbers_in_the_order_of_the_answers():
    assert CHOICE.read_vote("Bob 2022") == 1
    assert NUMBERS.read_vote(["0", 10]) == (0.0, 10.0)


@pytest.mark.parametrize("given", ["Dan", None, 1, ""])
def test_what_is_none_of_the_answers_is_no_vote(given):
    with pytest.raises(OptionError, match="none of the answers"):
        CHOICE.read_vote(given)


@pytest.mark.parametrize(
    "given", [[1], [1, 2, 3], ["x", 1], [float("nan"), 1], ["inf", 1], [10.1, 1], [-0.1, 1], "12", None]
)
def test_numbers_outside_the_range_are_no_vote(given):
    with pytest.raises(OptionError, match="from 0 to 10 for each answer"):
        NUMBERS.read_vote(given)


def test_answers_are_typed_one_a_line():
    assert lines(" a \n\n b\r\nc") == ("a", "b", "c")


@pytest.mark.parametrize(
    "names, first",
    [(("A", "B"), "ready-trust"), (("A",), "ready-counts"), ([str(n) for n in range(40)], "ready-counts")],
)
def test_there_are_ready_questions_for_any_number_of_texts(names, first):
    ready = ready_questions(names)
    assert ready[0].key == first and len({question.key for question in ready}) == len(ready)
