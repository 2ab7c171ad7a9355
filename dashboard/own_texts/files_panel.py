"""The texts at hand: how much of each counts, what was noticed, how a file is to be read, and what is taken out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.texts.decoding import ENCODINGS
from analysis.texts.formats import FORMATS
from analysis.texts.lines import Draft
from analysis.texts.reading import ReadingChoices, TableShape, shown_name

from .. import state
from ..words import escape_markdown
from .chinese import show_chinese
from .collection import Collection, SourceFile
from .intake import read_again
from .roles_panel import LABELS, counts_table

NOTICES_SHOWN = 30


def show_files(collection: Collection) -> None:
    """A row a text; under it notices, and the files that can be read in another way."""
    # First, for the counts depend on it.
    if any(text.is_chinese(collection.off) for text in collection.texts.values()):
        show_chinese(collection)
    counts = counts_table(collection)
    if len(counts):
        table = words_table(collection, counts)
        st.dataframe(
            table, hide_index=True, key=f"texts_{state.intake()}", on_select="rerun",
            selection_mode="multi-row", alt="Words of each text, and how many of them count",
            column_config=dict.fromkeys(table.columns[1:-1], st.column_config.NumberColumn(format="localized")),
        )  # fmt: skip
        _taking_out(collection)
    for notice in _notices(collection):
        st.info(escape_markdown(notice), icon=":material/info:")
    for number, file in enumerate(collection.files):
        if file.read.table is not None:
            _table_choices(collection, file, file.read.table, f"{state.intake()}_{number}")
    _encodings(collection)


def words_table(collection: Collection, counts: pd.DataFrame) -> pd.DataFrame:
    """Words before and after roles were given, and what the others are; only roles that some text has."""
    others = [role for role in LABELS if role != "body" and counts[role].any()]
    table = counts[["text"]].copy()
    table["words in the file"] = counts[list(LABELS)].sum(axis=1)
    table["words that count"] = counts["body"]
    for role in others:
        table[LABELS[role]] = counts[role]
    table["read as"] = [_read_as(text.draft) for text in collection.texts.values()]
    return table


def _read_as(draft: Draft) -> str:
    """The format, and the encoding where it is not the usual one."""
    label = FORMATS[draft.kind].label.split(",")[0] if draft.kind in FORMATS else "session"
    return label if draft.encoding in ("", "utf_8") else f"{label}, {ENCODINGS[draft.encoding]}"


def _taking_out(collection: Collection) -> None:
    chosen = state.chosen(f"texts_{state.intake()}", {}).get("selection", {}).get("rows", [])
    names = [name for number, name in enumerate(collection.texts) if number in chosen]
    if names and st.button(f"Take out {len(names)} of {len(collection.texts)}", icon=":material/delete:"):
        collection.remove(names)
        state.next_intake()
        st.rerun()


def _notices(collection: Collection) -> list[str]:
    """What was noticed in the files and texts, the first of many."""
    found = [
        notice for file in collection.files for notice in (*file.read.notices, *filter(None, [file.read.question]))
    ]
    found += [notice for text in collection.texts.values() for notice in text.notices(collection.off)]
    found = list(dict.fromkeys(found))
    more = len(found) - NOTICES_SHOWN
    return found[:NOTICES_SHOWN] + ([f"And {more} notices more."] if more > 0 else [])


def _table_choices(collection: Collection, file: SourceFile, shape: TableShape, key: str) -> None:
    """Which sheet and which column hold the texts."""
    with st.container(border=True):
        st.markdown(
            f"**{escape_markdown(shown_name(file.name))}**: {shape.n_rows:,} rows. Which column holds the texts?"
        )
        choices = ReadingChoices(sheet=shape.sheet, text_column=shape.text_column)
        places = st.columns(2)
        if len(shape.sheets) > 1:
            sheet = places[1].selectbox(
                "Sheet", shape.sheets, index=_place(shape.sheets, shape.sheet), key=f"sheet_{key}"
            )
            if sheet != shape.sheet:
                choices = ReadingChoices(sheet=sheet)
        column = places[0].selectbox(
            "Column of the texts", shape.columns, index=_place(shape.columns, shape.text_column), key=f"column_{key}",
            placeholder="Choose a column", format_func=lambda name: _with_sample(name, shape),
        )  # fmt: skip
        if column and column != shape.text_column and choices.sheet == shape.sheet:
            choices = ReadingChoices(sheet=shape.sheet, text_column=column)
        if choices != ReadingChoices(sheet=shape.sheet, text_column=shape.text_column):
            read_again(collection, file, choices)
            state.next_intake()
            st.rerun()


def _place(options: tuple[str, ...], option: str) -> int | None:
    return options.index(option) if option in options else None


def _with_sample(column: str, shape: TableShape) -> str:
    sample = next(iter(shape.samples.get(column, ())), "")
    return f"{column}: {sample[:40]}…" if len(sample) > 40 else f"{column}: {sample}"


def _encodings(collection: Collection) -> None:
    """Files whose letters were guessed, each with another guess to choose."""
    guessed = {
        shown_name(text.file.name): text for text in collection.texts.values() if text.file and text.draft.encoding
    }
    if not guessed:
        return
    with st.expander("Letters look wrong?", icon=":material/abc:"):
        place, menu = st.columns(2)
        text = guessed[place.selectbox("File", list(guessed), key=f"wrong_{state.intake()}")]
        options = list(ENCODINGS)
        now = text.draft.encoding
        asked = menu.selectbox(
            "Read it as", options, index=options.index(now) if now in options else None, format_func=ENCODINGS.get,
            key=f"encoding_{state.intake()}_{text.document_id}",
        )  # fmt: skip
        if asked and asked != now:
            read_again(collection, text.file, ReadingChoices(encoding=asked))
            state.next_intake()
            st.rerun()
