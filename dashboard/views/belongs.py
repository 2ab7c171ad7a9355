"""Where a text belongs: a pasted one, or one of these held against the others."""

import streamlit as st

from dashboard import cache, controls, state
from dashboard.exhibits.belonging import PASTED
from dashboard.frame import open_page
from dashboard.pasted import LONGEST, with_pasted
from dashboard.show import show
from dashboard.words import escape_markdown

page = open_page("belongs")
names = cache.labels(page.corpus).texts


def paste() -> None:
    """Take the words that were pasted; too many or too few are told."""
    state.set_pasted(state.chosen("pasted_words", ""))


with st.expander("Paste a text of your own", icon=":material/content_paste:", expanded=bool(state.pasted())):
    with st.form("paste", border=False):
        st.text_area(
            "Words",
            height=140,
            max_chars=LONGEST,
            key="pasted_words",
            placeholder="Paste a text of 50 words or more. It is kept in this visit only.",
        )
        st.form_submit_button("See where it belongs", icon=":material/explore:", on_click=paste)
    if state.pasted():
        st.button("Back to these texts", icon=":material/undo:", on_click=state.set_pasted, args=("",))

if state.pasted():
    corpus, chosen = with_pasted(page.corpus, state.pasted()), PASTED
    st.caption(
        escape_markdown(
            f"{corpus.documents.loc[PASTED, 'n_words']:,} words were pasted, held against {len(names)} texts. No link holds them."
        )
    )
else:
    corpus, chosen = (
        page.corpus,
        controls.choice(st, "Held against the others", list(names), "belong_text", names=names, menu=True),
    )
show(corpus, "belonging", "belonging", document_id=chosen)
