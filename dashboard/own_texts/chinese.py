"""How Chinese is counted: what is chosen for all texts of a visitor, where one of them is Chinese."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis import segmentation_available

from .collection import Collection

UNITS = {"words": "words", "characters": "single characters"}


def show_chinese(collection: Collection) -> None:
    """Words or characters, and whether both ways of writing are counted as one; only where the libraries are there, for
    else a notice says what is done."""
    if not segmentation_available():
        return
    units, script = st.columns(2, vertical_alignment="bottom")
    now = collection.tokenization
    unit = units.segmented_control(
        "Count Chinese by", list(UNITS), default=now.chinese, required=True, key="own_chinese", format_func=UNITS.get
    )
    both = script.toggle(
        "Simplified and traditional are one word", now.script == "simplified", key="own_script",
        help="Traditional characters (繁體) are counted as the simplified ones (简体); the text stays as it is written.",
    )  # fmt: skip
    collection.tokenization = replace(now, chinese=unit, script="simplified" if both else "as written")
