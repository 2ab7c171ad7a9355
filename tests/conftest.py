"""What all tests share: the bundled corpus, loaded once. Tests must not change it; it is immutable."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis import REFERENCE, Corpus, load_corpus

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "data" / "texts"
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session", autouse=True)
def classes(tmp_path_factory) -> None:
    """Live classes of tests, and of the servers that they start, are kept apart from those of this machine's user."""
    os.environ["PARALLAX_CLASSES"] = str(tmp_path_factory.mktemp("classes") / "classes.sqlite")


def _shared(corpus: Corpus) -> Iterator[Corpus]:
    documents = corpus.documents.copy(deep=True)
    terms, forms = corpus.terms.copy(), corpus.forms.copy()
    yield corpus
    assert corpus.documents.equals(documents), "a test has changed the shared table of documents"
    assert (corpus.terms == terms).all() and (corpus.forms == forms).all(), "a test has changed the shared lexicon"


@pytest.fixture(scope="session")
def corpus() -> Iterator[Corpus]:
    """The five bundled texts as the dashboard reads them."""
    yield from _shared(load_corpus(TEXTS))


@pytest.fixture(scope="session")
def reference_corpus() -> Iterator[Corpus]:
    """The five bundled texts under the tokenisation of the published counts."""
    yield from _shared(load_corpus(TEXTS, tokenization=REFERENCE))
