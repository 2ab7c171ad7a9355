"""Every hit of a search with its sentence."""

import streamlit as st

from dashboard import cache, controls
from dashboard.exhibits.concordances import ROLE_NAMES, SORTS, VOICES, ConcordanceOptions
from dashboard.frame import open_page
from dashboard.passages import show_passages
from dashboard.show import show

PAGE_SIZE = 20

page = open_page("concordance")
typed, refine = st.columns([3, 1], vertical_alignment="bottom")
query = controls.text(typed, "Word, phrase or pattern", page.usual_search(ConcordanceOptions.query), "find")
more = refine.popover("Refine", icon=":material/tune:", width="stretch")
options = {
    "query": query,
    "case_sensitive": controls.switch(more, "Capital letters matter (US is not us)", False, "find_case"),
    "compounds": controls.switch(more, "Also inside compounds (trust in trust-rebuilding)", True, "find_compounds"),
    "voice": controls.choice(more, "Quotations", list(VOICES), "find_voice", names=VOICES, menu=True),
    "role": controls.choice(more, "Part of the texts", list(ROLE_NAMES), "find_role", names=ROLE_NAMES, menu=True),
}
show(page.corpus, "concordance", "concordance", **options)

order, form = st.columns(2, vertical_alignment="bottom")
sort = controls.choice(order, "Lines in order of", list(SORTS), "find_sort", names=SORTS, menu=True)
context = controls.choice(
    form, "Show", ["sentence", "line"], "find_as", names={"sentence": "whole sentences", "line": "aligned lines"}
)
lines = cache.lines(page.corpus, **options, sort=sort, context=context)
if lines is not None and lines.total:
    pages = -(-lines.total // PAGE_SIZE)
    number = st.pagination(pages, key="find_page") if pages > 1 else 1
    number = min(number or 1, pages)
    shown = lines.some((number - 1) * PAGE_SIZE, PAGE_SIZE)
    show_passages(page.corpus, shown, "lines", query=query, aligned=context == "line")
