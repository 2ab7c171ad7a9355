"""Lessons: what there is to teach, each read as a page or given as a lecture."""

import streamlit as st

from dashboard.classroom import lesson_page
from dashboard.frame import open_page

opened = open_page("lessons")
lesson_page.show(opened.whole, st.query_params.get("lesson", ""), st.query_params.get("view", ""))
