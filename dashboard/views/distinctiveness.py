"""Which words set each group apart: all groups at once, then one against another, by several methods, by TF-IDF."""

import streamlit as st

from analysis.tfidf import VARIANTS
from dashboard import controls
from dashboard.exhibits.agreements import AgreementOptions
from dashboard.exhibits.contrasts import ScatterOptions, ShiftOptions
from dashboard.exhibits.distinctiveness import KeywordsOptions
from dashboard.exhibits.groups import group_styles
from dashboard.frame import open_page
from dashboard.show import show

# Only the part that is chosen is made.
PARTS = {
    "scatter": "One against another",
    "shift": "What makes the difference",
    "agreement": "Do the methods agree?",
    "tfidf": "TF-IDF",
}

page = open_page("distinctiveness")
words = controls.word_list(page.corpus, "key", stop_list="none")
n = controls.number(st.columns(3)[0], "Words a group", 5, 30, KeywordsOptions.n, "key_n")
show(page.corpus, "keywords", "keywords", by=page.by, n=n, fair=page.fair, **words)

st.divider()
part = controls.choice(st, "Look closer", list(PARTS), "part", names=PARTS)
names = {group: style.label for group, style in group_styles(page.corpus, page.by).items()}
first, second, third = st.columns(3)
options: dict[str, object] = {"by": page.by}
if part != "tfidf":
    # The groups are others by another column, so the choice has a name of its own for each.
    options |= words | {
        "target": controls.choice(
            first, "Words of", list(names), f"target_{page.by}", default=list(names)[-1], names=names, menu=True
        )
    }
if part in ("scatter", "shift"):
    others = {"": "the rest"} | names
    options["reference"] = controls.choice(
        second, "Against", list(others), f"reference_{page.by}", names=others, menu=True
    )

if part == "scatter":
    labelled = controls.number(third, "Words labelled, at most", 10, 60, ScatterOptions.n, "scatter_n")
    show(page.corpus, "keyness_scatter", "keyness_scatter", n=labelled, **options)
elif part == "shift":
    bars = controls.number(third, "Words drawn", 10, 50, ShiftOptions.n, "shift_n")
    show(page.corpus, "word_shift", "word_shift", n=bars, **options)
elif part == "agreement":
    ranked = controls.number(second, "Words ranked", 5, 30, AgreementOptions.n, "agreement_n")
    show(page.corpus, "agreement", "agreement", n=ranked, **options)
else:
    variant = "plain"
    if page.fair:
        first.caption("Length-fair: the plain formula.")
    else:
        variant = controls.choice(first, "Formula of TF-IDF", list(VARIANTS), "tfidf_variant", default="plain")
    edits = {name: words[name] for name in ("drop", "keep")}
    show(
        page.corpus, "distinctive_terms", "distinctive_terms", n=n, variant=variant, fair=page.fair, **edits, **options
    )
if page.fair and part != "tfidf":
    st.caption("Length-fair is for the lists; here the whole texts are compared.")
