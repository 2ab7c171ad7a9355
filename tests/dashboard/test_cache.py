"""What is kept of a corpus: never taken for another's, and of own texts never kept for all."""

import gc
import weakref

import pandas as pd
import pytest

from analysis import Corpus, Tokenization
from dashboard import cache
from dashboard.exhibits import make
from dashboard.exhibits.keeping import kept_with_corpus
from dashboard.exhibits.word_list import WordList
from dashboard.export.formats import Look, file_of
from dashboard.pages import PAGES

from .own_texts.test_page import button, two_texts

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


@pytest.mark.parametrize("twin", TWINS)
def test_near_twins_never_share_an_answer(twin, one, monkeypatch):
    # The cache of all visitors, which is the larger danger; own texts do not even get there.
    monkeypatch.setattr(cache, "_is_bundled", lambda corpus: True)
    other = corpus_of(**TWINS[twin])
    for corpus in (one, other):
        assert cache.labels(corpus).texts == {"a": f"{corpus.documents.loc['a', 'author']} 2001", "b": "B 2002"}
        assert cache.select(corpus, ("a",)).fingerprint == corpus.select(["a"]).fingerprint
        asked = {"terms": "harbour, harvest, Trust"}
        fresh = make(corpus, "term_rates", **asked)
        pd.testing.assert_frame_equal(cache.exhibit(corpus, "term_rates", **asked).table, fresh.table)
        assert cache.exhibit(corpus, "term_rates", **asked).receipt == fresh.receipt
        assert cache.picture(corpus, "term_rates", "light", **asked)[0].reading == fresh.reading
        assert cache.word_list_effect(corpus, WordList()) == cache.effect(corpus, WordList())
        assert cache.file(corpus, fresh, "csv") == file_of(corpus, fresh, "csv", Look())
    assert one.fingerprint != other.fingerprint


def test_nothing_of_own_texts_is_kept_for_all(monkeypatch):
    app = two_texts()
    button(app, "Compare these 2 texts").click().run()

    def refuse(key: str, make: object) -> None:
        raise AssertionError(f"kept for all: {key[-80:]}")

    monkeypatch.setattr(cache, "_for_all", refuse)
    monkeypatch.setattr(cache, "_files_for_all", refuse)
    for page in ("frequencies", "trends"):
        app.switch_page(PAGES[page].file).run()
        assert not app.exception


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
