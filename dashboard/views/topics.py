"""Who writes of what: topics by the chosen column and by year, their passages and words, and how many to ask for."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, controls
from dashboard.exhibits.topic_passages import excerpts
from dashboard.exhibits.topics import VIEWS
from dashboard.frame import open_page
from dashboard.passages import show_passages
from dashboard.show import show

page = open_page("topics")
model = controls.topic_model()
try:
    with st.spinner("Fitting the model and refitting it from ten random starts …"):
        names = controls.topic_names(page.corpus, model)
except AnalysisError as error:
    controls.complain(error)
    st.stop()
view = controls.choice(st, "Shares as", list(VIEWS), "topics_view", names=VIEWS)
show(page.corpus, "topic_shares", "topic_shares", by=page.by, view=view, **model)

topic = controls.choice(st, "Passages of topic", list(names), "topics_topic", names=names)
show(page.corpus, "topic_passages", "topic_passages", topic=int(topic), **model)
passages = cache.exhibit(page.corpus, "topic_passages", topic=int(topic), **model).table
st.markdown("**The strongest passage of each text**")
show_passages(page.corpus, excerpts(passages.drop_duplicates("group")), "topics_strongest")

if page.by != "year":
    show(page.corpus, "topic_shares", "topic_years", by="year", view=view, **model)
show(page.corpus, "topic_words", "topic_words", **model)

st.divider()
if controls.switch(st, "Search for the number of topics", False, "topics_search", help="Models of 3 to 12 topics."):
    if model["method"] == "lda":
        st.caption("Shown for NMF: by LDA the search takes about thirty times as long.")
    with st.spinner("Fitting models of 3 to 12 topics …"):
        show(page.corpus, "topic_search", "topic_search", seed=model["seed"])
