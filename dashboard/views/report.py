"""The report: exhibits put aside, in the reader's order and with notes; out as a file; and the session as one file."""

from collections.abc import Callable

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, sessions, state
from dashboard.exhibits.options import as_words
from dashboard.export import reproduce
from dashboard.export.files import file_name
from dashboard.export.report import Basket, Entry, Kept, Report, identity, moved, noted, removed
from dashboard.export.reports import REPORTS
from dashboard.export.session import ENDING
from dashboard.frame import open_page
from dashboard.pages import PAGES
from dashboard.words import escape_markdown

LONGEST_NOTE, LONGEST_TITLE = 5000, 200
MANY = 5

whole = open_page("report").whole
aside, edition = state.put_aside(), state.edition()
basket = aside.basket


def made(put_aside: Kept) -> Entry | str:
    """An entry as an exhibit, or in one sentence why it cannot be made."""
    try:
        return cache.entry(whole, put_aside)
    except AnalysisError as error:
        return str(error)


def in_words(value: str | list[str]) -> str:
    """One option; of a long list the beginning."""
    if isinstance(value, str):
        return value or "none"
    rest = f" and {len(value) - MANY} more" if len(value) > MANY else ""
    return ", ".join(value[:MANY]) + rest or "none"


def options_in_words(put_aside: Kept) -> str:
    """The options that are not as usual, and the texts where they are not all."""
    said = [f"{option.replace('_', ' ')}: {in_words(as_words(value))}" for option, value in put_aside.options.items()]
    if put_aside.documents:
        names = cache.labels(whole).texts
        said.append(f"texts: {in_words([names.get(text, text) for text in put_aside.documents])}")
    return " · ".join(said) or "options as usual, all texts"


def show_entry(place: int, put_aside: Kept, entry: Entry | str) -> None:
    """One entry: what it is and says, the reader's note, and what can be done with it."""
    key = f"entry_{edition}_{identity(put_aside)}"
    title = put_aside.name.replace("_", " ") if isinstance(entry, str) else entry.exhibit.title
    st.subheader(f"{place + 1}. {escape_markdown(title)}", anchor=False)
    st.caption(escape_markdown(options_in_words(put_aside)))
    if isinstance(entry, str):
        st.info(escape_markdown(entry), icon=":material/info:")
    else:
        st.markdown(escape_markdown(entry.exhibit.reading))
    st.text_area(
        "Your note", put_aside.note, key=f"{key}_note", height=80, max_chars=LONGEST_NOTE,
        on_change=lambda: aside.change(noted, place, state.chosen(f"{key}_note", "")),
    )  # fmt: skip
    with st.container(horizontal=True, key=f"{key}_row"):
        change(":material/arrow_upward:", "Up", f"{key}_up", moved, place, -1, disabled=place == 0)
        change(":material/arrow_downward:", "Down", f"{key}_down", moved, place, 1, disabled=place == len(basket) - 1)
        change(None, "Take out", f"{key}_out", removed, place)
        # A link opens in a visit of its own, which has the bundled texts.
        if not isinstance(entry, str) and not state.own_corpus():
            st.link_button("Open", reproduce.link(entry.exhibit, host=""))


def change(
    icon: str | None, label: str, key: str, how: Callable[..., Basket], *arguments: int, disabled: bool = False
) -> None:
    """A button that changes the order of the report."""
    st.button(label, key=key, icon=icon, disabled=disabled, on_click=aside.change, args=(how, *arguments))


def show_files(report: Report) -> None:
    """The whole report as a file: first made, then saved, so that what goes wrong can be said."""
    st.header("The report as a file", anchor=False)
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


def show_session() -> None:
    """All that is at hand in one file, and back."""
    st.header("The session as one file", anchor=False)
    st.markdown(
        "Texts, settings of all pages, edits of the stop list and the report: to go on later, elsewhere, or to hand in."
    )
    key = f"session_{edition}"
    st.download_button(
        "Save this session", sessions.packing(whole), file_name(aside.title or whole.name, ENDING),
        "application/octet-stream", key="save_session", icon=":material/save:", on_click="ignore",
    )  # fmt: skip
    st.file_uploader(
        "Open a session: it takes the place of all that is here", type=[ENDING], key=key, on_change=open_session,
        args=(key,),
    )  # fmt: skip


def open_session(key: str) -> None:
    """Make the chosen file the visit."""
    file = state.chosen(key, None)
    if file is not None:
        sessions.reopen(file.getvalue())


def call_it() -> None:
    """Take the title that was typed."""
    aside.title = state.chosen(f"title_{edition}", "").strip()


if basket:
    title = aside.title or whole.name
    st.text_input("Title of the report", title, key=f"title_{edition}", max_chars=LONGEST_TITLE, on_change=call_it)
    entries = [made(put_aside) for put_aside in basket]
    st.header("Exhibits", anchor=False)
    for place, (put_aside, entry) in enumerate(zip(basket, entries, strict=True)):
        show_entry(place, put_aside, entry)
    if REPORTS:
        show_files(Report(title, tuple(entry for entry in entries if isinstance(entry, Entry))))
else:
    st.info("The report is empty. Under every exhibit stands “Add to report”: what you add waits here, in your order.")
    st.page_link(PAGES["frequencies"].file, label="Begin in Frequencies", icon=":material/arrow_forward:")
show_session()
