"""The command line: exhibits, reports and indexes into files, without the dashboard."""

from __future__ import annotations

import argparse
import dataclasses
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from analysis import AnalysisError, Corpus, CorpusWarning, OptionError, QueryError, load_corpus
from analysis.errors import require_one_of
from analysis.progress import Progress, silent
from analysis.workers import Workers

from .command_line import (
    chosen_ending,
    chosen_look,
    exhibit_parser,
    fields,
    file_parser,
    flag,
    takes,
    usual_value,
    workers_asked,
)
from .exhibits import EXHIBITS, make, require_exhibit
from .exhibits.options import from_words
from .export.errors import ExportError
from .export.files import write
from .export.formats import FORMATS, Look, file_of
from .export.report import compose
from .export.reports import REPORTS
from .export.session import ENDING as SESSION_ENDING
from .export.session import open_session
from .index_command import index

# What a program that calls this one can go by.
DONE, NOT_MADE, NOT_UNDERSTOOD, STOPPED = 0, 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code: 0 done, 1 not made, 2 not understood, 130 stopped by Ctrl-C."""
    name, *rest = arguments
    for stream in (sys.stdout, sys.stderr):
        # An old console has no quotation marks but straight ones; it is to show a question mark, not to stop.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        return COMMANDS[name](rest)
    except (OptionError, QueryError) as error:
        return _say(str(error), NOT_UNDERSTOOD)
    except AnalysisError as error:
        return _say(str(error), NOT_MADE)
    except KeyboardInterrupt:
        return _say("Stopped.", STOPPED)
    except BrokenPipeError:
        # The program that read from us has had enough.
        sys.stdout = None
        return NOT_MADE


def _export(arguments: list[str]) -> int:
    """`export NAME --option value …`: one exhibit into one file."""
    if not arguments or arguments[0].startswith("-"):
        file_parser("export NAME", _export.__doc__).parse_args(arguments or ["--help"])
        return _say("Name the exhibit first; python -m dashboard list shows them.", NOT_UNDERSTOOD)
    name, *rest = arguments
    require_exhibit(name)
    parser = exhibit_parser(name)
    asked = parser.parse_args(rest)
    ending, look = chosen_ending(asked.format, asked.out, "svg", FORMATS), chosen_look(asked)
    own = {field.name: getattr(asked, field.name) for field, _ in fields(name)}
    typed = {option: value for option, value in own.items() if value is not None}
    with _corpus(asked) as corpus:
        content = file_of(corpus, make(corpus, name, **from_words(name, typed)), ending, look)
    return _hand_over(content, asked.out or f"{name}.{ending}")


def _export_all(arguments: list[str]) -> int:
    """`export-all`: every exhibit, with its usual options, into a folder; what cannot be made is told and passed over."""
    parser = file_parser("export-all", _export_all.__doc__)
    parser.add_argument("--by", help="column to compare by, where an exhibit compares")
    asked = parser.parse_args(arguments)
    ending, folder, look = asked.format or "svg", Path(asked.out or "exhibits"), chosen_look(asked)
    require_one_of("format", ending, FORMATS)
    with _corpus(asked) as corpus:
        _make_folder(folder)
        failed = _export_each(corpus, asked.by, folder, ending, look)
    print(f"{len(EXHIBITS) - failed} of {len(EXHIBITS)} files in {folder}", file=sys.stderr)
    return NOT_MADE if failed else DONE


def _export_each(corpus: Corpus, by: str | None, folder: Path, ending: str, look: Look) -> int:
    """Every exhibit into a file of a folder; how many could not be made."""
    failed = 0
    for number, (name, entry) in enumerate(EXHIBITS.items(), start=1):
        compares = any(field.name == "by" for field in dataclasses.fields(entry.options))
        options = {"by": by} if by and compares else {}
        print(f"{number:3} of {len(EXHIBITS)}  {name}.{ending}", file=sys.stderr, flush=True)
        try:
            write(folder / f"{name}.{ending}", file_of(corpus, make(corpus, name, **options), ending, look))
        except AnalysisError as error:
            failed += 1
            print(f"     not made: {error}", file=sys.stderr)
    return failed


def _report(arguments: list[str]) -> int:
    """`report FILE.parallax`: the report of a saved session, in one file."""
    parser = argparse.ArgumentParser(prog="python -m dashboard report", description=_report.__doc__)
    parser.add_argument("file", help="a session, as the page Report saves it")
    parser.add_argument("--format", metavar="|".join(REPORTS), help="form (usual: as the name in --out ends, or html)")
    parser.add_argument("--out", help="file to write, or - for standard output (usual: the session's name)")
    asked = parser.parse_args(arguments)
    ending = chosen_ending(asked.format, asked.out, "html", REPORTS)
    session = open_session(asked.file)
    if not session.basket:
        raise ExportError(
            f"{Path(asked.file).name} has no exhibits in its report: add some in the dashboard, and save it again."
        )
    number = len(session.basket)
    print(f"{number} exhibit{'s' if number > 1 else ''}, as {REPORTS[ending].label}", file=sys.stderr, flush=True)
    content = REPORTS[ending].make(compose(session.corpus, session.basket, session.title or session.corpus.name))
    return _hand_over(content, asked.out or f"{Path(asked.file).stem}.{ending}")


def _list(arguments: list[str]) -> int:
    """`list`: the exhibits; `list NAME`: its options."""
    parser = argparse.ArgumentParser(prog="python -m dashboard list", description="Exhibits, or the options of one.")
    parser.add_argument("name", nargs="?", help="an exhibit, to see its options")
    name = parser.parse_args(arguments).name
    if name is None:
        width = max(map(len, EXHIBITS))
        for exhibit, entry in EXHIBITS.items():
            print(f"{exhibit:{width}}  {entry.question}")
        return DONE
    require_exhibit(name)
    print(f"{name}: {EXHIBITS[name].question}")
    for field, kind in fields(name):
        print(f"  --{flag(field.name)} {takes(kind)}  (usual: {usual_value(field.default)})")
    return DONE


def _index(arguments: list[str]) -> int:
    """`index SOURCE INDEX`: texts, however many, as a folder that opens at once."""
    index(arguments, lambda source, progress: _read(source, progress=progress, tell=False))
    return DONE


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "list": _list,
    "export": _export,
    "export-all": _export_all,
    "report": _report,
    "index": _index,
}


@contextmanager
def _corpus(asked: argparse.Namespace) -> Iterator[Corpus]:
    """The corpus that was asked for, or some of its texts, with those who are to count it."""
    with workers_asked(asked) as workers:
        corpus = _read(asked.corpus, workers)
        yield corpus.select(asked.texts) if asked.texts else corpus


def _read(path: str, workers: Workers | None = None, progress: Progress = silent, *, tell: bool = True) -> Corpus:
    """The corpus of a folder, a text, a session or an index. tell: say what could not be read."""
    if path.endswith(f".{SESSION_ENDING}"):
        corpus = open_session(path).corpus
    else:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", CorpusWarning)
            corpus = load_corpus(path, workers=workers, progress=progress)
    for problem in corpus.problems if tell else ():
        print(problem, file=sys.stderr)
    return corpus


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"{folder} cannot be made ({(error.strerror or 'refused').lower()}): choose another folder."
        ) from None


def _hand_over(content: bytes, out: str) -> int:
    if out == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write(Path(out), content)
        print(out, file=sys.stderr)
    return DONE


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
