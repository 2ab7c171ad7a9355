"""Numbers put in order, as numpy does it and digit by digit: the same."""

import numpy as np
import pytest

from analysis import ordering
from analysis.ngrams import count_sequences
from analysis.ordering import put_in_order

pytest.importorskip("numba")
RANDOM = [np.random.default_rng(seed) for seed in range(30)]


@pytest.fixture(params=["plain", "compiled"])
def way(request, monkeypatch):
    monkeypatch.setattr(ordering, "COMPILED_FROM", 1 if request.param == "compiled" else 10**9)
    monkeypatch.setattr(ordering, "digits_are_faster", lambda: True)


@pytest.mark.parametrize("random", RANDOM)
def test_numbers_of_any_size_are_put_in_order(way, random):
    numbers = random.integers(0, 2 ** int(random.integers(0, 65)), random.integers(0, 3000), np.uint64)
    expected = sorted(numbers.tolist())
    put_in_order(numbers)
    assert numbers.tolist() == expected


@pytest.mark.parametrize("random", RANDOM)
def test_numbers_that_are_in_order_by_their_last_bits_are_put_in_order(way, random):
    low = int(random.integers(1, 20))
    numbers = np.sort(random.integers(0, 2**low, 2000, np.uint64))
    numbers |= random.integers(0, 300, len(numbers), np.uint64) << np.uint64(low)
    expected = sorted(numbers.tolist())
    put_in_order(numbers, low=low)
    assert numbers.tolist() == expected


@pytest.mark.parametrize("numbers", [[], [0, 0, 0], [2**64 - 1, 0, 2**63]])
def test_the_least_and_the_greatest_have_their_places(way, numbers):
    found = np.array(numbers, np.uint64)
    put_in_order(found)
    assert found.tolist() == sorted(numbers)


def test_few_numbers_do_without_the_compiled_way(monkeypatch):
    monkeypatch.setattr(ordering, "compiled_available", lambda: pytest.fail("asked for a few numbers"))
    put_in_order(np.arange(10, dtype=np.uint64)[::-1].copy())


@pytest.mark.parametrize("faster", ["digits", "numpy"])
def test_the_way_that_is_faster_here_is_taken(monkeypatch, faster):
    taken = []
    monkeypatch.setattr(ordering, "COMPILED_FROM", 1)
    monkeypatch.setattr(ordering, "_seconds", lambda sort, _: (sort is np.ndarray.sort) == (faster == "digits"))
    monkeypatch.setattr("analysis.radix_sort.sort_by_digits", lambda *_: taken.append("digits"))
    ordering.digits_are_faster.cache_clear()
    put_in_order(np.arange(9, dtype=np.uint64))
    ordering.digits_are_faster.cache_clear()
    assert taken == ["digits"] * (faster == "digits")


def test_which_way_is_faster_is_tried_with_numbers_that_both_put_in_order(monkeypatch):
    put = []

    def tried(sort, numbers):
        numbers = numbers.copy()
        sort(numbers)
        put.append(numbers)
        return 0.0

    monkeypatch.setattr(ordering, "_seconds", tried)
    ordering.digits_are_faster.cache_clear()
    ordering.digits_are_faster()
    ordering.digits_are_faster.cache_clear()
    assert np.array_equal(*put) and (np.diff(put[0].astype(np.int64)) >= 0).all()


@pytest.mark.parametrize("n", [2, 3])
@pytest.mark.parametrize("parts", ["documents", "paragraphs"])
def test_sequences_are_the_same_either_way(corpus, monkeypatch, n, parts):
    terms, table = count_sequences(corpus, n, parts)
    monkeypatch.setattr(ordering, "COMPILED_FROM", 1)
    monkeypatch.setattr(ordering, "digits_are_faster", lambda: True)
    compiled_terms, compiled_table = count_sequences(corpus, n, parts)
    assert np.array_equal(terms, compiled_terms) and (table != compiled_table).nnz == 0
