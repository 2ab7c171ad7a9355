"""Tables that are mostly zeros: made of running units, summed by group, looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .ordering import put_in_order
from .stream import locked, members, steps

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

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
        cell, count = run_lengths(cell)
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


def count_pairs(starts: np.ndarray, key: np.ndarray) -> tuple[np.ndarray, csc_array]:
    """How often does each key stand in each part? The distinct keys, in order, and parts × keys.

    key: a number (uint64) of each thing in running order, whose bits and those of the number of parts are no more than 64
    together; it is written over; starts: where each part begins, with the end last.
    """
    n_parts = len(starts) - 1
    bits = n_parts.bit_length()
    cell = key
    cell <<= np.uint64(bits)
    for step in steps(len(cell)):
        # The last part that begins at or before the step, as far as the one where it ends.
        first, stop = np.searchsorted(starts, [step.start, step.stop - 1], side="right")
        begin = np.clip(starts[first - 1 : stop + 1], step.start, step.stop) - step.start
        # A signed number would have to be converted, an unsigned one is only widened.
        cell[step] += members(begin).view(np.uint32) + np.uint32(first - 1)
    # The parts follow each other already.
    put_in_order(cell, low=bits)
    cell, count = run_lengths(cell)
    row = np.empty(len(cell), np.int32)
    for step in steps(len(cell)):
        row[step] = cell[step] & np.uint64((1 << bits) - 1)
        cell[step] >>= np.uint64(bits)
    key, sizes = run_lengths(cell)
    return key, _columns(row, count, sizes, n_parts)


def join(tables: Sequence[csc_array], columns: Sequence[np.ndarray], n_columns: int) -> csc_array:
    """As `stack`, of tables that are kept column by column."""
    sizes = np.zeros(n_columns, np.int64)
    for table, column in zip(tables, columns, strict=True):
        sizes[column] += np.diff(table.indptr)
    n_cells = int(sizes.sum())
    row = np.empty(n_cells, np.int32)
    count = np.empty(n_cells, np.result_type(np.uint8, *(table.data for table in tables)))
    free, n_rows = np.cumsum(sizes) - sizes, 0
    for table, column in zip(tables, columns, strict=True):
        held = np.diff(table.indptr)
        place = np.repeat(free[column] - table.indptr[:-1], held) + np.arange(len(table.data))
        row[place], count[place] = table.indices + np.int32(n_rows), table.data
        free[column] += held
        n_rows += table.shape[0]
    return _columns(row, count, sizes, n_rows)


def _columns(row: np.ndarray, count: np.ndarray, sizes: np.ndarray, n_rows: int) -> csc_array:
    """Columns beside each other: of each its size, of all their rows in order and their counts."""
    from scipy.sparse import csc_array

    starts = np.zeros(len(sizes) + 1, np.int32 if len(row) < 2**31 else np.int64)
    np.cumsum(sizes, dtype=starts.dtype, out=starts[1:])
    table = csc_array(
        (locked(count), locked(row.astype(starts.dtype, copy=False)), locked(starts)), shape=(n_rows, len(sizes))
    )
    table.has_canonical_format = True
    return table


def run_lengths(ordered: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The distinct values of an array in order, which it is written over with, and how often each stands there."""
    counts, found, last = [np.zeros(0, np.uint8)], 0, 0
    for step in steps(len(ordered)):
        # What has been written over before this step is as many values or fewer: the one before it still stands there.
        values = ordered[max(step.start - 1, 0) : step.stop]
        begins = np.flatnonzero(values[1:] != values[:-1]) + max(step.start, 1)
        if step.start == 0:
            begins = np.append(0, begins)
        stop = found + len(begins)
        ordered[found:stop] = ordered[begins]
        # Where a value begins, the one before it has ended.
        counts.append(narrow(np.diff(begins, prepend=[last] if found else begins[:0])))
        found, last = stop, begins[-1] if len(begins) else last
    counts.append(narrow(np.array([len(ordered) - last])[: len(ordered)]))
    return ordered[:found], np.concatenate(counts)


def narrow(counts: np.ndarray) -> np.ndarray:
    """Counts in as few bytes as the largest needs: they are many, and stand on disk or travel from one process to another.

    A sum or product of them has to be asked for in more, lest it does not fit.
    """
    return counts.astype(np.min_scalar_type(counts.max(initial=0)))


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
