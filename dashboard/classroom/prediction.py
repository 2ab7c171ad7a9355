"""Predict, then reveal: the class sets the bars, then the data comes in with the error drawn."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from analysis import Corpus

from .. import state
from ..charts.prediction import prediction_bars
from ..charts.stage import staged
from ..charts.theme import Styles, Theme
from ..exhibits.column import SHARE
from ..exhibits.columns import columns_of
from ..exhibits.groups import group_styles
from ..exhibits.native import Bars
from ..words import escape_markdown
from .lesson import Screen
from .staging import predicted_rows
from .statements import Source

# Room on the axis beyond the largest value, so that its end does not give that away.
_BEYOND = 1.35
_PER_CENT = ", in per cent"


def guess_bars(corpus: Corpus, screen: Screen, said: Source, key: str) -> None:
    """A slider a group, for the bars of a figure that is not seen yet."""
    values, styles = predicted_values(screen, said), styles_of(corpus, said)
    unit = unit_of(said, screen.prediction.column)
    most = axis_end(values, unit)
    step, form = (1.0, "%.0f") if _whole(values) and most >= 10 else (most / 100, "%.1f")
    st.markdown(escape_markdown(f"{_how_much(unit)}? Set the bars."))
    with st.container(key="stage_guess"):
        for group in values["group"]:
            name, bar = st.columns([1, 5], vertical_alignment="center")
            label = escape_markdown(styles[group].label)
            name.markdown(f"**{label}**")
            place = _key(key, group)
            state.keep(place)
            bar.slider(label, 0.0, most, 0.0, step, key=place, label_visibility="collapsed", format=form)


def ask_phones(unit: str, labels: tuple[str, ...]) -> None:
    """What a live class is asked, where its phones have the bars."""
    with st.container(key="stage_words"):
        st.markdown(escape_markdown(f"{_how_much(unit)}? Set the bars on your phone."))
        st.markdown(" · ".join(f"**{escape_markdown(label)}**" for label in labels))


def reveal(
    corpus: Corpus,
    screen: Screen,
    said: Source,
    theme: Theme,
    key: str,
    size: tuple[int, int],
    voted: pd.Series | None = None,
) -> None:
    """The data over the guesses, with each error. voted: the guesses of a live class by label, None for the bars that
    were set here."""
    values, styles = predicted_values(screen, said), styles_of(corpus, said)
    unit = unit_of(said, screen.prediction.column)
    for group in values["group"]:
        state.keep(_key(key, group))
    guesses = [_guess(styles[group].label, _key(key, group), voted) for group in values["group"]]
    # Bars that nobody has moved are no guess.
    table = values.assign(guess=guesses if any(guesses) else math.nan)
    chart = prediction_bars(table, styles, theme, unit=unit, most=axis_end(values, unit))
    made = staged(chart, *size)
    alt = said.exhibit.reading
    if any(guesses):
        alt += f" The guesses are {(table['guess'] - table['value']).abs().mean():.1f} off on average."
    st.plotly_chart(
        made.chart,
        key=f"{key}_revealed",
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
        width=size[0],
        height=size[1],
    )


def predicted_values(screen: Screen, said: Source) -> pd.DataFrame:
    """What the bars are to show: group, value, low, high; shares in per cent, no limits where the value has none."""
    rows, column = predicted_rows(screen, said), screen.prediction.column
    native = said.exhibit.native
    # The limits in a table are those of one of its columns: hits have none where rates do.
    limits = (native.low, native.high) if isinstance(native, Bars) and native.value == column else ("", "")
    times = 100 if _unit(said, column) == SHARE else 1
    found = {"value": column, "low": limits[0], "high": limits[1]}
    numbers = {name: rows[of] * times if of else math.nan for name, of in found.items()}
    return pd.DataFrame({"group": rows["group"], **numbers})


def _guess(label: str, place: str, voted: pd.Series | None) -> float:
    return state.chosen(place, 0.0) if voted is None else float(voted[label])


def _how_much(unit: str) -> str:
    return f"How many {unit}" if unit.startswith("hits") else f"How large is the {unit}"


def _whole(values: pd.DataFrame) -> bool:
    return bool((values["value"] % 1 == 0).all())


def axis_end(values: pd.DataFrame, unit: str) -> float:
    """A round number well beyond the largest value and the end of its interval; of per cent, at most a hundred."""
    largest = float(values[["value", "high"]].max().max())
    if largest <= 0 or math.isnan(largest):
        return 1.0
    size = 10.0 ** math.floor(math.log10(largest * _BEYOND))
    end = next(step * size for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * size >= largest * _BEYOND)
    return min(end, 100.0) if unit.endswith(_PER_CENT) else end


def unit_of(said: Source, column: str) -> str:
    """What the bars measure, in words."""
    described = columns_of(said.exhibit.name, said.exhibit.table.columns)[column]
    if column == "per_1000":
        return "hits per 1,000 words"
    return described.label.lower() + (_PER_CENT if described.unit == SHARE else "")


def _unit(said: Source, column: str) -> str:
    return columns_of(said.exhibit.name, said.exhibit.table.columns)[column].unit


def styles_of(corpus: Corpus, said: Source) -> Styles:
    """Label and colour of each group of an exhibit."""
    return group_styles(corpus, getattr(said.exhibit.options, "by", "document_id"))


def _key(key: str, group: str) -> str:
    return f"guess_{key}_{group}"
