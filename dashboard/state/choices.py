"""What a visitor has chosen: the names under which choices are kept, and the selection of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

TEXTS = "texts"
GROUP_BY = "by"
FAIR = "fair"
DROP = "drop"
KEEP = "keep"
# Is the card of what else differs between the groups open?
DIFFERS = "differs"
# What holds on every page, so it is carried along even where no control shows it.
EVERYWHERE = (TEXTS, GROUP_BY, FAIR, DROP, KEEP)
# A widget with this keeps its value from page to page and writes it into the address, so that a copied link opens
# the same view.
SHARED = {"bind": "query-params"}


@dataclass(frozen=True)
class Selection:
    """Which texts are compared, by which column, and whether as if all were as short as the shortest."""

    documents: tuple[str, ...]
    by: str
    fair: bool = False


def row_of_selection(selection: Mapping) -> int | None:
    """The table row behind the mark that was clicked last in a chart: its custom data."""
    rows = [point.get("customdata") for point in selection.get("points", [])]
    rows = [row[0] if isinstance(row, list) else row for row in rows if row is not None]
    return int(rows[-1]) if rows else None


def keep(key: str) -> None:
    """Carry a widget's value over to the next page; call it before the widget.

    Streamlit does so by itself for a value a visitor has set, but not for one that came with the address.
    """
    if key in st.session_state:
        st.session_state[key] = st.session_state[key]


def follow(key: str, value: str | None, *, mark: object) -> None:
    """Set a widget to what was clicked in a picture, once a click; call it before the widget.

    mark: which mark was clicked, None when none is; a choice made in the widget itself then stands until the next.
    """
    if mark is not None and st.session_state.get(f"followed_{key}") != mark:
        st.session_state[key] = value
    st.session_state[f"followed_{key}"] = mark


def is_set(key: str) -> bool:
    """Has a widget of this name had a value before in this visit?"""
    return key in st.session_state


def chosen(key: str, default: str) -> str:
    """The value of a widget that this page does not show."""
    return st.session_state.get(key, default)


def forget(*keys: str) -> None:
    """Let controls be as usual again."""
    for key in set(keys) & set(st.session_state.keys()):
        del st.session_state[key]


def hold(key: str, value: object) -> None:
    """Set what a control holds; call it before the control."""
    st.session_state[key] = value


def write_into_address(page: str, asked: Mapping[str, str | list[str]]) -> None:
    """On arrival at a page, let the address say what came along from the page before; call it before the widgets.

    asked: by key, what a widget would write into the address. Streamlit does so by itself for what a visitor has set,
    but not for what came with an address.
    """
    arrived = st.session_state.get("page") != page
    st.session_state["page"] = page
    if arrived:
        missing = {key: value for key, value in asked.items() if key not in st.query_params}
        st.query_params.update(missing)


def confirm_address() -> None:
    """Let the browser show the address that this run works with.

    A link from a page to itself gives its query to one run only: the browser's address, and so the next run, lacks it.
    """
    st.query_params.from_dict({name: st.query_params.get_all(name) for name in st.query_params})


def first_visit(page: str) -> bool:
    """Is this the visitor's first sight of the page? True once a session."""
    first = f"seen_{page}" not in st.session_state
    st.session_state[f"seen_{page}"] = True
    return first


def element_state(key: str, name: str) -> str | None:
    """What an element has just reported; for its callback."""
    return st.session_state[key].get(name)
