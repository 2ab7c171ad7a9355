"""What each number means, how it is made, where it comes from."""

import streamlit as st

from dashboard import cache, controls, glossary, tour
from dashboard.exhibits.even_choice import even_choice
from dashboard.exhibits.worked_examples import EXAMPLE
from dashboard.foot import show_measure
from dashboard.frame import open_page
from dashboard.glossary.bibliography import references
from dashboard.words import escape_markdown

page = open_page("methods")
corpus = page.corpus
st.markdown(
    "Every figure carries its receipt: corpus, words, tokenisation, stop list, measure, seed. "
    "Here is what stands behind each measure, in the order in which you meet them."
)
st.markdown(
    "**Letters.** *a* and *b*: hits in the group and in the rest; *c* and *d*: their words; *N*: all together. "
    "In a table of four cells *O*₁₁ to *O*₂₂ are the counts, *E* the counts to be expected, *R* and *C* the sums of "
    "rows and columns; of two words, *O*₁₁ counts both together, *R*₁ the first, *C*₁ the second."
)
st.caption(
    escape_markdown(
        f"{corpus.name} · {len(corpus.documents):,} texts, {corpus.documents['n_words'].sum():,} words · tokens: {corpus.describe_tokens()} · fingerprint {corpus.fingerprint}"
    ),
    help="Tokens are the pieces that are counted: here words. The fingerprint is a name of just these texts, made from every letter of them.",
)
some = even_choice(corpus, EXAMPLE, "author")
worked_on = "these texts" if some is corpus else f"{len(some.documents):,} of these {len(corpus.documents):,} texts"
section = controls.choice(st, "Measures", list(glossary.SECTIONS), "section")
for name, entry in glossary.SECTIONS[section].items():
    with st.container(border=True):
        show_measure(entry)
        st.markdown(f"**On {escape_markdown(worked_on)}.** {escape_markdown(cache.worked_example(corpus, name))}")
        if listed := references(" ".join([entry.source, entry.reading, entry.caveat])):
            st.expander("References").markdown("\n\n".join(map(escape_markdown, listed)))
tour.again()
