"""Very many texts: an even choice of them where each sentence is read, columns that group them, dots for years."""

import pytest

from analysis import AnalysisError, Corpus, OptionError
from dashboard import exhibits
from dashboard.charts.theme import LIGHT
from dashboard.exhibits import Entry, make
from dashboard.exhibits.even_choice import NO_LIMIT, Limit, even_choice
from dashboard.exhibits.groups import columns_to_group_by, group_styles, rows_for_texts


@pytest.fixture(scope="module")
def many():
    """Sixty texts of ten words by three authors in six years."""
    texts, documents = {}, {}
    for number in range(60):
        texts[f"t{number:02}"] = f"Trust takes time and work {number}. It grows in small steps.\nTrust grows."
        documents[f"t{number:02}"] = {"author": "ABC"[number % 3], "year": 2014 + number % 6}
    import pandas as pd

    return Corpus.from_texts(texts, pd.DataFrame.from_dict(documents, orient="index"))


def test_every_group_gives_alike_and_a_text_that_is_asked_for_is_kept(many):
    some = even_choice(many, Limit(words=200), "author", "t07")
    assert some.documents["author"].value_counts().to_dict() in ({"A": 5, "B": 6, "C": 5}, {"A": 5, "B": 5, "C": 5})
    assert "t07" in some.documents.index and some.documents["n_words"].sum() <= 220
    few = even_choice(many, Limit(texts=9), "nothing of the kind")
    assert list(few.documents.index) == list(many.documents.index[::7])
    assert even_choice(many, NO_LIMIT, "author") is even_choice(many, Limit(words=10**6, texts=60), "author") is many


def test_an_exhibit_of_an_even_choice_says_so_and_is_still_one_of_all_texts(many, monkeypatch):
    entry = exhibits.EXHIBITS["readability"]
    limited = {**exhibits.EXHIBITS, "readability": Entry(entry.options, entry.make, entry.page, Limit(words=200))}
    monkeypatch.setattr(exhibits, "EXHIBITS", limited)
    exhibit = make(many, "readability")
    said = exhibit.receipt.settings[-1]
    assert said.startswith("an even choice of 1") and said.endswith("of the 60 texts") and said in exhibit.reading
    assert exhibit.receipt.fingerprint == many.fingerprint and exhibit.receipt.selected == ()
    assert exhibit.receipt.n_words < 250 and set(exhibit.table["group"]) == {"A", "B", "C"}


def test_of_many_texts_trends_have_a_dot_a_year_and_a_concordance_a_row_a_group(many):
    assert rows_for_texts(many) == "author"
    table = make(many, "trends", terms="trust").table
    assert table["group"].tolist() == [str(year) for year in range(2014, 2020)]
    assert table["time"].tolist() == [year + 0.5 for year in range(2014, 2020)]
    row = table.index[2]
    exhibit = make(many, "trends", terms="trust")
    assert set(exhibit.passages(row)["document_id"]) == set(many.documents.index[many.documents["year"] == 2016])
    assert set(make(many, "concordance", query="trust").table["group"]) == {"A", "B", "C"}
    assert len(make(many, "barcode", terms="trust").table["group"].unique()) <= 40


def test_groups_of_several_texts_are_told_apart_by_colour_where_no_text_stands_alone(many):
    colours = [style.colour(LIGHT) for style in group_styles(many, "author").values()]
    assert len(set(colours)) == 3 and LIGHT.neutral not in colours
    some = many.select(["t00", "t03", "t01"])
    assert group_styles(some, "author")["A"].colour(LIGHT) == LIGHT.neutral


@pytest.fixture(scope="module")
def nameless():
    """More texts than there are colours and rows for, of which nothing is known but what they are called."""
    return Corpus.from_texts({f"t{number:03}": "Trust takes time.\nTrust grows." for number in range(201)})


def test_what_would_have_a_group_for_each_of_very_many_texts_shows_all_together(nameless):
    exhibit = make(nameless, "top_terms")
    assert exhibit.options.by == exhibit.usual["by"] == "corpus" and len(exhibit.table["group"].unique()) == 1
    with pytest.raises(OptionError, match="more than 200 groups to show; compare by another column"):
        make(nameless, "top_terms", by="document_id")


@pytest.mark.parametrize("name", [name for name in exhibits.EXHIBITS if name != "timeline"])
def test_no_figure_has_a_group_for_each_of_very_many_texts(nameless, name):
    try:
        table = make(nameless, name).table
    except AnalysisError as error:
        assert str(error).endswith(".")
    else:
        assert "group" not in table or table["group"].nunique() <= 40


def test_a_name_of_each_text_is_no_column_to_compare_by(nameless):
    texts = {f"t{number:03}": "Trust takes time." for number in range(201)}
    assert columns_to_group_by(nameless.documents) == ["corpus"]
    assert columns_to_group_by(Corpus.from_texts(dict(list(texts.items())[:50])).documents) == ["author"]
