"""An exhibit on the screen: picture, reading, passages, table, method and receipt."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis import AnalysisError, Corpus

from . import cache, elements, glossary, state
from .charts.drawing import Drawing
from .exhibits.base import Exhibit, Figure
from .exhibits.groups import group_styles
from .charts.theme import THEMES

MAX_PASSAGES = 20
_CHART_CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoom2d", "pan2d", "autoScale2d", "resetScale2d", "zoomIn2d", "zoomOut2d"]}


@st.fragment
def show(corpus: Corpus, name: str, key: str, *, heading: bool = True, **options: object) -> None:
    """Show the exhibit `name` with these options; a click on a mark shows its sentences underneath.

    A fragment: a click runs this exhibit again, not the page. What the analysis refuses is said in its own words.
    """
    try:
        exhibit = cache.exhibit(corpus, name, **options)
    except AnalysisError as error:
        st.info(escape_markdown(str(error)), icon=":material/info:")
        return
    if heading:
        st.subheader(escape_markdown(exhibit.title), anchor=False)
        st.markdown(escape_markdown(exhibit.reading))
    row = None if exhibit.table.empty else _picture(exhibit, cache.figure(corpus, name, theme_name(), **options), key)
    if row is not None and row in exhibit.table.index:
        show_passages(corpus, exhibit.passages(row), f"{key}_passages", query=_searched(exhibit, row))
    _foot(exhibit, key)


def guarded(view: Callable[[], None]) -> None:
    """Run what a page shows; an AnalysisError becomes one sentence on the page."""
    try:
        view()
    except AnalysisError as error:
        st.info(escape_markdown(str(error)), icon=":material/info:")


def theme_name() -> str:
    """The theme the visitor sees: "light" or "dark"."""
    return st.context.theme.type or "light"


def escape_markdown(text: str) -> str:
    """Words of a text or a person for a Markdown element: shown as typed, never read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~$:&^=])", r"\\\1", text)


def show_passages(corpus: Corpus, lines: pd.DataFrame, key: str, *, query: str = "") -> None:
    """Concordance lines under a picture; a click on one opens its text at that place."""
    if lines.empty:
        st.caption("No passage in these texts: the count is 0.")
        return
    theme, styles = THEMES[theme_name()], group_styles(corpus, "document_id")
    shown = lines.head(MAX_PASSAGES)
    items = [
        {
            "who": styles[line.document_id].label, "colour": styles[line.document_id].colour(theme), "place": f"¶ {line.paragraph}",
            "left": line.left, "node": line.node, "right": line.right,
        }
        for line in shown.itertuples()
    ]  # fmt: skip
    count = f"{len(lines)} passage{'s' if len(lines) > 1 else ''}"
    st.caption(count + (f", the first {MAX_PASSAGES} shown" if len(lines) > MAX_PASSAGES else "") + " · click one to read it in its text")
    opened = elements.passages(items, key=key, on_open=_nothing)
    if opened is not None and opened < len(shown):
        line = shown.iloc[opened]
        place = {"text": str(line["document_id"]), "at": str(line["start"])}
        st.switch_page("views/read.py", query_params=place | ({"find": query} if query else {}))


def _picture(exhibit: Exhibit, figure: Figure, key: str) -> int | None:
    """Draw the figure; the table row of the mark that is chosen."""
    if isinstance(figure, Drawing):
        chosen = elements.drawing(figure.wide, figure.narrow, key=key, on_row=_nothing)
        if chosen is not None:
            state.remember_row(key, chosen)
        return state.remembered_row(key)
    width = (figure.layout.meta or {}).get("min_width", 0)
    with st.container(key=f"scroll_{width}_{key}" if width else None):
        event = st.plotly_chart(
            figure, key=key, on_select="rerun", selection_mode="points", theme=None, config=_CHART_CONFIG, alt=exhibit.reading
        )
    return state.row_of_selection(event["selection"])


def _foot(exhibit: Exhibit, key: str) -> None:
    """Table and method on demand; the receipt always."""
    more = st.segmented_control("More on this chart", ["Table", "Method"], key=f"{key}_more", label_visibility="collapsed")
    if more == "Table":
        st.dataframe(exhibit.table, hide_index=True, alt=f"Table: {exhibit.title}")
    elif more == "Method":
        for name in glossary.FOR_EXHIBIT[exhibit.name]:
            show_measure(glossary.MEASURES[name])
        st.markdown(f"**Receipt** — {escape_markdown(exhibit.receipt.text())}")
    st.caption(escape_markdown(exhibit.receipt.brief()))


def show_measure(entry: glossary.Entry) -> None:
    """One entry of the glossary."""
    st.markdown(f"**{entry.label}** — {entry.question}")
    st.latex(entry.formula)
    st.markdown(f"{entry.reading} *Caution:* {entry.caveat} *Source:* {entry.source}")


def _searched(exhibit: Exhibit, row: int) -> str:
    """The search whose hits the text should mark when a passage is opened."""
    if exhibit.name == "concordance":
        return exhibit.options.query
    return str(exhibit.table.at[row, "term"]) if "term" in exhibit.table else ""


def stop_list_label(name: str) -> str:
    """A stop list in words for a menu."""
    return {"none": "none: every word counts", "en": "English function words"}.get(name, name)


def _nothing() -> None:
    """Custom elements report an event only where a callback is given."""
