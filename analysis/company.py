"""Which words stand in the windows round the hits of a search, counted without listing them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .corpus import Corpus
from .errors import OptionError, require_at_least
from .hits import Hits
from .keeping import kept_with_corpus
from .metadata import Groups
from .query import Query
from .search import Search, each_search
from .shards import Shard
from .units import Counted

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# So many hits are looked at at a time, so that the memory does not grow with their number.
BLOCK = 1 << 15
# For so many groups a number for every word is no burden.
FEW_GROUPS = 20


@dataclass(frozen=True, eq=False)
class Near:
    """Every pair of a hit and a word in its window: the number of the hit, the word's term, is it before the hit?"""

    hit: np.ndarray
    term: np.ndarray
    before: np.ndarray


def near(corpus: Shard, places: Places, left: int, right: int) -> Near:
    """The words in the windows of hits, inside their paragraphs; OptionError for an empty window."""
    require_at_least("left", left, 0)
    require_at_least("right", right, 0)
    if left + right == 0:
        raise OptionError("The window is empty; take at least one word on one side.")
    words, paragraph = corpus.words, corpus.tokens.paragraph_of(places.hits.position)
    begin, end = words.paragraph_starts[paragraph], words.paragraph_starts[paragraph + 1]
    window = np.hstack([places.first[:, None] - np.arange(left, 0, -1), places.after[:, None] + np.arange(right)])
    inside = (window >= begin[:, None]) & (window < end[:, None])
    hit, column = np.nonzero(inside)
    return Near(hit, words.term[window[inside]], column < left)


def company(
    corpus: Corpus, groups: Groups, node: Query | str, left: int, right: int
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """How often does each word stand in the windows of a search? And how many hits has it in each group?

    Of each group and term (both by number), in this order: group, term, count, left (of the count), texts (of the group
    in which they meet).
    """
    size = len(corpus.terms)
    found = list(each_search(corpus, count_windows, groups, node, left, right, query=node))
    key, count = _summed([each.sides for each in found])
    # The two sides of a pair follow each other.
    first = np.flatnonzero(np.diff(key >> 1, prepend=-1))
    pairs = {
        "group": (key[first] >> 1) // size,
        "term": (key[first] >> 1) % size,
        "count": np.add.reduceat(count, first) if len(first) else count,
        "left": np.add.reduceat(count * (key & 1), first) if len(first) else count,
        "texts": _summed([each.texts for each in found])[1],
    }
    return pairs, np.sum([each.hits for each in found], axis=0)


@dataclass(frozen=True, eq=False)
class Windows:
    """What stands in the windows of a shard.

    sides: numbers of group, term and side, packed, and how often each stands there; texts: of group and term, in how many
    texts they meet; hits: of each group.
    """

    sides: tuple[np.ndarray, np.ndarray]
    texts: tuple[np.ndarray, np.ndarray]
    hits: np.ndarray


def count_windows(shard: Shard, groups: Groups, node: Query | str, left: int, right: int) -> Windows:
    """Count the words in the windows of a search, and its hits; the memory does not grow with their number."""
    size, of_document = len(shard.terms), groups.of_document[shard.run]
    sides, meetings, n_hits = [], [np.zeros(0, np.int64)], np.zeros(len(groups), np.int64)
    for places in _blocks(shard, node):
        document = shard.tokens.document_of(places.hits.position)
        found = near(shard, places, left, right)
        meetings.append(_distinct(document[found.hit] * size + found.term))
        group = of_document[document]
        n_hits += np.bincount(group, minlength=len(groups))
        sides.append(np.unique(2 * (group[found.hit] * size + found.term) + found.before, return_counts=True))
    met = _distinct(np.concatenate(meetings))
    texts = np.unique(of_document[met // size] * size + met % size, return_counts=True)
    return Windows(_summed(sides), texts, n_hits)


@dataclass(frozen=True, eq=False)
class Places:
    """Hits among the running words: of each its first word, and the word after its last."""

    hits: Hits
    first: np.ndarray
    after: np.ndarray


def with_words(shard: Shard, hits: Hits) -> Places:
    """The hits that hold a word: a hit of numbers stands in no place that other words could see."""
    first, after = (shard.words.first_from(token) for token in (hits.position, hits.position + hits.length))
    held = after > first
    return Places(hits.take(held), first[held], after[held])


def _blocks(shard: Shard, node: Query | str) -> Iterator[Places]:
    """The hits of a search that hold a word, so many at a time."""
    search = Search(shard, node)
    for part in search.parts():
        hits = search.hits(*part)
        for first in range(0, len(hits), BLOCK):
            yield with_words(shard, hits.take(slice(first, first + BLOCK)))


def _distinct(values: np.ndarray) -> np.ndarray:
    """The distinct values in order, as np.unique gives them by a slower way."""
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])[: len(values)]]


def _summed(parts: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Keys with their counts, of several lists one."""
    keys = np.concatenate([np.zeros(0, np.int64), *(keys for keys, _ in parts)])
    counts = np.concatenate([np.zeros(0, np.int64), *(counts for _, counts in parts)])
    distinct, place = np.unique(keys, return_inverse=True)
    return distinct, np.bincount(place, counts, len(distinct)).astype(np.int64)


@dataclass(frozen=True, eq=False)
class Edges(Counted):
    """What windows miss at the ends of paragraphs: of each text and term, how many places fewer see the word than if
    its paragraph went on for ever."""

    corpus: Corpus
    left: int
    right: int

    @cached_property
    def by_document(self) -> csr_array:
        """Documents × terms."""
        from scipy.sparse import coo_array

        sides = list(self._sides())
        missed = np.repeat([missed for missed, _, _ in sides], [len(term) for _, _, term in sides])
        document, term = (np.concatenate([side[part] for side in sides]) for part in (1, 2))
        return coo_array((missed, (document, term)), shape=self._shape).tocsr()

    def _sums(self, groups: Groups) -> csr_array:
        from scipy.sparse import csr_array

        n_terms = self._shape[1]
        if len(groups) > FEW_GROUPS:
            return super()._sums(groups)
        missed = np.zeros(len(groups) * n_terms, np.int64)
        for of_each, document, term in self._sides():
            cells = groups.of_document[document] * n_terms + term
            missed += of_each * np.bincount(cells, minlength=len(missed))
        return csr_array(missed.reshape(len(groups), n_terms))

    @property
    def _shape(self) -> tuple[int, int]:
        return len(self.corpus.documents), len(self.corpus.terms)

    def _sides(self) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """How many places miss a word so far from an end of a paragraph, and of each such word its text and its term."""
        words, document = self.corpus.words, self.corpus.tokens.document_of_paragraph
        begin, end = words.paragraph_starts[:-1], words.paragraph_starts[1:]
        # The word so many places from an end is not seen from as many places beyond it.
        sides = [(begin + step, self.right - step) for step in range(self.right)]
        sides += [(end - 1 - step, self.left - step) for step in range(self.left)]
        for place, missed in sides:
            inside = (place >= begin) & (place < end)
            yield missed, document[inside], words.term[place[inside]]


@kept_with_corpus(2)
def edges(corpus: Corpus, left: int, right: int) -> Edges:
    """What windows of this width miss in a corpus."""
    return Edges(corpus, left, right)
