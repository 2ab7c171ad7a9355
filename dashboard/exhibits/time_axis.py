"""The honest time axis: values at the dates of their texts, and the events that the texts name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, OptionError

from ..charts.theme import Styles
from .events import Event, chosen_events, event_passages, fits
from .groups import MANY_GROUPS, is_open_ended, time_of
from .native import Points


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """events: labels of events of data/events.toml; own_events: further ones as typed, "2018-03 Trade war", a line
    each; connect: join the dots across the empty years."""

    events: tuple[str, ...] = ()
    own_events: str = ""
    connect: bool = False


def rows_on_the_axis(corpus: Corpus) -> str:
    """What a dot stands for: a text, or of many texts those of a year."""
    return "document_id" if len(corpus.documents) <= MANY_GROUPS else "year"


# No place on the axis, and no open end.
_UNDATED = (math.nan, False)


def on_the_axis(corpus: Corpus, values: pd.DataFrame, options: TimeAxis) -> tuple[pd.DataFrame, list[Event]]:
    """Values of texts with the place of each text on the axis, then the events near them; and the events left out.

    OptionError when fewer than two texts have a year.
    """
    documents = corpus.documents
    years = documents["year"].dropna().astype(int).tolist()
    if len(years) < 2:
        raise OptionError("Fewer than two of the texts have a year, so there is nothing to follow: choose more texts.")
    if rows_on_the_axis(corpus) == "document_id":
        times = {row: (time_of(document), is_open_ended(document)) for row, document in documents.iterrows()}
    else:
        times = {str(year): (year + 0.5, False) for year in set(years)}
    values = values.assign(
        time=[times.get(group, _UNDATED)[0] for group in values["group"]],
        open_ended=[times.get(group, _UNDATED)[1] for group in values["group"]],
        event=False,
        date="",
    )
    events = chosen_events(options.events, options.own_events)
    shown, left_out = [event for event in events if fits(event, years)], [e for e in events if not fits(e, years)]
    if shown:
        rows = _event_rows(corpus, shown)
        values = pd.concat([values, rows[[column for column in rows if column in values]]], ignore_index=True)
    return values.astype({"words": "Int64"}), left_out


def _event_rows(corpus: Corpus, events: Sequence[Event]) -> pd.DataFrame:
    rows = [
        (event.label, event.text, event.time, False, True, event.date, len(event_passages(corpus, event.label, event.date)))
        for event in events
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["term", "group", "time", "open_ended", "event", "date", "count"])


def dots(table: pd.DataFrame) -> pd.DataFrame:
    """The rows that are values, without the events."""
    return table[~table["event"]]


def events_drawn(table: pd.DataFrame) -> pd.DataFrame | None:
    """The rows that are events; None where there are none."""
    return table[table["event"]] if table["event"].any() else None


def points(table: pd.DataFrame, value: str, unit: str, styles: Styles, form: str) -> Points | None:
    """A chart a term; none where dated events are drawn, which an office program cannot place."""
    if table["event"].any():
        return None
    return Points(
        "time", value, "group", "year", unit, styles, low="low", high="high", panel="term", years=True, form=form
    )


def events_left_out(left_out: Sequence[Event]) -> str:
    """Which events are not drawn, in words."""
    if not left_out:
        return ""
    return f" Not drawn, as too far from the texts: {', '.join(event.key for event in left_out[:4])}{' …' * (len(left_out) > 4)}."


def events_source(table: pd.DataFrame) -> list[str]:
    """Where the events are from, for a receipt."""
    return ["events: dates from the texts, completed from common knowledge, or typed"] if table["event"].any() else []
