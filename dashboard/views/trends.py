"""Chosen words, families of words and topics over the years, at true distance."""

import streamlit as st

from analysis import AnalysisError
from dashboard import controls
from dashboard.exhibits.trends import LARGEST, TrendsOptions
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("trends")
followed, *places = st.columns([1.7, 1, 0.8, 1], vertical_alignment="bottom")
kinds = {"words": "words and families", "topics": "topics"}
kind = controls.choice(followed, "Follow", list(kinds), "trend_of", names=kinds)
axis = controls.time_axis(places, page.whole, "trend")
if kind == "words":
    typed, menu = st.columns(2)
    terms = controls.text(
        typed, "Words and phrases, parted by commas", page.usual_search(TrendsOptions.terms), "trend_terms"
    )
    added = controls.families_menu(menu, "trend_families")
    show(page.corpus, "trends", "trends", terms=", ".join(filter(None, [terms, *added])), **axis)
else:
    model = controls.topic_model()
    try:
        names = controls.topic_names(page.corpus, model)
    except AnalysisError as error:
        controls.complain(error)
        st.stop()
    topics = controls.choices(st, "Topics", names, "trend_topics", default=list(names)[:LARGEST])
    show(page.corpus, "topic_trends", "topic_trends", topics=tuple(map(int, topics)), **model, **axis)
