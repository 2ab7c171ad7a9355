"""What stands round every page: the style sheet, and how a page gets its corpus and its selection."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from analysis import AnalysisError, Corpus

from . import cache, elements, sidebar, state
from .pages import PAGES
from .show import confound_card
from .words import escape_markdown

_STYLE = f"<style>{(Path(__file__).parent / 'style.css').read_text(encoding='utf-8')}</style>"


@dataclass(frozen=True)
class Opened:
    """What a page works on: the whole corpus, the part that is compared, and what the sidebar says."""

    whole: Corpus
    corpus: Corpus
    selection: state.Selection

    @property
    def by(self) -> str:
        """The column compared."""
        return self.selection.by

    def usual_search(self, searches: str) -> str:
        """What to look for before anybody has typed: these searches, or words of the corpus if it has none of them."""
        return cache.usual_search(self.whole, searches)

    @property
    def fair(self) -> bool:
        """As if all texts were as short as the shortest?"""
        return self.selection.fair


def page_frame() -> None:
    """The style sheet of the whole dashboard, and the keyboard's way to what is wider than the screen."""
    st.html(_STYLE)
    elements.reach_what_scrolls()


def open_page(name: str, *, headline: bool = False) -> Opened:
    """Head of a page: sidebar, title and blurb, texts that could not be read, what else differs between the groups.

    headline: the name of the corpus in the place of title and blurb. Stops the page with one sentence when there is
    nothing to show.
    """
    page = PAGES[name]
    try:
        whole = state.own_corpus() or cache.bundled_corpus()
    except AnalysisError as error:
        st.error(escape_markdown(str(error)), icon=":material/error:")
        st.stop()
    for kind, sentence in state.told():
        getattr(st, kind)(escape_markdown(sentence))
    for problem in whole.problems:
        st.warning(escape_markdown(problem), icon=":material/warning:")
    selection = sidebar.select(whole, page)
    corpus = cache.select(whole, selection.documents)
    st.title(escape_markdown(whole.name if headline else page.title), anchor=False)
    if not headline:
        st.markdown(escape_markdown(page.blurb))
    if page.compares:
        confound_card(corpus, selection.by)
    return Opened(whole, corpus, selection)
