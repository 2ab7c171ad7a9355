"""The worksheet of an exhibit on the screen: with its key or without, and the file."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import Corpus

from .exhibits.base import Exhibit
from .export.files import file_name
from .export.handout.handout import Handout
from .export.handout.handouts import HANDOUTS, Form

# By the name of the choice, what it is called among the other kinds of file.
WORKSHEETS = {f"worksheet_{ending}": f"Worksheet ({form.label})" for ending, form in HANDOUTS.items()}


def worksheet(corpus: Corpus, exhibit: Exhibit, kind: str, key: str) -> None:
    """Choose whether the key is printed, and get the file, which is made when the button is clicked."""
    form, places = HANDOUTS[kind.removeprefix("worksheet_")], st.columns(3, vertical_alignment="bottom")
    with_key = _with_key(places[0], key)

    def handout() -> Handout:
        # The questions are thought out only for whoever wants them.
        from .export.handout.worksheet import handout_of_exhibit

        return handout_of_exhibit(corpus, exhibit)

    _button(places[-1], form, handout, exhibit.title, with_key, f"{key}_{kind}", primary=True)
    st.caption(f"The figure, questions on it, passages from the texts and a task. {form.help}")


def worksheets(handout: Callable[[], Handout], title: str, key: str) -> None:
    """A worksheet in all its forms, with its key or without; it is made when a button is clicked."""
    with st.container(horizontal=True, vertical_alignment="center"):
        with_key = _with_key(st, key)
        for kind, form in HANDOUTS.items():
            _button(st, form, handout, title, with_key, f"{key}_{kind}")


def _with_key(place: DeltaGenerator, key: str) -> bool:
    return place.toggle("With the key, on a page of its own", True, key=f"{key}_with_key", persist_state="session")


def _button(
    place: DeltaGenerator,
    form: Form,
    handout: Callable[[], Handout],
    title: str,
    with_key: bool,
    key: str,
    *,
    primary: bool = False,
) -> None:
    place.download_button(
        "Download worksheet" if primary else f"Worksheet ({form.label})", lambda: form.make(handout(), key=with_key),
        file_name(f"worksheet {title}{' key' if with_key else ''}", form.ending), form.mime, key=key,
        icon=":material/download:", type="primary" if primary else "secondary", on_click="ignore",
        width="stretch" if primary else "content",
    )  # fmt: skip
