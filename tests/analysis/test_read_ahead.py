"""Reading ahead changes nothing but the time."""

import mmap

import numpy as np
import pytest

from analysis.read_ahead import read_ahead, read_run_ahead, scattered


class Told:
    """The memory of a file, which notes what it is told."""

    def __init__(self, mapped):
        self.mapped, self.asked = mapped, []

    def __len__(self):
        return len(self.mapped)

    def madvise(self, *asked):
        self.asked.append(asked)


@pytest.fixture
def on_disk(tmp_path, monkeypatch):
    """Numbers in a file, from an offset on, and what is told of it."""

    def made(offset):
        file = tmp_path / "numbers"
        np.arange(100_000, dtype=np.int32).tofile(file)
        array = np.asarray(np.memmap(file, np.int32, "r", offset=offset))
        mapped = array.base._mmap
        monkeypatch.setattr(
            "analysis.read_ahead.np.frombuffer", lambda _buffer, kind: np.ndarray(len(mapped), kind, mapped)
        )
        told = Told(mapped)
        monkeypatch.setattr(array.base, "_mmap", told)
        return array, told.asked

    return made


def page(offset, place):
    return (offset % mmap.ALLOCATIONGRANULARITY + 4 * place) // mmap.PAGESIZE


@pytest.mark.parametrize("offset", [0, 128, 5_000])
def test_pages_that_hold_the_places_are_asked_for(on_disk, offset):
    array, asked = on_disk(offset)
    places = np.array([0, 1, 90_000, 40_000, 0])
    read_ahead(array, places)
    pages = sorted({page(offset, place) for place in places.tolist()})
    assert asked == [(mmap.MADV_WILLNEED, number * mmap.PAGESIZE, 1) for number in pages]
    assert array[1] == 1 + offset // 4


@pytest.mark.parametrize("offset", [0, 128, 5_000])
@pytest.mark.parametrize(("first", "stop"), [(0, 1), (1_000, 1_030), (5_000, 80_000)])
def test_a_run_is_asked_for_at_once(on_disk, offset, first, stop):
    array, asked = on_disk(offset)
    read_run_ahead(array, first, stop)
    (option, begin, size), *others = asked
    assert (option, others) == (mmap.MADV_WILLNEED, [])
    assert begin == page(offset, first) * mmap.PAGESIZE
    assert (begin + size - 1) // mmap.PAGESIZE == page(offset, stop - 1)
    read_run_ahead(array, 7, 7)
    assert len(asked) == 1


def test_what_is_looked_at_here_and_there_is_told_so_only_meanwhile(on_disk):
    array, asked = on_disk(0)
    with pytest.raises(ZeroDivisionError), scattered(array):
        assert asked == [(mmap.MADV_RANDOM,)]
        raise ZeroDivisionError
    assert asked[1:] == [(mmap.MADV_NORMAL,)]


def test_the_file_itself_takes_it(tmp_path):
    np.save(tmp_path / "numbers.npy", np.arange(100_000))
    array = np.asarray(np.load(tmp_path / "numbers.npy", mmap_mode="r"))
    with scattered(array[50_000:]):
        read_ahead(array, np.array([3, 99_999]))
        read_run_ahead(array, 10, 100_000)
        assert array[99_999] == 99_999


def test_an_array_in_memory_is_left_alone():
    array = np.arange(10)[2:]
    with scattered(array):
        read_ahead(array, np.array([1, 7_000]))
        read_run_ahead(array, 0, 5)
