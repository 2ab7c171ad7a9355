"""How rich the vocabulary is, how hard the reading, how long the sentences."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.diversity import NAMES, AlongOptions, DiversityOptions
from dashboard.exhibits.reading_ease import NAMES as FORMULAE
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("profile")
chosen = controls.choices(st, "Measures of vocabulary", NAMES, "measures", default=DiversityOptions.measures)
show(page.corpus, "diversity", "diversity", by=page.by, measures=chosen, fair=page.fair)

st.divider()
window = controls.number(st, "Words looked at together", 25, 300, AlongOptions.window, "along_window")
show(page.corpus, "diversity_along", "diversity_along", window=window)

st.divider()
formulae = controls.choices(st, "Formulae", FORMULAE, "formulae")
show(page.corpus, "readability", "readability", by=page.by, measures=formulae)

st.divider()
show(page.corpus, "sentence_lengths", "sentence_lengths", by=page.by)
