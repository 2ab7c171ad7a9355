"""What do workers cost and save, and do they find the same? `python -m tests.benchmarks.workers`.

A folder of texts is made of a seed (`--tokens`) and indexed, and the index is asked, by one process and by workers of
dask; once with a worker killed half way. Each run is a process of its own. Shown are the time by the clock, processor
time of all processes (with what starting the workers costs, which is also measured alone), its ratio to one process,
and two digests, of every byte of the index and of every answer, which must be the same.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from analysis import Corpus, collocates, keywords, load_corpus, query_frequencies
from analysis.cluster import Cluster
from analysis.index import build_index
from analysis.ngrams import units
from analysis.workers import ThisProcess, Workers

from .large_texts import zipf_texts

AUTHORS, YEARS = 5, range(2014, 2025)


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.workers", description=__doc__.splitlines()[0])
    parser.add_argument("--tokens", type=int, default=20_000_000)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2, 4])
    parser.add_argument("--run", nargs=3, metavar=("FOLDER", "WORKERS", "KILL"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        print(json.dumps(measured(Path(asked.run[0]), int(asked.run[1]), kill=asked.run[2] == "True")))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        write_texts(Path(folder), asked.tokens)
        plans = [(0, False), *((count, False) for count in asked.workers), (max(asked.workers, default=1), True)]
        found = [(plan, _run(folder, *plan)) for plan in plans]
    alone = found[0][1]
    for (count, kill), seen in found:
        name = f"{count} workers{', one killed' if kill else ''}" if count else "one process"
        print(
            f"{name:24} {seen['clock']:7.1f} s by the clock  {seen['processor']:7.1f} s of processor time  "
            f"{(seen['processor'] - seen['start']) / alone['processor']:5.2f} times, and {seen['start']:4.1f} s to start  "
            f"index {seen['index'][:12]}  answers {seen['answers'][:12]}"
        )
    return len({(seen["index"], seen["answers"]) for _, seen in found}) - 1


def write_texts(folder: Path, tokens: int) -> None:
    """The texts as files named by author and year."""
    for number, (name, words) in enumerate(zipf_texts(tokens)):
        file = folder / f"author{number % AUTHORS}_{YEARS[number % len(YEARS)]}_{name}.txt"
        file.write_text(words, encoding="utf-8")


def _run(folder: str, count: int, kill: bool) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.benchmarks.workers", "--run", folder, str(count), str(kill)]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def measured(folder: Path, count: int, *, kill: bool) -> dict[str, object]:
    """Index the texts and ask, here or by so many workers."""
    # What one process loads before it begins is no part of its work, so what workers load is none of theirs.
    _load(0)
    start = 0.0
    if count:
        before = _processor_time()
        with Cluster(processes=count) as cluster:
            list(cluster.each(_load, [(number,) for number in range(4 * count)]))
        start = _processor_time() - before
    before, clock = _processor_time(), time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as out,
        Cluster(processes=count) if count else contextlib.nullcontext() as cluster,
    ):
        workers = cluster or ThisProcess()
        path = build_index(folder, Path(out) / "index", workers=workers, progress=_killer(workers) if kill else _quiet)
        index = json.loads((path / "manifest.json").read_text(encoding="utf-8"))["blake2b"]
        answers = digest_of_answers(load_corpus(path, workers=cluster))
    seconds = time.perf_counter() - clock
    return {
        "clock": seconds, "processor": _processor_time() - before, "start": start, "index": index, "answers": answers,
    }  # fmt: skip


def _processor_time() -> float:
    """Of this process and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _load(number: int) -> int:
    """What is loaded before the first piece of work. number: of the call, for each worker has some."""
    import analysis
    from analysis.index import build_index, sharing

    from .jobs import load_compiled

    load_compiled()
    return number + len((analysis.__name__, build_index.__name__, sharing.__name__))


def _quiet(_what: str, _share: float) -> None: ...


def _killer(workers: Workers) -> Callable[[str, float], None]:
    """Kill a worker when half of the files are read."""
    killed = []

    def told(what: str, share: float) -> None:
        if what == "Files read" and share >= 0.5 and not killed:
            killed.append(next(iter(workers.each(os.getpid, [()]))))
            os.kill(killed[0], signal.SIGKILL)

    return told


def digest_of_answers(corpus: Corpus) -> str:
    """What a corpus answers to questions that its shards share, as a digest of every digit."""
    counted = units(corpus, 2)
    most = corpus.words_and_numbers.totals.argsort(kind="stable")[::-1]
    frequent, common, rare = (str(corpus.terms[most[rank]]) for rank in (0, 100, 2_000))
    tables = [
        keywords(corpus, by="author"),
        query_frequencies(corpus, [common, rare, f"{frequent} {common}"], by="year", draws=20),
        *(collocates(corpus, word, by="author") for word in (frequent, common, rare)),
    ]
    found = hashlib.sha256()
    for table in tables:
        found.update(table.to_csv(index=False).encode())
    for array in (counted.terms, counted.by_document.data, counted.by_document.indices, counted.by_document.indptr):
        found.update(array.astype("int64").tobytes())
    return found.hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
