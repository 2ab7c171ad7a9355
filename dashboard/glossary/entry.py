"""The form of a glossary entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from analysis.measure import Measure


@dataclass(frozen=True)
class Entry:
    """One measure, explained. plain: what its number says, in one or two short sentences for a first-year student."""

    label: str
    question: str
    formula: str
    reading: str
    caveat: str
    source: str
    range: str = ""
    direction: str = ""
    plain: str = ""


class Text(NamedTuple):
    """What the glossary adds to a measure of a registry: the question it answers, its formula (LaTeX), how to read it,
    what to beware of; and what its number says in plain words."""

    question: str
    formula: str
    reading: str
    caveat: str
    plain: str


def entries(registry: Mapping[str, Measure], texts: Mapping[str, Text]) -> dict[str, Entry]:
    """Entries of measures that stand in a registry, which gives their label, range, direction and source."""
    return {
        name: Entry(
            label=registry[name].label,
            question=text.question,
            formula=text.formula,
            reading=text.reading,
            caveat=text.caveat,
            source=registry[name].source,
            range=registry[name].range,
            direction=registry[name].direction,
            plain=text.plain,
        )
        for name, text in texts.items()
    }
