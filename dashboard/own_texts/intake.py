"""How texts come in: files, several at once, and pasted words."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from analysis import CorpusError
from analysis.texts.reading import MOST_FILE_BYTES, ReadingChoices, shown_name

from .. import cache, state
from ..limits import require_room, require_room_beside
from ..words import escape_markdown
from .collection import Collection, SourceFile
from .room import letters_of_others

LONGEST_PASTE = 500_000
FIELD = "own_files"
KINDS = "text, Markdown, Word, PDF, web page, table (CSV, Excel, JSON, Parquet), ZIP"


def take_in(collection: Collection) -> None:
    """The ways in, side by side: files, and pasted words."""
    files, pasting = st.columns([5, 2], gap="medium")
    with files:
        _files(collection)
    with pasting.popover("Paste a text", icon=":material/content_paste:", width="stretch"):
        _pasted(collection)


def _files(collection: Collection) -> None:
    """The field for files. What is new in it is read; what is taken out of it goes."""
    known = state.files_known(FIELD)
    uploaded = st.file_uploader(
        f"Files: {KINDS}", accept_multiple_files=True, key=FIELD, max_upload_size=MOST_FILE_BYTES // 1_000_000
    )
    held = [file.file_id for file in uploaded]
    state.know_files(FIELD, held)
    gone = [file_id for file_id in known if file_id not in held]
    for file_id in gone:
        collection.forget_file(file_id)
    new = [(file.name, file.getvalue(), file.file_id) for file in uploaded if file.file_id not in known]
    if new:
        read_all(collection, new)
    if new or gone:
        state.next_intake()
        st.rerun()


def _pasted(collection: Collection) -> None:
    with st.form(f"paste_{state.intake()}", border=False):
        name = st.text_input("Name of a pasted text", max_chars=120, placeholder="Chen 2014")
        words = st.text_area("Words", height=200, max_chars=LONGEST_PASTE, placeholder="Paste a text here")
        if st.form_submit_button("Add this text", icon=":material/add:"):
            paste(collection, name, words)
            state.next_intake()
            st.rerun()


def paste(collection: Collection, name: str, words: str) -> None:
    """Take in words that were pasted, as a plain text."""
    read_all(collection, [(f"{name.strip() or 'pasted text'}.txt", words.encode("utf-8", "replace"), "")])


def read_all(collection: Collection, files: Iterable[tuple[str, bytes, str]]) -> None:
    """Read files (name, content, the field's number of it) one after the other and say how far it is; each is taken in,
    or a sentence says why not."""
    files = list(files)
    progress = st.progress(0.0)
    collection.problems.clear()
    others = letters_of_others(collection)
    for number, (name, content, file_id) in enumerate(files):
        progress.progress(
            number / len(files), escape_markdown(f"Reading {number + 1} of {len(files)}: {shown_name(name)}")
        )
        _read(collection, name, content, file_id, others)
    progress.empty()


def _read(collection: Collection, name: str, content: bytes, file_id: str, others: int) -> None:
    twin = next((file for file in collection.files if file.content == content and content), None)
    if twin is not None:
        collection.problems.append(
            f"{shown_name(name)} holds the same as {shown_name(twin.name)}, which is here already: it counts once."
        )
        return
    n_bytes, letters, texts = (
        len(content) + sum(len(file.content) for file in collection.files),
        collection.letters,
        len(collection.texts),
    )
    try:
        require_room(shown_name(name), n_bytes=n_bytes, letters=letters, texts=texts)
        read = cache.readers().read(name, content)
        letters += sum(len(line.text) for draft in read.drafts for line in draft.lines)
        require_room(shown_name(name), n_bytes=n_bytes, letters=letters, texts=texts + len(read.drafts))
        require_room_beside(shown_name(name), letters, others=others)
    except CorpusError as error:
        collection.problems.append(str(error))
    else:
        collection.add(SourceFile(name, content, read, file_id=file_id))
        # What the tables ask for, counted while somebody sees how far it is.
        collection.count_words()


def read_again(collection: Collection, file: SourceFile, choices: ReadingChoices) -> None:
    """Read a file once more as somebody has chosen; where that fails, what was read before stays."""
    try:
        collection.read_again(file, cache.readers().read(file.name, file.content, choices), choices)
    except CorpusError as error:
        collection.problems.append(str(error))
