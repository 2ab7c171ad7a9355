"""The lecture: one screen at a time on a stage without anything else, led by keys; its notes in a second window."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from analysis import AnalysisError, Corpus

from .. import cache, elements, state
from ..charts.stage import ground as other_ground
from ..charts.theme import THEMES, Theme
from ..visitor import theme_name
from ..words import escape_markdown
from . import screens
from .lesson import Lesson, Screen, Step, steps
from .staging import words_of

_STYLE = (Path(__file__).parent / "stage.css").read_text(encoding="utf-8")
_KEYS = "lecture_keys"
KEYS = "→ ← or Page Up and Down, *b* blank, *n* notes, *d* dark or light, *f* whole screen, *Esc* back"


def begin() -> None:
    """Before a page runs: nothing of it is on the stage yet."""
    state.clear_stage()


def end() -> None:
    """After a page has run: the key p begins its lecture; where there is one, its exhibits stand on the stage."""
    shown = state.on_stage()
    if shown is None:
        return
    if state.presenting():
        _present_page(shown)
    else:
        nowhere = {"name": "", "at": 0, "last": None, "view": "page", "notes": ""}
        elements.lecture_keys(nowhere, key=_KEYS, went=_go, asked=_answer)


def present_lesson(corpus: Corpus, lesson: Lesson) -> None:
    """A lesson on the stage, at the step that the address asks for."""
    state.close_stage()
    every = steps(lesson)
    at = state.lecture_place(len(every))
    step = every[at]
    theme = THEMES[state.lecture_ground(theme_name())]
    with _stage(theme):
        screens.show(corpus, lesson, step, theme, key=f"{lesson.name}_{step.screen}")
        _foot(corpus, lesson.name, at, len(every) - 1, _notes_address(lesson.name))


def _present_page(shown: list) -> None:
    """The exhibits of an ordinary page, one a screen."""
    theme = THEMES[state.lecture_ground(theme_name())]
    at = state.lecture_place(len(shown))
    with _stage(theme):
        if shown:
            screens.show_exhibit(*shown[at], theme)
        else:
            st.markdown("This page has no figure to show. The key *p* leads back to it.")
        _foot(shown[at][0] if shown else None, "page", at, max(len(shown) - 1, 0), "")


def _stage(theme: Theme):  # noqa: ANN202 -- a container of Streamlit
    colours = {"ground": theme.ground, "ink": theme.ink, "panel": theme.panel, "strong": theme.heat[1]}
    variables = "".join(f"--stage-{name}: {colour};" for name, colour in colours.items())
    st.html(f"<style>:root {{ {variables} color-scheme: {theme.name}; }}\n{_STYLE}</style>")
    return st.container(key="stage")


def _foot(corpus: Corpus | None, name: str, at: int, last: int, notes: str) -> None:
    told = (
        ""
        if corpus is None
        else f"{len(corpus.documents)} texts, {int(corpus.documents['n_words'].sum()):,} words · corpus {corpus.fingerprint[:8]}"
    )
    with st.container(key="stage_foot"):
        left, right = st.columns([5, 1])
        left.markdown(escape_markdown(told))
        with right:
            place = {"name": name, "at": at, "last": last, "view": "stage", "notes": notes}
            elements.lecture_keys(place, key=_KEYS, went=_go, asked=_answer)


def _notes_address(name: str) -> str:
    return "?" + urlencode({"lesson": name, "view": "notes"})


def _go() -> None:
    """Another step, as a key has asked."""
    went = state.element_state(_KEYS, "went")
    if went is not None:
        state.go_to_step(int(went))


def _answer() -> None:
    asked = state.element_state(_KEYS, "asked")
    if asked == "present":
        state.present()
    elif asked == "leave":
        state.leave_the_lecture()
    elif asked == "ground":
        state.set_lecture_ground(other_ground(state.lecture_ground(theme_name())))


def show_notes(corpus: Corpus, lesson: Lesson) -> None:
    """What the speaker sees in a second window: the notes, what is on the stage, and what comes next."""
    state.close_stage()
    every = steps(lesson)
    at = state.lecture_place(len(every))
    step = every[at]
    screen = lesson.screens[step.screen]
    place = {"name": lesson.name, "at": at, "last": len(every) - 1, "view": "notes", "notes": ""}
    elements.lecture_keys(place, key=_KEYS, went=_go, asked=_answer)
    st.header(screen.title, anchor=False)
    st.markdown(screen.notes or "No notes for this screen.")
    _spoken(corpus, lesson, step, screen)
    following = every[at + 1] if at + 1 < len(every) else None
    st.caption(f"Next: {_next(lesson, step, following)}")


def _spoken(corpus: Corpus, lesson: Lesson, step: Step, screen: Screen) -> None:
    try:
        said = screens.said(corpus, lesson, step.screen)
        for number, text in enumerate(screens.notices(screen, said)):
            seen = "on the screen" if number < step.notices else "to come"
            st.markdown(f"{number + 1}. {text} *({seen})*")
        for text in words_of(screen, said):
            st.markdown(text)
        if screen.shown:
            exhibit = cache.exhibit(screens.texts(corpus, screen.shown), screen.shown.name, **screen.shown.options)
            st.markdown(f"**The figure** {escape_markdown(exhibit.reading)}")
            st.caption(escape_markdown(exhibit.receipt.brief()))
    except AnalysisError as error:
        st.info(escape_markdown(str(error)))


def _next(lesson: Lesson, step: Step, following: Step | None) -> str:
    if following is None:
        return "the end"
    if following.screen != step.screen:
        return lesson.screens[following.screen].title
    return "the answer" if following.revealed and not step.revealed else "the next thing to notice"
