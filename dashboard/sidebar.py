"""What is global: which texts are compared, by which column, and whether at equal length."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from . import cache, controls, sessions, state
from .exhibits.groups import MANY_GROUPS
from .pages import Page
from .words import escape_markdown

# Out of more texts than these nobody picks any from a menu.
MOST_OFFERED = 2_000
FAIR_HELP = (
    "Long texts have more of everything. With this, each comparison is made again on many stretches as long as the "
    "shortest text, and each place in a ranking says how often it is kept."
)


def select(corpus: Corpus, page: Page) -> state.Selection:
    """What is chosen in the sidebar, of which a page shows the controls it answers to; with no text chosen, all."""
    offered = cache.labels(corpus)
    _own_texts()
    for key in state.EVERYWHERE:
        state.keep(key)
    state.write_into_address(page.name, _address(offered, page))
    texts = _texts(offered) if page.texts else ()
    by = state.chosen(state.GROUP_BY, offered.columns[0])
    if page.by:
        names = {column: column.replace("_", " ") for column in offered.columns}
        by = controls.choice(st.sidebar, "Group by", offered.columns, state.GROUP_BY, names=names)
    fair = controls.switch(st.sidebar, "Length-fair", False, state.FAIR, help=FAIR_HELP) if page.fair else False
    return state.Selection(texts or tuple(offered.texts), by, fair)


def _texts(offered: cache.Labels) -> tuple[str, ...]:
    """The texts that were chosen: of few all are, until one is taken out; of many none is, which means all."""
    number = len(offered.texts)
    if number > MOST_OFFERED:
        st.sidebar.caption(f"All {number:,} texts are compared. For some of them, make an index of these.")
        return ()
    if number <= MANY_GROUPS:
        return controls.choices(st.sidebar, "Texts compared", offered.texts, state.TEXTS)
    every = f"All {number:,}; choose some"
    return controls.choices(st.sidebar, "Texts compared", offered.texts, state.TEXTS, default=(), placeholder=every)


def _own_texts() -> None:
    """Whose texts these are where they are not the bundled ones, and the way back."""
    corpus = state.own_corpus()
    if corpus is not None:
        told = f"“{corpus.name}”, your own texts. A copied link opens the bundled ones: hand on the session instead."
        st.sidebar.caption(escape_markdown(told))
        st.sidebar.button("Back to the bundled texts", key="back", on_click=sessions.back_to_the_bundled_texts)


def _address(offered: cache.Labels, page: Page) -> dict[str, str | list[str]]:
    """What the controls of this page have to say in the address: what is not as usual."""
    if page.hidden:
        # The browser's way back to such a page comes without the address's query.
        return {} if st.query_params else state.link_followed()
    texts, by = state.chosen(state.TEXTS, list(offered.texts)), state.chosen(state.GROUP_BY, offered.columns[0])
    asked: dict[str, str | list[str]] = {}
    if page.texts and texts and set(texts) != set(offered.texts):
        asked[state.TEXTS] = [offered.texts[text] for text in texts if text in offered.texts]
    if page.by and by != offered.columns[0]:
        asked[state.GROUP_BY] = by.replace("_", " ")
    asked |= {key: typed for key in (state.DROP, state.KEEP) if (typed := state.chosen(key, ""))}
    if page.fair and state.chosen(state.FAIR, False):
        asked[state.FAIR] = "true"
    return asked
