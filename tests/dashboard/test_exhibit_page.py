"""The page of one exhibit, run by Streamlit's own test runner."""

from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from analysis import Corpus
from dashboard import cache
from dashboard.exhibits import EXHIBITS
from dashboard.export.reproduce import link
from dashboard.pages import PAGES

from .test_exhibits import SAMPLES
from .visiting import open_page, words

# Made through the cache, so that the page and the test share the work.
CHOSEN = [(name, options) for name, options in SAMPLES if options and options != {"by": "year"}]
CHOSEN.append(("keywords", {"by": "year"}))


def opened(**query: str | list[str]) -> AppTest:
    return open_page("exhibit", **query)


def follow(address: str) -> AppTest:
    return opened(**parse_qs(urlsplit(address).query, keep_blank_values=True))


def shown(app: AppTest, exhibit) -> bool:
    """Is this exhibit on the page, with its own numbers, and nothing gone wrong?"""
    text = words(app)
    assert not app.exception and not app.error and not app.warning
    return exhibit.title in text and exhibit.reading in text.replace("\\", "") and exhibit.receipt.brief() in text


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_exhibit_opens_with_its_usual_options_and_a_door_to_its_page(corpus, name):
    app = opened(show=name)
    assert shown(app, cache.exhibit(corpus, name))
    door = app.get("page_link")[-1].proto
    assert door.label == f"Go on in {PAGES[EXHIBITS[name].page].title}"


@pytest.mark.parametrize("name, options", CHOSEN, ids=[f"{name}-{options}" for name, options in CHOSEN])
def test_every_link_opens_its_exhibit(corpus, name, options):
    exhibit = cache.exhibit(corpus, name, **options)
    assert shown(follow(link(exhibit)), exhibit)


def test_a_link_opens_the_same_texts(corpus):
    exhibit = cache.exhibit(corpus.select(["dong-2022", "sun-2024"]), "keywords", by="document_id")
    app = follow(link(exhibit))
    assert shown(app, exhibit) and "texts: dong-2022, sun-2024" in words(app)


@pytest.mark.parametrize("name, has", [("keywords", True), ("timeline", False), ("confounds", False)])
def test_what_else_differs_stands_above_an_exhibit_that_compares(name, has):
    assert bool(opened(show=name).expander) == has


def test_without_a_name_all_exhibits_are_listed_each_with_a_link():
    app = opened()
    links = [entry.proto for entry in app.get("page_link")]
    assert not app.exception and not app.warning
    assert {entry.query_string for entry in links} == {f"show={name}" for name in EXHIBITS}


@pytest.mark.parametrize(
    "query, sentence",
    [
        ({"show": "keywords", "n": "many"}, "n must be a whole number; not 'many'."),
        ({"show": "keywords", "by": "colour"}, "by must be one of: document_id"),
        ({"show": "keywords", "fair": "perhaps"}, "fair must be true or false"),
        ({"show": "keywords", "colour": "red"}, "has no option 'colour'; it has stop_list"),
        ({"show": "keywords", "n": ["1", "2"]}, "n takes one value; 2 were given."),
        ({"show": "keywords", "of": "nobody"}, "There is no text “nobody”; there are chen-2014"),
    ],
)
def test_nonsense_in_the_address_gives_one_sentence_and_the_usual_exhibit(corpus, query, sentence):
    app = opened(**query)
    said = [warning.value.replace("\\", "") for warning in app.warning]
    assert len(said) == 1 and sentence in said[0]
    assert not app.exception and cache.exhibit(corpus, "keywords").reading in words(app)


def test_an_unknown_name_gives_one_sentence_and_the_list():
    app = opened(show="<b>*nothing*</b>")
    assert len(app.warning) == 1 and r"\<b\>\*nothing\*\</b\>" in app.warning[0].value
    assert len(app.get("page_link")) == len(EXHIBITS)


def test_texts_that_do_not_allow_the_exhibit_give_one_sentence():
    app = opened(show="keywords", of="sun-2024", n="5")
    assert not app.exception and not app.warning and len(app.info) == 1
    assert "fewer than two" in app.info[0].value


def test_a_value_is_never_markup():
    app = opened(show="top_terms", drop="**bold** [x](http://y)")
    assert any(r"\*\*bold\*\* \[x\]\(http\://y\)" in caption.value for caption in app.caption)


def test_the_door_takes_along_what_its_page_understands(corpus):
    app = opened(show="term_rates", by="short_name", fair="true", of=["sun-2024", "dong-2022"])
    door = app.get("page_link")[-1].proto
    assert parse_qs(door.query_string) == {
        "by": ["short name"], "fair": ["true"], "texts": ["Dong 2022", "Sun 2024"],
    }  # fmt: skip


def test_an_exhibit_of_the_users_own_texts_opens(monkeypatch):
    own = Corpus.from_texts({"a & <b>": "one two three\nfour five", "c": "one two"})
    monkeypatch.setattr(cache, "bundled_corpus", lambda: own)
    app = opened(show="term_rates", terms="one", by="document_id", of="a & <b>")
    assert not app.exception and not app.warning and "texts: a & <b>" in words(app)
