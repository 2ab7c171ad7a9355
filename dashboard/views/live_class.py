"""A live class: students vote by phone, the teacher sees it at once."""

import streamlit as st

from dashboard import cache
from dashboard.classroom import live_ask, live_panel, live_room
from dashboard.classroom.live.errors import ClassError
from dashboard.classroom.live.ready import ready_questions
from dashboard.frame import open_page
from dashboard.visitor import at_this_machine
from dashboard.words import escape_markdown

whole = open_page("live_class").whole
if not at_this_machine():
    # In a class room every student sees this page; rooms and votes are the teacher's.
    st.info("A live class is led on the machine that runs Parallax: open this page there.", icon=":material/groups:")
    st.stop()
labels = cache.labels(whole)
ready = ready_questions(list(labels.texts.values()))
styles = {name: labels.styles[text] for text, name in labels.texts.items()}

try:
    room = live_panel.my_room()
    if room is None:
        live_room.show_start(ready, whole.name)
    else:
        joining, asking = st.columns([2, 3], gap="large")
        with joining:
            st.caption(escape_markdown(room.title or "Class"))
            live_room.show_joining(room)
        with asking:
            live_ask.show_question(room, styles)
        live_ask.show_next(room, ready)
        live_ask.show_asked(room)
        live_room.show_end(room)
except ClassError as error:
    live_panel.complain(error)
