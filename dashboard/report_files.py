"""The report and the session as files: what the page of the report hands out and takes in."""

from __future__ import annotations

import streamlit as st

from analysis import AnalysisError, Corpus

from . import sessions, state
from .export.files import file_name
from .export.report import Report
from .export.reports import REPORTS
from .export.session import ENDING
from .words import escape_markdown


def show_files(whole: Corpus, report: Report) -> None:
    """The whole report as a file: first made, then saved, so that what goes wrong can be said."""
    st.header("The report as a file", anchor=False)
    basket = state.put_aside().basket
    if len(report.entries) < len(basket):
        st.caption(
            f"{len(report.entries)} of {len(basket)} exhibits can be made from these texts: the file holds those."
        )
    chosen = st.segmented_control(
        "Form", list(REPORTS), default=next(iter(REPORTS)), required=True, key="form",
        format_func=lambda form: REPORTS[form].label,
    )  # fmt: skip
    form, made_of = REPORTS[chosen], (chosen, report.title, basket, whole.fingerprint)
    if st.button("Make the file", key="make", icon=":material/description:", disabled=not report.entries):
        try:
            with st.spinner("One moment: every figure is drawn."):
                state.remember_file(made_of, form.make(report))
        except AnalysisError as error:
            st.error(escape_markdown(str(error)), icon=":material/error:")
    content = state.remembered_file(made_of)
    if content:
        st.download_button(
            f"Download {form.label}", content, file_name(report.title, form.ending),
            form.mime, key="save_report", type="primary", icon=":material/download:", on_click="ignore",
        )  # fmt: skip


def show_session(whole: Corpus) -> None:
    """All that is at hand in one file, and back."""
    st.header("The session as one file", anchor=False)
    st.markdown(
        "Texts, settings of all pages, edits of the stop list and the report: to go on later, elsewhere, or to hand in."
    )
    key = f"session_{state.edition()}"
    st.download_button(
        "Save this session", sessions.packing(whole), file_name(state.put_aside().title or whole.name, ENDING),
        "application/octet-stream", key="save_session", icon=":material/save:", on_click="ignore",
    )  # fmt: skip
    st.file_uploader(
        "Open a session: it takes the place of all that is here", type=[ENDING], key=key, on_change=_open_session,
        args=(key,),
    )  # fmt: skip


def _open_session(key: str) -> None:
    """Make the chosen file the visit."""
    file = state.chosen(key, None)
    if file is not None:
        sessions.reopen(file.getvalue())
