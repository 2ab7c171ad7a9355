"""Who writes of what: topics by the chosen column and by year, their words and passages."""

import streamlit as st

from analysis.topics import METHODS
from dashboard import state
from dashboard.frame import open_corpus
from dashboard.show import show

whole, corpus, selection = open_corpus()
st.title("Topics", anchor=False)
number, method, seed = st.columns(3)
options = {
    "n_topics": number.slider("Number of topics", 2, 15, 8, key="topics_k", **state.SHARED),
    "method": method.segmented_control(
        "Model", list(METHODS), format_func=str.upper, default="nmf", required=True, key="topics_model", **state.SHARED
    ),
    "seed": seed.number_input("Seed of the random start", 0, 9999, 0, key="topics_seed", **state.SHARED),
}
with st.spinner("Fitting the model and refitting it from ten random starts …"):
    show(corpus, "topic_shares", "topic_shares", by=selection.by, **options)
if selection.by != "year":
    show(corpus, "topic_shares", "topic_years", by="year", **options)
show(corpus, "topic_words", "topic_words", **options)
