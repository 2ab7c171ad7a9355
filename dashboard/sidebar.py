"""What is global: which texts are compared, and by which column."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from . import cache, state

MANY_TEXTS = 12


def select(corpus: Corpus) -> state.Selection:
    """The texts and the column chosen in the sidebar; with none chosen, all texts."""
    offered = cache.labels(corpus)
    labels, columns = offered.texts, offered.columns
    pick = st.sidebar.multiselect if len(labels) > MANY_TEXTS else _pills
    chosen = pick(
        "Texts compared", list(labels), format_func=labels.get, default=list(labels), key=state.TEXTS, **state.SHARED
    )
    by = st.sidebar.selectbox(
        "Group by", columns, format_func=lambda column: column.replace("_", " "), key=state.GROUP_BY, **state.SHARED,
        help="Texts with the same value here are counted together.",
    )  # fmt: skip
    return state.Selection(tuple(chosen) or tuple(labels), by or columns[0])


def _pills(*args: object, **options: object) -> list[str]:
    return st.sidebar.pills(*args, selection_mode="multi", **options)
