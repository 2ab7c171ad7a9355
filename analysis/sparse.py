"""Tables that are mostly zeros: made of running units, summed by group, looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .stream import locked, members

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# So many units are sorted at a time, and in numbers of 32 bits where these are enough: twice as fast as in 64.
_BLOCK = 1 << 22
_HALF = 1 << 32


def count_cells(starts: np.ndarray, unit: np.ndarray, n_units: int) -> csr_array:
    """How often does each unit stand in each part? Parts × units (int64). Not to be changed.

    unit: the number of each unit in running order; starts: where each part begins, with the end last.
    """
    columns, counts, sizes = [], [], []
    first, n_parts, most = 0, len(starts) - 1, max(1, _HALF // max(n_units, 1))
    while first < n_parts:
        stop = int(np.searchsorted(starts, starts[first] + _BLOCK, side="right")) - 1
        stop = min(max(stop, first + 1), first + most, n_parts)
        wide = np.uint32 if (stop - first) * n_units <= _HALF else np.uint64
        cell = unit[starts[first] : starts[stop]].astype(wide)
        cell += members(starts[first : stop + 1]).astype(wide) * wide(n_units)
        cell.sort()
        cell, count = _run_lengths(cell)
        row = cell // wide(max(n_units, 1))
        columns.append((cell - row * wide(n_units)).astype(np.int32))
        counts.append(count)
        sizes.append(np.bincount(row.astype(np.int64), minlength=stop - first))
        first = stop
    return _rows(columns, counts, sizes, n_units)


def stack(tables: Sequence[csr_array], columns: Sequence[np.ndarray | None], n_columns: int) -> csr_array:
    """Tables one below the other. columns: the number that each column of a table has in the whole, in the same order;
    None where it is the same."""
    return _rows(
        [
            table.indices if column is None else column[table.indices]
            for table, column in zip(tables, columns, strict=True)
        ],
        [table.data for table in tables],
        [np.diff(table.indptr) for table in tables],
        n_columns,
    )


def _rows(
    columns: Sequence[np.ndarray], counts: Sequence[np.ndarray], sizes: Sequence[np.ndarray], n_columns: int
) -> csr_array:
    """Rows one below the other: of each its size, of all their columns in order and their counts."""
    from scipy.sparse import csr_array

    sizes = np.concatenate([np.zeros(0, np.int64), *sizes])
    starts = np.concatenate([[0], np.cumsum(sizes)])
    wide = np.int32 if starts[-1] < 2**31 else np.int64
    table = csr_array(
        (
            np.concatenate([np.zeros(0, np.int64), *counts], dtype=np.int64),
            np.concatenate([np.zeros(0, np.int32), *columns]).astype(wide, copy=False),
            starts.astype(wide),
        ),
        shape=(len(sizes), n_columns),
    )
    table.has_canonical_format = True
    for array in (table.data, table.indices, table.indptr):
        locked(array)
    return table


def count_pairs(key: np.ndarray, part: np.ndarray, n_parts: int) -> tuple[np.ndarray, csr_array]:
    """How often does each key stand in each part? The distinct keys, in order, and parts × keys.

    key: of each place a number (uint64) so small that it and the part fit into 64 bits together; it is written over.
    """
    from scipy.sparse import csc_array

    wide = np.uint64(max(n_parts, 1))
    cell = key
    cell *= wide
    cell += part.astype(np.uint64)
    cell.sort()
    cell, count = _run_lengths(cell)
    key = cell // wide
    row = (cell - key * wide).astype(np.int32)
    key, sizes = _run_lengths(key)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    # As narrow as can be, for it may have to travel from one process to another.
    table = csc_array((count.astype(np.min_scalar_type(count.max(initial=0))), row, starts), shape=(n_parts, len(key)))
    table = table.tocsr()
    for array in (table.data, table.indices, table.indptr):
        locked(array)
    return key, table


def _run_lengths(ordered: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The distinct values of an array in order, and how often each stands there."""
    first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)])
    return ordered[first], np.diff(np.append(first, len(ordered)))


def membership(group: np.ndarray, n_groups: int) -> csr_array:
    """Groups × rows: 1 where the row belongs to the group, so that a product with it sums the rows of each group."""
    from scipy.sparse import csr_array

    member = (np.ones(len(group), np.int64), (group, np.arange(len(group))))
    return csr_array(member, shape=(n_groups, len(group)))


def values_at(matrix: csr_array, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The values of some cells of a sparse matrix whose columns stand in order; scipy looks through whole rows."""
    values = np.zeros(len(rows), matrix.dtype)
    for row in np.unique(rows).tolist():
        cells, asked = slice(*matrix.indptr[row : row + 2]), np.flatnonzero(rows == row)
        known, wanted = matrix.indices[cells], columns[asked].astype(matrix.indices.dtype)
        place = np.minimum(np.searchsorted(known, wanted), max(len(known) - 1, 0))
        if len(known):
            values[asked] = np.where(known[place] == wanted, matrix.data[cells][place], 0)
    return values
