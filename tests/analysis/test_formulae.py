"""Who coins a set phrase, who carries it on, who lets it go; and where it stands."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError
from analysis.formulae import STATUSES, formula_counts, formula_places
from analysis.reuse import shared_formulae

from .tables import DOCUMENTS


def dated(texts: dict[str, str], years: list[int | None], **columns: list[str]) -> Corpus:
    return Corpus.from_texts(texts, pd.DataFrame({"year": years, **columns}, index=list(texts)))


def statuses(corpus: Corpus, formula: str, by: str = "document_id") -> dict[str, str]:
    return formula_counts(corpus, [formula], by=by).set_index("group")["status"].to_dict()


def test_the_course_of_a_formula_by_hand():
    corpus = dated(
        {"a": "none", "b": "we build", "c": "none", "d": "we build", "e": "none"}, [2014, 2015, 2016, 2020, 2024]
    )
    expected = {"a": "not yet", "b": "coined", "c": "rested", "d": "carried", "e": "dropped"}
    assert statuses(corpus, "we build") == expected


def test_groups_of_one_year_are_not_put_in_order():
    corpus = dated({"a": "we build", "b": "we build", "c": "none", "d": "we build"}, [2022, 2022, 2022, 2024])
    assert statuses(corpus, "we build") == {"a": "coined", "b": "coined", "c": "not yet", "d": "carried"}


def test_a_text_without_a_year_has_no_place_in_time():
    corpus = dated({"a": "we build", "b": "we build", "c": "none"}, [2022, None, None])
    assert statuses(corpus, "we build") == {"a": "coined", "b": "undated", "c": "undated"}


def test_a_group_of_several_years_counts_from_its_first_use():
    texts = {"a": "none", "b": "we build", "c": "we build", "d": "none"}
    corpus = dated(texts, [2014, 2022, 2024, 2025], author=["Sun", "Duan", "Sun", "Yang"])
    assert statuses(corpus, "we build", "author") == {"Sun": "carried", "Duan": "coined", "Yang": "dropped"}


def test_known_courses_in_the_five_texts(corpus):
    expected = ["not yet", "carried", "rested", "carried"]
    found = statuses(corpus, "and principles of the un charter")
    assert found.pop("yang-2015") == "coined"
    assert [found[document_id] for document_id in DOCUMENTS if document_id in found] == expected


def test_counts_are_those_of_the_list(corpus):
    formulae = shared_formulae(corpus)
    found = formula_counts(corpus, formulae["term"])
    assert found.columns.tolist() == ["group", "term", "count", "status"]
    assert found["term"].tolist() == formulae["term"].tolist() * 5
    assert found["group"].unique().tolist() == DOCUMENTS
    by_formula = found.groupby("term")["count"]
    assert by_formula.sum()[formulae["term"]].tolist() == formulae["count"].tolist()
    assert by_formula.agg(lambda counts: (counts > 0).sum())[formulae["term"]].tolist() == formulae["groups"].tolist()


def test_every_status_is_explained_and_fits_its_count(corpus):
    found = formula_counts(corpus, shared_formulae(corpus)["term"])
    assert set(found["status"]) <= set(STATUSES)
    assert ((found["count"] > 0) == found["status"].isin(["coined", "carried"])).all()
    # What is shared was coined by somebody.
    assert set(found.loc[found["status"] == "coined", "term"]) == set(found["term"])


def test_every_occurrence_of_a_formula_is_found_again(corpus):
    for row in shared_formulae(corpus).itertuples():
        places = formula_places(corpus, row.term)
        assert len(places) == row.count
        assert places["document_id"].drop_duplicates().tolist() == row.in_groups.split(" | ")


def test_a_place_says_the_words_as_written_with_the_numbers_between():
    corpus = Corpus.from_texts({"a": "Before.\nSince 2014, Trust grew. Then it fell."})
    places = formula_places(corpus, "since trust")
    assert places[["document_id", "paragraph", "left", "node"]].values.tolist() == [["a", 2, "", "Since 2014, Trust"]]
    start, end = places.loc[0, ["start", "end"]]
    assert corpus.text("a")[start:end] == "Since 2014, Trust"


def test_formulae_never_cross_a_paragraph_and_unknown_words_are_nowhere():
    corpus = Corpus.from_texts({"a": "we build\ntrust"})
    for formula in ("build trust", "build bridges", "trust bridges", "zzz"):
        assert formula_places(corpus, formula).empty
        assert formula_counts(corpus, [formula])["count"].tolist() == [0]


def test_a_formula_is_counted_as_the_words_are():
    corpus = Corpus.from_texts({"a": "China’s rise"})
    assert formula_places(corpus, "CHINA’S Rise")["node"].tolist() == ["China’s rise"]


def test_no_formulae_and_no_words_give_empty_tables(corpus):
    assert formula_counts(corpus, []).columns.tolist() == ["group", "term", "count", "status"]
    empty = Corpus.from_texts({"a": ""})
    assert formula_counts(empty, ["we build"])["count"].tolist() == [0]
    assert formula_places(empty, "we build").empty


def test_a_formula_has_a_word(corpus):
    with pytest.raises(OptionError, match="one word"):
        formula_places(corpus, "  ")
