"""Which words each group uses most, and chosen words across groups."""

import streamlit as st

from analysis import stop_list_names
from dashboard import state
from dashboard.exhibits.frequencies import TermRatesOptions
from dashboard.frame import open_corpus
from dashboard.show import SEARCH_HELP, show, stop_list_label

whole, corpus, selection = open_corpus()
st.title("Frequencies", anchor=False)
terms = st.text_input(
    "Words and phrases, parted by commas", TermRatesOptions.terms, key="terms", **state.SHARED,
    help=SEARCH_HELP,
)  # fmt: skip
compounds = st.toggle("Also inside compounds (trust in trust-rebuilding)", True, key="compounds", **state.SHARED)
show(corpus, "term_rates", "term_rates", terms=terms, by=selection.by, compounds=compounds)

st.divider()
n, minimum, stop = st.columns(3)
options = {
    "n": n.slider("Words a group", 5, 30, 12, key="top_n", **state.SHARED),
    "minimum_count": minimum.slider("At least so often in all texts", 1, 20, 3, key="top_min", **state.SHARED),
    "stop_list": stop.selectbox(
        "Leave out the words of this list",
        stop_list_names(),
        format_func=stop_list_label,
        index=1,
        key="top_stop",
        **state.SHARED,
    ),
}
show(corpus, "top_terms", "top_terms", by=selection.by, **options)
