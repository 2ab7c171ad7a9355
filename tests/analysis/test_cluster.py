"""Workers of dask count what one process counts, also when one of them is killed."""

import os
import signal
from pathlib import Path

import pandas as pd
import pytest

from analysis import AnalysisError, OptionError, collocates, keywords, query_frequencies, shards, variant_frequencies
from analysis.index import write_index
from analysis.index.sharing import open_shared
from analysis.search import count_hits

pytest.importorskip("distributed")

from analysis.cluster import Cluster


@pytest.fixture(scope="module")
def cluster():
    with Cluster(processes=2) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def index(corpus, tmp_path_factory):
    return write_index(corpus, tmp_path_factory.mktemp("cluster") / "five")


@pytest.fixture
def shared(index, cluster, monkeypatch):
    monkeypatch.setattr(shards, "TOKENS", 5_000)
    monkeypatch.setattr(shards, "MANY_PLACES", 0)
    shared = open_shared(index, cluster)
    assert len(shared.shard_runs) == 3
    return shared


ASKED = {
    "keywords": lambda corpus: keywords(corpus, by="author"),
    "keywords of two words": lambda corpus: keywords(corpus, n=2, minimum_count=3),
    "frequencies": lambda corpus: query_frequencies(corpus, ["trust", "the", "political trust"], draws=50),
    "without quotations": lambda corpus: query_frequencies(corpus, "trust*", quotations=False, draws=50),
    "variants": lambda corpus: variant_frequencies(corpus, "trust|confidence", draws=50),
    "collocates": lambda corpus: collocates(corpus, "trust", by="year"),
    "collocates of two words": lambda corpus: collocates(corpus, "mutual trust"),
}


@pytest.mark.parametrize("name", ASKED)
def test_workers_count_what_one_process_counts(corpus, shared, name):
    pd.testing.assert_frame_equal(ASKED[name](corpus), ASKED[name](shared))


def test_counts_of_searches_add_up(corpus, shared):
    for query in ("trust", "trust deficit", "t*"):
        assert count_hits(shared, query) == count_hits(corpus, query)


def dies_once(folder: Path, number: int) -> int:
    """A piece of work during which its process is killed, if no other was killed before."""
    if number == 3 and not (folder / "killed").exists():
        (folder / "killed").touch()
        dies()
    return number


def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_worker_is_replaced_and_its_work_done_again(cluster, tmp_path):
    assert list(cluster.each(dies_once, [(tmp_path, number) for number in range(8)])) == list(range(8))
    assert (tmp_path / "killed").exists()


def test_work_that_kills_every_worker_is_given_up(cluster):
    with pytest.raises(AnalysisError, match="workers died"):
        list(cluster.each(dies, [()]))
    assert list(cluster.each(abs, [(-1,), (2,)])) == [1, 2]


def test_a_scheduler_that_dies_is_told_and_another_is_started(tmp_path):
    with Cluster(processes=1) as cluster:
        assert list(cluster.each(abs, [(-1,)])) == [1]
        process = cluster._own
        with pytest.raises(AnalysisError, match="cannot be reached"):
            list(cluster.each(os.kill, [(process.pid, signal.SIGKILL), (process.pid, 0)]))
        assert list(cluster.each(abs, [(-1,), (-2,)])) == [1, 2]
        assert cluster._own is not process and process.wait() == -signal.SIGKILL


def test_an_error_of_the_work_comes_back_as_it_is(shared):
    with pytest.raises(OptionError, match="empty"):
        collocates(shared, "trust", left=0, right=0)


def test_a_few_places_are_looked_at_here(corpus, shared, monkeypatch):
    monkeypatch.setattr(shards, "MANY_PLACES", 10_000)
    monkeypatch.setattr(Cluster, "each", lambda *_: pytest.fail("asked for a few places"))
    pd.testing.assert_frame_equal(collocates(corpus, "trust"), collocates(shared, "trust"))
    assert count_hits(shared, "trust deficit") == count_hits(corpus, "trust deficit")


def test_a_corpus_of_one_shard_starts_no_worker(index, monkeypatch):
    monkeypatch.setattr(Cluster, "_started", lambda _: pytest.fail("started for a small corpus"))
    keywords(open_shared(index, Cluster(processes=2)))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere", "http://127.0.0.1"])
def test_a_scheduler_that_is_not_there_is_told(address, monkeypatch):
    monkeypatch.setattr("analysis.cluster.SECONDS", 0.5)
    with Cluster(scheduler=address) as cluster, pytest.raises(AnalysisError, match="No scheduler answers"):
        list(cluster.each(abs, [(1,)]))


def test_a_number_of_workers_must_be_one(monkeypatch):
    with pytest.raises(OptionError, match="1 or more"):
        Cluster(processes=0)
    monkeypatch.setattr("analysis.cluster.find_spec", lambda _: None)
    with pytest.raises(OptionError, match=r"requirements-cluster\.txt"):
        Cluster(processes=1)
