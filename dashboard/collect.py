"""What is put aside for the report: the button under each exhibit, and the number in the menu."""

from __future__ import annotations

import streamlit as st

from . import state
from .exhibits.base import Exhibit
from .export.report import Kept, added, kept, place_of, removed
from .pages import PAGES, Page


def collect(exhibit: Exhibit, key: str) -> None:
    """A button that puts an exhibit aside for the report, or takes it out again; and the way to the report."""
    entry = kept(exhibit)
    inside = place_of(state.put_aside().basket, entry) is not None
    if not inside:
        label, icon, help = "Add to report", ":material/add:", "Keep it, with its options, on the page Report"
    else:
        label, icon, help = "In the report", ":material/check:", "Take it out of the report again"
    st.button(label, key=f"{key}_collect", icon=icon, help=help, on_click=_turn, args=(entry,))
    if inside:
        # The menu counts with the next run of the whole page only.
        st.page_link(PAGES["report"].file, label="Report", icon=":material/arrow_forward:")


def _turn(entry: Kept) -> None:
    """In or out; looked up when it is clicked, for another exhibit may have been taken out since it was shown."""
    aside = state.put_aside()
    place = place_of(aside.basket, entry)
    if place is None:
        aside.change(added, entry)
    else:
        aside.change(removed, place)


def menu_title(page: Page) -> str:
    """A page in the menu: the report with the number of its exhibits."""
    count = len(state.put_aside().basket) if page.name == "report" else 0
    return f"{page.title} ({count})" if count else page.title
