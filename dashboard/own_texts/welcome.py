"""What the page says before anything was brought, and texts to try it with."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from .. import state
from .collection import Collection
from .intake import read_all

SOURCES = Path(__file__).parents[2] / "data" / "sources"
WHAT = {
    "What is read": "Plain text, Markdown, Word, PDF, web pages; tables with a row a text (CSV, Excel, JSON lines, Parquet); ZIP files of these. Several at once.",
    "What happens to it": "Rules find titles, notes, captions, menus and the like. You see what they found, in colour, and correct it with a click. Nothing is thrown away.",
    "Where it stays": "On the computer that runs Parallax, in this visit only: no other visitor sees it, nothing is written to disk, and it is gone when you close the page. “Save this session” on the page Report keeps it.",
}


def invite(collection: Collection) -> None:
    """Three short answers, and a door."""
    for place, (title, words) in zip(st.columns(3, gap="large"), WHAT.items(), strict=True):
        place.header(title, anchor=False)
        place.markdown(words)
    if st.button("Try it with the five sources as they were received", icon=":material/science:"):
        read_all(collection, [(file.name, file.read_bytes(), "") for file in sorted(SOURCES.glob("*.txt"))])
        state.next_intake()
        st.rerun()
