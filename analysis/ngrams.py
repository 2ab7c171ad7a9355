"""What is counted: single words, or sequences of n words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .errors import require_one_of
from .shards import Shard, each_shard
from .sparse import count_pairs, stack
from .stream import members
from .units import Parts, Units

if TYPE_CHECKING:
    from scipy.sparse import csr_array

LENGTHS = range(1, 7)
_WORD = 64


@dataclass(frozen=True, eq=False)
class Sequences(Units):
    """Every distinct sequence of so many words. first: their counts by document, which are known when they are."""

    first: csr_array

    def counts_in(self, parts: Parts) -> csr_array:
        """Count every sequence in every paragraph or document."""
        return self.first if parts == "documents" else _in_all(self.corpus, self.terms.shape[1], parts)[1]


def units(corpus: Shard, n: int = 1) -> Units:
    """Every distinct word (n = 1) or sequence of 2 to 6 words of a corpus, and how often each part has it.

    Sequences run over the words, numbers left out, and stay inside a paragraph; they may cross a full stop.
    """
    require_one_of("n", n, LENGTHS)
    n = int(n)
    if n == 1:
        return corpus.words_and_numbers
    return Sequences(corpus, *_in_all(corpus, n, "documents"))


def _in_all(corpus: Shard, n: int, parts: Parts) -> tuple[np.ndarray, csr_array]:
    """As `count_sequences`, in a whole corpus."""
    found = list(each_shard(corpus, count_sequences, n, parts))
    terms, numbers = _all_of([terms for terms, _ in found], len(corpus.terms))
    return terms, stack([cells for _, cells in found], numbers, len(terms))


def count_sequences(shard: Shard, n: int, parts: Parts) -> tuple[np.ndarray, csr_array]:
    """The distinct sequences of n words of a shard (units × n, ids of terms, in order), and parts × units."""
    words, size = shard.words, len(shard.terms)
    part_starts = words.paragraph_starts if parts == "paragraphs" else words.document_starts
    begins, key, terms, bound = _keys(shard, n)
    part, n_parts = members(part_starts)[: len(begins)][begins], len(part_starts) - 1
    if (bound * max(n_parts, 1)).bit_length() > _WORD:
        ids, first = numbered(key, bound)
        _, cells = count_pairs(ids.astype(np.uint64), part, n_parts)
        key = key[first]
    else:
        key, cells = count_pairs(key, part, n_parts)
    return _with_last(terms, key, size), cells


def ngram_ids(corpus: Shard, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The places in `corpus.words` where a sequence of n words begins, and which sequence it is.

    Sequences are numbered from 0 in alphabetical order word by word.
    """
    begins, key, _, bound = _keys(corpus, n)
    return np.flatnonzero(begins), numbered(key, bound)[0]


def _keys(shard: Shard, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """At which words a sequence of n words begins (a truth value a word, as far as one can); a number for each (uint64): of
    its first n − 1 words, times the size of the lexicon, and its last; the words of each number of n − 1; and what no
    number reaches."""
    words, size = shard.words, len(shard.terms)
    begins = np.ones(max(len(words) - n + 1, 0), bool)
    for distance in range(1, n):
        # The last words of a paragraph begin none. Where a paragraph is shorter, the word is one of the last before it.
        last = words.paragraph_starts[1:] - distance
        begins[last[(last >= 0) & (last < len(begins))]] = False
    ids, terms = words.term[: len(begins)][begins].astype(np.uint64), np.arange(size, dtype=np.int32)[:, None]
    for step in range(1, n):
        if step > 1:
            # Renumbered at each step, so that the product never grows beyond 64 bits.
            key = ids
            ids, first = numbered(key, len(terms) * size)
            ids, terms = ids.astype(np.uint64), _with_last(terms, key[first], size)
        ids *= np.uint64(size)
        ids += words.term[step : len(begins) + step][begins].astype(np.uint64)
    return begins, ids, terms, len(terms) * size


def _with_last(terms: np.ndarray, key: np.ndarray, size: int) -> np.ndarray:
    """The words of sequences by their keys. terms: of each number of their first words these words."""
    before = key // np.uint64(max(size, 1))
    last = (key - before * np.uint64(size)).astype(np.int32)
    return np.column_stack([terms[before.astype(np.int64)], last])


def _all_of(lists: Sequence[np.ndarray], size: int) -> tuple[np.ndarray, list[np.ndarray | None]]:
    """The distinct units of several lists, in order, and the number that each unit of a list has among them.

    lists: units × n, term ids; size: what no id reaches.
    """
    if len(lists) == 1:
        return lists[0], [None]
    terms = np.concatenate(lists)
    ids, bound = terms[:, 0].astype(np.int64), size
    for step in range(1, terms.shape[1]):
        ids, first = numbered(ids * size + terms[:, step], bound * size)
        bound = len(first)
    return terms[first], np.split(ids.astype(np.int32), np.cumsum([len(each) for each in lists])[:-1])


def numbered(values: np.ndarray, bound: int) -> tuple[np.ndarray, np.ndarray]:
    """Each value as its number among the distinct ones in order, and the first place of each of these.

    As np.unique gives them, sooner: value and place are packed into one number, for numpy sorts plain numbers many
    times as fast as it finds their order. values: from 0 to below `bound`.
    """
    bits = len(values).bit_length()
    if int(bound).bit_length() + bits > _WORD:
        _, first, ids = np.unique(values, return_index=True, return_inverse=True)
        return ids, first
    packed = values.astype(np.uint64)
    packed <<= np.uint64(bits)
    packed |= np.arange(len(values), dtype=np.uint64)
    packed.sort()
    place = (packed & np.uint64((1 << bits) - 1)).astype(np.int64)
    packed >>= np.uint64(bits)
    new = np.append(True, packed[1:] != packed[:-1])[: len(packed)]
    ids = np.empty(len(values), np.int64)
    ids[place] = np.cumsum(new) - 1
    return ids, place[new]
