"""What the teacher asks: the question before the class, the next one, and those asked before."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

import streamlit as st

from analysis import AnalysisError
from dashboard import controls, state
from dashboard.charts.theme import Styles
from dashboard.words import escape_markdown

from .live.errors import ClassError
from .live.questions import LONGEST, Question, lines
from .live.room import Asked, Room
from .live.store import the_store
from .live_panel import live_votes

_HIDE = "live_hide"
_OWN_KINDS = {"choice": "Own choice", "numbers": "Own prediction"}


def show_question(room: Room, styles: Styles) -> None:
    """The question before the class with its votes, and whether it takes more."""
    asked = the_store().current(room)
    if asked is not None:
        if asked.question.passage:
            st.markdown(f"> {escape_markdown(asked.question.passage)}")
        st.header(escape_markdown(asked.question.prompt), anchor=False)
    live_votes(room.number, room.stage, hidden=state.chosen(_HIDE, False), styles=styles)
    if asked is not None:
        _show_switches(room, asked)


def _show_switches(room: Room, asked: Asked) -> None:
    label, icon = ("Close voting", ":material/lock:") if asked.open else ("Open voting again", ":material/lock_open:")
    with st.container(horizontal=True, vertical_alignment="center", key="live_switches"):
        st.button(
            label, key="live_vote", icon=icon, on_click=_let_vote, args=(room.number, asked.number, not asked.open)
        )
        state.keep(_HIDE)
        st.toggle("Hide the result while voting", key=_HIDE)


def show_next(room: Room, ready: Sequence[Question]) -> None:
    """What to ask next: a ready question, or one of the teacher's own."""
    st.header("Ask the class", anchor=False)
    names = {"ready": "Ready questions"} | _OWN_KINDS
    kind = st.segmented_control(
        "Kind of question", list(names), default="ready", required=True, key="live_kind", format_func=names.get
    )
    if kind == "ready":
        _show_ready(room, ready)
    else:
        _show_own(room, kind)


def _show_ready(room: Room, ready: Sequence[Question]) -> None:
    """The ready questions that the room has not seen, each with its button."""
    seen = {asked.question for asked in the_store().asked(room.number)}
    left = [question for question in ready if question not in seen]
    for place, question in enumerate(left):
        with st.container(horizontal=True, vertical_alignment="center", key=f"live_ready_{place}"):
            st.button(
                "Ask it", key=f"live_ask_{question.key}",
                on_click=_ask, args=(room.number, question),
            )  # fmt: skip
            st.markdown(escape_markdown(_as_offered(question)))
    if not left:
        st.caption("All of them have been asked.")


def _show_own(room: Room, kind: str) -> None:
    """A form for a question of one's own."""
    with st.form(f"live_own_{kind}"):
        prompt = st.text_input("Question", key=f"live_prompt_{kind}", max_chars=LONGEST["prompt"])
        answers = st.text_area(
            "Answers, one a line" if kind == "choice" else "Bars to predict, one a line", key=f"live_answers_{kind}",
            height=130, placeholder="Yes\nNo" if kind == "choice" else "Chen 2014\nSun 2024",
        )  # fmt: skip
        span: dict[str, object] = {}
        if kind == "numbers":
            places = st.columns(3)
            span["unit"] = places[0].text_input("Unit", key="live_unit", max_chars=LONGEST["unit"])
            span["low"] = float(places[1].number_input("Lowest", value=0.0, key="live_low"))
            span["high"] = float(places[2].number_input("Highest", value=10.0, key="live_high"))
        if not st.form_submit_button("Ask it"):
            return
    try:
        key = f"own-{secrets.token_hex(4)}"
        the_store().ask(room.number, Question(key, kind, prompt.strip(), lines(answers), **span))
    except AnalysisError as error:
        controls.complain(error)
        return
    st.rerun()


def show_asked(room: Room) -> None:
    """The questions of the room so far; each can be put before the class again."""
    asked = the_store().asked(room.number)
    others = [question for question in asked if question.number != room.current]
    if not others:
        return
    st.header("Asked before", anchor=False)
    for question in reversed(others):
        with st.container(horizontal=True, vertical_alignment="center", key=f"live_before_{question.number}"):
            st.button(
                "Show again", key=f"live_again_{question.number}", on_click=_ask, args=(room.number, question.question)
            )
            told = f"{question.question.prompt} · {the_store().n_votes(question.number):,} votes"
            st.markdown(escape_markdown(told))


def _ask(room: int, question: Question) -> None:
    _do(lambda: the_store().ask(room, question))


def _let_vote(room: int, asked: int, allowed: bool) -> None:
    _do(lambda: the_store().let_vote(room, asked, allowed))


def _do(change: Callable[[], object]) -> None:
    """Change the room from a button; what goes wrong is said at the top of the page."""
    try:
        change()
    except ClassError as error:
        state.tell("error", str(error))


def _as_offered(question: Question) -> str:
    return f"{question.prompt} (a number for each text)" if question.kind == "numbers" else question.prompt
