"""What of a table is printed."""

import pytest

from dashboard.exhibits import EXHIBITS, make
from dashboard.export.table.rows import columns_of_a_page, first_rows, widths


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_page_holds_what_the_picture_is_drawn_from(exhibits, name):
    exhibit = exhibits[name]
    columns = columns_of_a_page(exhibit, 7)
    assert 1 <= len(columns) <= 7 and set(columns) <= set(exhibit.table.columns)
    if exhibit.native is not None:
        native = exhibit.native
        assert {native.series, getattr(native, "value", getattr(native, "y", ""))} <= set(columns)


def test_columns_that_say_nothing_are_left_out(exhibits):
    assert "interval" not in columns_of_a_page(exhibits["top_terms"], 7)
    assert "measure" not in columns_of_a_page(exhibits["keywords"], 7)


def test_numbers_are_rounded_and_gaps_marked(exhibits):
    head, body = first_rows(exhibits["asked_silences"], 2, ["term", "group", "hits", "words", "per_1000", "expected"])
    assert head[4] == "per 1,000 words"
    assert body == [
        ["trust deficit", "Chen Jimin", "1", "742", "1.35", "–"],
        ["trust deficit", "Yang Jiechi", "0", "2,469", "0", "3.50"],
    ]


def test_columns_fill_the_width_and_break_no_word():
    head, body = ["a", "long"], [["x", "many short words in a row " * 5], ["indivisible", "y"]]
    across = widths(head, body, 100, 2, 4)
    assert sum(across) == pytest.approx(100)
    assert across[0] >= 4 + 2 * len("indivisible")


def test_what_stands_before_a_hit_is_cut_at_its_beginning(corpus):
    exhibit = make(corpus, "concordance", query="growing")
    _, body = first_rows(exhibit, 20, ["left"])
    for (cell,), known in zip(body, exhibit.table["left"], strict=False):
        assert len(cell) <= 90
        assert " ".join(known.split()).endswith(cell.removeprefix("…").strip()) or cell == "–"
