"""Texts of one's own: brought in, looked at, corrected, and compared."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, state
from dashboard.frame import open_page
from dashboard.own_texts.files_panel import show_files
from dashboard.own_texts.intake import take_in
from dashboard.own_texts.metadata_grid import show_metadata
from dashboard.own_texts.roles_panel import show_roles
from dashboard.own_texts.welcome import invite
from dashboard.pages import PAGES
from dashboard.words import escape_markdown

PANELS = {"Texts": show_files, "What counts": show_roles, "Author, year, title": show_metadata}

open_page("own_texts")
collection = state.collection()


def compare() -> None:
    """Make the collection the corpus of every page."""
    bar = st.empty()
    try:
        corpus = collection.corpus(
            cache.bundled_corpus() if collection.with_bundled else None,
            # Few texts are done before anything could be shown of it.
            lambda what, share: share < 1 and bar.progress(value=share, text=f"{what}: {share:.0%}"),
        )
    except AnalysisError as error:
        bar.empty()
        st.error(escape_markdown(str(error)), icon=":material/error:")
        return
    state.set_own_corpus(corpus)
    state.forget(state.TEXTS, state.GROUP_BY)
    st.switch_page(PAGES["overview"].file)


def head() -> None:
    """How much there is, and the door to the comparison."""
    number = len(collection.texts)
    name, together, go = st.columns([3, 3, 3], vertical_alignment="bottom")
    collection.name = (
        name.text_input("Name of these texts", collection.name, max_chars=120, key=f"name_{state.intake()}").strip()
        or collection.name
    )
    collection.with_bundled = together.toggle("Together with the bundled texts", collection.with_bundled)
    label = f"Compare {'this text' if number == 1 else f'these {number} texts'}"
    if go.button(label, type="primary", icon=":material/arrow_forward:", width="stretch"):
        compare()


take_in(collection)
if collection.texts:
    head()
elif not collection.files:
    invite(collection)
for problem in collection.problems:
    st.error(escape_markdown(problem), icon=":material/error:")
if collection.texts:
    panel = st.segmented_control(
        "Look at", list(PANELS), default="Texts", required=True, key="own_panel", label_visibility="collapsed"
    )
    PANELS[panel](collection)
elif collection.files:
    show_files(collection)
