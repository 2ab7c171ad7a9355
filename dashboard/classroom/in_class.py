"""A lesson's questions before a live class: asked when their screen comes, their votes on the stage, closed with the answer."""

from __future__ import annotations

import pandas as pd
import segno
import streamlit as st

from analysis import Corpus

from .. import cache
from ..charts.stage import staged
from ..charts.theme import Theme
from ..charts.votes import votes_bars
from ..exhibits.groups import group_styles
from ..words import escape_markdown, without_marks
from . import live_panel
from .lesson import Lesson
from .live import door
from .live.errors import ClassError
from .live.questions import LONGEST, Question
from .live.room import Asked, Room
from .live.store import the_store
from .prediction import axis_end, predicted_values, styles_of, unit_of
from .staging import passage_of
from .statements import Source, filled

# What of a lesson's name stands in the keys of its questions: a file may have a long name.
_NAME = 60
_QR = {"scale": 6, "border": 2, "dark": "#1B1F24", "light": "#FFFFFF"}


def question_of(corpus: Corpus, lesson: Lesson, number: int, said: Source | None) -> Question | None:
    """What a screen asks the class, or None where it asks nothing."""
    screen, key = lesson.screens[number], f"{lesson.name[:_NAME]}-{number}"
    if screen.choice:
        return Question(key, "choice", _prompt(filled(screen.choice.prompt, said)), screen.choice.answers)
    if screen.blind:
        passage = passage_of(corpus, screen.blind, cache.passages_to_guess).text
        labels = tuple(style.label for style in group_styles(corpus, "author").values())
        return Question(key, "choice", "Whose passage is it?", labels, passage[: LONGEST["passage"]])
    if screen.prediction:
        values, unit = predicted_values(screen, said), unit_of(said, screen.prediction.column)
        answers = tuple(styles_of(corpus, said)[group].label for group in values["group"])
        most = axis_end(values, unit)
        return Question(
            key, "numbers", _prompt(screen.title), answers, unit=unit[: LONGEST["unit"]], low=0.0, high=most
        )
    return None


def _prompt(markdown: str) -> str:
    return without_marks(markdown)[: LONGEST["prompt"]]


def ask(question: Question) -> Asked | None:
    """Put a question before this visitor's class, once; None where no room is open."""
    room = live_panel.my_room()
    if room is None:
        return None
    asked = next((each for each in the_store().asked(room.number) if each.question == question), None)
    current = the_store().current(room)
    if asked is None or current is None or current.number != asked.number:
        the_store().ask(room.number, question)
    return the_store().current(the_store().room(room.number))


def close(question: Question) -> None:
    """The answer comes: nobody votes any more."""
    room = live_panel.my_room()
    for asked in the_store().asked(room.number) if room else ():
        if asked.question == question and asked.open:
            the_store().let_vote(room.number, asked.number, False)


def guesses(question: Question) -> pd.Series | None:
    """The middle prediction of the class for each answer; None where there is no class or no vote."""
    table = live_panel.tally(question)
    if table.empty or not int(table["n"].max()):
        return None
    return table.set_index("answer")["median"]


def share_right(question: Question, right: str) -> list[str]:
    """How much of the class was right, in a sentence; none where nobody voted. Closes the question."""
    close(question)
    table = live_panel.tally(question)
    votes = int(table["votes"].sum())
    return (
        [f"**{int(table.set_index('answer').at[right, 'votes'])} of {votes}** in the class were right."]
        if votes
        else []
    )


def show_waiting(question: Question) -> bool:
    """How to join and how many have voted, while a question is open; False where no room is open."""
    try:
        asked = ask(question)
        room = live_panel.my_room()
    except ClassError as error:
        st.markdown(escape_markdown(str(error)))
        return False
    if asked is None or room is None:
        return False
    with st.container(key="stage_class"):
        opened = door.opened()
        if opened is not None:
            link = f"{opened.url}/class/{room.code}"
            st.image(segno.make(link, error="m").svg_inline(**_QR), width=190, alt=f"QR code of the address {link}")
        _counts(room, asked)
    return True


@st.fragment(run_every=live_panel.POLL_SECONDS)
def _counts(room: Room, asked: Asked) -> None:
    try:
        votes, joined = the_store().n_votes(asked.number), the_store().n_joined(room.number)
    except ClassError as error:
        live_panel.complain(error)
        return
    st.markdown(f"{escape_markdown(live_panel.join_line(room))}  \n**{votes} of {joined}** phones have voted")


def show_votes(question: Question, theme: Theme, size: tuple[int, int], key: str) -> bool:
    """What the class has chosen, as bars; False where there is no vote."""
    try:
        close(question)
        table = live_panel.tally(question)
    except ClassError as error:
        st.markdown(escape_markdown(str(error)))
        return False
    if table.empty or not int(table["votes"].sum()):
        return False
    made = staged(votes_bars(table, theme), *size)
    st.plotly_chart(
        made.chart, key=key, theme=None, config={"displayModeBar": False}, alt=live_panel.told(question, table),
        width=size[0], height=size[1],
    )  # fmt: skip
    return True
