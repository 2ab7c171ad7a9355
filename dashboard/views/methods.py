"""What each number means, how it is made, where it comes from."""

import streamlit as st

from dashboard import glossary
from dashboard.frame import open_corpus
from dashboard.show import escape_markdown, show_measure

whole, corpus, selection = open_corpus()
st.title("Methods", anchor=False)
st.markdown(
    "Every figure carries its receipt: corpus, words, tokenisation, stop list, measure, seed. "
    "Here is what stands behind each measure, in the order in which you meet them."
)
st.caption(
    escape_markdown(
        f"{corpus.name} · {len(corpus.documents)} texts, {corpus.documents['n_words'].sum():,} words · tokens: {corpus.tokenization.describe()} · fingerprint {corpus.fingerprint}"
    )
)
for entry in glossary.MEASURES.values():
    with st.container(border=True):
        show_measure(entry)
