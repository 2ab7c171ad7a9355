"""The one place of caches: the corpus, its exhibits and their figures, keyed by fingerprint and options."""

from __future__ import annotations

import gc
import warnings
from pathlib import Path

import streamlit as st

from analysis import Corpus, CorpusWarning, load_corpus

from .charts.theme import THEMES
from .exhibits import make
from .exhibits.base import Exhibit, Figure

TEXTS = Path(__file__).parents[1] / "data" / "texts"
_KEEP = {"max_entries": 256, "ttl": "1d", "show_spinner": False}


def bundled_corpus() -> Corpus:
    """The texts in data/texts, read again when a file there has changed."""
    stamp = tuple(sorted((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in TEXTS.glob("*")))
    return _load(str(TEXTS), stamp)


@st.cache_resource(max_entries=4, show_spinner=False)
def _load(path: str, stamp: tuple[tuple[str, int, int], ...]) -> Corpus:
    with warnings.catch_warnings():
        # The page shows `Corpus.problems`; the console need not repeat them.
        warnings.simplefilter("ignore", CorpusWarning)
        return load_corpus(path)


def select(corpus: Corpus, documents: tuple[str, ...]) -> Corpus:
    """A corpus of the chosen texts only."""
    if documents == tuple(corpus.documents.index):
        return corpus
    return _select(corpus.fingerprint, documents, corpus)


@st.cache_resource(max_entries=32, ttl="1d", show_spinner=False)
def _select(fingerprint: str, documents: tuple[str, ...], _corpus: Corpus) -> Corpus:
    return _corpus.select(documents)


def exhibit(corpus: Corpus, name: str, **options: object) -> Exhibit:
    """An exhibit, made once for a corpus and its options."""
    return _exhibit(_key(corpus), name, tuple(sorted(options.items())), corpus)


@st.cache_resource(**_KEEP)
def _exhibit(key: str, name: str, options: tuple[tuple[str, object], ...], _corpus: Corpus) -> Exhibit:
    return make(_corpus, name, **dict(options))


def figure(corpus: Corpus, name: str, theme: str, **options: object) -> Figure:
    """The figure of an exhibit in one theme."""
    return _figure(_key(corpus), name, theme, tuple(sorted(options.items())), corpus)


@st.cache_resource(**_KEEP)
def _figure(key: str, name: str, theme: str, options: tuple[tuple[str, object], ...], _corpus: Corpus) -> Figure:
    return exhibit(_corpus, name, **dict(options)).figure(THEMES[theme])


def _key(corpus: Corpus) -> str:
    """Colours depend on a text's rank in the whole corpus, which the fingerprint of a part does not know."""
    return f"{corpus.fingerprint} {sorted(corpus.ranks.items())}"


def freeze_memory() -> None:
    """Take everything loaded so far out of the garbage collector's sight: it collects after every run of a page."""
    gc.collect()
    gc.freeze()
