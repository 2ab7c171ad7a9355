"""What the groups share and what they leave unsaid: words used alike, set phrases in the order of time, silences."""

import streamlit as st

from dashboard import controls
from dashboard.exhibits.formulae import THICKNESS
from dashboard.exhibits.silences import AskedOptions
from dashboard.frame import open_page
from dashboard.show import show

page = open_page("common_ground")
# One part at a time: the list of words left out is one, and what is not looked at is not computed.
PARTS = {"words": "Words used alike", "phrases": "Set phrases", "silences": "Silences"}
part = controls.choice(st, "What they have in common, or leave out", list(PARTS), "ground", names=PARTS)

if part == "words":
    words = controls.word_list(page.corpus, "lock", minimum_count=20)
    n = controls.number(st, "Words shown", 5, 30, 10, "lock_n")
    show(page.corpus, "lockwords", "lockwords", by=page.by, n=n, **words)

elif part == "phrases":
    shortest, groups, shown = st.columns(3)
    options = {
        "shortest": controls.number(shortest, "Words of a phrase, at least", 4, 8, 5, "phrase_words"),
        "minimum_groups": controls.number(groups, "Shared by at least so many", 2, 5, 2, "phrase_groups"),
        "n": controls.number(shown, "Phrases shown", 5, 30, 12, "phrase_n"),
    }
    thickness, variants = st.columns([1, 2], vertical_alignment="bottom")
    options["thickness"] = controls.choice(
        thickness, "Thickness of a band", list(THICKNESS), "phrase_band", names={"count": "times", "per_1000": "per 1,000 words"}
    )  # fmt: skip
    options["variants"] = controls.switch(
        variants, "Also phrases inside a phrase", False, "phrase_all", help="the belt and road beside the belt and road initiative"
    )  # fmt: skip
    show(page.corpus, "formulae", "formulae", by=page.by, **options)

else:
    few, others = st.columns(2)
    options = {
        "n": controls.number(few, "Words a group", 5, 30, 12, "silent_n"),
        "minimum_groups": controls.number(others, "Used by at least so many of the others", 1, 4, 2, "silent_groups"),
    }
    options |= controls.word_list(page.corpus, "silent", minimum_count=5)
    show(page.corpus, "silences", "silences", by=page.by, **options)
    st.divider()
    asked = controls.text(
        st, "Words and phrases of your own, parted by commas", page.usual_search(AskedOptions.terms), "missed"
    )
    show(page.corpus, "asked_silences", "asked_silences", by=page.by, terms=asked)
