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
from ..exhibits.columns import columns_of
from ..exhibits.groups import group_styles
from ..words import escape_markdown
from .lesson import Screen
from .staging import predicted_rows
from .statements import Source

# Room on the axis beyond the largest value, so that its end does not give that away.
_BEYOND = 1.35


def guess_bars(corpus: Corpus, screen: Screen, said: Source, key: str) -> None:
    """A slider a group, for the bars of a figure that is not seen yet."""
    rows, styles = predicted_rows(screen, said), styles_of(corpus, said)
    most = axis_end(rows, screen.prediction.column)
    st.markdown(escape_markdown(f"How many {unit_of(said, screen.prediction.column)}? Set the bars."))
    with st.container(key="stage_guess"):
        for group in rows["group"]:
            name, bar = st.columns([1, 5], vertical_alignment="center")
            style = styles[group]
            name.markdown(f"**{escape_markdown(style.label)}**")
            place = _key(key, group)
            state.keep(place)
            bar.slider(style.label, 0.0, most, 0.0, most / 100, key=place, label_visibility="collapsed", format="%.1f")


def ask_phones(unit: str, labels: tuple[str, ...]) -> None:
    """What a live class is asked, where its phones have the bars."""
    with st.container(key="stage_words"):
        st.markdown(escape_markdown(f"How many {unit}? Set the bars on your phone."))
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
    rows, styles = predicted_rows(screen, said), styles_of(corpus, said)
    column = screen.prediction.column
    for group in rows["group"]:
        state.keep(_key(key, group))
    guesses = [_guess(styles[group].label, _key(key, group), voted) for group in rows["group"]]
    table = pd.DataFrame(
        {
            "group": rows["group"],
            # Bars that nobody has moved are no guess.
            "guess": guesses if any(guesses) else math.nan,
            "value": rows[column],
            "low": rows.get("low", math.nan),
            "high": rows.get("high", math.nan),
        }
    )
    chart = prediction_bars(table, styles, theme, unit=unit_of(said, column), most=axis_end(rows, column))
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


def _guess(label: str, place: str, voted: pd.Series | None) -> float:
    return state.chosen(place, 0.0) if voted is None else float(voted[label])


def axis_end(rows: pd.DataFrame, column: str) -> float:
    """A round number well beyond the largest value and the end of its interval."""
    largest = float(rows[[name for name in (column, "high") if name in rows]].max().max())
    if largest <= 0 or math.isnan(largest):
        return 1.0
    size = 10.0 ** math.floor(math.log10(largest * _BEYOND))
    return next(step * size for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * size >= largest * _BEYOND)


def unit_of(said: Source, column: str) -> str:
    """What the bars measure, in words."""
    described = columns_of(said.exhibit.name, said.exhibit.table.columns)[column]
    return "hits per 1,000 words" if column == "per_1000" else described.label.lower()


def styles_of(corpus: Corpus, said: Source) -> Styles:
    """Label and colour of each group of an exhibit."""
    return group_styles(corpus, getattr(said.exhibit.options, "by", "document_id"))


def _key(key: str, group: str) -> str:
    return f"guess_{key}_{group}"
