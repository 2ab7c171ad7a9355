"""The command line: exhibits and reports into files, without the dashboard."""

from __future__ import annotations

import argparse
import dataclasses
import sys
import textwrap
import typing
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from analysis import AnalysisError, Corpus, CorpusWarning, OptionError, QueryError, load_corpus
from analysis.errors import require_one_of

from .exhibits import EXHIBITS, make, require_exhibit
from .exhibits.options import from_words
from .export.errors import ExportError
from .export.figure.sizes import DPI, SIZES
from .export.files import write
from .export.formats import FORMATS, Look, file_of
from .export.report import compose
from .export.reports import REPORTS
from .export.session import ENDING as SESSION_ENDING
from .export.session import open_session

TEXTS = Path(__file__).parents[1] / "data" / "texts"
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
        _parser("export", "export NAME").parse_args(arguments or ["--help"])
        return _say("Name the exhibit first; python -m dashboard list shows them.", NOT_UNDERSTOOD)
    name, *rest = arguments
    require_exhibit(name)
    parser = _exhibit_parser(name)
    asked = vars(parser.parse_args(rest))
    ending = _ending(asked.pop("format"), asked["out"], "svg", FORMATS)
    corpus, look = _corpus(asked.pop("corpus"), asked.pop("texts")), _look(asked)
    out = asked.pop("out") or f"{name}.{ending}"
    typed = {option: value for option, value in asked.items() if value is not None}
    content = file_of(corpus, make(corpus, name, **from_words(name, typed)), ending, look)
    return _hand_over(content, out)


def _export_all(arguments: list[str]) -> int:
    """`export-all`: every exhibit, with its usual options, into a folder; what cannot be made is told and passed over."""
    parser = _parser("export-all", "export-all")
    parser.add_argument("--by", help="column to compare by, where an exhibit compares")
    asked = vars(parser.parse_args(arguments))
    ending, folder = asked["format"] or "svg", Path(asked["out"] or "exhibits")
    corpus, look = _corpus(asked["corpus"], asked["texts"]), _look(asked)
    require_one_of("format", ending, FORMATS)
    _make_folder(folder)
    failed = 0
    for number, (name, entry) in enumerate(EXHIBITS.items(), start=1):
        compares = any(field.name == "by" for field in dataclasses.fields(entry.options))
        options = {"by": asked["by"]} if asked["by"] and compares else {}
        print(f"{number:3} of {len(EXHIBITS)}  {name}.{ending}", file=sys.stderr, flush=True)
        try:
            write(folder / f"{name}.{ending}", file_of(corpus, make(corpus, name, **options), ending, look))
        except AnalysisError as error:
            failed += 1
            print(f"     not made: {error}", file=sys.stderr)
    print(f"{len(EXHIBITS) - failed} of {len(EXHIBITS)} files in {folder}", file=sys.stderr)
    return NOT_MADE if failed else DONE


def _report(arguments: list[str]) -> int:
    """`report FILE.parallax`: the report of a saved session, in one file."""
    parser = argparse.ArgumentParser(prog="python -m dashboard report", description=_report.__doc__)
    parser.add_argument("file", help="a session, as the page Report saves it")
    parser.add_argument("--format", metavar="|".join(REPORTS), help="form (usual: as the name in --out ends, or html)")
    parser.add_argument("--out", help="file to write, or - for standard output (usual: the session's name)")
    asked = parser.parse_args(arguments)
    ending = _ending(asked.format, asked.out, "html", REPORTS)
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
    for field, kind in _fields(name):
        print(f"  --{_flag(field.name)} {_takes(kind)}  (usual: {_usual(field.default)})")
    return DONE


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "list": _list,
    "export": _export,
    "export-all": _export_all,
    "report": _report,
}


def _parser(name: str, usage: str) -> argparse.ArgumentParser:
    """What every command that makes files takes."""
    parser = argparse.ArgumentParser(prog=f"python -m dashboard {usage}", description=COMMANDS[name].__doc__)
    parser.add_argument(
        "--format", metavar="|".join(FORMATS), help="kind of file (usual: as the name in --out ends, or svg)"
    )
    parser.add_argument("--out", help="file to write, or - for standard output; with export-all a folder")
    parser.add_argument(
        "--corpus", default=str(TEXTS), help="folder of texts, one text, or a .parallax file (usual: the bundled texts)"
    )
    parser.add_argument("--texts", nargs="+", action="extend", metavar="ID", help="only these texts of the corpus")
    parser.add_argument(
        "--size", default="double", metavar="|".join(SIZES), help="size of a figure on paper (usual: double)"
    )
    parser.add_argument("--dpi", default=str(DPI), help=f"dots an inch of a PNG (usual: {DPI})")
    return parser  # fmt: skip


def _exhibit_parser(name: str) -> argparse.ArgumentParser:
    """The parser of one exhibit, with an argument for each of its options."""
    parser = _parser("export", f"export {name}")
    group = parser.add_argument_group(f"options of {name}")
    for field, kind in _fields(name):
        several = typing.get_origin(kind) is tuple
        group.add_argument(
            f"--{_flag(field.name)}",
            dest=field.name,
            metavar=_takes(kind),
            # A value that begins with a dash can only be tied to the name, which then stands once a value.
            **(
                {"nargs": "*", "action": "extend"}
                if several
                else {"nargs": "?", "const": "true"}
                if kind is bool
                else {}
            ),
            help=f"usual: {_usual(field.default)}".replace("%", "%%"),
        )
    return parser


def _fields(name: str) -> list[tuple[dataclasses.Field, object]]:
    options = EXHIBITS[name].options
    kinds = typing.get_type_hints(options)
    return [(field, kinds[field.name]) for field in dataclasses.fields(options)]


def _flag(option: str) -> str:
    return option.replace("_", "-")


def _takes(kind: object) -> str:
    if typing.get_origin(kind) is typing.Literal:
        return "|".join(map(str, typing.get_args(kind)))
    if typing.get_origin(kind) is tuple:
        return "VALUE"
    return {bool: "true|false", int: "NUMBER", float: "NUMBER"}.get(kind, "WORDS")


def _usual(default: object) -> str:
    if isinstance(default, tuple):
        return ", ".join(map(str, default)) or "none"
    return str(default).lower() if isinstance(default, bool) else textwrap.shorten(str(default), 60) or "nothing"


def _corpus(path: str, texts: list[str] | None) -> Corpus:
    """The corpus of a folder, a text or a session, or some of its texts; what could not be read is told."""
    if path.endswith(f".{SESSION_ENDING}"):
        corpus = open_session(path).corpus
    else:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", CorpusWarning)
            corpus = load_corpus(path)
    for problem in corpus.problems:
        print(problem, file=sys.stderr)
    return corpus.select(texts) if texts else corpus


def _ending(asked: str | None, out: str | None, usual: str, offered: Mapping[str, object]) -> str:
    """The kind of file: what is asked for, else what the file's name says."""
    named = Path(out).suffix.lstrip(".").lower() if out else ""
    ending = asked or (named if named in offered else usual)
    require_one_of("format", ending, offered)
    return ending


def _look(asked: dict[str, object]) -> Look:
    size, dpi = asked.pop("size"), asked.pop("dpi")
    require_one_of("size", size, SIZES)
    if not dpi.isdecimal():
        raise OptionError(f"dpi must be a whole number; not {dpi!r}.")
    return Look(size, int(dpi))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AnalysisError(
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
