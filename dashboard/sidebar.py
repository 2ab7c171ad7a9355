"""What is global: which texts are compared, and by which column."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from . import state
from .exhibits.groups import columns_to_group_by, text_label

MANY_TEXTS = 12


def select(corpus: Corpus) -> state.Selection:
    """The texts and the column chosen in the sidebar; with none chosen, all texts."""
    documents = corpus.documents
    labels = {document_id: text_label(row) for document_id, row in documents.iterrows()}
    pick = st.sidebar.multiselect if len(documents) > MANY_TEXTS else _pills
    chosen = pick("Texts compared", list(documents.index), format_func=labels.get, default=list(documents.index), key=state.TEXTS, **state.SHARED)
    columns = columns_to_group_by(documents)
    by = st.sidebar.selectbox(
        "Group by", columns, format_func=lambda column: column.replace("_", " "), key=state.GROUP_BY, **state.SHARED,
        help="Texts with the same value here are counted together.",
    )  # fmt: skip
    return state.Selection(tuple(chosen) or tuple(documents.index), by or columns[0])


def _pills(*args: object, **options: object) -> list[str]:
    return st.sidebar.pills(*args, selection_mode="multi", **options)
