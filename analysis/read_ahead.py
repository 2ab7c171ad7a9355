"""Places of an array on disk that are about to be looked at: fetched all at once, not one after the other."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

# Of more places than this the array is read anyway.
_MOST = 20_000


def read_ahead(array: np.ndarray, places: np.ndarray) -> None:
    """Tell the system that it will be asked for these places of an array. Nothing where the array is in memory."""
    mapped = _mapped(array)
    if mapped is None or len(places) > _MOST:
        return
    for page in sorted(set(_pages(array, mapped, places).tolist())):
        if 0 <= page * mmap.PAGESIZE < len(mapped):
            mapped.madvise(mmap.MADV_WILLNEED, page * mmap.PAGESIZE, 1)


def read_run_ahead(array: np.ndarray, first: int, stop: int) -> None:
    """Tell the system that it will be asked for this run of an array. Nothing where the array is in memory."""
    mapped = _mapped(array)
    if mapped is None or stop <= first:
        return
    begin, end = (_pages(array, mapped, [first, stop - 1]) * mmap.PAGESIZE).tolist()
    mapped.madvise(mmap.MADV_WILLNEED, begin, end + 1 - begin)


@contextmanager
def scattered(array: np.ndarray) -> Iterator[None]:
    """While an array is looked at here and there, nothing that stands around these places is fetched from disk.

    A system that expects the whole to be read may fetch megabytes at each. Nothing where the array is in memory.
    """
    mapped = _mapped(array)
    if mapped is None:
        yield
        return
    mapped.madvise(mmap.MADV_RANDOM)
    try:
        yield
    finally:
        mapped.madvise(mmap.MADV_NORMAL)


def _mapped(array: np.ndarray) -> mmap.mmap | None:
    """The file that an array stands in, where the system can be told something of it."""
    mapped = getattr(array.base, "_mmap", None)
    return mapped if hasattr(mapped, "madvise") else None


def _pages(array: np.ndarray, mapped: mmap.mmap, places: np.ndarray | list[int]) -> np.ndarray:
    """The pages of the file that hold these places."""
    begin = _address(array) - _address(np.frombuffer(mapped, np.uint8))
    return (begin + np.asarray(places, np.int64) * array.itemsize) // mmap.PAGESIZE


def _address(array: np.ndarray) -> int:
    return array.__array_interface__["data"][0]
