"""The report: exhibits that a reader has put aside, in an order of their own, each with a note."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from analysis import AnalysisError, Corpus

from ..exhibits import EXHIBITS, make
from ..exhibits.base import Exhibit
from ..exhibits.options import from_words, given
from .errors import ExportError


@dataclass(frozen=True)
class Kept:
    """One exhibit put aside: its name, the options that are not as usual, the texts it is of (none: all), a note.

    fingerprint: of those texts as they were, so that the same exhibit of other texts is never taken for it.
    """

    name: str
    options: Mapping[str, object]
    documents: tuple[str, ...] = ()
    note: str = ""
    fingerprint: str = ""


Basket = tuple[Kept, ...]


def kept(exhibit: Exhibit) -> Kept:
    """An exhibit as it is put aside."""
    return Kept(exhibit.name, given(exhibit), exhibit.receipt.selected, fingerprint=exhibit.receipt.fingerprint)


def place_of(basket: Basket, entry: Kept) -> int | None:
    """Where an exhibit stands in the basket, whatever is noted on it; None where it does not."""
    bare = [replace(other, note="") for other in basket]
    return bare.index(replace(entry, note="")) if replace(entry, note="") in bare else None


def identity(entry: Kept) -> str:
    """Twelve signs that tell an entry from every other, whatever is noted on it."""
    told = json.dumps([entry.name, sorted(entry.options.items()), entry.documents, entry.fingerprint], default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def added(basket: Basket, entry: Kept) -> Basket:
    """The basket with an entry at its end; the same exhibit is kept once."""
    return (*basket, entry) if place_of(basket, entry) is None else basket


def moved(basket: Basket, place: int, by: int) -> Basket:
    """The basket with one entry further down (by > 0) or up."""
    rest = [*basket[:place], *basket[place + 1 :]]
    rest.insert(max(0, place + by), basket[place])
    return tuple(rest)


def removed(basket: Basket, place: int) -> Basket:
    """The basket without one entry."""
    return (*basket[:place], *basket[place + 1 :])


def noted(basket: Basket, place: int, note: str) -> Basket:
    """The basket with another note on one entry."""
    return (*basket[:place], replace(basket[place], note=note), *basket[place + 1 :])


@dataclass(frozen=True)
class Entry:
    """One exhibit of a report, made: the exhibit, the texts it is of, and the reader's note."""

    corpus: Corpus
    exhibit: Exhibit
    note: str = ""


@dataclass(frozen=True)
class Report:
    """What every form of a report (HTML, slides, document, workbook, archive) is made from."""

    title: str
    entries: tuple[Entry, ...]


def compose(corpus: Corpus, basket: Basket, title: str) -> Report:
    """The report of a basket. ExportError, naming the exhibit, where one cannot be made of this corpus."""
    entries = []
    for number, entry in enumerate(basket, start=1):
        try:
            entries.append(made(corpus, entry))
        except AnalysisError as error:
            raise ExportError(f"Number {number} of the report ({entry.name}) cannot be made: {error}") from None
    return Report(title, tuple(entries))


def made(
    corpus: Corpus,
    entry: Kept,
    *,
    select: Callable[[Corpus, tuple[str, ...]], Corpus] = Corpus.select,
    make: Callable[..., Exhibit] = make,
) -> Entry:
    """One entry made of the corpus; `select` and `make` may keep what they have made before.

    AnalysisError where its texts are not there or not as they were, or the exhibit refuses.
    """
    if entry.name not in EXHIBITS:
        raise ExportError(f"This Parallax has no exhibit {entry.name[:60]!r}: take it out, or update Parallax.")
    selection = select(corpus, entry.documents) if entry.documents else corpus
    if entry.fingerprint not in ("", selection.fingerprint):
        raise ExportError(
            "This was put aside from other texts than those open now: open the session it belongs to, or take it out."
        )
    return Entry(selection, make(selection, entry.name, **from_words(entry.name, entry.options)), entry.note)
