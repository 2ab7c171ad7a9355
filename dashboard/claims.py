"""The claim card on the screen: a sentence, passages for it and against it, how it will look, and the file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis import AnalysisError, Corpus

from . import cache
from .exhibits.base import Exhibit
from .export.files import file_name
from .export.handout.claims import (
    MOST_LETTERS,
    MOST_PASSAGES,
    Claim,
    FromRow,
    FromSearch,
    Side,
    Source,
    claim_card,
    file_title,
    passages_of,
    row_names,
)
from .export.handout.excerpts import quote
from .export.handout.handout import Quote, letter
from .export.handout.handouts import HANDOUTS
from .export.letters import shortened
from .words import escape_markdown

_ROW, _SEARCH, _NONE = "A row of the table", "A search", "None"
_LISTED, _LETTERS = 100, 90
# What is chosen stays while the panel is closed and on other pages.
_KEPT = {"persist_state": "session"}


def claim(corpus: Corpus, exhibit: Exhibit, key: str) -> None:
    """Write a claim on an exhibit, choose its passages, see the card and take it away."""
    sentence = st.text_area(
        "Your claim, in a sentence or two", key=f"{key}_sentence", max_chars=MOST_LETTERS, height=90,
        placeholder="What does the figure show?", **_KEPT,
    )  # fmt: skip
    left, right = st.columns(2, gap="large")
    try:
        with left:
            for_ = _source(corpus, exhibit, "Passages for it", _ROW, f"{key}_for")
        with right:
            against = _source(corpus, exhibit, "Passages against it", _SEARCH, f"{key}_against")
        card = claim_card(corpus, exhibit, sentence, for_=for_, against=against)
    except AnalysisError as error:
        st.info(escape_markdown(str(error)), icon=":material/info:")
        return
    _preview(card)
    _files(card, key)


def _source(corpus: Corpus, exhibit: Exhibit, label: str, usual: str, key: str) -> Source:
    """Where passages come from, and which of them; None while nothing is asked for."""
    kind = st.segmented_control(
        label, [_ROW, _SEARCH, _NONE], default=usual, required=True, key=f"{key}_kind", **_KEPT
    )  # fmt: skip
    source = {_ROW: _row, _SEARCH: _search, _NONE: lambda *_: None}[kind](corpus, exhibit, key)
    if source is None:
        return None
    lines = passages_of(corpus, exhibit, source)
    if lines.empty:
        st.caption("No passage is found there.")
        return source
    labels = cache.labels(corpus).texts
    found = [quote(line, labels) for line in lines.head(_LISTED).itertuples()]
    # A choice belongs to the passages it was made among.
    among = hashlib.sha256(f"{source} {corpus.fingerprint} {exhibit.options}".encode("utf-8", "replace")).hexdigest()
    picks = st.multiselect(
        f"{len(lines):,} found; which are printed", range(len(found)), key=f"{key}_{among[:12]}",
        max_selections=MOST_PASSAGES, placeholder=f"The first {min(MOST_PASSAGES, len(found))}",
        format_func=lambda place: _line(found[place]), **_KEPT,
    )  # fmt: skip
    return replace(source, picks=tuple(picks))


def _row(corpus: Corpus, exhibit: Exhibit, key: str) -> FromRow | None:
    names = row_names(corpus, exhibit)
    if not names:
        st.caption("The table has no rows.")
        return None
    return FromRow(
        st.selectbox("Row", list(names), key=f"{key}_row", format_func=lambda row: names.get(row, ""), **_KEPT)
    )


def _search(corpus: Corpus, exhibit: Exhibit, key: str) -> FromSearch | None:
    query = st.text_input(
        "Search", key=f"{key}_query", placeholder="trust deficit", help="As on the page Concordance: a word, a phrase, cooperat*, this|that.",
        **_KEPT,
    )  # fmt: skip
    labels = cache.labels(corpus).texts
    texts = st.multiselect(
        "In these texts", list(labels), key=f"{key}_texts", placeholder="All texts", format_func=lambda text: labels.get(text, text), **_KEPT
    )  # fmt: skip
    elsewhere = bool(texts) and st.toggle("In all but these", key=f"{key}_elsewhere", **_KEPT)
    return FromSearch(query, tuple(texts), elsewhere=elsewhere) if query.strip() else None


def _line(passage: Quote) -> str:
    """A passage in one line, from a little before the words that were found."""
    start = max(passage.marked[0][0] - _LETTERS // 3, 0) if passage.marked else 0
    cut = passage.text[start:]
    begins = (cut.partition(" ")[2] or cut) if start else cut
    return f"{passage.source}: {'…' if start else ''}{shortened(begins, _LETTERS)}"


def _preview(card: Claim) -> None:
    """The card as it will be printed, without its figure, which stands above."""
    with st.container(border=True):
        st.markdown(f"**{escape_markdown(card.sentence)}**")
        left, right = st.columns(2, gap="large")
        with left:
            _side("For the claim", card.supporting, 0)
        with right:
            _side("Against the claim", card.opposing, len(card.supporting.passages))


def _side(label: str, side: Side, after: int) -> None:
    st.markdown(f"**{label}**")
    for number, passage in enumerate(side.passages, after):
        words = "".join(_marked(piece) if marked else escape_markdown(piece) for piece, marked in passage.pieces())
        st.markdown(f"{letter(number)} · {words} — {escape_markdown(passage.source)}")
    st.caption(escape_markdown(side.searched))


def _marked(piece: str) -> str:
    """Words in bold; blanks at their ends stay outside, or the marks would be shown."""
    inside = piece.strip()
    before, _, after = piece.partition(inside)
    return f"{before}**{escape_markdown(inside)}**{after}" if inside else piece


def _files(card: Claim, key: str) -> None:
    places = st.columns(3, vertical_alignment="bottom")
    ending = places[0].segmented_control(
        "File", list(HANDOUTS), default="html", required=True, key=f"{key}_form", format_func=lambda form: HANDOUTS[form].label, **_KEPT
    )  # fmt: skip
    form = HANDOUTS[ending]
    places[-1].download_button(
        "Download claim card", partial(form.make, card.handout()), file_name(file_title(card), ending), form.mime,
        key=f"{key}_{ending}", icon=":material/download:", type="primary", on_click="ignore", width="stretch",
    )  # fmt: skip
    st.caption(f"With the figure, its receipt, and a place for the teacher’s mark and comment. {form.help}")
