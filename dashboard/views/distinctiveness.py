"""Which words set each group apart: keyness and TF-IDF, all groups at once."""

import streamlit as st

from analysis import stop_list_names
from analysis.tfidf import VARIANTS
from dashboard import state
from dashboard.frame import open_corpus
from dashboard.show import show, stop_list_label

whole, corpus, selection = open_corpus()
st.title("Distinctiveness", anchor=False)
n, minimum, stop = st.columns(3)
words = n.slider("Words a group", 5, 30, 12, key="key_n", **state.SHARED)
least = minimum.slider("At least so often in all texts", 1, 20, 3, key="key_min", **state.SHARED)
stop_list = stop.selectbox(
    "Leave out the words of this list", stop_list_names(), format_func=stop_list_label, key="key_stop", **state.SHARED
)
show(corpus, "keywords", "keywords", by=selection.by, n=words, minimum_count=least, stop_list=stop_list)

st.divider()
variant = st.segmented_control(
    "Formula of TF-IDF", list(VARIANTS), default="plain", required=True, key="tfidf_variant", **state.SHARED
)
show(corpus, "distinctive_terms", "distinctive_terms", by=selection.by, n=words, variant=variant)
