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
# Sizes of the letters of passages, in pixels, the largest first; stage.css has a rule for each.
_LETTERS = (36, 33, 30, 27)
# Over a figure: so many passages, each of so many lines.
_BEHIND, _BEHIND_LINES = 3, 2


def show(corpus: Corpus, lines: pd.DataFrame, theme: Theme, key: str, *, large: bool) -> None:
    """A screen of passages (concordance lines); large: in the largest letters for which there is room."""
    letters = _LINE * max((_HEIGHT // max(len(lines), 1) - _GAP) // _LEADING, 1)
    items = _items(corpus, lines, theme, letters)
    with st.container(key=f"stage_passages_{letters_of(items)}" if large else "stage_sentences"):
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


def letters_of(items: list[dict[str, str]]) -> int:
    """The largest letters in which these passages have room on a stage."""
    texts = [item["left"] + item["node"] + item["right"] for item in items]
    return next((size for size in _LETTERS if _tall(texts, size) <= _HEIGHT), _LETTERS[-1])


def _tall(texts: list[str], size: int) -> float:
    """How high passages stand: a letter is about half as wide as it is high, and the names take seven of these."""
    across = (1200 - 6.8 * size) / (0.48 * size)
    return sum(math.ceil(len(text) / across) * 1.32 * size + _GAP for text in texts)


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
