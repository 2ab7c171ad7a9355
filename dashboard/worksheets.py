"""The worksheet of an exhibit on the screen: with its key or without, and the file."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from .exhibits.base import Exhibit
from .export.files import file_name
from .export.handout.handouts import HANDOUTS

# By the name of the choice, what it is called among the other kinds of file.
WORKSHEETS = {f"worksheet_{ending}": f"Worksheet ({form.label})" for ending, form in HANDOUTS.items()}


def worksheet(corpus: Corpus, exhibit: Exhibit, kind: str, key: str) -> None:
    """Choose whether the key is printed, and get the file, which is made when the button is clicked."""
    form, places = HANDOUTS[kind.removeprefix("worksheet_")], st.columns(3, vertical_alignment="bottom")
    with_key = places[0].toggle(
        "With the key, on a page of its own", True, key=f"{key}_with_key", persist_state="session"
    )

    def made() -> bytes:
        # The questions are thought out only for whoever wants them.
        from .export.handout.worksheet import handout_of_exhibit

        return form.make(handout_of_exhibit(corpus, exhibit), key=with_key)

    places[-1].download_button(
        "Download worksheet", made, file_name(f"worksheet {exhibit.title}{' key' if with_key else ''}", form.ending),
        form.mime, key=f"{key}_{kind}", icon=":material/download:", type="primary", on_click="ignore", width="stretch",
    )  # fmt: skip
    st.caption(f"The figure, questions on it, passages from the texts and a task. {form.help}")
