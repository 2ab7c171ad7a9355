"""One number of an exhibit worked in plain words: what it says of this very word in this very group."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import wraps

import pandas as pd

from analysis.readability import MEASURES as READABILITY

from .base import Exhibit

Names = Mapping[object, str]
Example = Callable[[Exhibit, Names], str]


def needs(*columns: str) -> Callable[[Example], Example]:
    """An example of tables that have rows and these columns; nothing for all others."""

    def told_where_possible(example: Example) -> Example:
        @wraps(example)
        def guarded(exhibit: Exhibit, names: Names) -> str:
            if exhibit.table.empty or not set(columns) <= set(exhibit.table):
                return ""
            return example(exhibit, names)

        return guarded

    return told_where_possible


def nothing(exhibit: Exhibit, names: Names) -> str:
    """No number to work."""
    return ""


@needs("term", "count", "words")
def hits(exhibit: Exhibit, names: Names) -> str:
    """A count as places in a text."""
    # Readings have “39 hits” or “9 of 742 words”.
    shown = "{:.0f} hits" if re.search(r"\d hits", exhibit.reading) else "{:.0f} of "
    row = told(exhibit, "count", shown, positive=True)
    if row is None:
        return ""
    where = f"the {row['words']:,.0f} words of {group_name(exhibit, row, names)}"
    return f"Here “{row['term']}” stands {_count(row['count'])} in {where}."


@needs("should", "must")
def should_to_must(exhibit: Exhibit, names: Names) -> str:
    """The counts of the last group."""
    row = exhibit.table.iloc[-1]
    return f"Here {group_name(exhibit, row, names)}: {row['should']} times “should”, {row['must']} times “must”."


@needs("term", "per_1000")
def rate(exhibit: Exhibit, names: Names) -> str:
    """A rate as so many places in a stretch of text."""
    row = told(exhibit, "per_1000", "{:.1f}", positive=True)
    if row is None:
        return ""
    value, group = row["per_1000"], group_name(exhibit, row, names)
    stretch = next(
        size for size in (1_000, 10_000, 100_000, 1_000_000) if value * size / 1000 >= 1 or size == 1_000_000
    )
    return f"Here {value:.1f}: in {stretch:,} words of {group} “{row['term']}” stands about {_count(value * stretch / 1000)}."


@needs("term", "per_1000", "reference_per_1000")
def versus(exhibit: Exhibit, names: Names) -> str:
    """Two rates side by side."""
    row = told(exhibit, "per_1000", "{:.1f} :", positive=True)
    if row is None:
        return ""
    here, rest = row["per_1000"], row["reference_per_1000"]
    return f"Here “{row['term']}”: {here:.1f} in 1,000 words of {group_name(exhibit, row, names)}, {rest:.1f} in 1,000 of the rest."


@needs("low", "high")
def interval(exhibit: Exhibit, names: Names) -> str:
    """A number with its two limits."""
    column = next((name for name in _WITH_LIMITS if name in exhibit.table), None)
    if column is None:
        return ""
    shown = _WITH_LIMITS[column]
    row = told(exhibit, column, shown + " [", positive=True)
    if row is None or pd.isna(row["low"]):
        return ""
    value, low, high = (shown.format(row[name]) for name in (column, "low", "high"))
    what = f"“{row['term']}” in " if "term" in row else f"{_LABELS[row['measure']]} of " if "measure" in row else ""
    return f"Here {what}{group_name(exhibit, row, names)}: {value}, but anything from {low} to {high} would be no surprise."


# How a number is shown that stands between two limits, by its column.
_WITH_LIMITS = {"per_1000": "{:.1f}", "share": "{:.0%}", "value": "{:.0f}"}
_LABELS = {name: measure.label for name, measure in READABILITY.items()}


@needs("term", "log_ratio")
def log_ratio(exhibit: Exhibit, names: Names) -> str:
    """A Log Ratio as so many times."""
    row = _first(exhibit, "log_ratio")
    if row is None:
        return ""
    half = " (no hit on the other side, which counts as half a one)" if row.get("empty_cell") else ""
    return (
        f"Here “{row['term']}”: {row['log_ratio']:.1f}, so about {_number(2 ** row['log_ratio'])} times as often{half}."
    )


@needs("term", "log_ratio_conservative")
def sure_ratio(exhibit: Exhibit, names: Names) -> str:
    """A conservative Log Ratio as at least so many times."""
    row = _first(exhibit, "log_ratio_conservative")
    if row is None:
        return ""
    value = row["log_ratio_conservative"]
    return f"Here “{row['term']}”: {value:.1f}, so at least {_number(2**value)} times as often."


@needs("log_likelihood")
def evidence(exhibit: Exhibit, names: Names) -> str:
    """The largest G² of the table."""
    row = exhibit.table.loc[exhibit.table["log_likelihood"].idxmax()]
    return f"Here up to {row['log_likelihood']:.0f}; a single word reaches 10.8 by chance once in a thousand times."


@needs("term", "tfidf", "count", "words", "document_frequency", "n_groups")
def tfidf(exhibit: Exhibit, names: Names) -> str:
    """A TF-IDF value by what makes it."""
    row = exhibit.table.iloc[0]
    return f"Here “{row['term']}”: {row['tfidf'] * 1000:.1f} thousandths, from {row['count']} hits in {row['words']:,} words, in {row['document_frequency']} of {row['n_groups']} groups."


@needs("term", "cumulative")
def contribution(exhibit: Exhibit, names: Names) -> str:
    """The longest bar of a word shift."""
    row = exhibit.table.iloc[0]
    return f"Here “{row['term']}” makes {row['cumulative']:.1%} of the whole difference."


@needs("q_value")
def q_value(exhibit: Exhibit, names: Names) -> str:
    """A q-value as so many false finds."""
    row = told(exhibit, "q_value", "q = {:.2g}")
    if row is None:
        return ""
    return f"Here {row['q_value']:.2g}: of 1,000 words kept at this level about {_number(1000 * row['q_value'])} would be there by chance."


@needs("term", "p_value")
def p_value(exhibit: Exhibit, names: Names) -> str:
    """The smallest probability of the table."""
    if not exhibit.table["p_value"].notna().any():
        return ""
    row = exhibit.table.loc[exhibit.table["p_value"].idxmax()]
    return f"Here “{row['term']}”: {row['p_value']:.2f}, so chance alone does as much in about {row['p_value'] * 100:.0f} of 100 cases."


@needs("term", "group", "words", "expected")
def expected(exhibit: Exhibit, names: Names) -> str:
    """How an expected number of hits comes about."""
    row = told(exhibit, "expected", "{:.1f}", positive=True)
    if row is None:
        return ""
    others = row["reference_per_1000"] if "reference_per_1000" in row else row.get("others_per_1000")
    if others is None or pd.isna(others):
        return ""
    return f"Here “{row['term']}”: {others:.1f} per 1,000 words of the others, times the {row['words']:,} words of {group_name(exhibit, row, names)}, makes {row['expected']:.1f}."


@needs("group", "words")
def highest_rate(exhibit: Exhibit, names: Names) -> str:
    """What no hit still allows."""
    column = next((name for name in ("highest_per_1000", "high") if name in exhibit.table), "")
    row = told(exhibit, column, "{:.1f} per 1,000", positive=True)
    if row is None:
        return ""
    return f"Here {group_name(exhibit, row, names)}: none in {row['words']:,} words, so up to {row[column]:.1f} in 1,000 could still be its way."


@needs("term", "per_1000", "mean_per_1000")
def multiple(exhibit: Exhibit, names: Names) -> str:
    """A rate as a multiple of the mean of the groups."""
    row = exhibit.table.iloc[0]
    return f"Here “{row['term']}” in {group_name(exhibit, row, names)}: {row['per_1000']:.1f} against an average of {row['mean_per_1000']:.1f}, so {row['per_1000'] / row['mean_per_1000']:.2f}."


def told(exhibit: Exhibit, column: str, shown: str, *, positive: bool = False) -> pd.Series | None:
    """The row whose number the reading names first, else that of the largest; None where there is no number."""
    values = exhibit.table[column].dropna() if column in exhibit.table else exhibit.table.iloc[:0, 0]
    values = values[values > 0] if positive else values
    if values.empty:
        return None
    places = {row: exhibit.reading.find(shown.format(value)) for row, value in values.items()}
    named = {row: place for row, place in places.items() if place >= 0}
    return exhibit.table.loc[min(named, key=named.__getitem__) if named else values.idxmax()]


def group_name(exhibit: Exhibit, row: pd.Series, names: Names) -> str:
    """How a row’s group is called on the screen."""
    if "group" in row:
        return str(names.get(row["group"], row["group"]))
    # Where one group stands against another, a row is a word of the target: the last group, unless one is chosen.
    target = getattr(exhibit.options, "target", "")
    return str(names.get(target, target) or (list(names.values()) or ["these texts"])[-1])


def _first(exhibit: Exhibit, column: str) -> pd.Series | None:
    """The first row that has a value above 0, in the order of the table."""
    rows = exhibit.table[exhibit.table[column] > 0]
    return None if rows.empty else rows.iloc[0]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def _count(value: float) -> str:
    whole = round(value)
    return "once" if whole == 1 else "twice" if whole == 2 else f"{whole:,} times"
