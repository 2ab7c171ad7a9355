"""Dated events for the time axis: those that the texts name, and those a person types."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from analysis import Corpus, CorpusError, OptionError, concordance
from analysis.concordance import PASSAGE_COLUMNS
from analysis.errors import require_one_of

FILE = Path(__file__).parents[2] / "data" / "events.toml"
LONGEST_LABEL = 40
EXAMPLE = "2018-03 Trade war"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# A label is drawn in a margin, and an event further away would squeeze the years of the texts.
_YEARS_AROUND = 1


@dataclass(frozen=True)
class Event:
    """What happened when; text, paragraph and named: where a text names it, and in which words ("" where none does)."""

    label: str
    date: str
    text: str = ""
    paragraph: int = 0
    named: str = ""
    note: str = ""

    @property
    def time(self) -> float:
        """Its place on a time axis in years; the middle of its year or month where the day is not known."""
        return time_of_date(self.date)

    @property
    def key(self) -> str:
        """Label and year, for a menu."""
        return f"{self.label} ({self.date[:4]})"


def time_of_date(written: str) -> float:
    """`2018`, `2018-03` or `2018-03-22` as a decimal year. OptionError for anything else."""
    found = _DATE.fullmatch(written)
    if found is None:
        raise OptionError(f"“{written[:30]}” is no date: write 2018, 2018-03 or 2018-03-22.")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise OptionError(f"There is no day “{written}” in the calendar.") from None
    if month is None:
        return year + 0.5
    return year + (month - 0.5) / 12 if day is None else year + (first.timetuple().tm_yday - 1) / 365.25


@cache
def named_events() -> dict[str, Event]:
    """The events of data/events.toml by label, in order of time."""
    return read_events(FILE)


def read_events(file: Path) -> dict[str, Event]:
    """Read a file of events: a table `["label"]` an event, with date, text, paragraph, named, and if need be note.

    CorpusError says which entry is faulty.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{file.name} cannot be read ({error}).") from None
    events = [_event(file.name, label, entry) for label, entry in content.items()]
    return {event.label: event for event in sorted(events, key=lambda event: (event.time, event.label))}


def _event(file: str, label: str, entry: object) -> Event:
    needed = {"date": str, "text": str, "paragraph": int, "named": str}
    if not isinstance(entry, dict) or not all(isinstance(entry.get(field), kind) for field, kind in needed.items()):
        raise CorpusError(f"{file}: the entry {label!r} needs date, text, paragraph (a number) and named.")
    try:
        time_of_date(entry["date"])
    except OptionError as error:
        raise CorpusError(f"{file}, entry {label!r}: {error}") from None
    return Event(label, *(entry[field] for field in needed), note=str(entry.get("note", "")))


def typed_events(written: str) -> list[Event]:
    """The events a person types: a line each (or parted by semicolons), first the date, then what happened.

    OptionError in one sentence for the first line that cannot be read.
    """
    lines = [line.strip() for line in re.split(r"[;\n]", written)]
    return [_typed_event(line) for line in dict.fromkeys(lines) if line]


def _typed_event(line: str) -> Event:
    when, _, label = line.partition(" ")
    if not _DATE.fullmatch(when):
        raise OptionError(f"The event “{line[:40]}” must begin with its date, as in “{EXAMPLE}”.")
    time_of_date(when)
    label = label.strip()
    if not label:
        raise OptionError(f"The event of {when} needs a name after its date, as in “{EXAMPLE}”.")
    if len(label) > LONGEST_LABEL:
        raise OptionError(f"The name “{label[:30]}…” is too long for the axis: use {LONGEST_LABEL} letters or fewer.")
    return Event(label, when)


def offered(corpus: Corpus) -> dict[str, Event]:
    """The events that the texts of a corpus name, by label."""
    return {label: event for label, event in named_events().items() if event.text in corpus.documents.index}


def fits(event: Event, years: Sequence[int]) -> bool:
    """Does an event lie in the years of the texts, or at most a year before or after them?"""
    return bool(len(years)) and min(years) - _YEARS_AROUND <= int(event.time) <= max(years) + _YEARS_AROUND


def chosen_events(labels: Sequence[str], written: str) -> list[Event]:
    """Events named in the texts, by label, and those typed, in order of time. OptionError for what cannot be read."""
    for label in labels:
        require_one_of("events", label, named_events())
    events = [named_events()[label] for label in dict.fromkeys(labels)] + typed_events(written)
    return sorted(events, key=lambda event: event.time)


def event_passages(corpus: Corpus, label: str, date: str) -> pd.DataFrame:
    """The sentence that names an event, as concordance lines; none for an event that a person typed."""
    event = named_events().get(label)
    if event is None or event.date != date or event.text not in corpus.documents.index:
        return pd.DataFrame(columns=PASSAGE_COLUMNS)
    lines = concordance(corpus, event.named)
    here = (lines["document_id"] == event.text) & (lines["paragraph"] == event.paragraph)
    return lines[here].head(1).reset_index(drop=True)
