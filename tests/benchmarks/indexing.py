"""How much processor time does it take to index texts, beside others? `python -m tests.benchmarks.indexing`.

Texts are made of a seed (`--tokens`), or are the .txt files of a folder (`--folder`). `--count sequences` counts sequences
of two words: Parallax from a corpus, scikit-learn from texts, for it keeps nothing to begin from. Each job runs in a process of its
own, after a first small run that loads what it needs; the jobs take turns, and medians of processor time (all threads)
are shown with their ratio to Parallax. The floor is `wc -w`. What is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from .jobs import JOBS, load_compiled
from .large_texts import zipf_texts

NEEDS = {"scikit-learn CountVectorizer": "sklearn", "polars": "polars", "DuckDB": "duckdb"}
FLOOR = "wc -w"


def measured(counted: str, name: str, file: Path) -> dict[str, float]:
    """Run one job here: what it counted, processor seconds, and the most memory used, in bytes."""
    with file.open("rb") as opened:
        texts = pickle.load(opened)
    job = JOBS[counted][name]
    if name.startswith("parallax"):
        load_compiled()
    job(dict(islice(texts.items(), 3)))()
    timed = job(texts)
    start = time.process_time()
    tokens = timed()
    seconds = time.process_time() - start
    return {"tokens": tokens, "seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


def floor(file: Path) -> dict[str, float]:
    """`wc -w` over the same letters."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = subprocess.run(["wc", "-w", str(file)], capture_output=True, check=True, text=True).stdout.split()[0]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"tokens": int(words), "seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.indexing", description=__doc__.splitlines()[0])
    parser.add_argument("--tokens", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--count", choices=JOBS, default="words")
    parser.add_argument("--job", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.job:
        print(json.dumps(measured(asked.count, asked.job[0], Path(asked.job[1]))))
        return 0
    names = [name for name in JOBS[asked.count] if name not in NEEDS or find_spec(NEEDS[name])]
    with tempfile.TemporaryDirectory() as folder:
        pickled, plain = Path(folder) / "texts.pickle", Path(folder) / "texts.txt"
        texts = _texts(asked)
        pickled.write_bytes(pickle.dumps(texts))
        plain.write_text("\n".join(texts.values()), encoding="utf-8")
        found: dict[str, list[dict[str, float]]] = {name: [] for name in [*names, FLOOR]}
        for _ in range(asked.rounds):
            for name in names:
                command = [sys.executable, "-m", "tests.benchmarks.indexing", "--count", asked.count]
                command += ["--job", name, str(pickled)]
                found[name].append(
                    json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
                )
            found[FLOOR].append(floor(plain))
    _show(found)
    return 0


def _texts(asked: argparse.Namespace) -> dict[str, str]:
    if asked.folder is None:
        return dict(zipf_texts(asked.tokens))
    return {
        file.name: file.read_text(encoding="utf-8", errors="replace") for file in sorted(asked.folder.glob("*.txt"))
    }


def _show(found: dict[str, list[dict[str, float]]]) -> None:
    seconds = {name: statistics.median(run["seconds"] for run in runs) for name, runs in found.items()}
    for name, runs in found.items():
        ratio, memory = seconds[name] / seconds["parallax"], max(run.get("memory", 0) for run in runs)
        shown = f"{memory / 2**30:6.2f} GiB" if memory else ""
        print(f"{name:30} {runs[0]['tokens']:>12,} counted  {seconds[name]:8.2f} s  {ratio:6.2f} times  {shown}")


if __name__ == "__main__":
    raise SystemExit(main())
