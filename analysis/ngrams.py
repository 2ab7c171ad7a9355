"""What is counted: single words, or sequences of n words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .errors import require_one_of
from .ordering import put_in_order
from .shards import Shard, each_shard
from .sparse import count_pairs, join
from .stream import locked, steps
from .units import Parts, Units

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

LENGTHS = range(1, 7)
_WORD = 64


@dataclass(frozen=True, eq=False)
class Sequences(Units):
    """Every distinct sequence of so many words.

    by_sequence: their counts by document, sequence by sequence: they are known when the sequences are, and most questions are
    about some sequences in all documents. For all others the counts are put in the order of the documents first.
    """

    by_sequence: csc_array

    @property
    def table(self) -> csc_array:
        """Sequence by sequence, in few bytes."""
        return self.by_sequence

    @cached_property
    def totals(self) -> np.ndarray:
        """Counts of every sequence in the corpus."""
        starts, counts = self.by_sequence.indptr, self.by_sequence.data
        totals = np.empty(len(starts) - 1, np.int64)
        # What is added up is widened first, so a step at a time; no sequence is without a count.
        for step in steps(len(totals)):
            first, ends = starts[step.start], starts[step.start + 1 : step.stop + 1]
            reached = np.cumsum(counts[first : ends[-1]], dtype=np.int64)[ends - first - 1]
            totals[step] = np.diff(reached, prepend=0)
        return locked(totals)

    @cached_property
    def document_frequency(self) -> np.ndarray:
        """In how many documents each sequence stands."""
        return locked(np.diff(self.by_sequence.indptr))

    def counts_in(self, parts: Parts) -> csr_array:
        """Count every sequence in every paragraph or document."""
        in_all = self.by_sequence if parts == "documents" else _in_all(self.corpus, self.terms.shape[1], parts)[1]
        # Kept in fewer bytes than is safe to multiply with.
        return in_all.tocsr().astype(np.int64)


def units(corpus: Shard, n: int = 1) -> Units:
    """Every distinct word (n = 1) or sequence of 2 to 6 words of a corpus, and how often each part has it.

    Sequences run over the words, numbers left out, and stay inside a paragraph; they may cross a full stop.
    """
    require_one_of("n", n, LENGTHS)
    n = int(n)
    if n == 1:
        return corpus.words_and_numbers
    return Sequences(corpus, *_in_all(corpus, n, "documents"))


def _in_all(corpus: Shard, n: int, parts: Parts) -> tuple[np.ndarray, csc_array]:
    """As `count_sequences`, in a whole corpus."""
    found = list(each_shard(corpus, count_sequences, n, parts))
    if len(found) == 1:
        return found[0]
    terms, numbers = _all_of([terms for terms, _ in found], len(corpus.terms))
    return terms, join([table for _, table in found], numbers, len(terms))


def count_sequences(shard: Shard, n: int, parts: Parts) -> tuple[np.ndarray, csc_array]:
    """The distinct sequences of n words of a shard (units × n, ids of terms, in order), and parts × units."""
    words, size = shard.words, len(shard.terms)
    starts = words.paragraph_starts if parts == "paragraphs" else words.document_starts
    begins, key, terms, bound = _keys(shard, n)
    starts = np.minimum(starts, len(begins)) - np.searchsorted(np.flatnonzero(~begins), starts)
    if bound.bit_length() + len(starts).bit_length() > _WORD:
        ids, first = numbered(key, bound)
        _, table = count_pairs(starts, ids.astype(np.uint64))
        key = key[first]
    else:
        key, table = count_pairs(starts, key)
    return _with_last(terms, key, size), table


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
    # Ids are no less than 0: as unsigned numbers they need only be widened.
    term = words.term.view(np.uint32)
    for distance in range(1, n):
        # The last words of a paragraph begin none. Where a paragraph is shorter, the word is one of the last before it.
        last = words.paragraph_starts[1:] - distance
        begins[last[(last >= 0) & (last < len(begins))]] = False
    key, terms = np.zeros(np.count_nonzero(begins), np.uint64), np.arange(size, dtype=np.int32)[:, None]
    _add_word(key, begins, term, size)
    for step in range(1, n):
        if step > 1:
            # Renumbered at each step, so that the product never grows beyond 64 bits.
            ids, first = numbered(key, len(terms) * size)
            key, terms = ids.astype(np.uint64), _with_last(terms, key[first], size)
        _add_word(key, begins, term[step:], size)
    return begins, key, terms, len(terms) * size


def _add_word(key: np.ndarray, begins: np.ndarray, term: np.ndarray, size: int) -> None:
    """Write over the keys of sequences with those of sequences of one word more. term: the word to be added."""
    stop = 0
    for step in steps(len(begins)):
        added = term[step][begins[step]]
        start, stop = stop, stop + len(added)
        key[start:stop] *= np.uint64(size)
        key[start:stop] += added


def _with_last(terms: np.ndarray, key: np.ndarray, size: int) -> np.ndarray:
    """The words of sequences by their keys. terms: of each number of their first words these words."""
    words = np.empty((len(key), terms.shape[1] + 1), np.int32)
    for step in steps(len(key)):
        before = key[step] // np.uint64(size)
        words[step, :-1] = terms[before.view(np.int64)]
        words[step, -1] = key[step] - before * np.uint64(size)
    return words


def _all_of(lists: Sequence[np.ndarray], size: int) -> tuple[np.ndarray, list[np.ndarray]]:
    """The distinct units of several lists, in order, and the number that each unit of a list has among them.

    lists: units × n, term ids; size: what no id reaches.
    """
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
    # The places follow each other already.
    put_in_order(packed, low=bits)
    place = (packed & np.uint64((1 << bits) - 1)).astype(np.int64)
    packed >>= np.uint64(bits)
    new = np.append(True, packed[1:] != packed[:-1])[: len(packed)]
    ids = np.empty(len(values), np.int64)
    ids[place] = np.cumsum(new) - 1
    return ids, place[new]
