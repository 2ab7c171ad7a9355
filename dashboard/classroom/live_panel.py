"""The live class on the teacher's screen: this visitor's room, and the votes as they arrive."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard import cache, state
from dashboard.charts.theme import THEMES, Styles
from dashboard.charts.votes import predictions_dot, votes_bars
from dashboard.visitor import theme_name
from dashboard.words import escape_markdown

from .live import door
from .live.errors import ClassError
from .live.questions import Question
from .live.room import Asked, Room
from .live.store import the_store
from .live.tally import tally as tallied

ROOM = "live_room"
POLL_SECONDS = 1.0
_CHART = {"displayModeBar": False, "displaylogo": False}


def my_room() -> Room | None:
    """The open room of this visitor. ClassError where the classes cannot be read."""
    number = state.chosen(ROOM, None)
    if number is None:
        return None
    try:
        room = the_store().room(number)
    except ClassError:
        state.forget(ROOM)
        raise
    if room.closed is not None:
        state.forget(ROOM)
        return None
    return room


def enter(room: Room) -> None:
    """Make this the visitor's room."""
    state.hold(ROOM, room.number)


def tally(question: Question) -> pd.DataFrame:
    """What this visitor's room has voted on a question; columns as `live.tally.tally`, without votes where it was not
    asked or where no room is open."""
    asked = _asked(question)
    return tallied(question, the_store().votes(asked.number) if asked else [])


def join_line(room: Room) -> str:
    """How to join, in one line."""
    opened = door.opened()
    where = opened.url.removeprefix("http://") if opened else "the switch on the page Live class is off"
    return f"Join: {where} · code {room.code}"


def complain(error: ClassError) -> None:
    """What cannot be done, in one sentence."""
    st.error(escape_markdown(str(error)), icon=":material/error:")


@st.fragment(run_every=POLL_SECONDS)
def live_votes(number: int, stage: int, *, hidden: bool = False, styles: Styles | None = None) -> None:
    """The question before a room and its votes, once a second. hidden: only how many, until voting is closed.

    stage: the room's when the page was drawn; where another window has moved it on, the page is drawn anew.
    """
    try:
        room = the_store().room(number)
        if room.stage != stage:
            st.rerun()
        asked = the_store().current(room)
        joined, votes = the_store().n_joined(number), the_store().n_votes(asked.number) if asked else 0
        figure = _figure(room, asked, styles or {}) if asked and not (hidden and asked.open) else None
    except ClassError as error:
        complain(error)
        return
    if asked is None:
        st.markdown(f"**{_count(joined, 'phone')} joined.** No question is before the class yet.")
        return
    st.markdown(f"**{_count(votes, 'vote')}** of {_count(joined, 'phone')} joined{'' if asked.open else ' · closed'}")
    if figure is None:
        st.caption("The result is hidden until voting is closed.")
        return
    if asked.question.kind == "numbers":
        st.caption("The dot is the middle of all predictions; half of them lie on its line.")
    alt = figure.layout.meta["told"]
    st.plotly_chart(figure, key=f"votes_{asked.number}", theme=None, config=_CHART, alt=alt)


def told(question: Question, table: pd.DataFrame) -> str:
    """What a chart of votes shows, in words."""
    if question.kind == "choice":
        results = [f"{row.answer} {_count(row.votes, 'vote')}" for row in table.itertuples()]
    else:
        results = [f"{row.answer} {row.median:.3g} {question.unit}".strip() for row in table.itertuples() if row.n]
    return f"{question.prompt} {', '.join(results) or 'No votes yet'}."


def _figure(room: Room, asked: Asked, styles: Styles) -> go.Figure:
    """The chart of the votes, made once for each change in the room."""
    theme, question = THEMES[theme_name()], asked.question
    # An answer that is the name of a text has the text's colour.
    colours = {answer: styles[answer].colour(theme) for answer in question.answers if answer in styles}

    def make() -> go.Figure:
        table = tallied(question, the_store().votes(asked.number))
        if question.kind == "choice":
            drawn = votes_bars(table, theme, colours=colours)
        else:
            span = {"low": question.low, "high": question.high, "unit": question.unit}
            drawn = predictions_dot(table, theme, colours=colours, **span)
        return drawn.update_layout(meta={"told": told(question, table)})

    of = f"{the_store().path} {room.number} {room.changes} {asked.number} {theme.name} {sorted(colours.items())}"
    return cache.figure(of, make)


def _asked(question: Question) -> Asked | None:
    room = my_room()
    if room is None:
        return None
    return next((asked for asked in the_store().asked(room.number) if asked.question == question), None)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
