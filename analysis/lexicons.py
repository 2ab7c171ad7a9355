"""Families of expressions: one idea under the several names it goes by."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .errors import CorpusError, require_one_of
from .query import Query, any_of

FOLDER = Path(__file__).parents[1] / "data" / "lexicons"


@dataclass(frozen=True)
class Family:
    """One idea: its variants as searches, the exceptions that cancel hits, and where the list comes from."""

    name: str
    variants: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    case_sensitive: bool = False
    source: str = ""

    @property
    def query(self) -> Query:
        """All variants as one search, so that no place is counted twice."""
        return any_of(self.variants, self.exceptions, case_sensitive=self.case_sensitive)

    def variant_queries(self) -> dict[str, Query]:
        """Each variant as a search of its own, by its text."""
        return {
            variant: any_of([variant], self.exceptions, case_sensitive=self.case_sensitive) for variant in self.variants
        }


def lexicon_names() -> list[str]:
    """The lexicons there are: one TOML file each."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


@cache
def lexicon(name: str) -> Mapping[str, Family]:
    """The families of one lexicon by name. OptionError for an unknown lexicon, CorpusError for a faulty file."""
    require_one_of("lexicon", name, lexicon_names())
    return read_lexicon(FOLDER / f"{name}.toml")


def read_lexicon(file: Path) -> dict[str, Family]:
    """Read one lexicon: a table `["family name"]` an entry, with `variants`, and if need be `except`, `case_sensitive`.

    `source` of the file stands for every entry that has none. CorpusError says which entry is faulty.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{file.name} cannot be read ({error}).") from None
    source = str(content.pop("source", ""))
    families = {}
    for name, entry in content.items():
        if not isinstance(entry, dict) or not entry.get("variants") or not isinstance(entry["variants"], list):
            raise CorpusError(f'{file.name}: the entry {name!r} needs a list variants = ["…"].')
        families[name] = Family(
            name,
            tuple(entry["variants"]),
            tuple(entry.get("except", ())),
            bool(entry.get("case_sensitive", False)),
            str(entry.get("source", source)),
        )
    return families
