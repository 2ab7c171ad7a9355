"""What the name of a file says of its text: `author_year_title`."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


def stem_of(name: str) -> str:
    """A file's name without its ending."""
    stem, _, ending = name.rpartition(".")
    return stem if stem and re.fullmatch(r"\w{1,8}", ending) else name


def metadata_of_name(name: str) -> dict[str, object]:
    """Author, year and title out of `author_year_title.txt`, `author-2014.txt` or `Author (2014) Title.txt`.

    A year of four digits parts author and title; a name without one says nothing but a title.
    """
    stem = stem_of(name)
    years = list(_YEAR.finditer(stem))
    if len(years) != 1:
        return {"title": _words(stem)} if _words(stem) else {}
    author, title = _words(stem[: years[0].start()]), _words(stem[years[0].end() :])
    said = {"author": _capital(author), "year": int(years[0][0]), "title": title or _words(stem)}
    return {key: value for key, value in said.items() if value}


def _words(part: str) -> str:
    """A part of a name in words: underscores and dots are spaces, brackets and dashes at its ends are none."""
    spaced = re.sub(r"[_.]+", " ", part) if " " not in part else part
    return re.sub(r"\s+", " ", spaced).strip(" -–—_.,;()[]{}")


def _capital(author: str) -> str:
    """`chen` as Chen; what has a capital already stays."""
    return author.title() if author.islower() else author
