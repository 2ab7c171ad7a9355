"""Lists of words that say little about what a text is about."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from .errors import require_one_of
from .languages import LANGUAGES
from .tokens import REFERENCE, is_number

FOLDER = Path(__file__).parents[1] / "data" / "stopwords"


def stop_list_names() -> list[str]:
    """The stop lists there are, by language code: our own first, then those of stop-words; "none" is the empty one."""
    return ["none", *_own_lists(), *sorted(set(LANGUAGES) - set(_own_lists()))]


def usual_stop_list(languages: Collection[str]) -> str:
    """The name of the list for texts in these languages: of each that has one, the empty one where none has; the English
    where no language is known."""
    listed = "+".join(sorted(set(languages).intersection(stop_list_names())))
    return listed or ("none" if languages else "en")


@cache
def stop_words(name: str = "en") -> frozenset[str]:
    """The words of one list, or of several joined by + (`en+zh`). OptionError for one not in `stop_list_names()`."""
    if not isinstance(name, str) or "+" not in name:
        require_one_of("stop list", name, stop_list_names())
        return _words(name)
    return frozenset().union(*(stop_words(part) for part in name.split("+")))


def _own_lists() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("*.txt"))


def _words(name: str) -> frozenset[str]:
    if name == "none":
        return frozenset()
    if name not in _own_lists():
        return _of_the_package(name)
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _of_the_package(name: str) -> frozenset[str]:
    """The words of a list of the package stop-words that a text can hold: single terms, no signs and no numbers."""
    from stop_words import get_stop_words

    # That of Hebrew has kept the marks of the list that it was copied from.
    listed = [word.strip('",') for word in get_stop_words(LANGUAGES[name].lower())]
    return frozenset(filter(_is_term, map(REFERENCE.fold, listed)))


def _is_term(word: str) -> bool:
    return not is_number(word) and REFERENCE.spans(word) == [(0, len(word))]
