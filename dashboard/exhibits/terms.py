"""The terms a person types: searches parted by commas, `@name` for a family of variants."""

from __future__ import annotations

from functools import cache

from analysis import OptionError, Query, QueryError, lexicon, lexicon_names, parse
from analysis.lexicons import Family


def named_queries(terms: str, *, compounds: bool = True) -> dict[str, Query]:
    """Each search by the name to show. `trust, trust deficit, @United States` gives three.

    QueryError when nothing is typed or a part cannot be read; OptionError for an unknown family.
    """
    parts = _split(terms)
    if not parts:
        raise QueryError("Type one or more words or phrases, parted by commas.")
    return {part.removeprefix("@"): _query(part, compounds) for part in dict.fromkeys(parts)}


def typed(terms: str, name: str) -> str:
    """How a shown name was typed: families have an @ before them."""
    return f"@{name}" if f"@{name}" in _split(terms) else name


@cache
def families() -> dict[str, Family]:
    """All families of all lexicons by name."""
    return {name: family for lexicon_name in lexicon_names() for name, family in lexicon(lexicon_name).items()}


def _query(part: str, compounds: bool) -> Query:
    if not part.startswith("@"):
        return parse(part, compounds=compounds)
    known = {name.lower(): family for name, family in families().items()}
    family = known.get(part[1:].strip().lower())
    if family is None:
        raise OptionError(f"There is no family {part!r}; there are {', '.join('@' + name for name in families())}.")
    return family.query


def _split(terms: str) -> list[str]:
    """Split at commas, but not inside a regular expression /…/."""
    parts, inside, part = [], False, ""
    for character in terms:
        inside ^= character == "/"
        if character == "," and not inside:
            parts.append(part.strip())
            part = ""
        else:
            part += character
    return [part for part in [*parts, part.strip()] if part]
