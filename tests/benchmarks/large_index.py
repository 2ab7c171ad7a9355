"""How long do questions to a large index take? `python -m tests.benchmarks.large_index`.

Texts are made of a seed (`--tokens`) and put on disk as an index, or an index is given (`--index`). Each question is
asked once after its files were taken out of the system's memory (cold), then several times (warm, median), in
milliseconds by the clock; the texts belong to two groups.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from analysis import Corpus, collocates, concordance, keywords
from analysis.association import score
from analysis.contingency import group_against_rest
from analysis.frequency import sparse_counts, words_by_group
from analysis.index import open_index, write_index
from analysis.metadata import group_documents
from analysis.ngrams import units
from analysis.search import count_hits

from .large_texts import zipf_texts

# The words that stand at these ranks are asked for.
RANKS = {"frequent": 0, "common": 100, "rare": 2_000}
WARM = 5


def main() -> int:
    """Ask and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.large_index", description=__doc__.splitlines()[0])
    parser.add_argument("--tokens", type=int, default=10_000_000)
    parser.add_argument("--index", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure(asked.index or _made(asked.tokens, Path(folder) / "index"))
    return 0


def _made(tokens: int, path: Path) -> Path:
    start = time.process_time()
    texts = dict(zipf_texts(tokens))
    print(f"texts made in {time.process_time() - start:.1f} s")
    start = time.process_time()
    corpus = Corpus.from_texts(texts)
    print(f"tokenised in {time.process_time() - start:.1f} s of processor time")
    start = time.process_time()
    write_index(corpus, path)
    print(f"put on disk in {time.process_time() - start:.1f} s of processor time")
    return path


def _measure(path: Path) -> None:
    forget(path)
    start = time.perf_counter()
    corpus = open_index(path)
    print(f"opened cold in {(time.perf_counter() - start) * 1000:.0f} ms: {corpus}, {len(corpus.tokens):,} tokens")
    words = _words(path)
    phrase = f"{words['common']} {words['rare']}"
    asked: dict[str, Callable[[Corpus], object]] = {}
    for kind, word in (*words.items(), ("two words", phrase)):
        asked[f"first 100 lines, {kind}"] = lambda corpus, word=word: concordance(corpus, word, context=8, limit=100)
        asked[f"hits counted, {kind}"] = lambda corpus, word=word: count_hits(corpus, word)
    asked["keyness over all words"] = _keyness
    asked["keywords, whole table"] = lambda corpus: keywords(corpus, by="side")
    for kind in ("rare", "common", "frequent"):
        asked[f"collocates, {kind}"] = lambda corpus, kind=kind: collocates(corpus, words[kind], by="side")
    asked["sequences of two words"] = lambda corpus: units(corpus, 2)
    for name, ask in asked.items():
        _show(name, path, ask)


def _words(path: Path) -> dict[str, str]:
    corpus = open_index(path)
    order = np.argsort(-corpus.words_and_numbers.totals, kind="stable")
    return {kind: str(corpus.terms[order[rank]]) for kind, rank in RANKS.items()}


def _show(name: str, path: Path, ask: Callable[[Corpus], object]) -> None:
    corpus = open_index(path)
    corpus.documents["side"] = np.where(np.arange(len(corpus.documents)) % 2, "odd", "even")
    forget(path)
    times = []
    for _ in range(WARM + 1):
        start = time.perf_counter()
        answer = ask(corpus)
        times.append((time.perf_counter() - start) * 1000)
    size = f"{answer:,}" if isinstance(answer, int) else f"{len(answer):,} rows"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{name:32} cold {times[0]:9.1f}  warm {statistics.median(times[1:]):9.1f} ms  {size:>16}  {memory:6.2f} GiB")


def _keyness(corpus: Corpus) -> np.ndarray:
    """G2 and log ratio of every word, from counts that are kept."""
    groups = group_documents(corpus.documents, "side")
    counts = sparse_counts(groups, corpus.words_and_numbers).toarray()
    cells = group_against_rest(counts, words_by_group(corpus, groups), 0)
    return score("log_likelihood", *cells) + score("log_ratio", *cells)


def forget(path: Path) -> None:
    """Take the files of an index out of the system's memory, where it can be told so."""
    if hasattr(os, "posix_fadvise"):
        for file in path.iterdir():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    raise SystemExit(main())
