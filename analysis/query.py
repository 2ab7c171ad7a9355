"""Searches: a line of text to a Query, a Query to the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from .errors import QueryError
from .form_set import FormSet
from .hits import Hits, longest, together
from .query_runs import Run, Sequence, han_parts, run_of
from .query_syntax import sequences
from .scripts import has_han
from .shards import Shard, each_share

# So many tokens are searched at a time where not all hits are wanted at once.
PART = 1 << 18
# Or as many as have about so many hits, where that is known.
PART_HITS = 1 << 12


@dataclass(frozen=True)
class Query:
    """What is looked for.

    sequences: the alternatives, each a sequence of one or more words; a hit is any of them, the longest at a place.
    exceptions: sequences that cancel every hit they overlap (`will` but not `political will`).
    case_sensitive: compare with the forms as written. compounds: `trust` also finds `trust-rebuilding`.
    variants: the variant each sequence belongs to, by default itself.
    """

    text: str
    sequences: tuple[tuple[str, ...], ...]
    exceptions: tuple[tuple[str, ...], ...] = ()
    case_sensitive: bool = False
    compounds: bool = True
    variants: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.variants:
            object.__setattr__(self, "variants", tuple(" ".join(sequence) for sequence in self.sequences))


# What a function that takes several searches takes: by name, as a list, or one alone.
Queries = Mapping[str, Query | str] | Collection[Query | str] | Query | str


def parse(text: str, *, case_sensitive: bool = False, compounds: bool = True) -> Query:
    """Read a search.

    `trust` a word; `trust deficit` a phrase; `cooperat*` and `wom?n` any letters, one letter; `win-win|mutual benefit`
    either; `community (of|with a) shared future` either inside a phrase; `/globali[sz].*/` a regular expression for
    one whole word (RE2). QueryError, with what to do, for anything else.
    """
    if not text.strip():
        raise QueryError("Type a word or a phrase to search for.")
    return any_of([text], case_sensitive=case_sensitive, compounds=compounds)


def any_of(
    variants: Iterable[str],
    exceptions: Iterable[str] = (),
    *,
    case_sensitive: bool = False,
    compounds: bool = True,
) -> Query:
    """One query for several variants of one idea, with exceptions that cancel the hits they overlap.

    Of a single variant, each of the phrases it stands for counts as one.
    """
    variants, exceptions = list(variants), list(exceptions)
    # The first variant that stands for a sequence keeps it.
    found: dict[tuple[str, ...], str] = {}
    for variant in variants:
        for sequence in sequences(variant):
            found.setdefault(sequence, variant if len(variants) > 1 else " ".join(sequence))
    cancelled = tuple(dict.fromkeys(sequence for exception in exceptions for sequence in sequences(exception)))
    return Query("|".join(variants), tuple(found), cancelled, case_sensitive, compounds, tuple(found.values()))


def named_queries(queries: Queries) -> dict[str, Query | str]:
    """Searches by the name to show: a mapping as it is, a list or a single search by their own text."""
    if isinstance(queries, Mapping):
        return dict(queries)
    listed = [queries] if isinstance(queries, str | Query) else queries
    return {query.text if isinstance(query, Query) else query: query for query in listed}


def find(corpus: Shard, query: Query | str) -> Hits:
    """Every place where a query stands in a corpus. Hits never overlap and never cross a paragraph."""
    return Search(corpus, query).hits()


def count_hits(corpus: Shard, query: Query | str) -> int:
    """How many hits a query has; part by part, so that the memory does not grow with their number."""
    search = Search(corpus, query)
    words = search.single_words()
    if words is not None:
        return corpus.contents.count(words)
    return sum(each_share(corpus, _count_in, query, places=search.n_places()))


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
        lexicon = _Lexicon(corpus, query)
        self._stream = corpus.tokens
        self._wanted, self._exceptions = (
            [Sequence(corpus.contents, lexicon.sequence(words), number) for number, words in enumerate(sequences)]
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


class _Lexicon:
    """The lexicon as one query sees it: finds the forms that each of its words stands for."""

    def __init__(self, corpus: Shard, query: Query) -> None:
        self.query = query
        case = "keep" if query.case_sensitive else "fold"
        self._straight = replace(corpus.tokenization, case=case, possessives="keep")
        self._spellings = corpus.spellings(case_sensitive=query.case_sensitive)

    def sequence(self, words: tuple[str, ...]) -> list[FormSet | Run]:
        """What each token of a sequence may be."""
        elements = [element for word in words for element in self.elements(word)]
        if not elements:
            raise QueryError(f"{' '.join(words)!r} holds no word or number to search for.")
        return elements

    def elements(self, word: str) -> list[FormSet | Run]:
        """For one word of a query, what each token it makes may be."""
        if len(word) > 2 and word.startswith("/") and word.endswith("/"):
            case = "" if self.query.case_sensitive else "(?i)"
            return [self._spellings.matching(_linear_time(word[1:-1], case).fullmatch)]
        folded = self._straight.fold(word)
        if "*" in folded or "?" in folded:
            pattern = _linear_time(self._whole(_wildcard(folded)))
            return [self._spellings.matching(pattern.fullmatch, max(re.split(r"[*?]", folded), key=len))]
        if has_han(folded):
            return [piece for part in han_parts(folded) for piece in self._han_or_not(part)]
        return self._tokens(folded)

    def _han_or_not(self, part: str) -> list[FormSet | Run]:
        return [run_of(part, self._spellings)] if has_han(part) else self._tokens(part)

    def _tokens(self, words: str) -> list[FormSet]:
        tokens = [words[start:end] for start, end in self._straight.spans(words)]
        return [self._spellings.of_spelling(token, compounds=self.query.compounds) for token in tokens]

    def _whole(self, pattern: str) -> str:
        """The pattern for a whole word, which may be a part of a compound or carry a possessive."""
        return rf"(?:.*[-'])?(?:{pattern})(?:[-'].*)?" if self.query.compounds else pattern


def _wildcard(word: str) -> str:
    if not re.search(r"\w", word):
        raise QueryError(f"{word!r} would find every word; write some of its letters.")
    return re.escape(word).replace(r"\*", r"[\w'-]*").replace(r"\?", r"\w")


def _linear_time(pattern: str, flags: str = ""):  # noqa: ANN202 -- re2's patterns have no public type
    """Compile with RE2, which answers in linear time whatever the pattern."""
    import re2

    options = re2.Options()
    options.log_errors = False
    unicode = _unicode_classes(pattern)
    try:
        return re2.compile(flags + unicode, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        if re.search(r"\(\?[=!<P]|\\\d$", reason):
            reason = "there are no look-around and no back-references here"
        raise QueryError(f"The regular expression /{pattern}/ cannot be used: {reason}.") from None


def _unicode_classes(pattern: str) -> str:
    r"""RE2's own \w and \d know ASCII only; write them so that they know every script, inside [...] and outside."""
    classes = {r"\w": r"\p{L}\p{M}\p{N}_", r"\d": r"\p{N}"}
    inside, written = False, []
    for piece in re.findall(r"\\.|\[\^?\]?|.", pattern, re.DOTALL):
        if piece in classes:
            piece = classes[piece] if inside else f"[{classes[piece]}]"
        elif piece.lower() in classes:
            if inside:
                raise QueryError(f"The regular expression /{pattern}/ has {piece} inside [ ]; write it outside.")
            piece = f"[^{classes[piece.lower()]}]"
        elif piece.startswith("["):
            inside = True
        elif piece == "]":
            inside = False
        written.append(piece)
    return "".join(written)
