"""Reading ahead changes nothing but the time."""

import mmap

import numpy as np
import pytest

from analysis.read_ahead import read_ahead


@pytest.mark.parametrize("offset", [0, 128, 5_000])
def test_pages_that_hold_the_places_are_asked_for(tmp_path, offset, monkeypatch):
    file = tmp_path / "numbers"
    np.arange(100_000, dtype=np.int32).tofile(file)
    array = np.asarray(np.memmap(file, np.int32, "r", offset=offset))
    asked = []

    class Told:
        """The same memory, which notes what it is told."""

        def __init__(self, mapped):
            self.mapped = mapped

        def __len__(self):
            return len(self.mapped)

        def __buffer__(self, flags):
            return memoryview(self.mapped)

        def madvise(self, option, start, length):
            assert option == mmap.MADV_WILLNEED and start % mmap.PAGESIZE == 0
            asked.append(start // mmap.PAGESIZE)

    mapped = array.base._mmap
    told = Told(mapped)
    monkeypatch.setattr(
        "analysis.read_ahead.np.frombuffer", lambda _buffer, kind: np.ndarray(len(mapped), kind, mapped)
    )
    monkeypatch.setattr(array.base, "_mmap", told)
    places = np.array([0, 1, 90_000, 40_000, 0])
    read_ahead(array, places)
    first = offset - offset % mmap.ALLOCATIONGRANULARITY
    assert asked == sorted({(offset - first + 4 * place) // mmap.PAGESIZE for place in places.tolist()})
    assert array[1] == 1 + offset // 4


def test_an_array_in_memory_is_left_alone():
    read_ahead(np.arange(5), np.array([1, 7_000]))
    read_ahead(np.arange(10)[2:], np.array([1]))
