"""What is counted: single words, or sequences of n words."""

from __future__ import annotations

import numpy as np

from .corpus import Corpus
from .errors import require_one_of
from .units import Units

LENGTHS = range(1, 7)
_WORD = 64


def units(corpus: Corpus, n: int = 1) -> Units:
    """Every distinct word (n = 1) or sequence of 2 to 6 words of a corpus, and how often each paragraph has it.

    Sequences run over the words, numbers left out, and stay inside a paragraph; they may cross a full stop.
    """
    require_one_of("n", n, LENGTHS)
    n = int(n)
    if n == 1:
        return corpus.words_and_numbers
    words = corpus.words
    starts, ids, first = _ngrams(corpus, n)
    return Units(
        words.term[starts[first][:, None] + np.arange(n)],
        ids,
        *(np.searchsorted(starts, each) for each in (words.paragraph_starts, words.document_starts)),
        corpus.terms,
    )


def ngram_ids(corpus: Corpus, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The places in `corpus.words` where a sequence of n words begins, and which sequence it is.

    Sequences are numbered from 0 in alphabetical order word by word.
    """
    return _ngrams(corpus, n)[:2]


def _ngrams(corpus: Corpus, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """As `ngram_ids`, and the first occurrence of each sequence."""
    words = corpus.words
    ends = words.paragraph_starts[1:][words.paragraph]
    starts = np.flatnonzero(np.arange(len(words)) + n <= ends)
    ids, bound = words.term[starts].astype(np.int64), len(corpus.terms)
    first = np.zeros(0, np.int64)
    for step in range(1, n):
        # Renumbered at each step, so that the product never grows beyond 64 bits.
        ids, first = numbered(ids * len(corpus.terms) + words.term[starts + step], bound * len(corpus.terms))
        bound = len(first)
    return starts, ids, first


def numbered(values: np.ndarray, bound: int) -> tuple[np.ndarray, np.ndarray]:
    """Each value as its number among the distinct ones in order, and the first place of each of these.

    As np.unique gives them, sooner: value and place are packed into one number, for numpy sorts plain numbers many
    times as fast as it finds their order. values: from 0 to below `bound`.
    """
    bits = len(values).bit_length()
    if int(bound).bit_length() + bits > _WORD:
        _, first, ids = np.unique(values, return_index=True, return_inverse=True)
        return ids, first
    packed = np.sort((values.astype(np.uint64) << np.uint64(bits)) | np.arange(len(values), dtype=np.uint64))
    place = (packed & np.uint64((1 << bits) - 1)).astype(np.int64)
    packed >>= np.uint64(bits)
    new = np.append(True, packed[1:] != packed[:-1])[: len(packed)]
    ids = np.empty(len(values), np.int64)
    ids[place] = np.cumsum(new) - 1
    return ids, place[new]
