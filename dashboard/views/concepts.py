"""Ideas under all their names, how duty is put into words, and who is spoken of."""

import streamlit as st

from dashboard import controls, state
from dashboard.exhibits.concepts import ORDERS, SHADES, ConceptVariantsOptions, lexicon_labels
from dashboard.exhibits.terms import families
from dashboard.frame import open_page
from dashboard.show import present, show

page = open_page("concepts")


@st.fragment
def _families() -> None:
    """The map of families; a click on a family opens it into its variants below."""
    lexicon, contains, n = st.columns([3, 2, 2], vertical_alignment="bottom")
    order, shade = st.columns(2)
    labels = lexicon_labels()
    clicked = present(
        page.corpus,
        "concepts",
        "concepts",
        by=page.by,
        lexicon=controls.choice(lexicon, "Lexicon", list(labels), "lexicon", names=labels),
        contains=controls.text(contains, "Only families with these letters", "", "concept_has", help=None, placeholder="security"),
        n=controls.number(n, "Families shown", 5, 70, 20, "concept_n"),
        order=controls.choice(order, "Order of the rows", list(ORDERS), "concept_order", names=ORDERS),
        shade=controls.choice(shade, "Depth of colour", list(SHADES), "concept_shade", names=SHADES),
    )  # fmt: skip
    st.divider()
    state.follow("family", None if clicked is None else clicked["term"], mark=None if clicked is None else clicked.name)
    family = controls.choice(
        st, "Open a family into its names", list(families()), "family", default=ConceptVariantsOptions.family
    )
    present(page.corpus, "concept_variants", "concept_variants", by=page.by, family=family)


_families()
