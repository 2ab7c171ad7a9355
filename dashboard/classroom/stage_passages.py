"""Passages on the stage: cut to what a lecture hall reads, and as large as their number allows."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from analysis import Corpus

from .. import cache, elements
from ..charts.theme import Theme

# What a stage has room for: letters in a line of a passage, and in pixels all passages together, what stands between
# two of them, and one line.
_LINE, _HEIGHT, _GAP, _LEADING = 78, 560, 24, 36
# Of few passages, set larger: letters in a line, the height of one line, and what stands between two passages.
_LARGE_LINE, _LARGE_LEADING, _LARGE_GAP = 56, 45, 40
# Over a figure: so many passages, each of so many lines.
_BEHIND, _BEHIND_LINES = 3, 2


def show(corpus: Corpus, lines: pd.DataFrame, theme: Theme, key: str, *, large: bool) -> None:
    """A screen of passages (concordance lines); large: in larger letters where they are few."""
    letters = _LINE * max((_HEIGHT // max(len(lines), 1) - _GAP) // _LEADING, 1)
    items = _items(corpus, lines, theme, letters)
    with st.container(key="stage_few_passages" if large and _few(items) else "stage_sentences"):
        elements.passages(items, look="stage", key=key)


def show_behind(corpus: Corpus, lines: pd.DataFrame, theme: Theme, key: str) -> None:
    """The first passages behind a mark, and how many there are."""
    if lines.empty:
        st.markdown("No passage in these texts.")
        return
    shown = lines.head(_BEHIND)
    elements.passages(_items(corpus, shown, theme, _LINE * _BEHIND_LINES), look="stage", key=key)
    if len(lines) > len(shown):
        st.markdown(f"{len(shown)} of {len(lines):,} passages")


def _items(corpus: Corpus, lines: pd.DataFrame, theme: Theme, letters: int) -> list[dict[str, str]]:
    labels = cache.labels(corpus)
    return [
        {
            "who": labels.texts[line.document_id], "colour": labels.styles[line.document_id].colour(theme), "place": "",
            **shortened(line.left, line.node, line.right, letters),
        }
        for line in lines.itertuples()
    ]  # fmt: skip


def _few(items: list[dict[str, str]]) -> bool:
    """Do these passages have room in larger letters?"""
    rows = [math.ceil(len(item["left"] + item["node"] + item["right"]) / _LARGE_LINE) for item in items]
    return sum(rows) * _LARGE_LEADING + len(rows) * _LARGE_GAP <= _HEIGHT


def shortened(left: str, node: str, right: str, letters: int) -> dict[str, str]:
    """A passage of at most so many letters round its node, cut between words."""
    room = max(letters - len(node), 0)
    before = min(len(left), max(room // 2, room - len(right)))
    after = min(len(right), room - before)
    if before < len(left):
        left = "… " + left[len(left) - before + 2 :].split(" ", 1)[-1]
    if after < len(right):
        right = right[: max(after - 2, 0)].rsplit(" ", 1)[0] + " …"
    return {"left": left, "node": node, "right": right}
