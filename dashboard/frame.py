"""What stands round every page: the style sheet, and how a page gets its corpus and its selection."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analysis import AnalysisError, Corpus

from . import cache, sidebar, state
from .show import escape_markdown

_STYLE = f"<style>{(Path(__file__).parent / 'style.css').read_text(encoding='utf-8')}</style>"


def page_frame() -> None:
    """The style sheet of the whole dashboard."""
    st.html(_STYLE)


def open_corpus() -> tuple[Corpus, Corpus, state.Selection]:
    """The whole corpus, the part that is compared, and the selection; texts that could not be read are named.

    Stops the page with one sentence when there is nothing to show.
    """
    try:
        whole = cache.bundled_corpus()
    except AnalysisError as error:
        st.error(escape_markdown(str(error)), icon=":material/error:")
        st.stop()
    for problem in whole.problems:
        st.warning(escape_markdown(problem), icon=":material/warning:")
    selection = sidebar.select(whole)
    return whole, cache.select(whole, selection.documents), selection
