"""What a figure shows as values by group and word: found from the columns of its table, whatever the exhibit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus
from analysis.diversity import MEASURES as DIVERSITY
from analysis.readability import MEASURES as READABILITY

from ...exhibits.base import Exhibit
from ...exhibits.column import RATE
from ...exhibits.columns import columns_of
from ...exhibits.native import Bars
from .asking import Names, is_share, names_of

_SERIES = ("group", "document_id")
_ITEMS = ("term", "label", "collocate", "measure", "name")
_VALUES = ("per_1000", "share", "tfidf", "together", "weight", "value")
# Their intervals are drawn, though no office program could draw them; and the other way round: a map in colours, and
# a chart whose axis is another than the values'.
_WITH_LINES, _WITHOUT_LINES = {"finding", "diversity", "readability"}, {"concept_variants", "lockwords"}
# A view in colours alone.
_HEAT = "heat"
_MEASURES = {**DIVERSITY, **READABILITY}


@dataclass(frozen=True, eq=False)
class Cells:
    """Values by series (a group, a text) and item (a word, a measure, a topic).

    frame: series, item, value, low, high, count (NaN where there is none), in the order of the table, series by their
    labels; form: each item in several series ("crossed"), a list of its own for each series ("lists"), or series
    alone ("series"); column: the column the values are of; drawn: whether intervals are seen.
    """

    exhibit: Exhibit
    frame: pd.DataFrame
    form: Literal["crossed", "lists", "series"]
    column: str
    names: Names
    drawn: bool

    @property
    def series(self) -> list[str]:
        """The labels of all series."""
        return list(dict.fromkeys(self.frame["series"]))

    @property
    def items(self) -> list[str]:
        """All items."""
        return list(dict.fromkeys(self.frame["item"]))

    def of_item(self, item: str) -> pd.DataFrame:
        """The values of one item."""
        return self.frame[self.frame["item"] == item]


def cells_of(corpus: Corpus, exhibit: Exhibit) -> Cells | None:
    """The values of an exhibit; None where its table is of another kind."""
    table = _without_events(exhibit.table)
    series, item, value = _roles(exhibit, table)
    if not series or not value or table.empty:
        return None
    names = names_of(corpus, exhibit)
    frame = pd.DataFrame(
        {
            "series": [names.of(group) for group in table[series]],
            "item": [_item(text) for text in table[item]] if item else "",
            "value": table[value].astype(float),
            **{name: _numbers(table, name) for name in ("low", "high", "words")},
            "count": _numbers(table, "count" if "count" in table else "hits"),
            "row": table.index,
        }
    )
    frame = frame[_fit_to_compare(table).to_numpy()].dropna(subset=["value"])
    if frame.empty or frame.duplicated(["series", "item"]).any():
        return None
    drawn = _has_interval(exhibit, value) and frame["high"].notna().any()
    return Cells(exhibit, frame, _form(exhibit, frame, item), value, names, drawn)


def _roles(exhibit: Exhibit, table: pd.DataFrame) -> tuple[str, str, str]:
    """The columns with the series, the items and the values; "" where there is none."""
    native = exhibit.native

    def numeric(name: str) -> bool:
        return name in table and pd.api.types.is_numeric_dtype(table[name])

    series = next((name for name in _SERIES if name in table), "")
    item = next((name for name in _ITEMS if name in table and name != series), "")
    value = native.value if isinstance(native, Bars) else next(filter(numeric, _VALUES), "")
    return series, item, value


def _form(exhibit: Exhibit, frame: pd.DataFrame, item: str) -> Literal["crossed", "lists", "series"]:
    if not item:
        return "series"
    if isinstance(exhibit.native, Bars):
        return "lists" if exhibit.native.lists else "crossed"
    whole = frame["series"].nunique() * frame["item"].nunique()
    return "crossed" if len(frame) > whole / 2 else "lists"


def _has_interval(exhibit: Exhibit, value: str) -> bool:
    """Are the limits in the table those of the value, and drawn?"""
    told = columns_of(exhibit.name, exhibit.table.columns)
    if not {"low", "high"} <= set(told):
        return False
    if exhibit.name in _WITH_LINES:
        return True
    if exhibit.name in _WITHOUT_LINES or getattr(exhibit.options, "view", "") == _HEAT:
        return False
    if not getattr(exhibit.native, "low", "") or not getattr(exhibit.native, "high", ""):
        return False
    return told["low"].unit == told[value].unit and (told[value].unit == RATE or is_share(exhibit, value))


def _without_events(table: pd.DataFrame) -> pd.DataFrame:
    """Events on a time axis are no texts."""
    return table[~table["event"].astype(bool)] if "event" in table else table


def _fit_to_compare(table: pd.DataFrame) -> pd.Series:
    """Measures that depend on length are left out: a question about them would lead astray."""
    everything = pd.Series(True, table.index)
    return table["comparable"].astype(bool) if "comparable" in table else everything


def _numbers(table: pd.DataFrame, name: str) -> pd.Series:
    if name not in table:
        return pd.Series(float("nan"), table.index)
    return pd.to_numeric(table[name], errors="coerce").astype(float)


def _item(text: object) -> str:
    measures: Mapping[str, object] = _MEASURES
    return measures[str(text)].label if str(text) in measures else str(text)
