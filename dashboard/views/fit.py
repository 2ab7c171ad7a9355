"""What fits these texts: a light for each method, and the door to its page."""

import streamlit as st

from dashboard import cache
from dashboard.exhibits.advice import PAGE_OF
from dashboard.frame import open_page
from dashboard.pages import PAGES
from dashboard.show import show

page = open_page("fit")
show(page.corpus, "advice", "advice", by=page.by)
table = cache.table(page.corpus, "advice", by=page.by)
if table is not None:
    st.header("Go to a method", anchor=False)
    names = dict.fromkeys(PAGE_OF[method] for method in table["method"])
    with st.container(horizontal=True):
        for name in names:
            st.page_link(PAGES[name].file, label=PAGES[name].title, icon=f":material/{PAGES[name].icon}:")
