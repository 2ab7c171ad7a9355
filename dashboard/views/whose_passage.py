"""Whose passage? Blind passages, the words that betray them, and a machine to play against."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, controls
from dashboard.classroom.passage_sheet import passage_sheet
from dashboard.classroom.whose_passage import Game, another_round, show_game
from dashboard.exhibits import SENTENCES
from dashboard.exhibits.even_choice import even_choice
from dashboard.exhibits.groups import group_styles
from dashboard.frame import open_page
from dashboard.show import show
from dashboard.worksheets import worksheets

PARTS = {"play": "Play", "machine": "How good is the machine?"}

page = open_page("whose_passage")
corpus = even_choice(page.corpus, SENTENCES, page.by)
chosen, beside = st.columns([3, 2], vertical_alignment="bottom")
part = controls.choice(chosen, "Part", list(PARTS), "passage_part", names=PARTS)
if part == "play":
    with beside.popover("This round", icon=":material/tune:", width="stretch"):
        n = controls.number(st, "Passages", 5, 15, 10, "round_n")
        seed = controls.whole(st, "Round number", 1, 9999, 1, "round")
        st.caption("The same number gives the same passages to everybody: copy the address for the class.")
        st.button("Another round", icon=":material/casino:", on_click=another_round)
    try:
        passages = cache.passages_to_guess(corpus, n, seed, page.by)
    except AnalysisError as error:
        controls.complain(error)
        st.stop()
    key = f"{page.corpus.fingerprint[:12]}_{page.by}_{n}_{seed}"
    show_game(Game(corpus, passages, group_styles(page.corpus, page.by), page.by, key))
    with st.expander("On paper", icon=":material/print:"):
        title = f"Whose passage round {seed}"
        worksheets(lambda: passage_sheet(corpus, n, seed, by=page.by), title, "passage_sheet")
else:
    show(page.corpus, "attribution", "attribution", by=page.by)
    st.divider()
    show(page.corpus, "attribution_confidence", "attribution_confidence", by=page.by)
