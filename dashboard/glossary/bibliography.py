"""The works behind the measures: a full entry for each, found by the short form in which a source names it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "bibliography.toml"
# What leads to an address of a DOI.
_RESOLVER = "https://doi.org/"


@dataclass(frozen=True)
class Work:
    """Something that is cited.

    kind: as in BibTeX; authors, editors: "Family, Given", or as they are printed where there is no comma; dated: what
    stands in the place of an unknown year, or is to be said of a known one; the other fields as in BibTeX.
    """

    key: str
    kind: str
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    dated: str = ""
    editors: tuple[str, ...] = ()
    journal: str = ""
    booktitle: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    school: str = ""
    institution: str = ""
    address: str = ""
    howpublished: str = ""
    note: str = ""
    doi: str = ""
    url: str = ""


@cache
def works() -> dict[str, Work]:
    """All works by their keys, in the order of the file."""
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        key: Work(key, **{field: _frozen(value) for field, value in entry.items()}) for key, entry in entries.items()
    }


def named_in(text: str) -> list[Work]:
    """The works that a text names by author and year, in the order in which it does."""
    places = {}
    for work in works().values():
        if found := re.search(_pattern(work), text):
            places[work] = found.start()
    return sorted(places, key=places.__getitem__)


def reference(work: Work) -> str:
    """A work in one line, in the style of linguistics journals: author, year, title, where it appeared, address.

    Without an author the title comes first.
    """
    head = [_names(work.authors), _year(work), work.title] if work.authors else [work.title, _year(work)]
    parts = [*head, *_where(work), work.note]
    lines = [" ".join(part.split()) for part in parts if part.strip()]
    sentences = [line if line[-1] in ".?!…" else f"{line}." for line in lines]
    return " ".join([*sentences, *filter(None, [_RESOLVER + work.doi if work.doi else work.url])])


def references(text: str) -> list[str]:
    """The works that a text names, as a list of references."""
    return [reference(work) for work in in_order(named_in(text))]


def in_order(cited: Iterable[Work]) -> list[Work]:
    """Works as a list of references has them: once each, by author and year."""
    return sorted(
        set(cited), key=lambda work: (_as_sorted(_names(work.authors) or work.title), work.year or 0, work.title)
    )


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _as_sorted(name: str) -> str:
    """A name without accents and capitals, so that Röder stands before Rychlý."""
    return "".join(
        filter(lambda letter: not unicodedata.combining(letter), unicodedata.normalize("NFKD", name.casefold()))
    )


def _pattern(work: Work) -> str:
    """A regular expression for the short forms of a work: all names or "et al.", the year bare or in brackets."""
    families = [name.split(",")[0] for name in work.authors]
    forms = [_joined(families), *([f"{families[0]} et al."] if len(families) > 1 else [])]
    named = "|".join(map(re.escape, forms))
    # Not as the last of several authors: "Pedersen 1996" is no part of "Bruce & Pedersen 1996".
    return rf"(?<![\w-])(?<!& )(?<!, )(?:{named})" + (rf",? \(?{work.year}\b" if work.year else r"\b")


def _joined(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} & {last}" if others else last


def _names(authors: tuple[str, ...]) -> str:
    """Authors as a reference begins: the first with the family name in front, the others as they are spoken."""
    return _joined([authors[0], *map(_spoken, authors[1:])]) if authors else ""


def _spoken(name: str) -> str:
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()


def _year(work: Work) -> str:
    if work.year:
        return f"{work.year} ({work.dated})" if work.dated else str(work.year)
    return work.dated or "n.d."


def _where(work: Work) -> list[str]:
    """Where a work appeared, in parts."""
    house = ": ".join(filter(None, [work.address, work.publisher or work.institution or work.school]))
    if work.kind == "article":
        issue = f"{work.volume}({work.number})" if work.number else work.volume
        return [f"{work.journal} {issue}".strip(), work.pages]
    if work.booktitle:
        editors = (
            f"{_joined(map(_spoken, work.editors))} (ed{'s' * (len(work.editors) > 1)}.), " if work.editors else ""
        )
        return [f"In {editors}{work.booktitle}" + (f", {work.pages}" if work.pages else ""), house]
    if work.kind == "phdthesis":
        return [f"{house}, doctoral dissertation"]
    return [f"Report {work.number}" if work.kind == "techreport" else "", house, work.howpublished]
