"""How the texts of a corpus are cited: from what is known of each, with its doubts; any of it may be missing."""

from __future__ import annotations

import re

import pandas as pd

from analysis import Corpus

from ..glossary.bibliography import Work
from .bibtex import key_of

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s,;]+[^\s,;.)\]”]")
# Words about a venue or date after which nothing more has to be said of it.
_SURE = ("", "certain", "confirmed", "stated", "sure", "known")


def cited_texts(corpus: Corpus) -> list[Work]:
    """The texts of a corpus as works, in its order."""
    keys: set[str] = set()
    return [_cited(row, _key(str(row.name), keys)) for _, row in corpus.documents.iterrows()]


def _key(document_id: str, taken: set[str]) -> str:
    stem = f"text-{key_of(document_id)}".strip("-")
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    taken.add(key)
    return key


def _cited(row: pd.Series, key: str) -> Work:
    year, dated = _date(row)
    return Work(
        key,
        "misc",
        _said(row, "title") or str(row.name),
        authors=_authors(row),
        year=year,
        dated=dated,
        howpublished=_venue(row),
        # A DOI in a remark may be that of another edition, so the remark is given as it stands.
        note=_said(row, "venue_note") if _DOI.search(_said(row, "venue_note")) else "",
        doi=_DOI.search(_said(row, "doi"))[0] if _DOI.search(_said(row, "doi")) else "",
        url=_said(row, "url"),
    )


def _said(row: pd.Series, column: str) -> str:
    value = row.get(column)
    return "" if value is None or pd.isna(value) else " ".join(str(value).split())


def _authors(row: pd.Series) -> tuple[str, ...]:
    """Authors, parted by semicolons. The short name of a text tells which word of a single author's is the family name;
    where nothing tells, names stay as they are written, since families stand first in one language and last in another.
    """
    names = [name.strip() for name in _said(row, "author").split(";") if name.strip()]
    if names == [str(row.name)]:
        # A text without an author goes by its own name in the table.
        return ()
    family = _said(row, "short_name")
    if len(names) == 1 and family in (words := names[0].split()) and len(words) > 1:
        words.remove(family)
        return (f"{family}, {' '.join(words)}",)
    return tuple(names)


def _date(row: pd.Series) -> tuple[int | None, str]:
    """The year, and what is to be said of it; a text that is only known to be no older than a year has none."""
    year = None if pd.isna(row["year"]) else int(row["year"])
    certainty = _said(row, "date_certainty")
    if year and certainty == "not before":
        return None, f"n.d., not before {year}"
    return year, f"date {certainty}" if year and certainty not in _SURE else ""


def _venue(row: pd.Series) -> str:
    venue, certainty = _said(row, "venue"), _said(row, "venue_certainty")
    if venue and certainty.split(" ")[0] not in _SURE:
        venue = f"{venue} [venue {certainty}]"
    date = _said(row, "date") if _said(row, "date_certainty") in _SURE else ""
    return ", ".join(filter(None, [venue, date]))
