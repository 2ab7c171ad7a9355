"""Where words stand in each text, and whether they run through it or come in bursts."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.dispersions import BarcodeOptions, EvennessOptions
from dashboard.exhibits.groups import group_styles
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("dispersion")
typed, width, inside = st.columns([2.4, 1.2, 1.2], vertical_alignment="bottom")
terms = controls.text(
    typed, "Up to four searches, parted by commas", page.usual_search(BarcodeOptions.terms), "bar_terms"
)
same_width = controls.switch(width, "Same width for every text", False, "bar_same")
compounds = controls.switch(inside, "Also in compounds", True, "bar_compounds", help="trust in trust-rebuilding")
show(page.corpus, "barcode", "barcode", terms=terms, same_width=same_width, compounds=compounds)

st.divider()
names = {"": "all texts"} | {group: style.label for group, style in group_styles(page.corpus, page.by).items()}
# The groups are others by another column, so the choice has a name of its own for each.
group = controls.choice(st, "Words of", list(names), f"even_{page.by}", names=names)
words = controls.word_list(page.corpus, "even", minimum_count=EvennessOptions.minimum_count)
n = controls.number(st, "Words a list", 5, 20, EvennessOptions.n, "even_n")
show(page.corpus, "evenness", "evenness", by=page.by, group=group, n=n, **words)
