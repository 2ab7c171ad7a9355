"""The command `index`: texts, however many, as a folder that opens at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from analysis import Corpus, OptionError, load_corpus
from analysis.index import build_index, check_index, is_index, write_index
from analysis.progress import Progress
from analysis.workers import ThisProcess

from .command_line import add_workers, workers_asked


def index(arguments: list[str], read: Callable[[str, Progress], Corpus]) -> None:
    """`index SOURCE INDEX`: texts, however many, as a folder that opens at once.

    read: what a source that is no folder of texts is read with.
    """
    parser = argparse.ArgumentParser(prog="python -m dashboard index", description=index.__doc__.splitlines()[0])
    parser.add_argument("source", help="folder of texts, one text, or a .parallax file; with --check an index")
    parser.add_argument("index", nargs="?", help="folder to make; an index that is there already is replaced")
    parser.add_argument("--check", action="store_true", help="compare every byte of an index with what was noted of it")
    add_workers(parser, "who read the texts")
    asked = parser.parse_args(arguments)
    if asked.check:
        check_index(Path(asked.source))
        print(f"{asked.source} is whole.", file=sys.stderr)
        return
    if asked.index is None:
        raise OptionError("Name the folder that the index is to be: index SOURCE INDEX.")
    if Path(asked.source).is_dir() and not is_index(Path(asked.source)):
        with workers_asked(asked) as workers:
            build_index(asked.source, asked.index, workers=workers or ThisProcess(), progress=_show_progress)
    else:
        write_index(read(asked.source, _show_progress), asked.index)
    made = load_corpus(asked.index)
    for problem in made.problems:
        print(problem, file=sys.stderr)
    size, texts = len(made.tokens), len(made.documents)
    print(f"{asked.index}: {texts:,} texts, {size:,} tokens, {len(made.terms):,} terms", file=sys.stderr)


def _show_progress(what: str, share: float) -> None:
    """On a screen, one line that is written over and over; in a file nothing."""
    if sys.stderr.isatty():
        print(f"\r{what}: {share:4.0%}", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)
