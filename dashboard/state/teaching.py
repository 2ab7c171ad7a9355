"""Where a visitor is in what is taught: the lecture, the guided tour, a round of blind passages."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from ..words import whole_number
from .choices import forget

# The lecture: is there one, at which step, on which ground?
PRESENT, AT, GROUND = "present", "at_step", "ground"
# The step of the guided tour, in the address too.
TOUR = "tour"


@dataclass
class RoundPlayed:
    """How far a visitor is in a round of questions: what was answered so far, and which question is shown, from 0.

    One object a round, which is changed. A question is answered once; `go_on` only leads away from an answered one.
    """

    answers: tuple[str, ...] = ()
    at: int = 0

    def answer(self, given: str) -> None:
        """Answer the question that is shown, unless it is answered already."""
        if self.at == len(self.answers):
            self.answers = (*self.answers, given)

    def go_on(self) -> None:
        """Show the next question."""
        self.at = min(self.at + 1, len(self.answers))

    def begin_again(self) -> None:
        """Forget all answers."""
        self.answers, self.at = (), 0


def presenting() -> bool:
    """Is this page shown as a lecture?"""
    return st.query_params.get(PRESENT) == "1"


def present() -> None:
    """Begin the lecture of this page."""
    st.query_params[PRESENT] = "1"


def leave_the_lecture() -> None:
    """Back to the page."""
    for name in (PRESENT, AT, GROUND):
        st.query_params.pop(name, None)


def lecture_place(n_steps: int) -> int:
    """The step of the lecture that the address asks for, from 0; the nearest there is."""
    asked = whole_number(st.query_params.get(AT, "")) or 0
    return min(max(asked, 0), max(n_steps - 1, 0))


def go_to_step(at: int) -> None:
    """Another step of the lecture."""
    st.query_params[AT] = str(at)


def lecture_ground(usual: str) -> str:
    """The ground a lecture is shown on, "light" or "dark"; usual: that of the visitor's pages."""
    asked = st.query_params.get(GROUND)
    return asked if asked in ("light", "dark") else usual


def set_lecture_ground(ground: str) -> None:
    """Show the lecture on another ground."""
    st.query_params[GROUND] = ground


def own_lessons() -> dict[str, object]:
    """The lessons that this visitor has brought along, by name."""
    return st.session_state.get("own_lessons", {})


def add_own_lesson(name: str, lesson: object) -> None:
    """Put a lesson on this visitor's shelf."""
    st.session_state["own_lessons"] = own_lessons() | {name: lesson}


def clear_stage() -> None:
    """A page begins: nothing of it is on the stage yet."""
    st.session_state["stage"] = []


def put_on_stage(shown: object) -> None:
    """Keep an exhibit of this page for its lecture."""
    st.session_state["stage"].append(shown)


def close_stage() -> None:
    """The page brings a lecture of its own."""
    st.session_state["stage"] = None


def on_stage() -> list | None:
    """The exhibits of this page, in order; None where the page has brought a lecture of its own."""
    return st.session_state.get("stage")


def round_played(key: str) -> RoundPlayed:
    """How far this visitor is in a round of this name."""
    return st.session_state.setdefault(f"played_{key}", RoundPlayed())


def tour_step(last: int, *, in_address: bool = False) -> int | None:
    """The step of the tour that a visitor is at, from 1 to `last`; None where it was not begun.

    The address counts before what is remembered, so that a reload and a link keep it. in_address: write it there.
    """
    asked = st.query_params.get(TOUR, "")
    number = whole_number(asked)
    if number is not None and 1 <= number <= last:
        st.session_state["tour_step"] = number
    step = st.session_state.get("tour_step")
    if in_address and asked != (str(step) if step else ""):
        _write_tour(step)
    return step


def begin_tour_step(number: int) -> None:
    """Be at this step of the tour."""
    st.session_state["tour_step"] = number
    _write_tour(number)


def end_tour() -> None:
    """Leave the tour."""
    forget("tour_step")
    _write_tour(None)


def tour_known() -> bool:
    """Has the visitor taken or declined the tour in this visit?"""
    return st.session_state.get("tour_known", False)


def know_tour() -> None:
    """Do not offer the tour again in this visit."""
    st.session_state["tour_known"] = True


def _write_tour(number: int | None) -> None:
    if number:
        st.query_params[TOUR] = str(number)
    elif TOUR in st.query_params:
        del st.query_params[TOUR]
