"""What the commands take: arguments for files, and one argument for each option of an exhibit."""

from __future__ import annotations

import argparse
import dataclasses
import textwrap
import typing
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from analysis import OptionError
from analysis.cluster import Cluster
from analysis.errors import require_one_of

from .exhibits import EXHIBITS
from .export.figure.sizes import DPI, SIZES
from .export.formats import FORMATS, Look

TEXTS = Path(__file__).parents[1] / "data" / "texts"


def file_parser(usage: str, description: str) -> argparse.ArgumentParser:
    """What every command that makes files of exhibits takes."""
    parser = argparse.ArgumentParser(prog=f"python -m dashboard {usage}", description=description)
    parser.add_argument(
        "--format", metavar="|".join(FORMATS), help="kind of file (usual: as the name in --out ends, or svg)"
    )
    parser.add_argument("--out", help="file to write, or - for standard output; with export-all a folder")
    parser.add_argument(
        "--corpus",
        default=str(TEXTS),
        help="folder of texts, one text, a .parallax file or an index (usual: the bundled texts)",
    )
    parser.add_argument("--texts", nargs="+", action="extend", metavar="ID", help="only these texts of the corpus")
    parser.add_argument(
        "--size", default="double", metavar="|".join(SIZES), help="size of a figure on paper (usual: double)"
    )
    add_workers(parser, "that count the shards of an index")
    parser.add_argument("--dpi", default=str(DPI), help=f"dots an inch of a PNG (usual: {DPI})")
    return parser


def exhibit_parser(name: str) -> argparse.ArgumentParser:
    """The parser of one exhibit, with an argument for each of its options."""
    parser = file_parser(f"export {name}", EXHIBITS[name].question)
    group = parser.add_argument_group(f"options of {name}")
    for field, kind in fields(name):
        group.add_argument(
            f"--{flag(field.name)}",
            dest=field.name,
            metavar=takes(kind),
            **_values(kind),
            help=f"usual: {usual_value(field.default)}".replace("%", "%%"),
        )
    return parser


def _values(kind: object) -> dict[str, object]:
    """How many values an argument has. One that begins with a dash can only be tied to the name, which then stands
    once a value."""
    if typing.get_origin(kind) is tuple:
        return {"nargs": "*", "action": "extend"}
    return {"nargs": "?", "const": "true"} if kind is bool else {}


def fields(name: str) -> list[tuple[dataclasses.Field, object]]:
    """The options of an exhibit, each with its type."""
    options = EXHIBITS[name].options
    kinds = typing.get_type_hints(options)
    return [(field, kinds[field.name]) for field in dataclasses.fields(options)]


def flag(option: str) -> str:
    """An option as it is typed, without its dashes."""
    return option.replace("_", "-")


def takes(kind: object) -> str:
    """What kind of value an option takes, in a word."""
    if typing.get_origin(kind) is typing.Literal:
        return "|".join(map(str, typing.get_args(kind)))
    if typing.get_origin(kind) is tuple:
        return "VALUE"
    return {bool: "true|false", int: "NUMBER", float: "NUMBER"}.get(kind, "WORDS")


def usual_value(default: object) -> str:
    """What an option is when nothing is said of it."""
    if isinstance(default, tuple):
        return ", ".join(map(str, default)) or "none"
    return str(default).lower() if isinstance(default, bool) else textwrap.shorten(str(default), 60) or "nothing"


def chosen_ending(asked: str | None, out: str | None, usual: str, offered: Mapping[str, object]) -> str:
    """The kind of file: what is asked for, else what the file's name says."""
    named = Path(out).suffix.lstrip(".").lower() if out else ""
    ending = asked or (named if named in offered else usual)
    require_one_of("format", ending, offered)
    return ending


def chosen_look(asked: argparse.Namespace) -> Look:
    """Size and dots an inch."""
    require_one_of("size", asked.size, SIZES)
    if not asked.dpi.isdecimal():
        raise OptionError(f"dpi must be a whole number; not {asked.dpi!r}.")
    return Look(asked.size, int(asked.dpi))


def add_workers(parser: argparse.ArgumentParser, what_for: str) -> None:
    """The arguments that name other processes. what_for: what these do."""
    parser.add_argument("--workers", type=int, metavar="N", help=f"processes of this machine {what_for}")
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help=f"a scheduler of dask, such as tcp://10.0.0.5:8786, {what_for}"
    )


@contextmanager
def workers_asked(asked: argparse.Namespace) -> Iterator[Cluster | None]:
    """The workers that were asked for, if any; they go when the work is done."""
    if asked.workers is None and asked.scheduler is None:
        yield None
        return
    with Cluster(processes=asked.workers, scheduler=asked.scheduler) as cluster:
        yield cluster
