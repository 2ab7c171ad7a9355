"""The whole text: hits marked, everything that is not counted in grey."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, elements, state
from dashboard.charts.theme import THEMES
from dashboard.exhibits.groups import dated
from dashboard.frame import open_page
from dashboard.reading import reading_blocks
from dashboard.show import theme_name
from dashboard.words import escape_markdown

whole = open_page("read").whole
documents = whole.documents
left, right = st.columns([3, 2])
chosen = left.selectbox(
    "Text", list(documents.index), key="text", **state.SHARED,
    format_func=cache.labels(whole).texts.get,
)  # fmt: skip
find = right.text_input(
    "Mark these words", "", key="find", placeholder="trust deficit, cooperat*, @United States", **state.SHARED
)
row = documents.loc[chosen]
st.subheader(escape_markdown(str(row["title"])), anchor=False)
facts = [
    row["author"],
    dated(row),
    row.get("role"),
    row.get("venue"),
    row.get("genre"),
    f"{row['n_words']:,} words in {row['n_paragraphs']} paragraphs",
]
st.caption(escape_markdown(" · ".join(str(fact) for fact in facts if fact == fact and fact)))
at = st.query_params.get("at", "")
try:
    blocks, hits = reading_blocks(whole, chosen, find, int(at) if at.isdigit() else None)
except AnalysisError as error:
    st.info(escape_markdown(str(error)), icon=":material/info:")
    blocks, hits = reading_blocks(whole, chosen, "", None)
st.caption(
    (f"{hits} hits marked. " if find else "")
    + "Numbers count the paragraphs of running text; grey parts (titles of the page, notes, references) are not counted."
)
elements.reader(blocks, colour=cache.labels(whole).styles[chosen].colour(THEMES[theme_name()]), key=f"reader_{chosen}")
