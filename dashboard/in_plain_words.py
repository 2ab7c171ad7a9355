"""Help beside a reading: what each of its numbers means, in plain words."""

from __future__ import annotations

import streamlit as st

from analysis import Corpus

from . import cache
from .exhibits.base import Exhibit


def in_plain_words(corpus: Corpus, exhibit: Exhibit) -> None:
    """A quiet button that opens the plain words of an exhibit: by mouse, finger or keyboard, beside the picture."""
    with st.popover("In plain words", icon=":material/help:", type="tertiary"):
        st.markdown(cache.plain_words(corpus, exhibit))
