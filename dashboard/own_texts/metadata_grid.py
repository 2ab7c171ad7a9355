"""What is known of the texts: a grid to be edited, columns of one's own, and a table that says it of many at once."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from analysis import CorpusError
from analysis.texts.file_names import stem_of
from analysis.texts.reading import ReadingChoices
from analysis.texts.years import years_not_read

from .. import cache, state
from ..words import escape_markdown
from .collection import Collection

FIRST = ("author", "year", "title", "short_name", "genre")
LONGEST_COLUMN = 40
# What a file says of itself, not of its text.
NOT_ASKED = ("created", "modified")


def show_metadata(collection: Collection) -> None:
    """The grid, and the two ways to more columns."""
    table = metadata_table(collection)
    st.markdown(
        "Every column can be compared by. A short name is for labels; a year that is none is kept as “no year”."
    )
    edited = st.data_editor(
        table, key=f"grid_{state.intake()}_{'|'.join(table.columns)}", hide_index=False, num_rows="fixed",
        column_config={column: st.column_config.TextColumn(column.replace("_", " ")) for column in table.columns},
        alt="What is known of each text",
    )  # fmt: skip
    collection.describe(metadata_of_table(edited))
    for problem in years_not_read(edited["year"].to_dict()):
        st.warning(escape_markdown(problem), icon=":material/event_busy:")
    adding, reading = st.columns(2, gap="large")
    with adding:
        _add_column(collection)
    with reading:
        _read_table(collection)


def metadata_table(collection: Collection) -> pd.DataFrame:
    """What is known of the texts, as words: a row a text, a column for each thing known of any."""
    columns = list(dict.fromkeys([*FIRST, *(key for text in collection.texts.values() for key in text.metadata)]))
    columns = [column for column in columns if column not in NOT_ASKED]
    rows = {name: [_typed(text.metadata.get(column)) for column in columns] for name, text in collection.texts.items()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object).rename_axis("text")


def metadata_of_table(table: pd.DataFrame) -> dict[str, dict[str, object]]:
    """The grid as metadata by text; what is empty is not known."""
    return {
        str(name): {column: value.strip() for column, value in row.items() if isinstance(value, str) and value.strip()}
        for name, row in table.to_dict("index").items()
    }


def _typed(value: object) -> str:
    return "" if value is None or value != value else str(value)


def _add_column(collection: Collection) -> None:
    with st.form(f"column_{state.intake()}", border=False):
        name = st.text_input("A column of your own", max_chars=LONGEST_COLUMN, placeholder="party")
        if st.form_submit_button("Add the column", icon=":material/add:"):
            column = name.strip().lower().replace(" ", "_")
            if column:
                for text in collection.texts.values():
                    text.metadata.setdefault(column, "")
            state.next_intake()
            st.rerun()


def _read_table(collection: Collection) -> None:
    uploaded = st.file_uploader(
        "A table about the texts", type=["csv", "tsv", "xlsx"], key=f"about_{state.intake()}",
        help="A row a text; one column holds the names of the texts or of their files.",
    )  # fmt: skip
    if uploaded is not None:
        try:
            told = metadata_in_table(collection.texts, uploaded.name, uploaded.getvalue())
            for name, known in told.items():
                collection.texts[name].metadata.update(known)
            state.tell("success", f"The table says something of {len(told)} of {len(collection.texts)} texts.")
        except CorpusError as error:
            state.tell("error", str(error))
        state.next_intake()
        st.rerun()


def metadata_in_table(names: Iterable[str], file: str, content: bytes) -> dict[str, dict[str, object]]:
    """What a table says of texts: the column that holds most of their names leads.

    CorpusError where the file cannot be read or no column holds a name.
    """
    wanted = {name.lower(): name for name in names}
    shape = cache.readers().read(file, content).table
    best: dict[str, dict[str, object]] = {}
    for column in shape.columns if shape else ():
        rows = cache.readers().read(file, content, ReadingChoices(text_column=column)).drafts
        found = {}
        for row in rows:
            named = stem_of(row.lines[0].text).lower() if row.lines else ""
            if named in wanted:
                found[wanted[named]] = dict(row.metadata)
        best = max(best, found, key=len)
    if not best:
        raise CorpusError(
            f"{file} names none of the texts: one column must hold their names, such as {next(iter(wanted.values()), 'chen-2014')}."
        )
    return best
