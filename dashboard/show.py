"""An exhibit on the screen: picture, reading, passages, and its foot."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import streamlit as st

from analysis import AnalysisError, Corpus

from . import cache, elements, state
from .charts.drawing import Drawing
from .exhibits.base import Exhibit, Figure
from .exhibits.confounds import inseparable
from .foot import behind, foot
from .in_plain_words import in_plain_words
from .pages import PAGES
from .visitor import theme_name
from .words import escape_markdown

# Widths in pixels that style.css knows; 0 fits any screen.
CHART_WIDTHS = (0, 400, 600, 800, 1000, 1400)
_CHART_CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
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
) -> pd.Series | None:
    """Show the exhibit `name` with these options; a click on a mark shows its sentences underneath.

    Returns the row of the table whose mark is chosen, so that a page can go on from it.

    layout: title above and reading under the picture, both beside it, or neither. What the analysis refuses is said
    in its own words, above the last view that could be made.
    """
    if state.presenting():
        state.put_on_stage((corpus, name, options))
        return None
    made = _picture_or_last_view(corpus, name, key, options)
    if made is None:
        return None
    exhibit, figure = made
    with st.container(key=f"exhibit_{key}"):
        words, picture = st.columns([1, 2], gap="large") if layout == "beside" else (st, st)
        if layout != "bare":
            # Headings go down one step at a time: the page's title, an exhibit's, one beside its picture.
            head = words.subheader if layout == "beside" else words.header
            head(escape_markdown(exhibit.title), anchor=False)
        if layout == "beside":
            with words:
                _reading(corpus, exhibit, door)
        with picture if layout == "beside" else nullcontext():
            row = None if exhibit.table.empty else _picture(exhibit, figure, key)
            if layout == "above":
                _reading(corpus, exhibit, door)
            chosen = row is not None and row in exhibit.table.index
            if chosen:
                behind(corpus, exhibit, row, f"{key}_passages")
            foot(corpus, exhibit, key, saved=layout != "beside")
    return exhibit.table.loc[row] if chosen else None


# The usual way: a click runs this exhibit again, not the page.
show = st.fragment(present)


def _picture_or_last_view(
    corpus: Corpus, name: str, key: str, options: dict[str, object]
) -> tuple[Exhibit, Figure] | None:
    """The exhibit and its figure; where the options do not allow it, why, and the last view that could be made."""
    try:
        made = cache.picture(corpus, name, theme_name(), **options)
    except AnalysisError as error:
        st.info(escape_markdown(str(error)), icon=":material/info:")
        usual = {option: value for option, value in options.items() if option in ("by", "fair")}
        return _first_that_works(corpus, name, [state.last_view(key) or usual, usual])
    state.remember_view(key, options)
    return made


def _first_that_works(corpus: Corpus, name: str, candidates: list[dict[str, object]]) -> tuple[Exhibit, Figure] | None:
    for options in candidates:
        try:
            made = cache.picture(corpus, name, theme_name(), **options)
        except AnalysisError:
            continue
        st.caption("Below stands the last view that could be made.")
        return made
    return None


def _reading(corpus: Corpus, exhibit: Exhibit, door: Door | None) -> None:
    st.markdown(escape_markdown(exhibit.reading))
    with st.container(horizontal=True, vertical_alignment="center"):
        in_plain_words(corpus, exhibit)
        if door:
            page = PAGES[door.page]
            st.page_link(
                page.file, label=f"Go on in {page.title}", icon=":material/arrow_forward:", query_params=door.query
            )


def confound_card(corpus: Corpus, by: str) -> None:
    """In red what cannot be told apart from the groups, and on demand the whole card."""
    card = cache.exhibit(corpus, "confounds", by=by)
    warning = inseparable(card.table, by, len(corpus.documents))
    more = st.expander(
        f":red[{escape_markdown(warning)}]" if warning else "What else differs between the groups",
        icon=":material/balance:",
        key=state.DIFFERS,
        on_change="rerun",
        **state.SHARED,
    )
    if more.open:
        with more:
            show(corpus, "confounds", "confounds", by=by)


def _picture(exhibit: Exhibit, figure: Figure, key: str) -> int | None:
    """Draw the figure; the table row of the mark that is chosen."""
    if isinstance(figure, Drawing):
        chosen = elements.drawing(figure.wide, figure.narrow, key=key)
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
