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
    starts, ids, terms, bound = _begun(shard, n)
    # The last word makes a number of the sequence: no order of places need be kept for it.
    key, part = ids * size + words.term[starts + n - 1], members(part_starts)[starts]
    if (bound * size * max(len(part_starts) - 1, 1)).bit_length() > _WORD:
        ids, first = numbered(key, bound * size)
        _, cells = count_pairs(ids, part, len(part_starts) - 1)
        key = key[first]
    else:
        key, cells = count_pairs(key, part, len(part_starts) - 1)
    return np.column_stack([terms[key // size], key % size]).astype(np.int32, copy=False), cells


def ngram_ids(corpus: Shard, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The places in `corpus.words` where a sequence of n words begins, and which sequence it is.

    Sequences are numbered from 0 in alphabetical order word by word.
    """
    starts, ids, _, bound = _begun(corpus, n)
    size = len(corpus.terms)
    return starts, numbered(ids * size + corpus.words.term[starts + n - 1], bound * size)[0]


def _begun(shard: Shard, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """The places where a sequence of n words begins; which its first n − 1 words are, by a number; the terms of each
    number; and what no number reaches."""
    words, size = shard.words, len(shard.terms)
    ends = words.paragraph_starts[1:][words.paragraph]
    starts = np.flatnonzero(np.arange(len(words)) + n <= ends)
    ids, terms = words.term[starts].astype(np.int64), np.arange(size)[:, None]
    for step in range(1, n - 1):
        # Renumbered at each step, so that the product never grows beyond 64 bits.
        key = ids * size + words.term[starts + step]
        ids, first = numbered(key, len(terms) * size)
        terms = np.column_stack([terms[key[first] // size], key[first] % size])
    return starts, ids, terms, len(terms)


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
    packed = np.sort((values.astype(np.uint64) << np.uint64(bits)) | np.arange(len(values), dtype=np.uint64))
    place = (packed & np.uint64((1 << bits) - 1)).astype(np.int64)
    packed >>= np.uint64(bits)
    new = np.append(True, packed[1:] != packed[:-1])[: len(packed)]
    ids = np.empty(len(values), np.int64)
    ids[place] = np.cumsum(new) - 1
    return ids, place[new]
