"""The table of documents, their order in time, and groups."""

import pandas as pd
import pytest

from analysis import Corpus, CorpusError, OptionError
from analysis.metadata import group_documents, metadata_table, time_order
from analysis.texts.blocks import Text


def text(document_id: str, **metadata: object) -> Text:
    return Text(document_id, (), metadata)


def corpus_of(**metadata_by_id: dict) -> Corpus:
    return Corpus([Text(document_id, (), metadata) for document_id, metadata in metadata_by_id.items()])


def test_author_year_and_title_come_first_and_are_always_there():
    table = metadata_table([text("a", venue="V", title="T", author="A", year=2014), text("b", genre="op-ed")])
    assert table.columns.tolist() == ["author", "year", "title", "venue", "genre"]
    assert table.index.tolist() == ["a", "b"] and table.index.name == "document_id"


def test_a_missing_author_or_title_is_the_name_of_the_document():
    table = metadata_table([text("a"), text("b", author="B", title=None)])
    assert table["author"].tolist() == ["a", "B"]
    assert table["title"].tolist() == ["a", "b"]


@pytest.mark.parametrize(
    ("written", "year"),
    [(2014, 2014), ("2014", 2014), (2014.0, 2014), (" 2014 ", 2014), ("2022 or later", None), (None, None),
     (float("nan"), None), ("", None), (0, None), (20_140, None), ("2014-09-02", 2014), (1, 1)],
)  # fmt: skip
def test_years_are_whole_numbers_or_missing(written, year):
    table = metadata_table([text("a", year=written), text("b", year=2000)])
    assert table["year"].dtype == "Int64"
    assert pd.isna(table["year"].iloc[0]) if year is None else table["year"].iloc[0] == year


def test_two_texts_of_one_name_are_refused():
    with pytest.raises(CorpusError, match="'a'"):
        metadata_table([text("a"), text("b"), text("a")])


def test_texts_stand_in_order_of_year_then_date_then_name():
    corpus = corpus_of(
        z_undated={},
        later={"year": 2022, "date": "2022-05-10"},
        b_no_day={"year": 2022},
        a_no_day={"year": 2022},
        earlier={"year": 2022, "date": "2022-01-31"},
        first={"year": "2014"},
        vague={"year": "2022 or later"},
    )
    assert corpus.documents.index.tolist() == [
        "first", "earlier", "later", "a_no_day", "b_no_day", "vague", "z_undated",
    ]  # fmt: skip


def test_time_order_puts_undated_texts_last():
    years = pd.Series([2024, None], index=["a", "b"], dtype="Int64")
    assert time_order(text("a"), years) < time_order(text("b", date="2001-01-01"), years)


@pytest.fixture
def documents() -> pd.DataFrame:
    return corpus_of(
        d={"author": "Chen", "year": 2024, "genre": "op-ed"},
        a={"author": "Yang", "year": 2015, "genre": "essay"},
        b={"author": "Chen", "year": 2014},
        c={"author": "Sun"},
    ).documents


def test_groups_stand_in_order_of_time(documents):
    groups = group_documents(documents, "author")
    assert groups.labels == ("Chen", "Yang", "Sun")
    assert groups.of_document.tolist() == [0, 1, 0, 2]
    assert (groups.by, len(groups)) == ("author", 3)


def test_each_document_alone(documents):
    groups = group_documents(documents, "document_id")
    assert groups.labels == ("b", "a", "d", "c")
    assert groups.of_document.tolist() == [0, 1, 2, 3]


def test_all_documents_together(documents):
    groups = group_documents(documents, "corpus")
    assert len(groups) == 1 and groups.of_document.tolist() == [0, 0, 0, 0]


def test_texts_without_a_value_are_a_group_of_their_own(documents):
    assert group_documents(documents, "year").labels == ("2014", "2015", "2024", "no year")
    assert group_documents(documents, "genre").labels == ("no genre", "essay", "op-ed")


def test_an_unknown_column_is_answered_with_those_there_are(documents):
    with pytest.raises(OptionError, match="document_id, corpus, author, year, title, genre") as caught:
        group_documents(documents, "colour")
    assert "'colour'" in str(caught.value)


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (3.0, "3"), (3, "3"), (0.5, "0.5"), ("", "no genre"), ("  ", "no genre"), (None, "no genre"), (float("nan"), "no genre"),
        (["op-ed", "essay"], "op-ed, essay"), (pd.Timestamp("2014-01-02"), "2014-01-02"), ("op-ed ", "op-ed"), (True, "True"),
    ],
)  # fmt: skip
def test_a_group_is_called_by_its_value_as_a_person_writes_it(value, label):
    documents = pd.DataFrame({"genre": pd.Series([value], index=["a"], dtype=object)})
    assert group_documents(documents, "genre").labels == (label,)


def test_whole_numbers_stay_whole_beside_missing_ones():
    corpus = Corpus.from_texts({"a": "x", "b": "y"}, pd.DataFrame({"volume": [3, None]}, index=["a", "b"]))
    assert group_documents(corpus.documents, "volume").labels == ("3", "no volume")
