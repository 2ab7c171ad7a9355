"""Which words set each group apart: keyness and TF-IDF, all groups at once."""

import streamlit as st

from analysis.tfidf import VARIANTS
from dashboard import controls
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("distinctiveness")
words = controls.word_list(page.corpus, "key", stop_list="none")
n = controls.number(st, "Words a group", 5, 30, 12, "key_n")
show(page.corpus, "keywords", "keywords", by=page.by, n=n, **words)

st.divider()
variant = controls.choice(st, "Formula of TF-IDF", list(VARIANTS), "tfidf_variant", default="plain")
show(page.corpus, "distinctive_terms", "distinctive_terms", by=page.by, n=n, variant=variant)
