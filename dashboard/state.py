"""The one owner of what a visitor has chosen: the names under which choices are kept, and the selection of texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from analysis import Corpus

from .export.report import Basket

TEXTS = "texts"
GROUP_BY = "by"
FAIR = "fair"
DROP = "drop"
KEEP = "keep"
# Is the card of what else differs between the groups open?
DIFFERS = "differs"
# The lecture: is there one, at which step, on which ground?
PRESENT, AT, GROUND = "present", "at_step", "ground"
# What holds on every page, so it is carried along even where no control shows it.
EVERYWHERE = (TEXTS, GROUP_BY, FAIR, DROP, KEEP)
# The step of the guided tour, in the address too.
TOUR = "tour"
# A widget with this keeps its value from page to page and writes it into the address, so that a copied link opens
# the same view.
SHARED = {"bind": "query-params"}


@dataclass(frozen=True)
class Selection:
    """Which texts are compared, by which column, and whether as if all were as short as the shortest."""

    documents: tuple[str, ...]
    by: str
    fair: bool = False


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


@dataclass
class RoundPlayed:
    """How far a visitor is in a round of questions: what was answered so far, and which question is shown, from 0.

    One object a round, which is changed. A question is answered once; `go_on` only leads away from an answered one.
    """

    answers: tuple[str, ...] = ()
    at: int = 0

    def answer(self, given: str) -> None:
        """Answer the question that is shown, unless it is answered already."""
        if self.at == len(self.answers):
            self.answers = (*self.answers, given)

    def go_on(self) -> None:
        """Show the next question."""
        self.at = min(self.at + 1, len(self.answers))

    def begin_again(self) -> None:
        """Forget all answers."""
        self.answers, self.at = (), 0


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


def remember_view(key: str, options: dict[str, object]) -> None:
    """Keep the options with which an exhibit could be made."""
    st.session_state[f"view_{key}"] = options


def last_view(key: str) -> dict[str, object] | None:
    """The options with which an exhibit could be made last, or None."""
    return st.session_state.get(f"view_{key}")


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


def forget(*keys: str) -> None:
    """Let controls be as usual again."""
    for key in set(keys) & set(st.session_state.keys()):
        del st.session_state[key]


def hold(key: str, value: object) -> None:
    """Set what a control holds; call it before the control."""
    st.session_state[key] = value


def put_aside() -> PutAside:
    """What this visitor has put aside."""
    return st.session_state.setdefault("put_aside", PutAside())


def own_corpus() -> Corpus | None:
    """The texts that this visitor has brought along, seen by nobody else; None for the bundled ones."""
    return st.session_state.get("own_corpus")


def set_own_corpus(corpus: Corpus | None) -> None:
    """Work on other texts on every page."""
    st.session_state["own_corpus"] = corpus


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


def presenting() -> bool:
    """Is this page shown as a lecture?"""
    return st.query_params.get(PRESENT) == "1"


def present() -> None:
    """Begin the lecture of this page."""
    st.query_params[PRESENT] = "1"


def leave_the_lecture() -> None:
    """Back to the page."""
    for name in (PRESENT, AT, GROUND):
        st.query_params.pop(name, None)


def lecture_place(n_steps: int) -> int:
    """The step of the lecture that the address asks for, from 0; the nearest there is."""
    asked = st.query_params.get(AT, "0")
    return min(max(int(asked) if asked.isdecimal() else 0, 0), max(n_steps - 1, 0))


def go_to_step(at: int) -> None:
    """Another step of the lecture."""
    st.query_params[AT] = str(at)


def lecture_ground(usual: str) -> str:
    """The ground a lecture is shown on, "light" or "dark"; usual: that of the visitor's pages."""
    asked = st.query_params.get(GROUND)
    return asked if asked in ("light", "dark") else usual


def set_lecture_ground(ground: str) -> None:
    """Show the lecture on another ground."""
    st.query_params[GROUND] = ground


def element_state(key: str, name: str) -> str | None:
    """What an element has just reported; for its callback."""
    return st.session_state[key].get(name)


def own_lessons() -> dict[str, object]:
    """The lessons that this visitor has brought along, by name."""
    return st.session_state.get("own_lessons", {})


def add_own_lesson(name: str, lesson: object) -> None:
    """Put a lesson on this visitor's shelf."""
    st.session_state["own_lessons"] = own_lessons() | {name: lesson}


def clear_stage() -> None:
    """A page begins: nothing of it is on the stage yet."""
    st.session_state["stage"] = []


def put_on_stage(shown: object) -> None:
    """Keep an exhibit of this page for its lecture."""
    st.session_state["stage"].append(shown)


def close_stage() -> None:
    """The page brings a lecture of its own."""
    st.session_state["stage"] = None


def on_stage() -> list | None:
    """The exhibits of this page, in order; None where the page has brought a lecture of its own."""
    return st.session_state.get("stage")


def first_visit(page: str) -> bool:
    """Is this the visitor's first sight of the page? True once a session."""
    first = f"seen_{page}" not in st.session_state
    st.session_state[f"seen_{page}"] = True
    return first


def round_played(key: str) -> RoundPlayed:
    """How far this visitor is in a round of this name."""
    return st.session_state.setdefault(f"played_{key}", RoundPlayed())


def tour_step(last: int, *, in_address: bool = False) -> int | None:
    """The step of the tour that a visitor is at, from 1 to `last`; None where it was not begun.

    The address counts before what is remembered, so that a reload and a link keep it. in_address: write it there.
    """
    asked = st.query_params.get(TOUR, "")
    if asked.isdecimal() and 1 <= int(asked) <= last:
        st.session_state["tour_step"] = int(asked)
    step = st.session_state.get("tour_step")
    if in_address and asked != (str(step) if step else ""):
        _write_tour(step)
    return step


def begin_tour_step(number: int) -> None:
    """Be at this step of the tour."""
    st.session_state["tour_step"] = number
    _write_tour(number)


def end_tour() -> None:
    """Leave the tour."""
    forget("tour_step")
    _write_tour(None)


def tour_known() -> bool:
    """Has the visitor taken or declined the tour in this visit?"""
    return st.session_state.get("tour_known", False)


def know_tour() -> None:
    """Do not offer the tour again in this visit."""
    st.session_state["tour_known"] = True


def _write_tour(number: int | None) -> None:
    if number:
        st.query_params[TOUR] = str(number)
    elif TOUR in st.query_params:
        del st.query_params[TOUR]


def _row_key(key: str) -> str:
    return f"row_{key}"
