"""What a visit has seen, brought along and put aside: views, clicks, links, a saved session, the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from ..export.report import Basket
from .choices import EVERYWHERE, forget


@dataclass
class PutAside:
    """What a visitor has put aside for the report, and how the report is called.

    One object a visit, which is changed: a file that is made when a button is clicked then holds also what was typed
    just before.
    """

    basket: Basket = ()
    title: str = ""

    def change(self, how: Callable[..., Basket], *arguments: object) -> None:
        """Change the basket by a function of it, as a button does when it is clicked."""
        self.basket = how(self.basket, *arguments)


def put_aside() -> PutAside:
    """What this visitor has put aside."""
    return st.session_state.setdefault("put_aside", PutAside())


def note_setting(key: str) -> None:
    """Know a control's key, so that a session can be saved with what it holds; call it before the control."""
    st.session_state.setdefault("setting_keys", set()).add(key)


def settings() -> dict[str, object]:
    """What the controls of all pages hold, by key, and what an opened session says of those not seen since."""
    seen = {key: st.session_state[key] for key in st.session_state.get("setting_keys", ()) if key in st.session_state}
    return st.session_state.get("restored", {}) | seen


def restore(values: Mapping[str, object]) -> None:
    """Forget what the controls hold and keep what they held in a saved session, until each takes its own.

    What holds on every page is set at once: it counts also where no control shows it.
    """
    forget(*st.session_state.get("setting_keys", ()))
    st.session_state["setting_keys"] = set(EVERYWHERE)
    for key in set(EVERYWHERE) & set(values):
        st.session_state[key] = values[key]
    st.session_state["restored"] = {key: value for key, value in values.items() if key not in EVERYWHERE}


def take_restored(key: str, default: object) -> object:
    """What an opened session says of a control, once; `default` where it says nothing."""
    return st.session_state.get("restored", {}).pop(key, default)


def edition() -> int:
    """How often this visitor has opened a session: part of the keys of fields that begin anew then."""
    return st.session_state.get("edition", 0)


def next_edition() -> None:
    """A session was opened: fields begin anew."""
    st.session_state["edition"] = edition() + 1


def remember_file(made_of: object, content: bytes) -> None:
    """Keep the file that was made last, and what it was made of."""
    st.session_state["made_file"] = (made_of, content)


def remembered_file(made_of: object) -> bytes | None:
    """The file that was made last, if it was made of this."""
    kept_of, content = st.session_state.get("made_file", (None, None))
    return content if kept_of == made_of else None


def tell(kind: str, *sentences: str) -> None:
    """Keep what is to be said at the top of the page that is shown next; kind: "error", "warning" or "success"."""
    st.session_state.setdefault("told", []).extend((kind, sentence) for sentence in sentences)


def told() -> list[tuple[str, str]]:
    """What is to be said, once."""
    return st.session_state.pop("told", [])


def remember_view(key: str, options: dict[str, object]) -> None:
    """Keep the options with which an exhibit could be made."""
    st.session_state[f"view_{key}"] = options


def last_view(key: str) -> dict[str, object] | None:
    """The options with which an exhibit could be made last, or None."""
    return st.session_state.get(f"view_{key}")


def remember_link(query: dict[str, list[str]]) -> None:
    """Keep the query of the link that a visitor has followed to a page that only links lead to."""
    st.session_state["link"] = query


def link_followed() -> dict[str, list[str]]:
    """The query of the last such link in this visit."""
    return st.session_state.get("link", {})


def remember_row(key: str, row: int) -> None:
    """Keep which row of an exhibit was clicked in a drawing, which reports a click only once."""
    st.session_state[_row_key(key)] = row


def remembered_row(key: str) -> int | None:
    """The row of an exhibit that was clicked last in a drawing."""
    return st.session_state.get(_row_key(key))


def _row_key(key: str) -> str:
    return f"row_{key}"
