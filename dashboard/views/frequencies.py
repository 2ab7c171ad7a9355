"""Which words each group uses most, and chosen words across groups."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.frequencies import TermRatesOptions
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("frequencies")
typed, inside = st.columns([3, 1], vertical_alignment="bottom")
terms = controls.text(typed, "Words and phrases, parted by commas", TermRatesOptions.terms, "terms")
compounds = controls.switch(inside, "Also inside compounds", True, "compounds", help="trust in trust-rebuilding")
show(page.corpus, "term_rates", "term_rates", terms=terms, by=page.by, compounds=compounds)

st.divider()
words = controls.word_list(page.corpus, "top")
n = controls.number(st, "Words a group", 5, 30, 12, "top_n")
show(page.corpus, "top_terms", "top_terms", by=page.by, n=n, **words)
