"""Who writes of what: topics by the chosen column and by year, their words and passages."""

import streamlit as st

from analysis.topics import METHODS
from dashboard import controls, state
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("topics")
number, method, seed = st.columns(3)
options = {
    "n_topics": controls.number(number, "Number of topics", 2, 15, 8, "topics_k"),
    "method": controls.choice(
        method, "Model", list(METHODS), "topics_model", default="nmf", names={name: name.upper() for name in METHODS}
    ),
    "seed": seed.number_input("Seed of the random start", 0, 9999, 0, key="topics_seed", **state.SHARED),
}
with st.spinner("Fitting the model and refitting it from ten random starts …"):
    show(page.corpus, "topic_shares", "topic_shares", by=page.by, **options)
if page.by != "year":
    show(page.corpus, "topic_shares", "topic_years", by="year", **options)
show(page.corpus, "topic_words", "topic_words", **options)
