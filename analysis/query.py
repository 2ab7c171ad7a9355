"""What is looked for: a line of text, or the variants of one idea, to a Query."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from .errors import QueryError
from .query_syntax import sequences


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
