"""Every hit of a search with its sentence."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, controls
from dashboard.exhibits.concordances import ConcordanceOptions
from dashboard.frame import open_page
from dashboard.show import show, show_passages

PAGE_SIZE = 20

page = open_page("concordance")
query = controls.text(st, "Word, phrase or pattern", ConcordanceOptions.query, "find")
case, inside = st.columns(2)
options = {
    "query": query,
    "case_sensitive": controls.switch(case, "Capital letters matter (US is not us)", False, "find_case"),
    "compounds": controls.switch(inside, "Also inside compounds (trust in trust-rebuilding)", True, "find_compounds"),
}
show(page.corpus, "concordance", "concordance", **options)
try:
    lines = cache.exhibit(page.corpus, "concordance", **options).table
except AnalysisError:
    st.stop()
if len(lines):
    pages = -(-len(lines) // PAGE_SIZE)
    number = st.pagination(pages, key="find_page") if pages > 1 else 1
    show_passages(page.corpus, lines.iloc[(number - 1) * PAGE_SIZE : number * PAGE_SIZE], "lines", query=query)
