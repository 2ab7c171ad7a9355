"""Searches: a line of text to a Query, a Query to the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from .corpus import Corpus
from .errors import QueryError
from .query_runs import Run, follow, han_parts, run_of
from .query_syntax import sequences
from .scripts import has_han

_HIT_FIELDS = ("position", "length", "sequence")


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


@dataclass(frozen=True, eq=False)
class Hits:
    """Where a query stands, in running order.

    position: first token of each hit in the stream; length: its tokens; sequence: which of the query's it is.
    """

    position: np.ndarray
    length: np.ndarray
    sequence: np.ndarray

    def __len__(self) -> int:
        return len(self.position)

    def take(self, rows: np.ndarray) -> Hits:
        """The hits of these numbers (or truth values)."""
        return Hits(self.position[rows], self.length[rows], self.sequence[rows])


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


def find(corpus: Corpus, query: Query | str) -> Hits:
    """Every place where a query stands in a corpus. Hits never overlap and never cross a paragraph."""
    query = parse(query) if isinstance(query, str) else query
    if not query.sequences:
        raise QueryError("The search has no variant; give it at least one word.")
    lexicon = _Lexicon(corpus, query)
    hits = _longest([_find_sequence(corpus, lexicon, *entry) for entry in enumerate(query.sequences)])
    if not query.exceptions:
        return hits
    return _without(hits, _longest([_find_sequence(corpus, lexicon, *entry) for entry in enumerate(query.exceptions)]))


class _Lexicon:
    """The lexicon as one query sees it: finds the forms that each of its words stands for."""

    def __init__(self, corpus: Corpus, query: Query) -> None:
        self.query = query
        case = "keep" if query.case_sensitive else "fold"
        self._straight = replace(corpus.tokenization, case=case, possessives="keep")
        self._spellings = corpus.spellings(case_sensitive=query.case_sensitive)

    def elements(self, word: str) -> list[np.ndarray | Run]:
        """For one word of a query, the matching form ids of each token it makes."""
        if len(word) > 2 and word.startswith("/") and word.endswith("/"):
            case = "" if self.query.case_sensitive else "(?i)"
            return [self._matching(_linear_time(word[1:-1], case))]
        folded = self._straight.fold(word)
        if "*" in folded or "?" in folded:
            return [self._matching(_linear_time(self._whole(_wildcard(folded))))]
        if has_han(folded):
            return [piece for part in han_parts(folded) for piece in self._han_or_not(part)]
        return self._tokens(folded)

    def _han_or_not(self, part: str) -> list[np.ndarray | Run]:
        return [run_of(part, self._spellings)] if has_han(part) else self._tokens(part)

    def _tokens(self, words: str) -> list[np.ndarray]:
        tokens = [words[start:end] for start, end in self._straight.spans(words)]
        return [self._matching(re.compile(self._whole(re.escape(token)))) for token in tokens]

    def _whole(self, pattern: str) -> str:
        """The pattern for a whole word, which may be a part of a compound or carry a possessive."""
        return rf"(?:.*[-'])?(?:{pattern})(?:[-'].*)?" if self.query.compounds else pattern

    def _matching(self, pattern: re.Pattern[str]) -> np.ndarray:
        return self._spellings.matching(pattern.fullmatch)


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


def _find_sequence(corpus: Corpus, lexicon: _Lexicon, number: int, sequence: tuple[str, ...]) -> Hits:
    elements = [element for word in sequence for element in lexicon.elements(word)]
    if not elements:
        raise QueryError(f"{' '.join(sequence)!r} holds no word or number to search for.")
    form, paragraph_of = corpus.tokens.form, corpus.tokens.paragraph_of
    if any(isinstance(element, Run) for element in elements):
        first, last = follow(corpus.tokens, elements)
        return Hits(first, last - first, np.full(len(first), number))
    last_start = len(form) - len(elements) + 1
    position = np.flatnonzero(elements[0][form[: max(last_start, 0)]])
    for distance, element in enumerate(elements[1:], start=1):
        position = position[element[form[position + distance]]]
    if len(elements) > 1:
        position = position[paragraph_of(position) == paragraph_of(position + len(elements) - 1)]
    return Hits(position, np.full(len(position), len(elements)), np.full(len(position), number))


def _longest(found: list[Hits]) -> Hits:
    """Hits of several sequences as one: from left to right, the longest at each place, none inside another."""
    together = Hits(*(np.concatenate([getattr(hits, name) for hits in found]) for name in _HIT_FIELDS))
    together = together.take(np.lexsort((-together.length, together.position)))
    if len(found) == 1 and not (together.length > 1).any():
        return together
    kept, end = [], -1
    for row, (first, size) in enumerate(zip(together.position.tolist(), together.length.tolist(), strict=True)):
        if first >= end:
            kept.append(row)
            end = first + size
    return together.take(kept)


def _without(hits: Hits, cancelling: Hits) -> Hits:
    """Hits that overlap none of the cancelling ones."""
    if not len(cancelling):
        return hits
    # Both lists are in order and free of overlaps, so the last one that begins before a hit's end decides.
    last = np.searchsorted(cancelling.position, hits.position + hits.length) - 1
    ends = cancelling.position[last] + cancelling.length[last]
    return hits.take((last < 0) | (ends <= hits.position))
