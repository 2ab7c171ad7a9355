"""Places of an array on disk that are about to be looked at: fetched all at once, not one after the other."""

from __future__ import annotations

import mmap

import numpy as np

# Of more places than this the array is read anyway.
_MOST = 20_000


def read_ahead(array: np.ndarray, places: np.ndarray) -> None:
    """Tell the system that it will be asked for these places of an array. Nothing where the array is in memory."""
    mapped = getattr(array.base, "_mmap", None)
    if mapped is None or not hasattr(mapped, "madvise") or len(places) > _MOST:
        return
    begin = _address(array) - _address(np.frombuffer(mapped, np.uint8))
    pages = (begin + np.asarray(places, np.int64) * array.itemsize) // mmap.PAGESIZE
    for page in sorted(set(pages.tolist())):
        if 0 <= page * mmap.PAGESIZE < len(mapped):
            mapped.madvise(mmap.MADV_WILLNEED, page * mmap.PAGESIZE, 1)


def _address(array: np.ndarray) -> int:
    return array.__array_interface__["data"][0]
