"""Word clouds, each with the ranked list that carries the numbers."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.clouds import KINDS, WordCloudOptions
from dashboard.frame import open_page
from dashboard.show import Door, show

page = open_page("clouds")
kind, size = st.columns([3, 2], vertical_alignment="bottom")
which = controls.choice(kind, "Show", list(KINDS), "cloud", names=KINDS)
n = controls.number(size, "Words in a cloud", 10, 80, WordCloudOptions.n, "cloud_n")
words = controls.word_list(page.corpus, "cloud_words")
door = Door("distinctiveness" if which == "comparison" else "frequencies", {})
show(page.corpus, "word_cloud", "word_cloud", which=which, by=page.by, n=n, door=door, **words)
