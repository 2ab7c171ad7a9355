"""The texts that a visitor has brought along: seen by nobody else, and gone when the visit ends."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from ..own_texts.collection import Collection


def own_corpus() -> Corpus | None:
    """The own texts that every page works on; None where it works on the bundled ones."""
    return st.session_state.get("own_corpus")


def set_own_corpus(corpus: Corpus | None) -> None:
    """Work on other texts on every page."""
    st.session_state["own_corpus"] = corpus


def collection() -> Collection:
    """What this visitor has brought along so far; one object, which is changed."""
    return st.session_state.setdefault("collection", Collection())


def collect(texts: Collection) -> None:
    """Let the texts of an opened file be the visitor's own, to be looked at and corrected."""
    st.session_state["collection"] = texts


def files_known(key: str) -> list[str]:
    """The numbers of the files that a field held when it was last looked at; call it before the field.

    On another page the field is forgotten and comes back empty: then it is as if it had never held any.
    """
    return st.session_state.get(f"known_{key}", []) if key in st.session_state else []


def know_files(key: str, numbers: list[str]) -> None:
    """The files that a field holds were looked at."""
    st.session_state[f"known_{key}"] = numbers


def intake() -> int:
    """How often files were taken in: part of the keys of the fields that are empty again then."""
    return st.session_state.get("intake", 0)


def next_intake() -> None:
    """Files were taken in: the fields are empty again, and the grid is filled anew."""
    st.session_state["intake"] = intake() + 1


def pasted() -> str:
    """The words that were pasted to be held against the texts; "" where none were."""
    return st.session_state.get("pasted", "")


def set_pasted(words: str) -> None:
    """Hold these words against the texts; "" for none."""
    st.session_state["pasted"] = words.strip()
