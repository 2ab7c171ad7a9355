"""Votes as tables and files."""

import io
import json
import math

import openpyxl
import pytest

from dashboard.classroom.live.questions import Question
from dashboard.classroom.live.results_files import FORMS
from dashboard.classroom.live.tally import CHOICE, NUMBERS, RESULTS, SINGLE, results, single_votes, tally

from . import conftest
from .test_store import device


def test_a_choice_is_counted_in_the_order_of_its_answers():
    table = tally(conftest.CHOICE, [2, 0, 2, 2])
    assert tuple(table.columns) == CHOICE
    assert table["votes"].tolist() == [1, 0, 3] and table["share"].tolist() == [0.25, 0.0, 0.75]


def test_predictions_have_their_middle_and_their_quartiles():
    table = tally(conftest.NUMBERS, [(1.0, 0.0), (2.0, 0.0), (3.0, 0.0), (4.0, 10.0), (5.0, 0.0)])
    assert tuple(table.columns) == NUMBERS
    assert table.loc[0].tolist() == ["Ann 2014", 2.0, 3.0, 4.0, 5] and table.loc[1, "median"] == 0


@pytest.mark.parametrize("question", [conftest.CHOICE, conftest.NUMBERS])
def test_without_a_vote_nothing_is_defined_and_nothing_is_zero_but_the_counts(question):
    table = tally(question, [])
    numbers = table.drop(columns=["answer", *{"votes", "n"} & set(table.columns)])
    assert numbers.isna().all(axis=None) and len(table) == len(question.answers)


@pytest.fixture
def voted(store, room):
    first = store.ask(room.number, Question("k", "choice", "=1+1", ("=cmd|' /C calc'!A0", "b")))
    store.vote(room.number, first.number, device(1), 0)
    second = store.ask(room.number, conftest.NUMBERS)
    for number in (1, 2):
        store.vote(room.number, second.number, device(number), (number / 3, 1.0))
    return room


def test_a_class_is_one_table_of_results_and_one_of_votes(store, voted):
    table, votes = results(store, voted.number), single_votes(store, voted.number)
    assert tuple(table.columns) == RESULTS and tuple(votes.columns) == SINGLE
    assert table["devices"].tolist() == [1, 1, 2, 2] and table["votes"].tolist() == [1, 0, 2, 2]
    assert sorted(votes.loc[votes["answer"] == "Ann 2014", "value"]) == [1 / 3, 2 / 3]
    assert math.isnan(votes.loc[0, "value"]) and not {"device", "room"} & set(votes.columns)


def test_a_class_without_questions_has_empty_tables(store, room):
    assert tuple(results(store, room.number).columns) == RESULTS and results(store, room.number).empty
    assert tuple(single_votes(store, room.number).columns) == SINGLE


def test_text_that_looks_like_a_formula_stays_text_in_every_file(store, voted):
    files = {name: form.make(store, voted.number) for name, form in FORMS.items()}
    assert b",'=1+1," in files["csv"] and b"\r\n1,=1" not in files["csv"]
    sheets = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    formulas = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if str(cell.value)[:1] == "="]
    assert len(formulas) == 5 and {cell.data_type for cell in formulas} == {"s"}
    content = json.loads(files["json"])
    assert content["title"] == "Seminar" and len(content["results"]) == 4 and content["results"][0]["share"] == 1.0


def test_an_empty_class_has_files_too(store, room):
    assert all(form.make(store, room.number) for form in FORMS.values())
