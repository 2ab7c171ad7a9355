"""The units that are counted, and how often each part of a corpus has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from .metadata import Groups
from .shards import Shard, each_shard
from .sparse import count_cells, membership, stack
from .stream import locked

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

# Counts by group are kept for so many ways to group.
_KEPT = 4
Parts = Literal["paragraphs", "documents"]


class Counted:
    """Counts by document, from which those of any groups follow."""

    @property
    def by_document(self) -> csr_array:
        """Documents × what is counted."""
        raise NotImplementedError

    @property
    def table(self) -> csr_array | csc_array:
        """The same in whatever order and type it is at hand."""
        return self.by_document

    def by_group(self, groups: Groups) -> csr_array:
        """Groups × what is counted."""
        if groups.by == "document_id":
            return self.by_document
        kept = self.__dict__.setdefault("_by_group", {})
        key = (len(groups), groups.of_document.tobytes())
        if key not in kept:
            kept[key] = self._sums(groups)
            # In order, a cell is found at once.
            kept[key].sort_indices()
            for oldest in list(kept)[:-_KEPT]:
                kept.pop(oldest, None)
        return kept[key]

    def _sums(self, groups: Groups) -> csr_array:
        member = membership(groups.of_document, len(groups))
        return (self.table.T @ member.T).T.tocsr() if self.table.format == "csc" else member @ self.table


@dataclass(frozen=True, eq=False)
class Presence(Counted):
    """Does a document have what is counted? Of a group, in how many of its texts it stands. of: what is counted."""

    of: Counted

    @property
    def table(self) -> csr_array | csc_array:
        """1 where there is a count. Not kept: sums by group are, and are a hundredth of it."""
        counts = self.of.table
        return type(counts)((np.ones(counts.nnz, np.int64), counts.indices, counts.indptr), shape=counts.shape)

    @property
    def by_document(self) -> csr_array:
        """1 where there is a count, documents × what is counted."""
        return self.table.tocsr()


@dataclass(frozen=True, eq=False)
class Units(Counted):
    """Every distinct unit of a corpus, in alphabetical order word by word.

    corpus: where they are counted; terms: units × n, the ids of their words in `Corpus.terms`.
    """

    corpus: Shard
    terms: np.ndarray

    @cached_property
    def counts(self) -> csr_array:
        """Counts of every unit in every paragraph: paragraphs × units. Not to be changed."""
        return self.counts_in("paragraphs")

    def counts_of(self, chosen: np.ndarray) -> csr_array:
        """Counts of some units, by number, in every paragraph: paragraphs × units."""
        return self.counts[:, chosen]

    @cached_property
    def by_document(self) -> csr_array:
        """Counts of every unit in every document: documents × units. Not to be changed."""
        return self.counts_in("documents")

    @cached_property
    def totals(self) -> np.ndarray:
        """Counts of every unit in the corpus."""
        counted = self.by_document
        return locked(np.bincount(counted.indices, counted.data, len(self)).astype(np.int64))

    @cached_property
    def presence(self) -> Presence:
        """In which documents, and in how many of each group, each unit stands."""
        return Presence(self)

    @cached_property
    def document_frequency(self) -> np.ndarray:
        """In how many documents each unit stands."""
        return locked(np.bincount(self.table.indices, minlength=len(self)))

    def counts_in(self, parts: Parts) -> csr_array:
        """Count every unit in every paragraph or document, shard by shard."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self.terms)

    def names(self, chosen: np.ndarray) -> np.ndarray:
        """The units of these numbers (or truth values) in letters: `trust deficit`."""
        words = self.corpus.terms[self.terms[chosen]]
        return words[:, 0] if words.shape[1] == 1 else np.array([" ".join(each) for each in words], dtype=object)

    def content(self, content: np.ndarray) -> np.ndarray:
        """Which units neither begin nor end with a term that is not content (a truth value a term): likewise a unit."""
        return content[self.terms[:, 0]] & content[self.terms[:, -1]]


class Words(Units):
    """Every term of a corpus, numbers included."""

    @classmethod
    def of(cls, corpus: Shard) -> Words:
        """All of them: each is a unit by itself."""
        return cls(corpus, np.arange(len(corpus.terms))[:, None])

    @cached_property
    def totals(self) -> np.ndarray:
        """Counts of every term in the corpus; an index knows those of its forms."""
        postings = self.corpus.contents.postings
        if postings is None or postings.stop is not None:
            return super().totals
        return locked(np.bincount(self.corpus.term_of_form, np.diff(postings.starts), len(self)).astype(np.int64))

    @property
    def table(self) -> csr_array:
        """As it stands in an index, where there is one."""
        counts = self.corpus.contents.counts
        return self.by_document if counts is None else counts

    def counts_in(self, parts: Parts) -> csr_array:
        """Count every term in every paragraph or document; an index knows the latter."""
        if parts == "documents" and self.corpus.contents.counts is not None:
            # Kept in fewer bytes than is safe to multiply with.
            return self.corpus.contents.counts.astype(np.int64)
        found = list(each_shard(self.corpus, count_words, parts))
        return stack(found, [None] * len(found), len(self))

    def counts_of(self, chosen: np.ndarray) -> csr_array:
        """Counts of some terms in every paragraph; of a large corpus no others are counted for them."""
        if len(self.corpus.shard_runs) == 1 or "counts" in vars(self):
            return super().counts_of(chosen)
        found = list(each_shard(self.corpus, count_some_words, chosen))
        return stack(found, [None] * len(found), len(chosen))


def count_some_words(shard: Shard, chosen: np.ndarray) -> csr_array:
    """Count some terms in each paragraph of a shard."""
    number = np.full(len(shard.terms), -1, np.int32)
    number[chosen] = np.arange(len(chosen))
    unit = number[shard.term_of_form][shard.tokens.form]
    places = np.flatnonzero(unit >= 0)
    return count_cells(np.searchsorted(places, shard.tokens.paragraph_starts), unit[places], len(chosen))


def count_words(shard: Shard, parts: Parts) -> csr_array:
    """Count the terms in each paragraph or document of a shard."""
    tokens = shard.tokens
    starts = tokens.paragraph_starts if parts == "paragraphs" else tokens.document_starts
    return count_cells(starts, shard.term_of_form[tokens.form], len(shard.terms))
