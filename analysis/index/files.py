"""The files of an index: which array or table stands in which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

# Arrays of the stream, and of the blocks of all texts in their order.
STREAM = ("form", "start", "document_starts", "paragraph_starts", "sentence_starts")
WORDS_BY_PARAGRAPH = "words_by_paragraph"
POSTINGS = ("postings", "posting_starts")
# Counts of terms by document: each count, in as few bytes as the largest needs, its term, and where those of each
# document begin.
COUNTS = ("counts", "counted_terms", "count_starts")
SPELLINGS, SPELLING_ARRAYS = "spellings.utf8", ("spelling_begins", "spellings_written", "spellings_counted")
# Where each block begins: in the file of the text, in bytes, with the end last; in its own text, in letters. Its role as
# a number in ROLES.
BLOCK_BYTES, BLOCK_STARTS, BLOCK_ROLES = "block_bytes", "block_starts", "block_roles"
# The block at which each text begins, with the number of blocks last.
TEXT_BLOCKS = "text_blocks"
TEXT = "text.utf8"
FORMS, TERMS, DOCUMENTS, DETAILS = "forms.parquet", "terms.parquet", "documents.parquet", "block_details.parquet"


def write_array(folder: Path, name: str, array: np.ndarray) -> None:
    """An array as a file of its own."""
    np.save(folder / f"{name}.npy", array, allow_pickle=False)


def write_pieces(folder: Path, name: str, kind: np.dtype, size: int, pieces: Iterable[np.ndarray]) -> None:
    """An array of so many values, piece by piece: the same file as `write_array` makes of all at once."""
    with (folder / f"{name}.npy").open("wb", buffering=1 << 20) as file:
        about = {"descr": np.lib.format.dtype_to_descr(np.dtype(kind)), "fortran_order": False, "shape": (size,)}
        np.lib.format.write_array_header_1_0(file, about)
        for piece in pieces:
            file.write(np.ascontiguousarray(piece, kind).data)


def open_array(folder: Path, name: str) -> np.ndarray:
    """An array that stays on disk until it is looked at."""
    # As a plain array, whose parts are looked at sooner than those of a memmap; it is the same memory.
    return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))


def write_table(folder: Path, name: str, columns: dict[str, Sequence]) -> None:
    """A table as Parquet, which other programs read as well."""
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table(columns), folder / name, compression="zstd")


def read_table(folder: Path, name: str) -> dict[str, list]:
    """The columns of a table."""
    import pyarrow.parquet

    return pyarrow.parquet.read_table(folder / name).to_pydict()
