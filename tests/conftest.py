"""What all tests share: the bundled corpus, loaded once. Tests must not change it; it is immutable."""

from pathlib import Path

import pytest

from analysis import REFERENCE, Corpus, load_corpus

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "data" / "texts"
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The five bundled texts as the dashboard opens them."""
    return load_corpus(TEXTS)


@pytest.fixture(scope="session")
def reference() -> Corpus:
    """The five bundled texts under the reference tokenisation, which keeps possessives apart."""
    return load_corpus(TEXTS, tokenization=REFERENCE)
