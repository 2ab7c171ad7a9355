"""What a person types and reads: searches with families, labels of texts, the reading page."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError, QueryError
from dashboard.exhibits.groups import (
    columns_to_group_by,
    dated,
    group_styles,
    members_of,
    text_label,
    text_labels,
    time_of,
)
from dashboard.exhibits.terms import families, named_queries, typed
from dashboard.reading import hits_in, merged, reading_blocks
from dashboard.show import CHART_WIDTHS
from dashboard.state import row_of_selection
from dashboard.words import escape_markdown, whole_number

from ..conftest import ROOT


def test_searches_are_parted_by_commas():
    assert list(named_queries("trust, trust deficit ,  crisis|crises")) == ["trust", "trust deficit", "crisis|crises"]


def test_a_comma_inside_a_regular_expression_parts_nothing():
    assert list(named_queries("/a{1,3}/, b")) == ["/a{1,3}/", "b"]


def test_a_family_is_known_by_its_name_in_any_case():
    assert named_queries("@united states")["united states"] == families()["United States"].query


def test_an_unknown_family_is_refused_with_the_known_ones():
    with pytest.raises(OptionError, match="@United States"):
        named_queries("@nobody")


@pytest.mark.parametrize("nothing", ["", " ", ",", " , ,"])
def test_nothing_typed_is_refused(nothing):
    with pytest.raises(QueryError):
        named_queries(nothing)


def test_a_family_is_searched_again_as_it_was_typed():
    assert typed("trust, @China", "China") == "@China"
    assert typed("trust, @China", "trust") == "trust"


def test_labels_are_surname_and_year(corpus):
    assert list(text_labels(corpus.documents).values()) == [
        "Chen 2014",
        "Yang 2015",
        "Dong 2022",
        "Duan ≥2022",
        "Sun 2024",
    ]


def test_labels_of_two_texts_never_agree():
    twins = Corpus.from_texts({"a": "x", "b": "y"}, pd.DataFrame({"author": "Ann", "year": 2000}, index=["a", "b"]))
    assert list(text_labels(twins.documents).values()) == ["Ann 2000 (a)", "Ann 2000 (b)"]
    assert [style.label for style in group_styles(twins, "document_id").values()] == ["Ann 2000 (a)", "Ann 2000 (b)"]


def test_a_text_without_a_year_is_undated_and_not_on_the_axis():
    document = Corpus.from_texts({"a": "x"}).documents.iloc[0]
    assert dated(document) == "undated" and text_label(document) == "a" and pd.isna(time_of(document))


def test_an_open_date_is_said_and_placed_late_in_its_year(corpus):
    duan = corpus.documents.loc["duan-2022"]
    assert dated(duan) == "2022 or later" and 2022 < time_of(duan) < 2023


def test_a_day_is_placed_within_its_year(corpus):
    assert time_of(corpus.documents.loc["chen-2014"]) == pytest.approx(2014 + 244 / 365.25, abs=0.003)


def test_two_texts_of_one_year_are_one_group_with_no_texts_colour(corpus):
    styles = group_styles(corpus, "year")
    assert list(styles) == ["2014", "2015", "2022", "2024"]
    assert styles["2022"].rank is None and "2 texts, 3,126 words" in styles["2022"].size
    assert members_of(corpus, "year")["2022"] == ["dong-2022", "duan-2022"]


def test_columns_to_group_by_are_the_telling_ones(corpus):
    columns = columns_to_group_by(corpus.documents)
    assert columns[:2] == ["author", "year"] and "genre" in columns
    assert not {"title", "n_words", "language", "venue_note"} & set(columns)


def test_the_reading_page_loses_no_word(corpus):
    for document_id in corpus.documents.index:
        blocks = reading_blocks(corpus, document_id, hits_in(corpus, document_id, "the, trust deficit"), None)
        shown = "\n\n".join("".join(words for kind, words in block["pieces"] if kind != "note") for block in blocks)
        assert shown == corpus.text(document_id)


def test_the_reading_page_marks_the_hit_asked_for(corpus):
    at = corpus.text("sun-2024").index("trust deficit has become")
    hits = hits_in(corpus, "sun-2024", "trust deficit")
    blocks = reading_blocks(corpus, "sun-2024", hits, at)
    here = [words for block in blocks for kind, words in block["pieces"] if kind == "here"]
    assert len(hits) == 16 and here == ["trust deficit"]
    assert [block["number"] for block in blocks if block["target"]] == [4]


def test_overlapping_searches_are_marked_once(corpus):
    assert len(merged(hits_in(corpus, "sun-2024", "trust, trust deficit"))) == 56


def test_note_marks_stand_where_they_stood(corpus):
    blocks = reading_blocks(corpus, "duan-2022", [], None)
    marks = [words for block in blocks if block["role"] == "body" for kind, words in block["pieces"] if kind == "note"]
    assert marks == ["1", "2", "3", "4"]


def test_only_running_text_is_numbered(corpus):
    blocks = reading_blocks(corpus, "duan-2022", [], None)
    assert [block["number"] for block in blocks if block["role"] == "body"] == list(range(1, 16))
    assert {block["number"] for block in blocks if block["role"] != "body"} == {None}


@pytest.mark.parametrize(
    "text", ["*a*", "[x](http://y)", "$1$", ":red[x]", "<b>", "`c`", "# h", "a_b_", "1. x", "~~s~~"]
)
def test_markup_in_words_is_escaped(text):
    escaped = escape_markdown(text)
    assert escaped.replace("\\", "") == text and escaped != text


@pytest.mark.parametrize(
    "points, row",
    [
        ([], None),
        ([{"customdata": 3}], 3),
        ([{"customdata": [4]}], 4),
        ([{"customdata": 1}, {"customdata": 2}], 2),
        ([{"x": 1}], None),
    ],
)
def test_a_selection_leads_to_a_row(points, row):
    assert row_of_selection({"points": points}) == row


def test_the_style_sheet_knows_every_width_a_chart_may_ask_for():
    style = (ROOT / "dashboard" / "style.css").read_text(encoding="utf-8")
    assert [width for width in CHART_WIDTHS if width and f"room_{width}_" not in style] == []


@pytest.mark.parametrize(
    "typed, number", [("12", 12), ("-3", -3), ("٣", 3), ("²", None), ("", None), ("1.5", None), ("9" * 5000, None)]
)
def test_what_is_typed_is_a_whole_number_or_none(typed, number):
    assert whole_number(typed) == number
