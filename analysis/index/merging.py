"""Several parts as one index: one lexicon for all, every document in its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..forms import Forms
from ..metadata import metadata_table, time_order
from ..texts.blocks import Text
from ..tokens import Tokenization
from .files import (
    BLOCK_BYTES,
    BLOCK_ROLES,
    BLOCK_STARTS,
    COUNTS,
    DETAILS,
    DOCUMENTS,
    FORMS,
    STREAM,
    TERMS,
    TEXT,
    TEXT_BLOCKS,
    WORDS_BY_PARAGRAPH,
    open_array,
    read_table,
    write_pieces,
    write_table,
)
from .stored_texts import open_letters
from .writing import write_documents, write_lexicon


@dataclass(frozen=True, eq=False)
class Part:
    """The arrays of a part, which stay on disk.

    bounds: of each level where the documents begin, with the end last; forms, terms: the number that each of the part's
    has in the whole; names: of its documents, in their order; metadata: as JSON.
    """

    folder: Path
    bounds: dict[str, np.ndarray]
    forms: np.ndarray
    terms: np.ndarray
    names: Sequence[str]
    metadata: Sequence[str]

    def array(self, name: str) -> np.ndarray:
        """One of the files."""
        return open_array(self.folder, name)


def merge(folders: Sequence[Path], names: Sequence[Sequence[str]], tokenization: Tokenization, folder: Path) -> Forms:
    """Write the texts, the stream, the counts and the lexicon of several parts into one folder.

    names: of each part the names of its texts, by the numbers that they have there. The forms are sorted, so the lexicon
    is the same in whatever order the parts were made.
    """
    lexicons = [read_table(each, FORMS)["form"] for each in folders]
    forms = Forms.of(np.array(sorted(set().union(*lexicons)), dtype=object), tokenization)
    parts = [_open(*each, forms) for each in zip(folders, lexicons, names, strict=True)]
    runs = _write_documents(parts, folder)
    _write_stream(parts, runs, folder)
    _write_counts(parts, runs, folder)
    _write_texts(parts, runs, folder)
    write_lexicon(folder, forms, np.fromiter(map(len, forms.written), np.int32, len(forms.written)))
    return forms


def _open(folder: Path, lexicon: Sequence[str], names: Sequence[str], forms: Forms) -> Part:
    arrays = {name: open_array(folder, name) for name in (*STREAM, BLOCK_BYTES, TEXT_BLOCKS, COUNTS[-1])}
    tokens = arrays["document_starts"]
    bounds = {
        "tokens": tokens,
        "paragraphs": np.searchsorted(arrays["paragraph_starts"], tokens),
        "sentences": np.searchsorted(arrays["sentence_starts"], tokens),
        "blocks": arrays[TEXT_BLOCKS],
        "letters": arrays[BLOCK_BYTES][arrays[TEXT_BLOCKS]],
        "cells": arrays[COUNTS[-1]],
    }
    documents = read_table(folder, DOCUMENTS)
    return Part(
        folder,
        bounds,
        _numbers(lexicon, forms.written),
        _numbers(read_table(folder, TERMS)["term"], forms.terms),
        [names[int(number)] for number in documents["document_id"]],
        documents["metadata"],
    )


def _numbers(some: Sequence[str], every: np.ndarray) -> np.ndarray:
    """The places of some words in a sorted list of all."""
    place = {word: number for number, word in enumerate(every.tolist())}
    return np.fromiter(map(place.__getitem__, some), np.int32, len(some))


# Documents of one part that follow each other there and in the whole: the part, the first, and the one after the last.
Run = tuple[Part, int, int]


def _write_documents(parts: Sequence[Part], folder: Path) -> list[Run]:
    """The table of documents in order of time; the runs in which they are taken from the parts."""
    places = [(part, number) for part in parts for number in range(len(part.names))]
    texts = [Text(part.names[number], (), json.loads(part.metadata[number])) for part, number in places]
    years = metadata_table(texts)["year"].to_dict()
    order = sorted(range(len(texts)), key=lambda place: time_order(texts[place], years))
    ids = [texts[place].document_id for place in order]
    write_documents(folder, ids, range(len(ids)), [places[place][0].metadata[places[place][1]] for place in order])
    runs: list[Run] = []
    for part, number in (places[place] for place in order):
        if runs and runs[-1][0] is part and runs[-1][2] == number:
            runs[-1] = (part, runs[-1][1], number + 1)
        else:
            runs.append((part, number, number + 1))
    return runs


def _slices(runs: Sequence[Run], level: str) -> Iterator[tuple[Part, slice]]:
    for part, first, stop in runs:
        yield part, slice(int(part.bounds[level][first]), int(part.bounds[level][stop]))


def _copy(
    parts: Sequence[Part],
    runs: Sequence[Run],
    folder: Path,
    name: str,
    level: str,
    changed: Callable[[Part, np.ndarray], np.ndarray] = lambda _part, values: values,
) -> None:
    """One array of all documents, piece by piece."""
    arrays = {part: part.array(name) for part in parts}
    size = sum(part.stop - part.start for _, part in _slices(runs, level))
    pieces = (changed(part, arrays[part][piece]) for part, piece in _slices(runs, level))
    # Counts have as many bytes as the largest of their part needs.
    write_pieces(folder, name, np.result_type(*arrays.values()), size, pieces)


def _write_starts(parts: Sequence[Part], runs: Sequence[Run], folder: Path, name: str, level: str | None) -> None:
    """Where each thing of a level begins: the sizes of all, one after the other, added up."""
    sizes = {part: np.diff(part.array(name)) for part in parts}
    if level is None:
        found = [sizes[part][first:stop] for part, first, stop in runs]
    else:
        found = [sizes[part][piece] for part, piece in _slices(runs, level)]
    starts = np.concatenate([[0], np.cumsum(np.concatenate([np.zeros(0, np.int64), *found]))]).astype(np.int64)
    write_pieces(folder, name, starts.dtype, len(starts), [starts])


def _write_stream(parts: Sequence[Part], runs: Sequence[Run], folder: Path) -> None:
    form, start, documents, paragraphs, sentences = STREAM
    _copy(parts, runs, folder, form, "tokens", lambda part, values: part.forms[values])
    _copy(parts, runs, folder, start, "tokens")
    _write_starts(parts, runs, folder, documents, None)
    _write_starts(parts, runs, folder, paragraphs, "paragraphs")
    _write_starts(parts, runs, folder, sentences, "sentences")
    _copy(parts, runs, folder, WORDS_BY_PARAGRAPH, "paragraphs")


def _write_counts(parts: Sequence[Part], runs: Sequence[Run], folder: Path) -> None:
    counts, terms, starts = COUNTS
    _copy(parts, runs, folder, counts, "cells")
    # The terms of a part are in order as those of all are, so those of a document stay in order.
    _copy(parts, runs, folder, terms, "cells", lambda part, values: part.terms[values])
    _write_starts(parts, runs, folder, starts, None)


def _write_texts(parts: Sequence[Part], runs: Sequence[Run], folder: Path) -> None:
    letters = {part: open_letters(part.folder) for part in parts}
    with (folder / TEXT).open("wb") as file:
        for part, piece in _slices(runs, "letters"):
            file.write(letters[part][piece].data)
    _copy(parts, runs, folder, BLOCK_STARTS, "blocks")
    _copy(parts, runs, folder, BLOCK_ROLES, "blocks")
    _write_starts(parts, runs, folder, BLOCK_BYTES, "blocks")
    _write_starts(parts, runs, folder, TEXT_BLOCKS, None)
    _write_details(parts, runs, folder)


def _write_details(parts: Sequence[Part], runs: Sequence[Run], folder: Path) -> None:
    """The table of the few blocks that have a level, a label or marks, by the numbers they have in the whole."""
    details = {part: read_table(part.folder, DETAILS) for part in parts}
    found: dict[str, list] = {name: [] for name in details[parts[0]]}
    first = 0
    for part, piece in _slices(runs, "blocks"):
        table = details[part]
        rows = slice(*np.searchsorted(table["block"], [piece.start, piece.stop]))
        for name, values in found.items():
            some = table[name][rows]
            values += [block - piece.start + first for block in some] if name == "block" else some
        first += piece.stop - piece.start
    write_table(folder, DETAILS, found)
