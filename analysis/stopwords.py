"""Lists of words that say little about what a text is about."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from .errors import require_one_of
from .languages import LANGUAGES
from .scripts import has_han
from .segmentation import traditional
from .tokens import REFERENCE, is_number

FOLDER = Path(__file__).parents[1] / "data" / "stopwords"


def stop_list_names() -> list[str]:
    """The stop lists there are, by language code: our own first, then those of Stopwords ISO; "none" is the empty one."""
    return ["none", *_own_lists(), *sorted(set(LANGUAGES) - set(_own_lists()))]


def usual_stop_list(languages: Collection[str]) -> str:
    """The name of the list for texts in these languages: of each that has one; the English where none is known."""
    return "+".join(sorted(code for code in set(languages) if code in stop_list_names())) or "en"


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
        return _of_stopwords_iso(name)
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _of_stopwords_iso(name: str) -> frozenset[str]:
    """The words of a list of Stopwords ISO that a text can hold: single terms, no signs and no numbers."""
    from stopwordsiso import stopwords

    listed = stopwords(name)
    if name == "zh":
        # That list knows simplified characters only; and whether a word is one depends on its sentence.
        return frozenset(word for each in listed if has_han(each) for word in (each, traditional(each)))
    return frozenset(filter(_is_term, map(REFERENCE.fold, listed)))


def _is_term(word: str) -> bool:
    return not is_number(word) and REFERENCE.spans(word) == [(0, len(word))]
