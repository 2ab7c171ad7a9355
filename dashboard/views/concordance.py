"""Every hit of a search with its sentence."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, state
from dashboard.exhibits.concordances import ConcordanceOptions
from dashboard.frame import open_corpus
from dashboard.show import SEARCH_HELP, show, show_passages

PAGE_SIZE = 20

whole, corpus, selection = open_corpus()
st.title("Concordance", anchor=False)
query = st.text_input(
    "Word, phrase or pattern", ConcordanceOptions.query, key="find", **state.SHARED,
    help=SEARCH_HELP,
)  # fmt: skip
case, inside = st.columns(2)
options = {
    "query": query,
    "case_sensitive": case.toggle("Capital letters matter (US is not us)", False, key="find_case", **state.SHARED),
    "compounds": inside.toggle(
        "Also inside compounds (trust in trust-rebuilding)", True, key="find_compounds", **state.SHARED
    ),
}
show(corpus, "concordance", "concordance", **options)
try:
    lines = cache.exhibit(corpus, "concordance", **options).table
except AnalysisError:
    st.stop()
if len(lines):
    pages = -(-len(lines) // PAGE_SIZE)
    page = st.pagination(pages, key="find_page") if pages > 1 else 1
    show_passages(corpus, lines.iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], "lines", query=query)
