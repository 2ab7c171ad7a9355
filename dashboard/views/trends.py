"""Chosen words over the years, at true distance."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.trends import TrendsOptions
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("trends")
typed, joined = st.columns([3, 1], vertical_alignment="bottom")
terms = controls.text(typed, "Words and phrases, parted by commas", TrendsOptions.terms, "trend_terms")
connect = controls.switch(joined, "Join the dots across the empty years", False, "trend_connect")
show(page.corpus, "trends", "trends", terms=terms, connect=connect)
