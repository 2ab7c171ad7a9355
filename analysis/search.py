"""Where a Query stands in a corpus: all of it at once, or part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from .errors import QueryError
from .form_set import FormSet
from .hits import Hits, longest, together
from .query import Query, parse
from .query_forms import QueryForms
from .query_runs import Run, Sequence
from .shards import Partial, Shard, each_share

# So many tokens are searched at a time where not all hits are wanted at once.
PART = 1 << 18
# Or as many as have about so many hits, where that is known.
PART_HITS = 1 << 12


def find(corpus: Shard, query: Query | str) -> Hits:
    """Every place where a query stands in a corpus. Hits never overlap and never cross a paragraph."""
    return Search(corpus, query).hits()


def count_hits(corpus: Shard, query: Query | str) -> int:
    """How many hits a query has; part by part, so that the memory does not grow with their number."""
    words = Search(corpus, query).single_words()
    if words is not None:
        return corpus.contents.count(words)
    return sum(each_search(corpus, _count_in, query, query=query))


def each_search(
    corpus: Shard, count: Callable[..., Partial], *options: object, query: Query | str
) -> Iterable[Partial]:
    """As `each_share`, for what looks at the places where a query can stand."""
    return each_share(corpus, count, *options, places=lambda: Search(corpus, query).n_places())


def _count_in(shard: Shard, query: Query | str) -> int:
    search = Search(shard, query)
    return sum(len(search.hits(*part)) for part in search.parts())


def some_hits(corpus: Shard, query: Query | str, first: int, limit: int) -> Hits:
    """So many hits of a query, in running order from the one of number `first` on (from 0): no more is looked at."""
    search = Search(corpus, query)
    found, passed = [Hits(*np.zeros((3, 0), np.int64))], 0
    for part in search.parts():
        hits = search.hits(*part)
        found.append(hits.take(slice(max(first - passed, 0), max(first + limit - passed, 0))))
        passed += len(hits)
        if passed >= first + limit:
            break
    return together(found)


def every_hit(corpus: Shard, query: Query | str, step: int) -> Hits:
    """Every so many-th hit of a query, the first among them: an even choice, for which the others are not kept."""
    search = Search(corpus, query)
    found, passed = [Hits(*np.zeros((3, 0), np.int64))], 0
    for part in search.parts():
        hits = search.hits(*part)
        found.append(hits.take(slice(-passed % step, None, step)))
        passed += len(hits)
    return together(found)


class Search:
    """A query as the lexicon of a corpus sees it: what it looks for is worked out once, and looked for part by part."""

    def __init__(self, corpus: Shard, query: Query | str) -> None:
        query = parse(query) if isinstance(query, str) else query
        if not query.sequences:
            raise QueryError("The search has no variant; give it at least one word.")
        forms = QueryForms(corpus, query)
        self._stream = corpus.tokens
        self._wanted, self._exceptions = (
            [Sequence(corpus.contents, forms.sequence(words), number) for number, words in enumerate(sequences)]
            for sequences in (query.sequences, query.exceptions)
        )

    def single_words(self) -> FormSet | None:
        """The forms that are hits, where every hit is one word and nothing cancels any."""
        elements = [element for sequence in self._wanted for element in sequence.elements]
        alone = len(elements) == len(self._wanted) and not self._exceptions
        return FormSet.union(elements) if alone and not any(isinstance(each, Run) for each in elements) else None

    def n_places(self) -> int | None:
        """At how many places it must be looked whether there is a hit, where that is known."""
        places = [sequence.n_places for sequence in (*self._wanted, *self._exceptions)]
        return None if None in places else sum(places)

    def hits(self, first: int = 0, stop: int | None = None) -> Hits:
        """The hits in a run of whole texts, by its first token and the token after its last."""
        part = (first, len(self._stream) if stop is None else stop)
        hits = longest([sequence.hits(*part) for sequence in self._wanted])
        if not self._exceptions:
            return hits
        return hits.without(longest([sequence.hits(*part) for sequence in self._exceptions]))

    def parts(self) -> Iterator[tuple[int, int]]:
        """Runs of whole texts of some PART tokens each, the more the fewer hits they can have, or of one longer text."""
        starts, first = self._stream.document_starts, 0
        places = self.n_places()
        size = PART if places is None else max(PART, len(self._stream) * PART_HITS // max(places, 1))
        while first < len(self._stream):
            after = int(np.searchsorted(starts, first + size, side="right")) - 1
            stop = int(starts[after]) if starts[after] > first else int(starts[np.searchsorted(starts, first, "right")])
            yield first, stop
            first = stop
