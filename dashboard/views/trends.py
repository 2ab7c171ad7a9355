"""Chosen words over the years, at true distance."""

import streamlit as st

from dashboard import state
from dashboard.exhibits.trends import TrendsOptions
from dashboard.frame import open_corpus
from dashboard.show import SEARCH_HELP, show

whole, corpus, selection = open_corpus()
st.title("Trends", anchor=False)
terms = st.text_input(
    "Words and phrases, parted by commas", TrendsOptions.terms, key="trend_terms", **state.SHARED,
    help=SEARCH_HELP,
)  # fmt: skip
connect = st.toggle("Join the dots across the empty years", False, key="trend_connect", **state.SHARED)
show(corpus, "trends", "trends", terms=terms, connect=connect)
