"""What stands under an exhibit: its table, method and receipt, and the sentences behind a row."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from . import elements, glossary
from .claims import claim
from .collect import collect
from .column_looks import column_looks
from .downloads import cite, download
from .exhibits.base import Exhibit
from .export.figure import figures
from .passages import show_passages
from .words import escape_markdown


def behind(corpus: Corpus, exhibit: Exhibit, row: int, key: str) -> None:
    """What stands behind one row: a sentence on it, where there is one, and its passages."""
    remark = exhibit.remark(row)
    if remark:
        st.markdown(escape_markdown(remark))
    show_passages(corpus, exhibit.passages(row), key, query=exhibit.search(row))


def foot(corpus: Corpus, exhibit: Exhibit, key: str, *, saved: bool) -> None:
    """Table, method and (where it is to be saved) picture file on demand; the receipt always."""
    left, right = st.columns([2, 1], vertical_alignment="center") if saved else (st.container(), None)
    with left.container(horizontal=True, vertical_alignment="center"):
        more = st.segmented_control(
            "More on this chart",
            ["Table", "Method", "Export", "Cite", "Claim"],
            key=f"{key}_more",
            label_visibility="collapsed",
        )
        collect(exhibit, key)
    if saved:
        with right:
            elements.save_picture(figures.blank(exhibit), key=f"{key}_save")
    if more == "Table":
        _table(corpus, exhibit, key)
    elif more == "Export":
        download(corpus, exhibit, f"{key}_export")
    elif more == "Cite":
        cite(corpus, exhibit, f"{key}_cite")
    elif more == "Claim":
        claim(corpus, exhibit, f"{key}_claim")
    elif more == "Method":
        for name in glossary.shown_with(exhibit.name, exhibit.table):
            show_measure(glossary.MEASURES[name])
        st.markdown(f"**Receipt** — {escape_markdown(exhibit.receipt.text())}")
    st.caption(escape_markdown(exhibit.receipt.brief()))


def _table(corpus: Corpus, exhibit: Exhibit, key: str) -> None:
    """The table behind the picture; a chosen row shows its sentences, which the keyboard can do as well."""
    chosen = st.dataframe(
        exhibit.table, hide_index=True, key=f"{key}_table", alt=f"Table: {exhibit.title}",
        on_select="rerun", selection_mode="single-row", column_config=column_looks(exhibit),
    )  # fmt: skip
    rows = chosen["selection"]["rows"]
    if rows:
        behind(corpus, exhibit, exhibit.table.index[rows[0]], f"{key}_table_passages")
    else:
        st.caption("Tick a row for its sentences.")


def show_measure(entry: glossary.Entry) -> None:
    """One entry of the glossary."""
    st.markdown(f"**{entry.label}** — {entry.question}")
    st.markdown(f"*In plain words:* {entry.plain}")
    st.latex(entry.formula)
    st.caption(f"Range: {entry.range} · {entry.direction}")
    st.markdown(f"{entry.reading}\n\n*Beware:* {entry.caveat}")
    st.caption(f"Source: {entry.source.rstrip('.')}.")
