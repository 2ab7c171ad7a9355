"""The page of lessons: the shelf, and a lesson to read."""

from __future__ import annotations

import streamlit as st

from analysis import AnalysisError, Corpus

from .. import cache, state
from ..pages import PAGES
from ..passages import show_passages
from ..show import show as show_exhibit
from ..words import escape_markdown, without_marks
from ..worksheets import worksheets
from . import lecture, screens
from .lesson import Lesson, LessonError, Mistake, Screen
from .lesson_file import read_lesson
from .lesson_sheet import lesson_handout
from .staging import mistakes_in, sentences_of, words_of
from .statements import filled

_FILE = PAGES["lessons"].file
# Of a file that is no lesson at all, so many mistakes say enough.
_TOLD = 20
_HOW = (
    "A lesson is a Markdown file. Each heading `#` begins a screen; what stands between `:::` and `:::` says what it "
    "shows. Take one of the files in `data/lessons` as a pattern, change it, and try it here: mistakes are named with "
    "their lines. A file that is put into `data/lessons` stays on this shelf."
)


def show(corpus: Corpus, name: str, view: str) -> None:
    """What the address asks for: the shelf, a lesson to read, its lecture, or its notes."""
    state.confirm_address()
    lessons = cache.shelf().lessons | state.own_lessons()
    lesson = lessons.get(name)
    if lesson is None:
        _shelf(corpus, lessons, name)
        return
    corpus = corpus if lesson.own_texts else cache.bundled_corpus()
    if state.presenting():
        lecture.present_lesson(corpus, lesson)
    elif view == "notes":
        lecture.show_notes(corpus, lesson)
    else:
        _read(corpus, lesson)


def _shelf(corpus: Corpus, lessons: dict[str, Lesson], asked: str) -> None:
    if asked:
        st.warning(
            escape_markdown(f"There is no lesson “{asked[:60]}”; here are all there are."), icon=":material/link_off:"
        )
    st.caption("On every page of this dashboard the key *p* shows its figures one at a time, large, as a lecture does.")
    for name, lesson in lessons.items():
        with st.container(border=True):
            st.header(lesson.title, anchor=False)
            st.markdown(lesson.question)
            st.caption(f"{lesson.minutes} minutes · {len(lesson.screens)} screens")
            _links(name)
    _tell(cache.shelf().mistakes, "A file in data/lessons is no lesson yet:")
    with st.expander("Write a lesson of your own", icon=":material/edit_note:"):
        st.markdown(_HOW)
        _try_a_file(corpus)


def _links(name: str, *, reading: bool = False) -> None:
    with st.container(horizontal=True):
        st.page_link(
            _FILE,
            label="Give the lecture",
            icon=":material/slideshow:",
            query_params={"lesson": name, state.PRESENT: "1"},
        )
        if reading:
            notes = {"lesson": name, "view": "notes"}
            st.page_link(_FILE, label="Speaker's notes", icon=":material/speaker_notes:", query_params=notes)
            st.page_link(_FILE, label="All lessons", icon=":material/school:", query_params={})
        else:
            st.page_link(_FILE, label="Read", icon=":material/menu_book:", query_params={"lesson": name})


def _try_a_file(corpus: Corpus) -> None:
    file = st.file_uploader("A lesson as a Markdown file", type="md", key="lesson_file", max_upload_size=1)
    if file is None:
        return
    name = file.name.removesuffix(".md")
    try:
        lesson = read_lesson(name, file.getvalue(), file.name)
    except LessonError as error:
        _tell(error.mistakes, "This file is no lesson yet:")
        return
    texts = corpus if lesson.own_texts else cache.bundled_corpus()
    _tell(tuple(mistakes_in(lesson, texts, file.name, cache.exhibit)), "The texts do not bear out all of it:")
    state.add_own_lesson(name, lesson)
    told = f"“{without_marks(lesson.title)}” is on the shelf for this visit. Put into data/lessons, it also has its notes in a second window."
    st.success(escape_markdown(told), icon=":material/check:")
    _links(name)


def _tell(mistakes: tuple[Mistake, ...] | list[Mistake], headline: str) -> None:
    if mistakes:
        items = "\n".join(f"- {escape_markdown(str(mistake))}" for mistake in mistakes[:_TOLD])
        more = f"\n\nAnd {len(mistakes) - _TOLD:,} more." if len(mistakes) > _TOLD else ""
        st.warning(f"{headline}\n\n{items}{more}", icon=":material/rule:")


def _read(corpus: Corpus, lesson: Lesson) -> None:
    st.header(lesson.title, anchor=False)
    st.markdown(lesson.question)
    st.caption(f"{lesson.minutes} minutes · {len(lesson.screens)} screens · keys of the lecture: {lecture.KEYS}")
    _links(lesson.name, reading=True)
    worksheets(lambda: lesson_handout(corpus, lesson, cache.exhibit), f"lesson {lesson.name}", f"sheet_{lesson.name}")
    for number, screen in enumerate(lesson.screens):
        st.divider()
        st.subheader(screen.title, anchor=False)
        try:
            _screen(corpus, lesson, number, screen)
        except AnalysisError as error:
            st.info(escape_markdown(str(error)), icon=":material/info:")
        if screen.notes:
            with st.expander("For the speaker", icon=":material/speaker_notes:"):
                st.markdown(screen.notes)


def _screen(corpus: Corpus, lesson: Lesson, number: int, screen: Screen) -> None:
    key, said = f"lesson_{lesson.name}_{number}", screens.said(corpus, lesson, number)
    for text in words_of(screen, said):
        st.markdown(text)
    if screen.prediction:
        st.markdown("*The class sets the bars before it sees the figure.*")
    if screen.shown:
        show_exhibit(screens.texts(corpus, screen.shown), screen.shown.name, key, **screen.shown.options)
    if screen.choice:
        st.markdown(filled(screen.choice.prompt, said))
        st.markdown("\n".join(f"- {escape_markdown(answer)}" for answer in screen.choice.answers))
    if screen.sentences:
        show_passages(corpus, sentences_of(corpus, screen.sentences), key, query=screen.sentences.find)
    if screen.notices:
        st.markdown("**What to notice**")
        st.markdown("\n".join(f"- {text}" for text in screens.notices(screen, said)))
