"""The shards of an index, counted by workers who open it themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from ..errors import CorpusError
from ..shards import Shard
from ..workers import Workers
from .opening import open_index

Partial = TypeVar("Partial")


@dataclass(frozen=True)
class IndexWorkers:
    """Workers who see the folder of an index."""

    folder: Path
    workers: Workers

    def each(self, corpus: Shard, count: Callable[..., Partial], options: tuple[object, ...]) -> Iterable[Partial]:
        """`count(shard, *options)` of each shard of the corpus of the index, in their order."""
        pieces = [(str(self.folder), corpus.contents.fingerprint, run, count, options) for run in corpus.shard_runs]
        return self.workers.each(count_in_shard, pieces)


def open_shared(path: str | Path, workers: Workers) -> Shard:
    """As `open_index`; the shards of the corpus are counted by workers, who must find the folder under the same name."""
    corpus = open_index(path)
    corpus.workers = IndexWorkers(Path(path).resolve(), workers)
    return corpus


def count_in_shard(
    folder: str, fingerprint: str, run: tuple[int, int], count: Callable[..., Partial], options: tuple[object, ...]
) -> Partial:
    """`count` of one shard, in the process of a worker."""
    return count(_part(folder, fingerprint, run), *options)


@lru_cache(maxsize=8)
def _part(folder: str, fingerprint: str, run: tuple[int, int]) -> Shard:
    """A shard, kept for the next question with what was worked out of it."""
    return _opened(folder, fingerprint).part(*run)


@lru_cache(maxsize=1)
def _opened(folder: str, fingerprint: str) -> Shard:
    """The corpus of an index, kept from one piece of work to the next."""
    corpus = open_index(folder)
    if corpus.contents.fingerprint != fingerprint:
        raise CorpusError(f"The index {Path(folder).name} was made anew while it was open: open it again.")
    return corpus
