"""What is global: which texts are compared, and by which column."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from . import cache, state

# Pills show all choices at once and are quick to load; longer lists get a menu.
MANY = 12


def select(corpus: Corpus) -> state.Selection:
    """The texts and the column chosen in the sidebar; with none chosen, all texts."""
    offered = cache.labels(corpus)
    state.keep(state.TEXTS)
    state.keep(state.GROUP_BY)
    return state.Selection(_texts(offered.texts) or tuple(offered.texts), _column(offered.columns))


def _texts(labels: dict[str, str]) -> tuple[str, ...]:
    options = {"options": list(labels), "default": list(labels), "format_func": labels.get, "key": state.TEXTS}
    if len(labels) > MANY:
        chosen = st.sidebar.multiselect("Texts compared", **options, **state.SHARED)
    else:
        chosen = st.sidebar.pills("Texts compared", selection_mode="multi", **options, **state.SHARED)
    # In order of time, whatever the order of the clicks.
    return tuple(document_id for document_id in labels if document_id in chosen)


def _column(columns: list[str]) -> str:
    options: dict = {"options": columns, "format_func": lambda column: column.replace("_", " "), "key": state.GROUP_BY}
    if len(columns) > MANY:
        return st.sidebar.selectbox("Group by", **options, **state.SHARED)
    return st.sidebar.pills("Group by", default=columns[0], required=True, **options, **state.SHARED)
