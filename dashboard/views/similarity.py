"""Who is like whom: a heat map of all pairs, a map of groups and words, a tree with the support of its branches."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.similarity import MEASURE_NAMES
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("similarity")
VIEWS = {"heat": "Heat map", "map": "Map", "tree": "Tree"}
view = controls.choice(st, "Show as", list(VIEWS), "like_view", names=VIEWS)
if view == "heat":
    measure = controls.choice(st, "Alike in", list(MEASURE_NAMES), "like_measure", names=MEASURE_NAMES, menu=True)
    words = controls.word_list(page.corpus, "like", stop_list="none", minimum_count=None)
    show(page.corpus, "similarity", "similarity", by=page.by, measure=measure, fair=page.fair, **words)
