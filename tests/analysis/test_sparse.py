"""Counts without their zeros: against a plain loop, in steps so short that they end everywhere."""

from itertools import pairwise

import numpy as np
import pytest

from analysis import sparse, stream
from analysis.sparse import count_cells, count_pairs, join, run_lengths

RANDOM = [np.random.default_rng(seed) for seed in range(40)]


@pytest.fixture(autouse=True)
def short_steps(monkeypatch):
    monkeypatch.setattr(stream, "STEP", 7)
    monkeypatch.setattr(sparse, "_BLOCK", 11)


def parts(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Parts of some units, empty ones among them."""
    starts = np.append(0, np.cumsum(random.integers(0, 6, random.integers(1, 30))))
    return starts, random.integers(0, 12, starts[-1])


def plain(starts: np.ndarray, unit: np.ndarray) -> list[list[int]]:
    return [np.bincount(unit[first:stop], minlength=12).tolist() for first, stop in pairwise(starts)]


@pytest.mark.parametrize("random", RANDOM)
def test_runs_of_equal_values_are_counted(random):
    values = np.sort(random.integers(0, random.integers(1, 40), random.integers(0, 40)).astype(np.uint64))
    distinct, counts = np.unique(values, return_counts=True)
    found = run_lengths(values)
    assert found[0].tolist() == distinct.tolist() and found[1].tolist() == counts.tolist()


def test_a_run_of_very_many_is_counted_whole():
    values, counts = run_lengths(np.repeat(np.arange(3, dtype=np.uint64), [1, 70_000, 300]))
    assert values.tolist() == [0, 1, 2] and counts.tolist() == [1, 70_000, 300]


@pytest.mark.parametrize("random", RANDOM)
def test_units_are_counted_in_each_part(random):
    starts, unit = parts(random)
    assert count_cells(starts, unit, 12).toarray().tolist() == plain(starts, unit)


@pytest.mark.parametrize("random", RANDOM)
def test_distinct_keys_are_counted_in_each_part(random):
    starts, unit = parts(random)
    keys, table = count_pairs(starts, unit.astype(np.uint64))
    assert keys.tolist() == np.unique(unit).tolist()
    whole = np.zeros((len(starts) - 1, 12), np.int64)
    whole[:, keys.astype(int)] = table.astype(np.int64).toarray()
    assert whole.tolist() == plain(starts, unit)


@pytest.mark.parametrize("random", RANDOM)
def test_tables_of_shards_are_joined_to_the_whole(random):
    shards = [parts(random) for _ in range(3)]
    counted = [count_pairs(starts, unit.astype(np.uint64)) for starts, unit in shards]
    whole = join([table for _, table in counted], [keys.astype(int) for keys, _ in counted], 12)
    assert whole.tocsr().astype(np.int64).toarray().tolist() == [row for shard in shards for row in plain(*shard)]
    assert whole.has_sorted_indices
