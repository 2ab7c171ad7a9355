"""Statements of a lesson: references become what a table says, or say what is wrong with them."""

import pytest

from analysis import OptionError
from dashboard.classroom.statements import (
    amount,
    filled,
    references,
    right_answer,
    rows_that_fit,
    source,
    told,
    true_of,
)  # fmt: skip
from dashboard.exhibits import make


@pytest.fixture(scope="module")
def rates(corpus):
    return source(corpus, make(corpus, "term_rates", terms="trust, global"))


def cell(rates, term, author, column):
    table = rates.exhibit.table
    return table[(table["term"] == term) & (table["group"] == author)][column].iloc[0]


def test_a_count_is_told_whole_and_a_rate_with_one_decimal_as_in_a_reading(rates):
    assert told("count | term=trust | group=Sun 2024", rates) == f"{cell(rates, 'trust', 'Sun Jisheng', 'count')}"
    value = cell(rates, "trust", "Chen Jimin", "per_1000")
    assert told("per_1000 | term=trust | group=Chen 2014", rates) == f"{value:.1f}"


@pytest.mark.parametrize(
    "right, said", [("{count | %s}", "56"), ("count | %s", "56"), ("{count | %s} hits", "56 hits")]
)
def test_a_right_answer_is_a_reference_alone_or_among_words(rates, right, said):
    assert right_answer(right % "term=trust | group=Sun 2024", rates) == said


@pytest.mark.parametrize("name", ["Sun 2024", "Sun Jisheng", "sun 2024"])
def test_a_group_answers_to_its_label_and_its_name(rates, name):
    assert amount(f"count | term=trust | group={name}", rates) == cell(rates, "trust", "Sun Jisheng", "count")


def test_the_highest_the_sum_the_number_of_rows_and_a_ratio(rates):
    table = rates.exhibit.table
    trust = table[table["term"] == "trust"]
    highest = trust.loc[trust["per_1000"].idxmax(), "group"]
    assert told("group | term=trust | highest per_1000", rates) == rates.names[highest]
    assert amount("sum count | term=trust", rates) == trust["count"].sum()
    assert amount("most count | term=trust", rates) == trust["count"].max()
    assert amount("rows | count>0 | term=trust", rates) == (trust["count"] > 0).sum()
    assert amount("rows | group=Chen 2014, Sun 2024", rates) == 4
    ratio = cell(rates, "global", "Sun Jisheng", "per_1000") / cell(rates, "global", "Yang Jiechi", "per_1000")
    assert (
        told("per_1000 | term=global | group=Sun 2024 / per_1000 | term=global | group=Yang 2015", rates)
        == f"{ratio:.1f}"
    )


def test_a_share_is_told_per_cent_and_what_is_undefined_has_no_value(corpus):
    must = source(corpus, make(corpus, "obligation"))
    share = must.exhibit.table.set_index("group").at["Sun Jisheng", "share"]
    assert told("share % | group=Sun 2024", must) == f"{share * 100:.0f} %"
    rates = source(corpus, make(corpus, "term_rates", terms="nowhere"))
    zero = "per_1000 | group=Sun 2024"
    assert told(f"{zero} / {zero}", rates) == "no value"


def test_words_of_the_texts_are_never_markup(rates):
    assert filled("a {group | term=trust | highest count} b", rates) == "a Sun 2024 b"
    assert filled("{reading}", rates).replace("\\", "") == rates.exhibit.reading
    assert "\\[" in filled("{reading}", rates)
    assert references("{a} b {c | d=e}") == ["a", "c | d=e"]


@pytest.mark.parametrize(
    "holds, is_true",
    [
        ("count | term=trust | group=Sun 2024 > count | term=trust | group=Yang 2015", True),
        ("count | term=trust | group=Sun 2024 < 3", False),
        ("group | term=trust | highest count = Sun 2024", True),
        ("group | term=trust | highest count != Sun 2024", False),
        ("sum count | term=trust >= 1", True),
    ],
)
def test_a_claim_is_true_of_the_texts_or_not(rates, holds, is_true):
    assert true_of(holds, rates) is is_true


@pytest.mark.parametrize(
    "reference, said",
    [
        ("count", "fits 10 rows"),
        ("count | term=nothing", "fits 0 rows"),
        ("counts | term=trust", "no column 'counts'"),
        ("count | term", "is no condition"),
        ("mean term", "wants a column of numbers"),
        ("sum group", "wants a column of numbers"),
        ("count | term=nothing | group=Sun 2024 | highest low", "fits 0 rows"),
        ("count | group>Sun", "equal or not"),
        ("count | count=many", "holds numbers"),
        ("big count | term=trust", "begins with"),
        ("term | group=Sun 2024 | highest count / count | group=Sun 2024 | highest count", "only numbers"),
    ],
)
def test_a_reference_to_nothing_says_what_is_wrong(rates, reference, said):
    with pytest.raises(OptionError, match=said):
        told(reference, rates)


def test_what_stands_before_any_exhibit_refers_to_nothing(rates):
    with pytest.raises(OptionError, match="before the first exhibit"):
        filled("{count}", None)
    with pytest.raises(OptionError, match="compares nothing"):
        true_of("count | term=trust", rates)


def test_rows_are_chosen_by_conditions(rates):
    rows = rows_that_fit(rates, "term=trust | group=Sun 2024, Yang 2015")
    assert set(rows["group"]) == {"Sun Jisheng", "Yang Jiechi"} and set(rows["term"]) == {"trust"}
    assert len(rows_that_fit(rates, "")) == 10


def test_a_condition_names_several_numbers(corpus):
    words = source(corpus, make(corpus, "topic_words", n_topics=4))
    assert set(rows_that_fit(words, "topic=2, 4")["topic"]) == {2, 4}
    assert set(rows_that_fit(words, "topic!=2, 4")["topic"]) == {1, 3}
