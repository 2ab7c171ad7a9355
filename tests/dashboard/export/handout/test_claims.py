"""Claim cards: what is put beside a sentence, and what is said where there is nothing."""

import pytest

from analysis import QueryError
from dashboard.export.errors import ExportError
from dashboard.export.handout.claims import (
    MOST_LETTERS,
    FromRow,
    FromSearch,
    claim_card,
    passages_of,
    row_names,
)
from dashboard.export.handout.handout import Figure, Marking, Passages, Statement
from dashboard.export.handout.page import page

SENTENCE = "Sun speaks of a trust deficit."


@pytest.fixture
def rates(exhibits):
    return exhibits["term_rates"]


def card(corpus, exhibit, sentence=SENTENCE, **sides):
    return claim_card(corpus, exhibit, sentence, **sides)


def test_passages_for_and_against_come_from_searches(corpus, rates):
    made = card(
        corpus, rates, for_=FromSearch("trust deficit", ("sun-2024",)),
        against=FromSearch("trust deficit", ("sun-2024",), elsewhere=True),
    )  # fmt: skip
    assert [quote.who for quote in made.supporting.passages] == ["Sun 2024"] * 3
    assert [quote.who for quote in made.opposing.passages] == ["Chen 2014"]
    assert made.supporting.searched == "Searched: “trust deficit” in Sun 2024. Found: 16; printed: 3."
    assert "in Chen 2014, Yang 2015, Dong 2022 and Duan ≥2022. Found: 1" in made.opposing.searched


def test_passages_come_from_a_row_of_the_table_and_can_be_picked(corpus, rates):
    made = card(corpus, rates, for_=FromRow(0, (4, 1)))
    lines = rates.passages(0)
    assert [quote.place for quote in made.supporting.passages] == [f"¶ {lines['paragraph'][place]}" for place in (4, 1)]
    assert made.supporting.searched.startswith("Searched: row 1 · trust · Chen 2014. Found: 9; printed: 2.")


def test_what_was_found_is_marked(corpus, rates):
    (quote, *_) = card(corpus, rates, for_=FromSearch("trust deficit")).supporting.passages
    assert [words.lower() for words, marked in quote.pieces() if marked] == ["trust deficit"]


def test_a_side_without_passages_says_so_and_what_was_searched(corpus, rates):
    made = card(corpus, rates, against=FromSearch("zeppelin"))
    assert made.opposing.passages == ()
    assert (
        made.opposing.searched == "No passage against was given. Searched: “zeppelin” in all texts; nothing was found."
    )
    assert made.supporting.searched == "No passage for it was given. Nothing was searched for."


def test_the_card_has_sentence_chart_both_sides_receipt_and_room_for_the_mark(corpus, rates):
    made = card(corpus, rates, for_=FromRow(0), against=FromRow(1)).handout()
    kinds = [type(item) for item in made.items]
    assert kinds[:2] == [Statement, Figure] and kinds[-1] is Marking
    supporting, opposing = (item for item in made.items if isinstance(item, Passages))
    assert [letter for letter, _ in supporting.lettered() + opposing.lettered()] == ["A", "B", "C", "D", "E"]
    assert made.receipt == rates.receipt.text() and made.key() == []


def test_a_sentence_is_text_and_never_markup(corpus, rates, drawn):
    made = card(corpus, rates, "<b>So</b>\n\n {{ 7*7 }} \x00 & *so*")
    assert made.sentence == "<b>So</b> {{ 7*7 }} & *so*"
    assert b"&lt;b&gt;So&lt;/b&gt; {{ 7*7 }} &amp; *so*" in page(made.handout())


@pytest.mark.parametrize(
    "sentence, sides, told",
    [
        (" \n ", {}, "Write the sentence"),
        ("x" * (MOST_LETTERS + 1), {}, f"in {MOST_LETTERS} or fewer"),
        (SENTENCE, {"for_": FromRow(0, (0, 1, 2, 3))}, "no more than 3"),
        (SENTENCE, {"for_": FromRow(0, (99,))}, "not there any more"),
        (SENTENCE, {"against": FromRow(9999)}, "no such row"),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(corpus, rates, sentence, sides, told):
    with pytest.raises(ExportError, match=told):
        card(corpus, rates, sentence, **sides)


def test_a_search_that_cannot_be_read_is_refused(corpus, rates):
    with pytest.raises(QueryError):
        card(corpus, rates, against=FromSearch("(trust"))


def test_rows_are_named_by_number_and_what_they_hold(corpus, exhibits):
    assert row_names(corpus, exhibits["barcode"])[0] == "1 · trust · Chen 2014"
    assert passages_of(corpus, exhibits["barcode"], FromRow(0))["document_id"].tolist() == ["chen-2014"]
