"""The whole text, or two side by side: hits marked, everything that is not counted in grey."""

import streamlit as st

from analysis import AnalysisError
from dashboard import cache, controls, elements
from dashboard.charts.theme import THEMES
from dashboard.exhibits.groups import dated
from dashboard.frame import open_page
from dashboard.reading import hits_in, merged, reading_blocks
from dashboard.show import present, show
from dashboard.visitor import theme_name
from dashboard.words import escape_markdown, whole_number

ALONE = "none"
LINKS = {"phrase": "a phrase that both have", "topic": "a topic that both have"}

whole = open_page("read").whole
labels = cache.labels(whole)
left, right = st.columns(2)
chosen = controls.choice(left, "Text", list(labels.texts), "text", names=labels.texts, menu=True)
names = {ALONE: "none"} | labels.texts
beside = controls.choice(right, "Beside it", list(names), "beside", names=names, menu=True)
find = controls.text(st, "Mark these words", "", "find", placeholder="trust deficit, cooperat*, @United States")


def marks(document_id: str) -> list[tuple[int, int]]:
    """What the visitor wants to see marked in a text; a search that cannot be read is said once."""
    try:
        return hits_in(whole, document_id, find)
    except AnalysisError as error:
        if document_id == chosen:
            controls.complain(error)
        return []


def read(document_id: str, at: int | None, hits: list[tuple[int, int]], *, pane: bool) -> None:
    """A text with its title and what is known of it."""
    row = whole.documents.loc[document_id]
    st.header(escape_markdown(str(row["title"])), anchor=False)
    known = [row["author"], dated(row), row.get("role"), row.get("venue"), row.get("genre")]
    facts = [str(fact) for fact in known if fact == fact and fact]
    facts.append(f"{row['n_words']:,} words in {row['n_paragraphs']} paragraphs")
    st.caption(escape_markdown(" · ".join(facts)))
    marked = f"{len(merged(hits))} hits marked. " if find.strip() else ""
    st.caption(
        f"{marked}Numbers count the paragraphs of running text; what is grey (title, notes, references) is not counted."
    )
    elements.reader(
        reading_blocks(whole, document_id, hits, at),
        name=labels.texts[document_id],
        colour=labels.styles[document_id].colour(THEMES[theme_name()]),
        pane=pane,
        key=f"reader_{document_id}",
    )


texts = [chosen] if beside in (ALONE, chosen) else [chosen, beside]
if find.strip():
    # Where the search stands: a stroke opens its sentence, and the sentence its place in the text.
    show(cache.select(whole, tuple(texts)), "barcode", "minimap", layout="bare", terms=find, same_width=True)

if beside == ALONE:
    read(chosen, whole_number(st.query_params.get("at", "")), marks(chosen), pane=False)
elif beside == chosen:
    st.info("This is the same text twice: choose another one beside it.")
    read(chosen, None, marks(chosen), pane=False)
else:
    via = controls.choice(st, "Move both texts to", list(LINKS), "via", names=LINKS)
    options = {"first": chosen, "second": beside, "via": via}
    link = present(whole, "parallels", f"parallels_{chosen}_{beside}_{via}", **options)
    panes = zip(
        st.columns(2, gap="large"), (chosen, beside), ("start", "other_start"), ("end", "other_end"), strict=True
    )
    for place, document_id, start, end in panes:
        with place:
            here = [] if link is None else [(int(link[start]), int(link[end]))]
            read(document_id, here[0][0] if here else None, marks(document_id) + here, pane=True)
