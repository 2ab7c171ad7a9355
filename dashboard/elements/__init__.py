"""The elements that Streamlit does not have: a clickable drawing, passages, a page to read, a picture to keep,
a guided tour.

Each is a script beside this file. Words of a text travel as data and are set as text, never as markup.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

_FOLDER = Path(__file__).parent


@cache
def _component(name: str) -> Callable[..., object]:
    script = (_FOLDER / f"{name}.js").read_text(encoding="utf-8")
    style = (_FOLDER / f"{name}.css").read_text(encoding="utf-8")
    return st.components.v2.component(f"parallax_{name}", html="<div class='root'></div>", css=style, js=script)


def drawing(wide: str, narrow: str, *, key: str) -> int | None:
    """Show an SVG picture; the row of the mark that was just clicked, or None."""
    result = _component("drawing")(data={"wide": wide, "narrow": narrow}, key=key, on_row_change=_nothing)
    return None if result.row is None else int(result.row)


def passages(
    lines: list[dict[str, object]], *, look: Literal["list", "aligned", "stage"] = "list", key: str
) -> int | None:
    """Show passages (who, place, left, node, right, colour); the number of the one just opened, or None.

    look: a list; aligned, one line each, the nodes under each other; or large, for a lecture hall.
    """
    result = _component("passages")(data={"lines": lines, "look": look}, key=key, on_open_change=_nothing)
    return None if result.open is None else int(result.open)


def reader(blocks: list[dict[str, object]], *, name: str, colour: str, pane: bool = False, key: str) -> None:
    """Show a whole text (blocks of role, level, pieces) and move to the block marked as target.

    pane: in a frame of its own that scrolls by itself.
    """
    _component("reader")(data={"blocks": blocks, "name": name, "colour": colour, "pane": pane}, key=key)


def roles(text: dict[str, object], *, key: str, given: Callable[[], None]) -> None:
    """Show the lines of a text with their roles. given: called when a click gives a line a role (the state `given`: a
    JSON object of line and role).

    text: its name; roles, each with name, label, explanation and count; lines, each with number, text, role, the rule in
    words, and whether it goes on the line before.
    """
    _component("roles")(data=text, key=key, on_given_change=given)


def blind_passage(pieces: list[tuple[str, str]], *, own: str = "", other: str = "", key: str) -> None:
    """Show one passage in large letters, cut into pieces (kind, words); words that tell are marked in the colour `own`,
    words that mislead are underlined in the colour `other`."""
    _component("blind_passage")(data={"pieces": pieces, "own": own, "other": other}, key=key)


def save_picture(sheet: dict[str, object], *, key: str) -> None:
    """Two buttons that save the picture of the exhibit they stand in, on a sheet as `export.figures.blank` gives it."""
    _component("save_picture")(data=sheet, key=key)


def lecture_keys(place: dict[str, object], *, key: str, went: Callable[[], None], asked: Callable[[], None]) -> None:
    """Listen to the keys of a lecture and show its place. went: called when another step is asked for (the state
    `went`); asked: when to present, to leave, or for the other ground is (the state `asked`).

    place: name, at, last (None on a page that is not presented), view ("stage" or "notes"), notes (an address).
    """
    _component("lecture")(data=place, key=key, on_went_change=went, on_asked_change=asked)


def stage_picture(svg: str, *, key: str) -> int | None:
    """Show an SVG picture in the size it has; the row of the mark that was just clicked, or None."""
    return drawing(svg, svg, key=key)


def reach_what_scrolls() -> None:
    """Let the keyboard reach charts and formulas that are wider than the screen; once a page."""
    _component("reach")(key="reach")


def tour_offer(*, key: str) -> str | None:
    """One line that offers the tour, unless this browser has seen it; "start" or "decline" when it was just clicked."""
    return _component("tour_offer")(key=key, on_go_change=_nothing).go


def tour(step: dict[str, object], *, key: str) -> str | None:
    """The bar of the tour and a ring around what its step is about; what was just clicked: next, back, here or end."""
    return _component("tour")(data=step, key=key, on_go_change=_nothing).go


def _nothing() -> None:
    """An element reports an event only where a callback is given."""
