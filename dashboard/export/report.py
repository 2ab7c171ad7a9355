"""The report: exhibits that a reader has put aside, in an order of their own, each with a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analysis import Corpus

from ..exhibits import make
from ..exhibits.base import Exhibit
from ..exhibits.options import given


@dataclass(frozen=True)
class Kept:
    """One exhibit put aside: its name, the options that are not as usual, the texts it is of (none: all), a note."""

    name: str
    options: Mapping[str, object]
    documents: tuple[str, ...] = ()
    note: str = ""


Basket = tuple[Kept, ...]


def kept(exhibit: Exhibit) -> Kept:
    """An exhibit as it is put aside."""
    return Kept(exhibit.name, given(exhibit), exhibit.receipt.selected)


def added(basket: Basket, entry: Kept) -> Basket:
    """The basket with an entry at its end; the same exhibit is kept once."""
    return basket if any(replace(other, note="") == replace(entry, note="") for other in basket) else (*basket, entry)


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
    """The report of a basket. AnalysisError, naming the exhibit, where one cannot be made of this corpus."""
    return Report(title, tuple(_made(corpus, entry) for entry in basket))


def _made(corpus: Corpus, entry: Kept) -> Entry:
    selection = corpus.select(entry.documents) if entry.documents else corpus
    return Entry(selection, make(selection, entry.name, **entry.options), entry.note)
