"""The report: exhibits put aside, in the reader's order and with notes; out as a file; and the session as one file."""

from collections.abc import Callable

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, state
from dashboard.exhibits.options import in_words
from dashboard.export import reproduce
from dashboard.export.report import Basket, Entry, Kept, Report, identity, moved, noted, removed
from dashboard.frame import open_page
from dashboard.in_plain_words import in_plain_words
from dashboard.pages import PAGES
from dashboard.report_files import show_files, show_session
from dashboard.words import escape_markdown

LONGEST_NOTE, LONGEST_TITLE = 5000, 200

whole = open_page("report").whole
aside, edition = state.put_aside(), state.edition()
basket = aside.basket


def made(put_aside: Kept) -> Entry | str:
    """An entry as an exhibit, or in one sentence why it cannot be made."""
    try:
        return cache.entry(whole, put_aside)
    except AnalysisError as error:
        return str(error)


def options_in_words(put_aside: Kept) -> str:
    """The options that are not as usual, and the texts where they are not all."""
    names = cache.labels(whole).texts
    some = {"texts": tuple(names.get(text, text) for text in put_aside.documents)} if put_aside.documents else {}
    return in_words(dict(put_aside.options) | some) or "options as usual, all texts"


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
        in_plain_words(whole, entry.exhibit)
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
    show_files(whole, Report(title, tuple(entry for entry in entries if isinstance(entry, Entry))))
else:
    st.info("The report is empty. Under every exhibit stands “Add to report”: what you add waits here, in your order.")
    st.page_link(PAGES["frequencies"].file, label="Begin in Frequencies", icon=":material/arrow_forward:")
show_session(whole)
