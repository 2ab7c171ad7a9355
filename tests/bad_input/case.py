"""One file of the catalogue, and what it must be answered with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.texts.reading import ReadingChoices

# Two plain sentences: what a file holds where the catalogue names no text.
PROSE = "The river was wide and slow that year. Every house along the bank had lost its lower floor."
# Stands in files and addresses that no reader may open.
CANARY = "CANARY-7f3a"
_USUAL = ReadingChoices()


@dataclass(frozen=True)
class Case:
    """A file by its name and what makes its bytes.

    words: what must stand among its words; lacks: what must not. texts: how many it holds. refused: it gets one clear
    sentence instead, which holds `says`. notice: what one of its notices must hold.
    """

    name: str
    make: Callable[[], bytes]
    words: tuple[str, ...] = ()
    lacks: tuple[str, ...] = (CANARY,)
    texts: int = 1
    refused: bool = False
    says: str = ""
    notice: str = ""
    choices: ReadingChoices = _USUAL


def loads(name: str, make: Callable[[], bytes], *words: str, **rest: object) -> Case:
    """A file that is read, with these words in it."""
    return Case(name, make, words, **rest)


def refused(name: str, make: Callable[[], bytes], says: str) -> Case:
    """A file that gets one sentence, which holds `says`."""
    return Case(name, make, refused=True, says=says)
