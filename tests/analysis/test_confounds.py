"""What else differs between groups: columns that change together, and pairs that agree in most."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError, clean_contrasts, confounds


@pytest.fixture
def four():
    texts = {name: "one two three" for name in "abcd"}
    rows = {
        "author": ["Ann", "Ann", "Bob", "Cid"],
        "year": [2000, 2001, 2001, 2001],
        "genre": ["op-ed", "op-ed", "essay", "essay"],
        "language": ["en"] * 4,
        "venue_note": ["x", "y", "z", "w"],
    }
    return Corpus.from_texts(texts, pd.DataFrame(rows, index=list("abcd")))


def relations(corpus, by):
    table = confounds(corpus, by=by)
    return dict(zip(table["column"], table["relation"], strict=True))


def test_columns_are_sorted_by_how_they_stand_to_the_groups(four):
    assert relations(four, "author") == {"length": "nested", "genre": "nested", "year": "crossed", "language": "same"}


def test_a_column_that_changes_with_every_group_is_inseparable(corpus):
    found = relations(corpus, "author")
    assert found["venue"] == found["role"] == "inseparable"
    assert found["year"] == found["genre"] == "nested" and found["language"] == "same"


def test_the_column_compared_and_remarks_are_left_out(four):
    assert not {"author", "venue_note", "title"} & set(relations(four, "author"))


def test_a_row_stands_for_a_column_and_a_group(four):
    table = confounds(four, by="author")
    assert len(table) == 3 * table["column"].nunique()
    years = table[table["column"] == "year"].set_index("group")
    assert years.at["Ann", "value"] == "2000 | 2001" and years.at["Ann", "values"] == 2


def test_what_is_missing_is_said(four):
    documents = four.documents[["author", "year", "genre"]].assign(venue=[None, "x", "x", "x"])
    table = confounds(Corpus.from_texts({name: "one" for name in "abcd"}, documents), by="author")
    assert "not known | x" in set(table["value"])


def test_pairs_that_agree_in_most_come_first(four):
    table = clean_contrasts(four, by="author")
    first = table.iloc[0]
    assert (first["group"], first["other"]) == ("Bob", "Cid")
    assert first["agree"] == "genre, length, year" and first["same"] == 3 and first["differ"] == ""


def test_two_unknown_values_do_not_agree(corpus):
    table = clean_contrasts(corpus, by="author").set_index(["group", "other"])
    assert "translated" not in table.at[("Chen Jimin", "Yang Jiechi"), "agree"]
    assert table.at[("Dong Chunling", "Huimin Duan"), "agree"] == "year, standing"


def test_one_group_cannot_be_contrasted(four):
    with pytest.raises(OptionError, match="fewer than two"):
        clean_contrasts(four, by="language")


def test_an_unknown_column_is_refused(four):
    with pytest.raises(OptionError, match="must be one of"):
        confounds(four, by="colour")
