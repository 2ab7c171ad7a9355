"""The screens of a lesson on the stage: each shows one thing, as large as it can be."""

from __future__ import annotations

import streamlit as st

from analysis import AnalysisError, Corpus

from .. import cache, elements, state
from ..charts.stage import Staged
from ..charts.theme import Theme
from ..exhibits.base import Exhibit
from ..words import escape_markdown
from . import in_class, prediction, questions, stage_passages
from .lesson import Lesson, Screen, Shown, Step, exhibit_before
from .staging import drawn_rows, noticed, sentences_of, texts_of, words_of
from .statements import Source, source

WIDTH = 1220
# Height of a figure: with words that are to be noticed under it, and without.
WITH_WORDS, ALONE = 496, 584
# With a reading of up to four lines under it.
_WITH_READING = 420
_CONFIG = {"displayModeBar": False, "displaylogo": False}


def show(corpus: Corpus, lesson: Lesson, step: Step, theme: Theme, key: str) -> None:
    """One step of a lesson. What the texts do not allow is said in one sentence."""
    screen = lesson.screens[step.screen]
    st.title(screen.title, anchor=False)
    try:
        _SHOWS[screen.kind](corpus, lesson, step, theme, key)
    except AnalysisError as error:
        st.markdown(escape_markdown(str(error)))


def show_exhibit(corpus: Corpus, name: str, options: dict[str, object], theme: Theme) -> None:
    """An exhibit alone, with its title and its reading."""
    try:
        exhibit = cache.exhibit(corpus, name, **options)
        made = cache.staged(exhibit, exhibit.table, theme.name, WIDTH, _WITH_READING, corpus)
    except AnalysisError as error:
        st.markdown(escape_markdown(str(error)))
        return
    st.title(escape_markdown(exhibit.title), anchor=False)
    _picture(corpus, exhibit, made, theme, f"stage_{name}")
    with st.container(key="stage_notice"):
        st.markdown(escape_markdown(exhibit.reading))


def said(corpus: Corpus, lesson: Lesson, number: int) -> Source | None:
    """What the words of a screen refer to."""
    shown = exhibit_before(lesson, number)
    return None if shown is None else source(corpus, cache.exhibit(texts(corpus, shown), shown.name, **shown.options))


def texts(corpus: Corpus, shown: Shown) -> Corpus:
    """The texts of an exhibit on the stage."""
    return cache.select(corpus, tuple(texts_of(corpus, shown.texts).documents.index)) if shown.texts else corpus


def notices(screen: Screen, found: Source | None) -> list[str]:
    """What is to be noticed, as Markdown; a claim that these texts do not bear out says so."""
    return [each.text if each.holds else f"*Not so in these texts:* {each.text}" for each in noticed(screen, found)]


def _exhibit(corpus: Corpus, lesson: Lesson, step: Step, theme: Theme, key: str) -> None:
    screen = lesson.screens[step.screen]
    height = WITH_WORDS if screen.notices else ALONE
    found = said(corpus, lesson, step.screen)
    chosen = texts(corpus, screen.shown)
    made = cache.staged(found.exhibit, drawn_rows(found, screen.shown), theme.name, WIDTH, height, chosen)
    _picture(chosen, found.exhibit, made, theme, f"stage_{key}_{step.notices}")
    _notice(corpus, lesson, step)


def _picture(corpus: Corpus, exhibit: Exhibit, made: Staged, theme: Theme, key: str) -> None:
    """The figure; a click on a mark shows its first sentences over it, until the next step."""
    with st.container(key="stage_picture"):
        row = _clicked(made, exhibit.reading, key)
    if row is not None and row in exhibit.table.index:
        with st.container(key="stage_behind"):
            stage_passages.show_behind(corpus, exhibit.passages(row), theme, f"{key}_behind")


def _clicked(made: Staged, alt: str, key: str) -> int | None:
    """Draw the figure; the row of the table whose mark is chosen."""
    if made.chart is None:
        return elements.stage_picture(made.svg, key=key)
    size = {"width": int(made.chart.layout.width), "height": int(made.chart.layout.height)}
    event = st.plotly_chart(
        made.chart, key=key, theme=None, config=_CONFIG, alt=alt, on_select="rerun", selection_mode="points", **size
    )
    return state.row_of_selection(event["selection"])


def _notice(corpus: Corpus, lesson: Lesson, step: Step) -> None:
    """The thing to notice that is on now; those before it have been said."""
    if step.notices:
        screen = lesson.screens[step.screen]
        with st.container(key="stage_notice"):
            st.markdown(notices(screen, said(corpus, lesson, step.screen))[step.notices - 1])


def _words(corpus: Corpus, lesson: Lesson, step: Step, theme: Theme, key: str) -> None:
    screen = lesson.screens[step.screen]
    with st.container(key="stage_words"):
        for text in words_of(screen, said(corpus, lesson, step.screen)):
            st.markdown(text)


def _sentences(corpus: Corpus, lesson: Lesson, step: Step, theme: Theme, key: str) -> None:
    screen = lesson.screens[step.screen]
    lines = sentences_of(corpus, screen.sentences)
    stage_passages.show(corpus, lines, theme, f"stage_{key}", large=not screen.notices)
    _notice(corpus, lesson, step)


def _predict(corpus: Corpus, lesson: Lesson, step: Step, theme: Theme, key: str) -> None:
    screen, found = lesson.screens[step.screen], said(corpus, lesson, step.screen)
    question = in_class.question_of(corpus, lesson, step.screen, found)
    if not step.revealed:
        if in_class.show_waiting(question):
            prediction.ask_phones(question.unit, question.answers)
        else:
            prediction.guess_bars(corpus, screen, found, key)
        return
    in_class.close(question)
    prediction.reveal(corpus, screen, found, theme, key, (WIDTH, WITH_WORDS), in_class.guesses(question))
    _notice(corpus, lesson, step)


def _ask(corpus: Corpus, lesson: Lesson, step: Step, theme: Theme, key: str) -> None:
    found = said(corpus, lesson, step.screen)
    question = in_class.question_of(corpus, lesson, step.screen, found)
    questions.show_choice(lesson.screens[step.screen].choice, found, question, step.revealed, theme, f"stage_{key}")
    _notice(corpus, lesson, step)


def _passage(corpus: Corpus, lesson: Lesson, step: Step, theme: Theme, key: str) -> None:
    question = in_class.question_of(corpus, lesson, step.screen, None)
    questions.show_passage(corpus, lesson.screens[step.screen].blind, question, step.revealed, theme, f"stage_{key}")
    _notice(corpus, lesson, step)


_SHOWS = {
    "question": _words,
    "caveat": _words,
    "task": _words,
    "exhibit": _exhibit,
    "sentences": _sentences,
    "predict": _predict,
    "ask": _ask,
    "passage": _passage,
}
