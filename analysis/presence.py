"""Which paragraphs, or windows of running words, hold which words?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from .corpus import Corpus
from .errors import require_at_least, require_one_of


def boolean_documents(
    corpus: Corpus,
    words: Sequence[str],
    *,
    window: int | Literal["paragraph"] = "paragraph",
    window_rule: Literal["boolean", "gensim"] = "boolean",
) -> np.ndarray:
    """Which documents of a coherence hold which words? Truth values, documents × words.

    window: the documents are the paragraphs, or every run of so many words inside one; a shorter paragraph is one
    window. window_rule: "gensim" (4.4.0) forgets a word that stands in a window again when an earlier occurrence
    leaves it; only for comparison with that program. Words are as counted; one the corpus lacks is in no document.
    """
    if isinstance(window, str):
        require_one_of("window", window, ["paragraph"])
    else:
        require_at_least("window", window, 2)
    require_one_of("window_rule", window_rule, ("boolean", "gensim"))
    ids = _term_ids(corpus, words)
    if window != "paragraph":
        return _in_windows(corpus, ids, window, window_rule)
    holds = np.zeros((corpus.n_paragraphs, len(ids)), bool)
    holds[:, ids >= 0] = corpus.counts_by_paragraph[:, ids[ids >= 0]].toarray() > 0
    return holds[corpus.words_by_paragraph > 0]


def _term_ids(corpus: Corpus, words: Sequence[str]) -> np.ndarray:
    """The place of each word in the lexicon; −1 for one that it has not, or that is a number."""
    ids = {term: number for number, term in enumerate(corpus.terms) if corpus.is_word[number]}
    return np.array([ids.get(word, -1) for word in words], np.int64)


def _in_windows(corpus: Corpus, ids: np.ndarray, size: int, rule: str) -> np.ndarray:
    """Which windows hold which words. A window is named by the running word it begins with."""
    running = corpus.words
    first, end = running.paragraph_starts[:-1][running.paragraph], running.paragraph_starts[1:][running.paragraph]
    change = np.zeros((len(running) + 1, len(ids)), np.int32)
    for column, term in enumerate(ids):
        places = np.flatnonzero(running.term == term)
        enters = np.maximum(places - size + 1, first[places])
        leaves = places if rule == "boolean" else places[np.searchsorted(places, enters)]
        np.add.at(change[:, column], enters, 1)
        np.add.at(change[:, column], leaves + 1, -1)
    begins = np.arange(len(running)) <= np.maximum(end - size, first)
    return (change.cumsum(axis=0)[:-1] > 0)[begins]
