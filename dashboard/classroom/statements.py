"""Statements of a lesson: references in braces are replaced by what the tables of exhibits say when they are shown.

{count | term=trust | group=Sun 2024}        one cell: a column, then the conditions that leave one row
{term | group=Sun 2024 | highest per_1000}   the row with the most
{share | topic=2 | group=Sun 2024}, {rows | topic=2, 6}   any of several, of words or of numbers
{sum count | term=trust}, {rows | low>0}     a sum, a number of rows
{share % | …}                                per cent
{per_1000 | … / per_1000 | …}                one divided by the other
{reading}                                    the exhibit's own two sentences
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import Corpus, OptionError

from ..exhibits.base import Exhibit
from ..exhibits.column import PROBABILITY, RATE
from ..exhibits.columns import columns_of
from ..exhibits.groups import text_labels
from ..exhibits.precision import decimals
from ..words import escape_markdown

_REFERENCE = re.compile(r"\{([^{}]+)\}")
_CONDITION = re.compile(r"^(\w+)\s*(!=|<=|>=|=|<|>)\s*(.*)$")
_COMPARISON = re.compile(r"\s(<=|>=|!=|=|<|>)\s")
_SUMS = {"sum": "sum", "most": "max", "least": "min", "mean": "mean"}


@dataclass(frozen=True, eq=False)
class Source:
    """What references refer to: an exhibit, and other names of its groups (a text's label for its author)."""

    exhibit: Exhibit
    names: Mapping[str, str]


def source(corpus: Corpus, exhibit: Exhibit) -> Source:
    """An exhibit with the names under which a lesson may call its groups."""
    labels = text_labels(corpus.documents)
    names = dict(labels)
    for author, rows in corpus.documents.groupby("author"):
        if len(rows) == 1:
            names[str(author)] = labels[rows.index[0]]
    return Source(exhibit, names)


def filled(text: str, said: Source | None) -> str:
    """Markdown in which every reference has become its number or word. OptionError for one that refers to nothing."""
    return _REFERENCE.sub(lambda found: escape_markdown(told(found[1], said)), text)


def references(text: str) -> list[str]:
    """What stands in braces."""
    return _REFERENCE.findall(text)


def told(reference: str, said: Source | None) -> str:
    """One reference as it is shown."""
    said = _require(said, reference)
    if reference.strip() == "reading":
        return said.exhibit.reading
    value, column, percent = _value(reference, said)
    if isinstance(value, str):
        return said.names.get(value, value)
    return _number(value, column, percent, said.exhibit)


def right_answer(right: str, said: Source | None) -> str:
    """The answer that is right, as it stands among the answers: one reference, or words with references in braces."""
    return _REFERENCE.sub(lambda found: told(found[1], said), right) if "{" in right else told(right, said)


def true_of(holds: str, said: Source | None) -> bool:
    """Does a comparison such as `count | term=must | group=Sun 2024 > count | term=should | group=Sun 2024` hold?"""
    said, found = _require(said, holds), _COMPARISON.search(holds)
    if not found:
        raise OptionError(f"[holds: {holds}] compares nothing: write two references with <, >, = or != between them.")
    left, right = (_operand(part.strip(), said) for part in (holds[: found.start()], holds[found.end() :]))
    if isinstance(left, str) or isinstance(right, str):
        left, right = (said.names.get(str(part), str(part)) for part in (left, right))
    return bool(_compare(left, found[1], right))


def amount(reference: str, said: Source) -> float | str:
    """The plain value of one reference."""
    return _value(reference, said)[0]


def rows_that_fit(said: Source, conditions: str) -> pd.DataFrame:
    """The rows of an exhibit's table that fit conditions such as `term=trust | group=Sun 2024`."""
    return _rows(said, [part.strip() for part in conditions.split("|") if part.strip()])


def _require(said: Source | None, reference: str) -> Source:
    if said is None:
        raise OptionError(f"{{{reference}}} stands before the first exhibit: there is nothing it can refer to.")
    return said


def _operand(text: str, said: Source) -> float | str:
    if "|" in text or text.split()[0] in (*_SUMS, "rows") or text in said.exhibit.table.columns:
        return amount(text, said)
    try:
        return float(text)
    except ValueError:
        return text


def _value(reference: str, said: Source) -> tuple[float | str, str, bool]:
    """Value, the column it comes from ("" for a number of its own kind), and is it to be told per cent?"""
    over = re.split(r"\s/\s", reference)
    if len(over) == 2:
        above, below = (_one(part, said)[0] for part in over)
        if isinstance(above, str) or isinstance(below, str):
            raise OptionError(f"{{{reference}}} divides words: only numbers can be divided.")
        return (above / below if below else math.nan), "", False
    return _one(reference, said)


def _one(reference: str, said: Source) -> tuple[float | str, str, bool]:
    head, *conditions = (part.strip() for part in reference.split("|"))
    percent = head.endswith("%")
    words = head.rstrip("% ").split()
    rows = _rows(said, conditions)
    if words == ["rows"]:
        return len(rows), "", False
    column = words[-1] if words else ""
    _require_column(said, column)
    if len(words) == 2 and words[0] in _SUMS:
        if not pd.api.types.is_numeric_dtype(rows[column]):
            raise OptionError(f"{{{reference}}}: {column} holds words; {words[0]} wants a column of numbers.")
        return getattr(rows[column], _SUMS[words[0]])(), column, percent
    if len(words) != 1:
        raise OptionError(
            f"{{{reference}}} begins with {head!r}: write a column, or sum, most, least or mean and a column, or rows."
        )
    if len(rows) != 1:
        raise OptionError(
            f"{{{reference}}} fits {len(rows)} rows of {said.exhibit.name}: add conditions until one is left, such as {_conditions(said)}."
        )
    value = rows[column].iloc[0]
    return (str(value) if isinstance(value, str) else float(value)), column, percent


def _conditions(said: Source) -> str:
    """Conditions that single out the first row, as an example."""
    table = said.exhibit.table
    keys = [name for name in ("term", "group", "measure", "label") if name in table and len(table)]
    return (
        " | ".join(f"{name}={said.names.get(str(table[name].iloc[0]), table[name].iloc[0])}" for name in keys)
        or "group=…"
    )


def _rows(said: Source, conditions: list[str]) -> pd.DataFrame:
    rows = said.exhibit.table
    for condition in conditions:
        rows = _fitting(rows, condition, said)
    return rows


def _fitting(rows: pd.DataFrame, condition: str, said: Source) -> pd.DataFrame:
    words = condition.split()
    if len(words) == 2 and words[0] in ("highest", "lowest"):
        _require_column(said, words[1])
        ordered = rows.sort_values(words[1], ascending=words[0] == "lowest", kind="stable", na_position="last")
        return ordered.head(1)
    found = _CONDITION.match(condition)
    if not found:
        raise OptionError(
            f"{condition!r} is no condition: write column=value, column>number, highest column or lowest column."
        )
    column, sign, wanted = found[1], found[2], found[3].strip()
    _require_column(said, column)
    if pd.api.types.is_numeric_dtype(rows[column]) and not pd.api.types.is_bool_dtype(rows[column]):
        try:
            numbers = [float(part) for part in re.split(r",\s+", wanted)]
            if len(numbers) > 1 and sign in ("=", "!="):
                return rows[rows[column].isin(numbers) == (sign == "=")]
            return rows[_compare(rows[column], sign, float(wanted))]
        except ValueError:
            raise OptionError(f"{condition!r}: {column} holds numbers; not {wanted!r}.") from None
    if sign not in ("=", "!="):
        raise OptionError(f"{condition!r}: {column} holds words, which are equal or not; write = or !=.")
    any_of = [part.strip().lower() for part in wanted.split(",")]
    same = rows[column].map(lambda cell: bool({str(cell).lower(), said.names.get(str(cell), "").lower()} & {*any_of}))
    # Of no rows nothing is the same, which pandas would take for names of columns.
    same = same.astype(bool)
    return rows[same if sign == "=" else ~same]


def _compare(left: object, sign: str, right: object) -> object:
    return {
        "=": lambda: left == right,
        "!=": lambda: left != right,
        "<": lambda: left < right,
        ">": lambda: left > right,
        "<=": lambda: left <= right,
        ">=": lambda: left >= right,
    }[sign]()


def _require_column(said: Source, column: str) -> None:
    if column not in said.exhibit.table:
        names = ", ".join(said.exhibit.table.columns)
        raise OptionError(f"The table of {said.exhibit.name} has no column {column!r}; it has {names}.")


def _number(value: float, column: str, percent: bool, exhibit: Exhibit) -> str:
    if value is None or not np.isfinite(value):
        return "no value"
    if percent:
        return f"{value * 100:.0f} %"
    if not column:
        return f"{value:,.0f}" if float(value).is_integer() else f"{value:.1f}"
    unit = columns_of(exhibit.name, exhibit.table.columns)[column].unit
    if unit == PROBABILITY:
        return f"{value:.2g}"
    if unit == RATE or (unit == "hits" and not float(value).is_integer()):
        # As the readings of the exhibits say it, whatever the other rates of the column.
        return f"{value:.1f}" if value >= 0.1 else f"{value:.2g}"
    return f"{value:,.{_places(value, decimals(exhibit.table[column]))}f}"


def _places(value: float, column: int) -> int:
    """Decimals of one number in a sentence: those of its column, but no more than three figures ask for."""
    return min(column, max(2 - math.floor(math.log10(abs(value))), 1)) if value else min(column, 1)
