"""Which words each group uses most, and chosen words across groups."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.frequencies import N_GRAMS, TermRatesOptions
from dashboard.frame import open_page
from dashboard.show import show

SHOWN = {"together": "one chart", "panels": "a panel each", "heatmap": "heat map"}
LISTED = {"lists": "lists", "heatmap": "heat map"}

page = open_page("frequencies")
typed, inside = st.columns([3, 1], vertical_alignment="bottom")
terms = controls.text(typed, "Words and phrases, parted by commas", page.usual_search(TermRatesOptions.terms), "terms")
compounds = controls.switch(inside, "Also inside compounds", True, "compounds", help="trust in trust-rebuilding")
shown = controls.choice(st, "Show as", list(SHOWN), "terms_as", names=SHOWN)
asked = {"terms": terms, "by": page.by, "compounds": compounds, "fair": page.fair}
if shown == "heatmap":
    show(page.corpus, "term_heatmap", "term_rates_heat", **asked)
else:
    show(page.corpus, "term_rates", "term_rates", view=shown, **asked)

st.divider()
words = controls.word_list(page.corpus, "top")
length, number, look = st.columns([2.1, 1, 1.05], vertical_alignment="bottom")
n_gram = controls.choice(length, "Count", list(N_GRAMS), "n_gram", names=N_GRAMS)
n = controls.number(number, "Terms a group", 5, 30, 12, "top_n")
listed = controls.choice(look, "Lists as", list(LISTED), "top_as", names=LISTED)
name = "term_heatmap" if listed == "heatmap" else "top_terms"
show(page.corpus, name, name, by=page.by, n=n, n_gram=n_gram, **words)
if page.fair:
    st.caption("Length-fair is for the chosen words; the lists are of the whole texts.")
