"""Who is like whom: a heat map of all pairs, a map of groups and words, a tree with the support of its branches."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.maps import MAP_NAMES
from dashboard.exhibits.similarity import MEASURE_NAMES
from dashboard.exhibits.trees import LINKAGE_NAMES
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("similarity")
VIEWS = {"heat": "Heat map", "map": "Map", "tree": "Tree"}
chosen, beside = st.columns([1, 2])
view = controls.choice(chosen, "Show as", list(VIEWS), "like_view", names=VIEWS)
if view == "heat":
    measure = controls.choice(beside, "Alike in", list(MEASURE_NAMES), "like_measure", names=MEASURE_NAMES, menu=True)
    words = controls.word_list(page.corpus, "like", stop_list="none", minimum_count=None)
    show(page.corpus, "similarity", "similarity", by=page.by, measure=measure, fair=page.fair, **words)
elif view == "map":
    scale = controls.choice(beside, "Kind of map", list(MAP_NAMES), "like_map", names=MAP_NAMES, menu=True)
    terms = controls.text(
        st,
        "Words of the map, parted by commas; none: the most frequent",
        "",
        "map_terms",
        help=None,
        placeholder="trust, security, order, peace",
    )
    listed = {}
    if not terms.strip():
        n = controls.number(st, "So many words", 5, 60, 25, "map_n")
        listed = {"most_frequent": n, **controls.word_list(page.corpus, "map", minimum_count=None)}
    show(page.corpus, "correspondence", "correspondence", by=page.by, map=scale, terms=terms, **listed)
else:
    measure = controls.choice(
        beside,
        "Distance in",
        list(MEASURE_NAMES),
        "tree_measure",
        default="burrows_delta",
        names=MEASURE_NAMES,
        menu=True,
    )
    linkage = controls.choice(beside, "Branches are joined", list(LINKAGE_NAMES), "tree_linkage", names=LINKAGE_NAMES)
    words = controls.word_list(page.corpus, "tree", stop_list="none", minimum_count=None)
    show(page.corpus, "tree", "tree", by=page.by, measure=measure, linkage=linkage, **words)
if page.fair and view != "heat":
    st.caption("Length-fair is for the heat map; the whole texts are shown here.")
