"""The front page: five texts in time, five findings, each a door to its page."""

import streamlit as st

from dashboard import cache
from dashboard.exhibits.overview import BUNDLED, FINDINGS
from dashboard.frame import open_corpus
from dashboard.pages import PAGES
from dashboard.show import escape_markdown, show

whole, corpus, selection = open_corpus()
timeline = cache.exhibit(corpus, "timeline")
st.title(escape_markdown(timeline.title), anchor=False)
st.markdown(escape_markdown(timeline.reading) + " Click a text for its opening.")
show(corpus, "timeline", "timeline", heading=False)

if tuple(corpus.documents.index) == BUNDLED:
    st.header("Five findings at a glance", anchor=False)
    st.markdown("Rates are hits per 1,000 words; the line through a dot is its 95 % interval. Click a dot for its sentences.")
    for which, finding in FINDINGS.items():
        words, picture = st.columns([1, 2], gap="large")
        exhibit = cache.exhibit(corpus, "finding", which=which)
        with words:
            st.subheader(escape_markdown(exhibit.title), anchor=False)
            st.markdown(escape_markdown(exhibit.reading))
            page = PAGES[finding.page]
            st.page_link(page.file, label=f"Go on in {page.title}", icon=":material/arrow_forward:", query_params=finding.door())
        with picture:
            show(corpus, "finding", f"finding_{which}", heading=False, which=which)
else:
    st.info("The five findings are those of the five bundled texts together: choose all of them to see the findings.")
