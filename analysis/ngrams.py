"""What is counted: single words, or sequences of n words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from .corpus import Corpus
from .errors import require_one_of

LENGTHS = range(1, 7)


@dataclass(frozen=True, eq=False)
class Units:
    """Every distinct unit of a corpus, in alphabetical order word by word.

    terms: units × n, the ids of their words in `Corpus.terms`; counts: paragraphs × units, a scipy CSR array.
    """

    terms: np.ndarray
    counts: object
    lexicon: np.ndarray

    def __len__(self) -> int:
        return len(self.terms)

    def names(self, chosen: np.ndarray) -> np.ndarray:
        """The units of these numbers (or truth values) in letters: `trust deficit`."""
        words = self.lexicon[self.terms[chosen]]
        return words[:, 0] if words.shape[1] == 1 else np.array([" ".join(each) for each in words], dtype=object)

    def content(self, corpus: Corpus, stop_words: Collection[str] = ()) -> np.ndarray:
        """Which units are no numbers and neither begin nor end with a stop word: a truth value a unit."""
        content = corpus.content_words(stop_words)
        return content[self.terms[:, 0]] & content[self.terms[:, -1]]


def units(corpus: Corpus, n: int = 1) -> Units:
    """Every distinct word (n = 1) or sequence of 2 to 6 words of a corpus, and how often each paragraph has it.

    Sequences run over the words, numbers left out, and stay inside a paragraph; they may cross a full stop.
    """
    require_one_of("n", n, LENGTHS)
    n = int(n)
    if n == 1:
        return Units(np.arange(len(corpus.terms))[:, None], corpus.counts_by_paragraph, corpus.terms)
    starts, ids = ngram_ids(corpus, n)
    _, first = np.unique(ids, return_index=True)
    terms = corpus.words.term[starts[first][:, None] + np.arange(n)]
    return Units(terms, _counts(corpus.words.paragraph[starts], ids, (corpus.n_paragraphs, len(first))), corpus.terms)


def ngram_ids(corpus: Corpus, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The places in `corpus.words` where a sequence of n words begins, and which sequence it is.

    Sequences are numbered from 0 in alphabetical order word by word.
    """
    words = corpus.words
    ends = words.paragraph_starts[1:][words.paragraph]
    starts = np.flatnonzero(np.arange(len(words)) + n <= ends)
    ids = words.term[starts].astype(np.int64)
    for step in range(1, n):
        # Renumbered at each step, so that the product never grows beyond 64 bits.
        _, ids = np.unique(ids * len(corpus.terms) + words.term[starts + step], return_inverse=True)
    return starts, ids


def _counts(paragraph: np.ndarray, unit: np.ndarray, shape: tuple[int, int]):  # noqa: ANN202 -- scipy comes late
    from scipy.sparse import coo_array

    return coo_array((np.ones(len(unit), np.int64), (paragraph, unit)), shape=shape).tocsr()
