"""Lists of words that say little about what a text is about."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .errors import require_one_of

FOLDER = Path(__file__).parents[1] / "data" / "stopwords"


def stop_list_names() -> list[str]:
    """The stop lists there are, by language code; "none" is the empty one."""
    return ["none", *sorted(file.stem for file in FOLDER.glob("*.txt"))]


@cache
def stop_words(name: str = "en") -> frozenset[str]:
    """The words of one list. OptionError for a name that is not in `stop_list_names()`."""
    require_one_of("stop list", name, stop_list_names())
    if name == "none":
        return frozenset()
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
