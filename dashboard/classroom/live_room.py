"""A room on the teacher's screen: opened, joined by phones, gone on with after a break, closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import segno
import streamlit as st

from dashboard import state
from dashboard.export.files import file_name
from dashboard.words import escape_markdown

from .live import door, file
from .live.addresses import addresses
from .live.errors import ClassError
from .live.questions import Question
from .live.results_files import FORMS
from .live.room import Room
from .live.store import LONGEST_TITLE, the_store
from .live_panel import enter

_DOOR, _ADDRESS, _TITLE = "live_door", "live_address", "live_title"
_QR = {"scale": 8, "border": 3, "dark": "#1B1F24", "light": "#FFFFFF"}


def show_start(ready: Sequence[Question], title: str) -> None:
    """What stands on the page before a room is open: the first question as phones will show it, and the start."""
    first, *others = ready
    left, right = st.columns([3, 2], gap="large")
    with right.container(border=True, key="live_first"):
        st.caption("The first question, ready to be asked")
        st.header(escape_markdown(first.prompt), anchor=False)
        for answer in first.answers:
            st.container(border=True).markdown(escape_markdown(answer))
    with left:
        st.markdown(
            "You open a room; the class joins it by phone, with a code from your screen, without an account or a name. "
            "You ask, each phone votes once, and the votes grow on this page until you close the question."
        )
        st.text_input("Title of the room", title[:LONGEST_TITLE], key=_TITLE, max_chars=LONGEST_TITLE)
        st.button("Open a room", key="live_start", icon=":material/meeting_room:", on_click=_start)
        _show_open_rooms()
        st.markdown("**Also ready**")
        st.markdown("\n".join(f"- {escape_markdown(question.prompt)}" for question in others))


def _start() -> None:
    try:
        enter(the_store().open_room(state.chosen(_TITLE, "")))
    except ClassError as error:
        state.tell("error", str(error))


def _show_open_rooms() -> None:
    """Rooms that are still open, to go on with: after a restart, or in another window."""
    # Only to look at the page makes no file.
    rooms = the_store().open_rooms() if file.place().exists() else []
    if not rooms:
        return
    st.header("Rooms still open", anchor=False)
    for room in rooms[:5]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"live_open_{room.number}"):
            st.button("Go on", key=f"live_go_{room.number}", on_click=enter, args=(room,))
            st.button("Close it", key=f"live_end_{room.number}", on_click=close, args=(room.number,))
            st.markdown(escape_markdown(f"{room.title or 'Class'}, opened {_moment(room.opened)}"))
    if len(rooms) > 5:
        st.caption(f"And {len(rooms) - 5} older ones.")


def show_joining(room: Room) -> None:
    """How phones join: address, code, and a picture of both for their cameras."""
    opened = door.opened()
    with st.container(key="live_joining", gap=None):
        if opened is not None:
            st.caption("In the phone’s browser")
            st.header(escape_markdown(opened.url.removeprefix("http://")), anchor=False)
        st.caption("Code of the room")
        st.header(escape_markdown(room.code), anchor=False)
        if opened is not None:
            link = f"{opened.url}/class/{room.code}"
            st.image(segno.make(link, error="m").svg_inline(**_QR), width=240, alt=f"QR code of the address {link}")
    _show_switch()
    st.link_button("Join in this browser", f"/class/{room.code}", icon=":material/smartphone:")


def _show_switch() -> None:
    """The way from the network to the phones' pages, opened on purpose only."""
    offered = addresses()
    if not offered and door.opened() is None:
        st.info(
            "This machine is in no network, so no phone can reach it: join the Wi-Fi of the class or open a hotspot, "
            "then load this page again.",
            icon=":material/wifi_off:",
        )
        return
    opened = door.opened()
    state.hold(_DOOR, opened is not None)
    st.toggle(
        "Let phones in this network join", key=_DOOR, on_change=_turn,
        help="While it is on, every device in the same network reaches the pages for voting, and nothing else of this machine.",
    )  # fmt: skip
    if opened is None:
        st.caption("Off: no phone can reach this room.")
    if len(offered) > 1:
        st.selectbox("Address of this machine", offered, key=_ADDRESS, on_change=_move)


def _turn() -> None:
    if state.chosen(_DOOR, False):
        _open_door()
    else:
        door.shut_door()


def _move() -> None:
    if door.opened() is not None:
        _open_door()


def _open_door() -> None:
    try:
        offered = addresses()
        if not offered:
            raise ClassError("This machine is in no network any more: join one, then switch it on again.")
        chosen = state.chosen(_ADDRESS, offered[0])
        door.open_door(chosen if chosen in offered else offered[0])
    except ClassError as error:
        state.tell("error", str(error))


def show_end(room: Room) -> None:
    """The results as a file, and the end of the class."""
    st.header("Results and end", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="live_end"):
        for form in FORMS.values():
            st.download_button(
                f"Results as {form.label}", lambda form=form: form.make(the_store(), room.number),
                file_name(room.title or "class", form.ending), form.mime, key=f"live_save_{form.ending}",
                icon=":material/download:", on_click="ignore",
            )  # fmt: skip
        with st.popover("Close the room", icon=":material/door_front:"):
            st.markdown("Phones are told that the class is over. The votes stay in the files above: save them first.")
            st.button("Close it for all", key="live_close", on_click=close, args=(room.number,))


def close(number: int) -> None:
    """Close a room; with the last one the door to the network is shut."""
    try:
        the_store().close_room(number)
        if not the_store().open_rooms():
            door.shut_door()
        state.tell("success", "The room is closed.")
    except ClassError as error:
        state.tell("error", str(error))


def _moment(written: str) -> str:
    """A moment of a file as people write it, in the time of this machine."""
    return datetime.fromisoformat(written).astimezone().strftime("%d %B, %H:%M").lstrip("0")
