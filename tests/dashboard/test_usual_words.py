"""What a page looks for before anybody has typed."""

import pytest

from analysis import Corpus
from dashboard.exhibits import EXHIBITS, make, usual_words
from dashboard.exhibits.usual_words import usual_search

from .visiting import open_page, words

SEARCHES = [
    searches
    for entry in EXHIBITS.values()
    for searches in (getattr(entry.options(), name, "") for name in ("terms", "query"))
    if isinstance(searches, str) and searches
]
HARBOUR = Corpus.from_texts(
    {
        "a": "The harbour is old, and the ships are new.\n\nA ship leaves the harbour.",
        "b": "Cranes stand in the harbour, and ships of all sizes.\n\nThe harbour sleeps.",
    }
)


@pytest.mark.parametrize("searches", sorted(set(SEARCHES)))
def test_the_bundled_texts_are_asked_what_is_usual(corpus, searches):
    assert usual_search(corpus, searches) == searches


def test_a_text_that_has_one_of_the_words_is_asked_for_all():
    assert usual_search(Corpus.from_texts({"a": "We trust them."}), "peace, trust") == "peace, trust"


@pytest.mark.parametrize(("searches", "found"), [("trust", "harbour"), ("trust deficit, peace", "harbour, ships")])
def test_texts_without_them_are_asked_for_as_many_of_their_own_words(searches, found):
    assert usual_search(HARBOUR, searches) == found


def test_words_of_very_many_hits_are_left_to_who_asks_for_them(monkeypatch):
    monkeypatch.setattr(usual_words, "_MOST_HITS", 3)
    assert usual_search(HARBOUR, "trust") == "ships"


@pytest.mark.parametrize(
    "text",
    ["信任需要时间。", "O'Neill's win-win", "السلام عليكم ورحمة الله", "می‌خواهم کتاب", "צה״ל שלום", "col·lecció", "信頼が大切です。", "U.S. policy", "d’accord, l’homme",
     "x" * 600 + " short"],
)  # fmt: skip
def test_what_is_asked_can_always_be_read_and_is_found(text):
    texts = Corpus.from_texts({"a": text, "b": text})
    table = make(texts, "term_rates", terms=usual_search(texts, "trust, security")).table
    assert (table.groupby("term")["count"].sum() > 0).all()


@pytest.mark.parametrize("text", ["", "the of and", "2014", "x" * 600])
def test_texts_without_any_word_to_look_for_are_asked_what_is_usual(text):
    assert usual_search(Corpus.from_texts({"a": text}), "trust, security") == "trust, security"


@pytest.mark.parametrize("page", ["frequencies", "concordance", "company", "dispersion", "trends"])
def test_a_page_opens_with_a_word_of_the_texts(page):
    app = open_page(page, own=HARBOUR)
    assert any("harbour" in str(box.value) for box in app.text_input) and not app.exception
    assert "trust" not in words(app)
