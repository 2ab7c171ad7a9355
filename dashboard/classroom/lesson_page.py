"""The page of lessons: the shelf, and a lesson to read."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from .. import cache
from ..pages import PAGES
from . import lecture
from .lesson import Lesson


def show(corpus: Corpus, name: str, view: str, presenting: bool) -> None:
    """What the address asks for: the shelf, a lesson to read, its lecture, or its notes."""
    shelf = cache.shelf()
    if name not in shelf.lessons:
        _shelf(shelf.lessons)
        return
    lesson = shelf.lessons[name]
    corpus = corpus if lesson.own_texts else cache.bundled_corpus()
    if presenting:
        lecture.present_lesson(corpus, lesson)
    elif view == "notes":
        lecture.show_notes(corpus, lesson)
    else:
        st.header(lesson.title, anchor=False)


def _shelf(lessons: dict[str, Lesson]) -> None:
    for name, lesson in lessons.items():
        with st.container(border=True):
            st.subheader(lesson.title, anchor=False)
            st.markdown(lesson.question)
            st.caption(f"{lesson.minutes} minutes · {len(lesson.screens)} screens")
            with st.container(horizontal=True):
                st.page_link(
                    PAGES["lessons"].file, label="Read", icon=":material/menu_book:", query_params={"lesson": name}
                )
                st.page_link(
                    PAGES["lessons"].file, label="Give the lecture", icon=":material/slideshow:",
                    query_params={"lesson": name, "present": "1"},
                )  # fmt: skip
