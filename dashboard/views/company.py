"""The same word in different company: its collocates in each group, and the links among them."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.company import CompanyOptions
from dashboard.exhibits.groups import group_styles
from dashboard.exhibits.network import MOST_WORDS, NetworkOptions
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("company")
typed, wide, often, long = st.columns([1.6, 1, 1, 1])
options = {
    "query": controls.text(typed, "Word, phrase or pattern", page.usual_search(CompanyOptions.query), "node"),
    "window": controls.number(wide, "Words on either side", 1, 10, CompanyOptions.window, "node_window"),
}
together = controls.number(often, "Meetings, at least", 1, 10, CompanyOptions.together, "node_meetings")
n = controls.number(long, "Words a list", 3, 20, CompanyOptions.n, "node_n")
options |= controls.word_list(page.corpus, "node", minimum_count=CompanyOptions.minimum_count)
show(page.corpus, "company", "company", by=page.by, n=n, together=together, **options)

st.divider()
styles = group_styles(page.corpus, page.by)
group = ""
if len(styles) > 1:
    names = {"": "all texts"} | {group: style.label for group, style in styles.items()}
    # The groups are others by another column, so the choice has a name of its own for each.
    group = controls.choice(st, "Network of", list(names), f"net_{page.by}", names=names)
often, many = st.columns(2)
network = {
    "together": controls.number(often, "Meetings, at least", 1, 10, NetworkOptions.together, "net_meetings"),
    "n": controls.number(many, "Words, at most", 5, MOST_WORDS, NetworkOptions.n, "net_n"),
}
show(page.corpus, "network", "network", by=page.by, group=group, **network, **options)
