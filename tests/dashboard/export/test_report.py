"""The basket of a report: order, notes, one of each; and the report made of it."""

from importlib import import_module

import pytest

from dashboard.exhibits import make
from dashboard.export.errors import ExportError
from dashboard.export.report import Kept, added, compose, identity, kept, made, moved, noted, place_of, removed
from dashboard.export.reports import REPORTS, Form

A, B, C = (Kept("trends", {"terms": word}) for word in ("peace", "war", "trust"))


def test_an_exhibit_is_kept_once_whatever_is_noted_on_it():
    basket = noted(added((A,), B), 1, "look here")
    assert added(basket, B) == basket and place_of(basket, B) == 1 and place_of(basket, C) is None


@pytest.mark.parametrize(
    "place, by, order", [(0, 1, (B, A, C)), (2, -1, (A, C, B)), (0, -1, (A, B, C)), (2, 5, (A, B, C)), (0, 2, (B, C, A))]
)  # fmt: skip
def test_entries_move_and_stop_at_the_ends(place, by, order):
    assert moved((A, B, C), place, by) == order


def test_an_entry_is_taken_out_alone():
    assert removed((A, B, C), 1) == (A, C)


def test_entries_are_told_apart_by_what_they_are_not_by_their_notes():
    assert len({identity(entry) for entry in (A, B, C, Kept("trends", {}, ("sun-2024",)))}) == 4
    assert identity(noted((A,), 0, "x")[0]) == identity(A)


def test_a_kept_exhibit_is_made_again_of_its_texts_with_its_options(corpus):
    pair = corpus.select(["chen-2014", "sun-2024"])
    exhibit = make(pair, "term_rates", terms="peace")
    entry = made(corpus, kept(exhibit))
    assert entry.exhibit.table.equals(exhibit.table) and list(entry.corpus.documents.index) == ["chen-2014", "sun-2024"]


def test_a_report_has_its_entries_in_order_with_their_notes(corpus):
    report = compose(corpus, noted((B, A), 1, "a note"), "Title")
    assert [(entry.exhibit.options.terms, entry.note) for entry in report.entries] == [("war", ""), ("peace", "a note")]


def test_an_exhibit_of_other_texts_is_never_made_of_these(corpus):
    entry = kept(make(corpus.select(["chen-2014", "sun-2024"]), "trends"))
    other = Kept(entry.name, entry.options, ("sun-2024", "yang-2015"), fingerprint=entry.fingerprint)
    with pytest.raises(ExportError, match="put aside from other texts"):
        made(corpus, other)


@pytest.mark.parametrize(
    "entry, sentence",
    [
        (Kept("hologram", {}), "has no exhibit 'hologram'"),
        (Kept("trends", {}, ("nobody",)), "There is no text 'nobody'"),
        (Kept("trends", {"terms": "(a"}), "opens a bracket"),
        (Kept("top_terms", {"n": "many"}), "must be a whole number"),
    ],
)
def test_a_report_names_the_entry_that_cannot_be_made(corpus, entry, sentence):
    with pytest.raises(ExportError, match=f"Number 2 of the report .{entry.name}. cannot be made: .*{sentence}"):
        compose(corpus, (A, entry), "")


@pytest.mark.parametrize("name", REPORTS)
def test_every_form_of_a_report_has_its_maker(name):
    module, function = REPORTS[name].maker.split(":")
    imported = import_module(f"dashboard.export.{module}")
    assert callable(getattr(imported, function)) and REPORTS[name].ending.isalnum() and "/" in REPORTS[name].mime


def test_a_form_loads_its_maker_when_it_is_asked(corpus):
    form = Form("Title alone", "txt", "text/plain", "report:identity")
    assert form.make(A).isalnum()
