"""An exhibit on the screen: picture, reading, passages, table, method and receipt."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import streamlit as st

from analysis import AnalysisError, Corpus

from . import cache, elements, glossary, state
from .charts.drawing import Drawing
from .charts.theme import THEMES
from .exhibits.base import Exhibit, Figure
from .pages import PAGES

MAX_PASSAGES = 20
# Widths in pixels that style.css knows; 0 fits any screen.
CHART_WIDTHS = (0, 400, 600, 800, 1000, 1400)
SEARCH_HELP = (
    "`trust deficit` a phrase · `cooperat*` any ending · `wom?n` one letter · `crisis|crises` either · "
    "`/globali[sz].*/` a regular expression · `@United States` a family of variants"
)
_CHART_CONFIG = {
    "displaylogo": False,
    "toImageButtonOptions": {"format": "svg", "filename": "parallax"},
    "modeBarButtonsToRemove": [
        "select2d",
        "lasso2d",
        "zoom2d",
        "pan2d",
        "autoScale2d",
        "resetScale2d",
        "zoomIn2d",
        "zoomOut2d",
    ],
}


@dataclass(frozen=True)
class Door:
    """A link from an exhibit to the page that goes on from it."""

    page: str
    query: dict[str, str]


def present(
    corpus: Corpus,
    name: str,
    key: str,
    *,
    layout: Literal["above", "beside", "bare"] = "above",
    door: Door | None = None,
    **options: object,
) -> None:
    """Show the exhibit `name` with these options; a click on a mark shows its sentences underneath.

    layout: title and reading above the picture, beside it, or not at all. What the analysis refuses is said in its own
    words.
    """
    try:
        exhibit, figure = cache.picture(corpus, name, theme_name(), **options)
    except AnalysisError as error:
        st.info(escape_markdown(str(error)), icon=":material/info:")
        return
    words, picture = st.columns([1, 2], gap="large") if layout == "beside" else (None, None)
    if layout != "bare":
        with words or nullcontext():
            _words(exhibit, door)
    with picture or nullcontext():
        _exhibit(corpus, exhibit, figure, key)


# The usual way: a click runs this exhibit again, not the page.
show = st.fragment(present)


def _words(exhibit: Exhibit, door: Door | None) -> None:
    st.subheader(escape_markdown(exhibit.title), anchor=False)
    st.markdown(escape_markdown(exhibit.reading))
    if door:
        page = PAGES[door.page]
        st.page_link(
            page.file, label=f"Go on in {page.title}", icon=":material/arrow_forward:", query_params=door.query
        )


def _exhibit(corpus: Corpus, exhibit: Exhibit, figure: Figure, key: str) -> None:
    """The picture, the passages behind the mark that was clicked, table and method, the receipt."""
    row = None if exhibit.table.empty else _picture(exhibit, figure, key)
    if row is not None and row in exhibit.table.index:
        show_passages(corpus, exhibit.passages(row), f"{key}_passages", query=exhibit.search(row))
    _foot(exhibit, key)


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
    theme, labels = THEMES[theme_name()], cache.labels(corpus)
    shown = lines.head(MAX_PASSAGES)
    items = [
        {
            "who": labels.texts[line.document_id], "colour": labels.styles[line.document_id].colour(theme), "place": f"¶ {line.paragraph}",
            "left": line.left, "node": line.node, "right": line.right,
        }
        for line in shown.itertuples()
    ]  # fmt: skip
    count = f"{len(lines)} passage{'s' if len(lines) > 1 else ''}"
    st.caption(
        count
        + (f", the first {MAX_PASSAGES} shown" if len(lines) > MAX_PASSAGES else "")
        + " · click one to read it in its text"
    )
    opened = elements.passages(items, key=key, on_open=_nothing)
    if opened is not None and opened < len(shown):
        line = shown.iloc[opened]
        # A menu in the address goes by its labels.
        place = {"text": labels.texts[line["document_id"]], "at": str(line["start"])}
        st.switch_page("views/read.py", query_params=place | ({"find": query} if query else {}))


def _picture(exhibit: Exhibit, figure: Figure, key: str) -> int | None:
    """Draw the figure; the table row of the mark that is chosen."""
    if isinstance(figure, Drawing):
        chosen = elements.drawing(figure.wide, figure.narrow, key=key, on_row=_nothing)
        if chosen is not None:
            state.remember_row(key, chosen)
        return state.remembered_row(key)
    with _room((figure.layout.meta or {}).get("min_width", 0), key):
        event = st.plotly_chart(
            figure,
            key=key,
            on_select="rerun",
            selection_mode="points",
            theme=None,
            config=_CHART_CONFIG,
            alt=exhibit.reading,
        )
    return state.row_of_selection(event["selection"])


def _room(width: int, key: str) -> AbstractContextManager:
    """A place for a chart that needs so many pixels: the style sheet lets it scroll where the screen is narrower."""
    step = next((step for step in CHART_WIDTHS if width <= step), CHART_WIDTHS[-1])
    return st.container(key=f"room_{step}_{key}") if step else nullcontext()


def _foot(exhibit: Exhibit, key: str) -> None:
    """Table and method on demand; the receipt always."""
    more = st.segmented_control(
        "More on this chart", ["Table", "Method"], key=f"{key}_more", label_visibility="collapsed"
    )
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
    st.caption(f"Range: {entry.range} · {entry.direction}")
    st.markdown(f"{entry.reading}\n\n*Beware:* {entry.caveat}")
    st.caption(f"Source: {entry.source.rstrip('.')}.")


def stop_list_label(name: str) -> str:
    """A stop list in words for a menu."""
    return {"none": "none: every word counts", "en": "English function words"}.get(name, name)


def _nothing() -> None:
    """Custom elements report an event only where a callback is given."""
