"""What counts of a text: its lines with their roles, and a click that changes one."""

from __future__ import annotations

import json
from collections import Counter

import pandas as pd
import streamlit as st

from analysis import Tokenization
from analysis.texts.blocks import ROLES
from analysis.texts.lines import Line
from analysis.texts.roles import RULES, give_roles

from .. import elements, state
from ..words import escape_markdown
from .collection import Collection, OwnText, words_in

LINES_AT_ONCE = 300
LONGEST_LINE = 700
LABELS = {
    "body": "running text", "heading": "heading", "abstract": "abstract", "note": "note", "reference": "reference",
    "caption": "caption", "byline": "byline", "boilerplate": "page furniture",
}  # fmt: skip
ORIGINS = {"file": "as the file says", "hand": "by hand", "": ""}


def show_roles(collection: Collection) -> None:
    """Choose a text, look at its lines, correct their roles; and which rules are used."""
    chooser, left_out, button = st.columns([4, 2, 2], vertical_alignment="bottom")
    name = chooser.selectbox("Text", list(collection.texts), key="roles_of")
    only = left_out.toggle("Only what does not count", key="roles_left_out")
    with button.popover("Rules", icon=":material/rule:", width="stretch"):
        _rules(collection)
    text = collection.texts[name]
    lines = lines_with_roles(collection, text)
    st.markdown("Choose a role, then click the lines that have it. Only running text counts; nothing is thrown away.")
    shown = [number for number, line in enumerate(lines) if not only or line.role != "body"]
    first = _first_of(len(shown), name)
    key = f"roles_{name}"
    elements.roles(
        {
            "text": name,
            "roles": _legend(lines, collection.tokenization),
            "lines": [_as_data(number, lines[number]) for number in shown[first : first + LINES_AT_ONCE]],
        },
        key=key,
        given=lambda: _give(text, key),
    )  # fmt: skip
    if text.corrections:
        st.button(f"Undo {len(text.corrections)} by hand", icon=":material/undo:", on_click=text.corrections.clear)


def lines_with_roles(collection: Collection, text: OwnText) -> tuple[Line, ...]:
    """The lines of a text as they count now: the file's roles, those by rule, those by hand."""
    off = RULES if text.draft.settled else collection.off
    return give_roles(text.draft.lines, off, text.corrections)


def _first_of(n_lines: int, name: str) -> int:
    """Which part of a long text is shown."""
    if n_lines <= LINES_AT_ONCE:
        return 0
    starts = list(range(0, n_lines, LINES_AT_ONCE))
    return st.selectbox(
        "Lines", starts, key=f"roles_first_{name}",
        format_func=lambda start: f"{start + 1:,} to {min(start + LINES_AT_ONCE, n_lines):,} of {n_lines:,}",
    )  # fmt: skip


def _legend(lines: tuple[Line, ...], tokenization: Tokenization) -> list[dict[str, str]]:
    counts = Counter()
    for line in lines:
        counts[line.role] += words_in(line.text, tokenization)
    return [
        {"name": role, "label": LABELS[role], "explanation": meaning, "count": f"{counts[role]:,}"}
        for role, meaning in ROLES.items()
    ]


def _as_data(number: int, line: Line) -> dict[str, object]:
    words = line.text if len(line.text) <= LONGEST_LINE else line.text[: LONGEST_LINE - 1] + "…"
    rule = RULES[line.rule].label if line.rule in RULES else ORIGINS.get(line.rule, "")
    return {"number": number, "text": words, "role": line.role, "rule": rule, "joins": line.joins}


def _give(text: OwnText, key: str) -> None:
    """What a click has given a line; a role is checked, for it comes from the browser."""
    given = json.loads(state.element_state(key, "given") or "{}")
    line, role = given.get("line"), given.get("role")
    if role in ROLES and isinstance(line, int) and 0 <= line < len(text.draft.lines):
        text.corrections[line] = role


def _rules(collection: Collection) -> None:
    """A switch for each rule."""
    st.markdown(
        "Rules give roles by what a line looks like. They hold for all of your texts but those whose file gives the roles itself."
    )
    for name, rule in RULES.items():
        on = st.toggle(
            rule.label, name not in collection.off, key=f"rule_{name}", help=escape_markdown(rule.explanation)
        )
        (collection.off.discard if on else collection.off.add)(name)


def counts_table(collection: Collection) -> pd.DataFrame:
    """Words of each text by role: what a row holds is what counts (running text) and what does not."""
    rows = []
    for name, text in collection.texts.items():
        words = text.words(collection.off, collection.tokenization)
        rows.append({"text": name, **{role: words[role] for role in ROLES}})
    return pd.DataFrame(rows, columns=["text", *ROLES])
