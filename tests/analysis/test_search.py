"""Hits of several sequences as one list, and hits that come part by part."""

import numpy as np
import pytest

from analysis import Corpus, any_of, concordance, find, search
from analysis.hits import Hits, longest
from analysis.index import open_index, write_index
from analysis.search import Search, count_hits, every_hit, some_hits

QUERIES = [
    "trust", "the", "trust deficit", "cooperat*", "/win.*/", "community (of|with a) shared future", "of the", "nowhere",
    "the|of the|the world",
]  # fmt: skip


def rows(hits: Hits) -> list[tuple[int, int, int]]:
    return list(zip(hits.position.tolist(), hits.length.tolist(), hits.sequence.tolist(), strict=True))


def one_by_one(found: list[Hits]) -> list[tuple[int, int, int]]:
    """The rule in its plainest form."""
    kept, end = [], -1
    for row in sorted((row for hits in found for row in rows(hits)), key=lambda row: (row[0], -row[1])):
        if row[0] >= end:
            kept.append(row)
            end = row[0] + row[1]
    return kept


@pytest.mark.parametrize("seed", range(40))
def test_the_longest_hit_is_kept_at_each_place(seed):
    dice = np.random.default_rng(seed)
    found = []
    for number in range(dice.integers(1, 4)):
        position = np.sort(dice.choice(60, dice.integers(0, 25), replace=False))
        found.append(Hits(position, dice.integers(1, 5, len(position)), np.full(len(position), number)))
    assert rows(longest(found)) == one_by_one(found)


@pytest.fixture(scope="module")
def indexed(corpus, tmp_path_factory):
    return open_index(write_index(corpus, tmp_path_factory.mktemp("hits") / "five"))


@pytest.mark.parametrize("look_up", [0, 10, 2_000, 1 << 21])
@pytest.mark.parametrize("text", QUERIES)
def test_an_index_finds_what_the_texts_hold(corpus, indexed, text, look_up, monkeypatch):
    monkeypatch.setattr("analysis.contents.LOOK_UP", look_up)
    monkeypatch.setattr(search, "PART", 1000)
    expected = rows(find(corpus, text))
    assert rows(find(indexed, text)) == expected
    assert count_hits(indexed, text) == count_hits(corpus, text) == len(expected)
    for first, limit in ((0, 5), (3, 40), (len(expected) - 1, 9), (len(expected) + 5, 1), (0, 0)):
        first = max(first, 0)
        assert rows(some_hits(indexed, text, first, limit)) == expected[first : first + limit]
        assert rows(some_hits(corpus, text, first, limit)) == expected[first : first + limit]


@pytest.mark.parametrize("step", [1, 2, 7, 1_000])
@pytest.mark.parametrize("text", QUERIES)
def test_every_so_many_th_hit_is_an_even_choice(corpus, indexed, text, step, monkeypatch):
    monkeypatch.setattr(search, "PART", 1000)
    expected = rows(find(corpus, text))[::step]
    assert rows(every_hit(indexed, text, step)) == rows(every_hit(corpus, text, step)) == expected


def test_exceptions_hold_part_by_part(corpus, indexed, monkeypatch):
    monkeypatch.setattr(search, "PART", 500)
    wanted = any_of(["trust*", "the"], ["trust deficit", "the world"])
    assert rows(some_hits(indexed, wanted, 10, 50)) == rows(find(corpus, wanted))[10:60]


def test_parts_are_whole_texts(monkeypatch):
    corpus = Corpus.from_texts({"a": "one two three", "b": "", "c": "one", "d": "two " * 9, "e": "three four"})
    monkeypatch.setattr(search, "PART", 4)
    assert list(Search(corpus, "one").parts()) == [(0, 4), (4, 13), (13, 15)]
    assert list(Search(Corpus.from_texts({"a": ""}), "one").parts()) == []


@pytest.mark.parametrize("sort", ["text", "R1"])
def test_a_page_of_a_concordance_is_a_part_of_it(corpus, sort):
    whole = concordance(corpus, "trust", sort=sort)
    page = concordance(corpus, "trust", sort=sort, first=7, limit=5)
    assert page.equals(whole.iloc[7:12].reset_index(drop=True))
    assert len(concordance(corpus, "trust", sort=sort, first=len(whole), limit=5)) == 0
