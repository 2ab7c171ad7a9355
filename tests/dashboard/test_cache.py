"""What is kept of a corpus: never taken for another's, and of own texts never kept for all."""

import gc
import weakref
from dataclasses import dataclass, field
from inspect import isfunction, signature

import pandas as pd
import pytest
from streamlit.runtime.caching import clear_session_resource_cache

from analysis import Corpus, Tokenization
from analysis.keeping import kept_with_corpus
from dashboard import cache
from dashboard.charts.theme import Theme
from dashboard.exhibits.word_list import WordList
from dashboard.pages import PAGES

from .own_texts.test_page import button, two_texts

VISIT = "test session id"
SENTENCE = "Trust and peace make security and the people of the world must trust each other every day."
AUTHORS = pd.DataFrame({"author": ["A", "B"], "year": [2001, 2002]}, ["a", "b"])


def corpus_of(word: str = "harbour", author: str = "A", **options: str) -> Corpus:
    """60,000 tokens, of which one word in the middle, one author or one option can be another."""
    paragraphs = ["\n".join([SENTENCE] * 880), f"The {word} is mine.", "\n".join([SENTENCE] * 880)]
    texts = {"a": "\n".join(paragraphs), "b": "\n".join([SENTENCE] * 1760)}
    about = AUTHORS.assign(author=[author, "B"])
    return Corpus.from_texts(texts, about, Tokenization(**options), name="twins")


TWINS = {"a word": {"word": "harvest"}, "an author": {"author": "Z"}, "an option": {"case": "keep"}}


@pytest.fixture(scope="module")
def one() -> Corpus:
    return corpus_of()


@pytest.fixture
def stamped(monkeypatch):
    """Whatever is made tells of which corpus, and it is made for all visitors: own texts do not even get there."""
    monkeypatch.setattr(cache, "_is_bundled", lambda corpus: True)
    for maker in ("make", "effect", "blind_round", "file_of", "lines_of"):
        monkeypatch.setattr(cache, maker, lambda corpus, *_, **__: Stamped(corpus))
    monkeypatch.setattr(cache.worked_examples, "worked_example", lambda corpus, name: Stamped(corpus))
    monkeypatch.setattr(cache.usual_words, "usual_search", lambda corpus, searches: Stamped(corpus))
    # These are made of the exhibit alone.
    monkeypatch.setattr(cache, "explain", lambda exhibit, labels: exhibit)
    monkeypatch.setattr(cache, "on_stage", lambda exhibit, *_: exhibit)


@dataclass(frozen=True, eq=False)
class Stamped:
    """An exhibit, or anything else, that knows of which corpus it was made."""

    corpus: Corpus
    name: str = "term_rates"
    options: WordList = field(default_factory=WordList)
    chart: None = None
    table: pd.DataFrame = field(default_factory=lambda: AUTHORS)

    def figure(self, theme: Theme) -> Corpus:
        return self.corpus


CACHED = {
    "exhibit": lambda corpus: cache.exhibit(corpus, "term_rates", terms="trust").corpus,
    "picture": lambda corpus: cache.picture(corpus, "term_rates", "light", terms="trust")[1],
    "word list": lambda corpus: cache.word_list_effect(corpus, WordList()).corpus,
    "usual search": lambda corpus: cache.usual_search(corpus, "trust").corpus,
    "worked example": lambda corpus: cache.worked_example(corpus, "dp").corpus,
    "blind round": lambda corpus: cache.passages_to_guess(corpus, 6, 1).corpus,
    "plain words": lambda corpus: cache.plain_words(corpus, Stamped(corpus)).corpus,
    "staged": lambda corpus: cache.staged(Stamped(corpus), AUTHORS, "light", 1220, 500, corpus).corpus,
    "lines": lambda corpus: cache.lines(corpus, query="trust").some(0, 20).corpus,
    "file": lambda corpus: cache.file(corpus, Stamped(corpus), "csv").corpus,
}


@pytest.mark.parametrize("twin", TWINS)
def test_near_twins_never_share_an_answer(twin, one, stamped):
    other = corpus_of(**TWINS[twin])
    assert one.fingerprint != other.fingerprint
    for corpus in (one, other, one):
        assert [name for name, asked in CACHED.items() if asked(corpus) is not corpus] == []
        assert cache.labels(corpus).texts == {"a": f"{corpus.documents.loc['a', 'author']} 2001", "b": "B 2002"}
        assert cache.select(corpus, ("a",)).fingerprint == corpus.select(["a"]).fingerprint


def test_every_cached_answer_is_tried_with_twins():
    asked = {
        name
        for name, made in vars(cache).items()
        if isfunction(made) and made.__module__ == cache.__name__ and "corpus" in signature(made).parameters
    }
    # `table` and `entry` ask `exhibit`.
    tried = {
        "exhibit",
        "picture",
        "word_list_effect",
        "usual_search",
        "worked_example",
        "passages_to_guess",
        "plain_words",
        "staged",
        "lines",
        "file",
        "labels",
        "select",
    }
    assert {name for name in asked if not name.startswith("_")} == tried | {"table", "entry"}


def test_near_twins_have_tables_of_their_own(one, monkeypatch):
    monkeypatch.setattr(cache, "_is_bundled", lambda corpus: True)
    hits = [
        cache.table(corpus, "term_rates", terms="harbour").set_index("group").at["A", "count"]
        for corpus in (one, corpus_of("harvest"))
    ]
    assert hits == [1, 0]


def test_nothing_of_own_texts_is_kept_for_all(monkeypatch):
    app = two_texts()
    button(app, "Compare these 2 texts").click().run()

    def refuse(key: str, make: object) -> None:
        raise AssertionError(f"kept for all: {key[-80:]}")

    monkeypatch.setattr(cache, "_for_all", refuse)
    monkeypatch.setattr(cache, "_few_for_all", refuse)
    for page in ("frequencies", "trends"):
        app.switch_page(PAGES[page].file).run()
        assert not app.exception


def test_own_texts_are_gone_when_the_visit_ends():
    # To the test runner all visits are one: what another test has left would be found again.
    clear_session_resource_cache(VISIT)
    app = two_texts()
    button(app, "Compare these 2 texts").click().run()
    for page in ("frequencies", "trends", "concordance"):
        app.switch_page(PAGES[page].file).run()
    texts = weakref.ref(app.session_state["own_corpus"])
    del app
    gc.collect()
    assert texts() is not None, "nothing was kept for this visit"
    # What Streamlit does when a visitor leaves; the test runner never leaves.
    clear_session_resource_cache(VISIT)
    gc.collect()
    assert texts() is None


def test_the_bundled_texts_and_selections_of_them_are_kept_for_all():
    whole = cache.bundled_corpus()
    assert cache._is_bundled(whole) and cache._is_bundled(whole.select(["chen-2014"]))
    assert not cache._is_bundled(Corpus(whole.texts()[:1] + corpus_of().texts()))


def test_answers_kept_with_a_corpus_go_with_it():
    made = []

    @kept_with_corpus(2)
    def words(corpus: Corpus, times: int = 1) -> tuple[Corpus, int]:
        made.append(times)
        return corpus, times

    corpus = Corpus.from_texts({"a": "Trust and peace."})
    for times in (1, 1, 2, 3, 3, 1):
        assert words(corpus, times) == (corpus, times)
    assert made == [1, 2, 3, 1]
    gone = weakref.ref(corpus)
    del corpus
    gc.collect()
    assert gone() is None
