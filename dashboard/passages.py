"""Sentences on the screen, each a door to its text."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Corpus

from . import cache, elements
from .charts.theme import THEMES
from .exhibits.base import whereabouts
from .visitor import theme_name

MAX_PASSAGES = 20


def show_passages(corpus: Corpus, lines: pd.DataFrame, key: str, *, query: str = "", aligned: bool = False) -> None:
    """Concordance lines under a picture; a click on one opens its text at that place.

    aligned: one line each, the words that were searched for under each other.
    """
    if lines.empty:
        st.caption("No passage in these texts: the count is 0.")
        return
    theme, labels = THEMES[theme_name()], cache.labels(corpus)
    shown = lines.head(MAX_PASSAGES)
    items = [
        {
            "who": labels.texts[line.document_id], "colour": labels.styles[line.document_id].colour(theme), "place": whereabouts(line),
            "left": line.left, "node": line.node, "right": line.right,
        }
        for line in shown.itertuples()
    ]  # fmt: skip
    count = f"{len(lines)} passage{'s' if len(lines) > 1 else ''}"
    st.caption(
        count
        + (f", the first {MAX_PASSAGES} shown" if len(lines) > MAX_PASSAGES else "")
        + " · click one to read it in its text"
    )
    opened = elements.passages(items, look="aligned" if aligned else "list", key=key)
    if opened is not None and opened < len(shown):
        line = shown.iloc[opened]
        # A menu in the address goes by its labels.
        place = {"text": labels.texts[line["document_id"]], "at": str(line["start"])}
        st.switch_page("views/read.py", query_params=place | ({"find": query} if query else {}))
