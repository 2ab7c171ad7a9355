"""The bundled corpus, read once. The tests share it, so none may change it."""

from collections.abc import Iterator

import pytest

from analysis import REFERENCE, Corpus, load_corpus

from .tables import TEXTS


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
