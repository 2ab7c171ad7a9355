"""The front page: the texts in time, and five findings, each a door to its page."""

import time

import streamlit as st

from dashboard import cache, state, tour
from dashboard.exhibits.findings import BUNDLED, FINDINGS
from dashboard.frame import open_page
from dashboard.show import Door, present, show
from dashboard.words import escape_markdown

# The browser draws all it has received at once: sent apart, the timeline stands while the findings are on their way.
HEAD_START_SECONDS = 0.5

corpus = open_page("overview", headline=True).corpus


@st.fragment
def findings() -> None:
    """One fragment for all five: each of its own would cost the page more than the pictures do."""
    for which, finding in FINDINGS.items():
        present(
            corpus, "finding", f"finding_{which}", layout="beside", door=Door(finding.page, finding.door()), which=which
        )


tour.offer()
timeline = cache.exhibit(corpus, "timeline")
plain = cache.plain_words(corpus, timeline)
st.markdown(escape_markdown(timeline.reading) + " Click a text for its opening.", help=plain)
show(corpus, "timeline", "timeline", layout="bare")

if tuple(corpus.documents.index) == BUNDLED:
    if state.first_visit("overview"):
        time.sleep(HEAD_START_SECONDS)
    st.header("Five findings at a glance", anchor=False)
    st.markdown(
        "Rates are hits per 1,000 words; the line through a dot is its 95 % interval. Click a dot for its sentences."
    )
    findings()
elif set(corpus.documents.index) & set(BUNDLED):
    st.info("The five findings are those of the five bundled texts together: choose all of them to see the findings.")
tour.again()
