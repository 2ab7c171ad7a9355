"""Ideas under all their names, how duty is put into words, and who is spoken of."""

import streamlit as st

from dashboard import controls, state
from dashboard.exhibits.concepts import ORDERS, SHADES, ConceptVariantsOptions, lexicon_labels
from dashboard.exhibits.modality import SCALES
from dashboard.exhibits.terms import families
from dashboard.frame import open_page
from dashboard.show import present, show

page = open_page("concepts")


@st.fragment
def _families() -> None:
    """The map of families; a click on a family opens it into its variants below."""
    lexicon, contains, more = st.columns([5, 3, 2], vertical_alignment="bottom")
    rows = more.popover("Rows, colours", icon=":material/tune:", width="stretch")
    labels = lexicon_labels()
    clicked = present(
        page.corpus,
        "concepts",
        "concepts",
        by=page.by,
        lexicon=controls.choice(lexicon, "Lexicon", list(labels), "lexicon", names=labels),
        contains=controls.text(contains, "Only families with these letters", "", "concept_has", help=None, placeholder="all; or: security"),
        n=controls.number(rows, "Families shown", 5, 70, 20, "concept_n"),
        order=controls.choice(rows, "Order of the rows", list(ORDERS), "concept_order", names=ORDERS),
        shade=controls.choice(rows, "Depth of colour", list(SHADES), "concept_shade", names=SHADES),
    )  # fmt: skip
    st.divider()
    state.follow("family", None if clicked is None else clicked["term"], mark=None if clicked is None else clicked.name)
    family = controls.choice(
        st,
        "Open a family into its names; a click in the map does so too",
        list(families()),
        "family",
        default=ConceptVariantsOptions.family,
    )
    present(page.corpus, "concept_variants", "concept_variants", by=page.by, family=family)


def _modality() -> None:
    quotations = not controls.switch(
        st, "Leave out quotations", False, "no_quotes", help="Words of others, in quotation marks"
    )
    show(page.corpus, "obligation", "obligation", by=page.by, quotations=quotations)
    st.divider()
    scale = controls.choice(st, "Scale of the panels", list(SCALES), "modality_scale", names=SCALES)
    show(page.corpus, "modality", "modality", by=page.by, quotations=quotations, scale=scale)


def _actors() -> None:
    n, scale = st.columns(2)
    options = {
        "n": controls.number(n, "Actors shown", 4, 27, 8, "actors_n"),
        "scale": controls.choice(scale, "Scale of the panels", list(SCALES), "actors_scale", names=SCALES),
    }
    show(page.corpus, "actors", "actors", by=page.by, **options)


parts = {"Families": _families, "Modality": _modality, "Actors": _actors}
parts[controls.choice(st, "Look at", list(parts), "concept_view")]()
