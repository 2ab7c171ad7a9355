"""An exhibit made again elsewhere: its link, its command, its Python lines."""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from ..exhibits.base import Exhibit
from ..exhibits.options import as_words, given
from .files import file_name

_TEXTS = Path(__file__).parents[2] / "data" / "texts"

# Where the dashboard answers unless it is told otherwise; in the browser the address at hand is shown instead.
HOST = "http://127.0.0.1:8501"
# Names in the address: the exhibit, the texts it is of, and what stands before each option. No control of a page may
# have one of these names: on the way from page to page the browser drops what belongs to another page's controls.
SHOW = "show"
TEXTS = "of"
OPTION = "with."
# Of which texts the link is, where they are not those that come with Parallax.
CORPUS = "corpus"
BUNDLED = "data/texts"


def link(exhibit: Exhibit, host: str = HOST) -> str:
    """The address that opens this exhibit alone, with all its options."""
    asked = [(SHOW, exhibit.name)]
    for option, value in _options(exhibit).items():
        values = value if isinstance(value, list) else [value]
        asked += [(OPTION + option, part) for part in values or [""]]
    asked += [(TEXTS, text) for text in exhibit.receipt.selected]
    if not is_bundled(exhibit):
        asked.append((CORPUS, exhibit.receipt.fingerprint[:12]))
    return f"{host}/exhibit?{urlencode(asked)}"


def read_link(query: Mapping[str, Sequence[str]]) -> tuple[str, dict[str, list[str]], tuple[str, ...]]:
    """What such an address asks for, from its query, a list of values a name: exhibit, options as typed, texts.

    Options may also be typed by their bare names.
    """
    typed = {
        name.removeprefix(OPTION): list(values) for name, values in query.items() if name not in (SHOW, TEXTS, CORPUS)
    }
    return "".join(query.get(SHOW, [])[-1:]), typed, tuple(filter(None, query.get(TEXTS, [])))


def other_texts(query: Mapping[str, Sequence[str]], fingerprint: str) -> bool:
    """Is such an address of other texts than those with this fingerprint?"""
    return any(not fingerprint.startswith(asked) for asked in query.get(CORPUS, []))


def command(exhibit: Exhibit, ending: str = "svg") -> str:
    """The command that writes this exhibit into a file."""
    words = ["python", "-m", "dashboard", "export", exhibit.name]
    for option, value in _options(exhibit).items():
        words += _arguments(option, value)
    if not is_bundled(exhibit):
        words += _arguments("corpus", session_name(exhibit))
    if exhibit.receipt.selected:
        words += _arguments("texts", list(exhibit.receipt.selected))
    return shlex.join([*words, "--format", ending, "--out", f"{exhibit.name}.{ending}"])


def python_lines(exhibit: Exhibit) -> str:
    """The Python lines that make this exhibit's table, run in the project's folder."""
    if is_bundled(exhibit):
        loads, corpus = "from analysis import load_corpus", f"load_corpus({BUNDLED!r})"
    else:
        loads = "from dashboard.export.session import open_session"
        corpus = f"open_session({session_name(exhibit)!r}).corpus"
    selection = f".select({list(exhibit.receipt.selected)!r})" if exhibit.receipt.selected else ""
    options = "".join(f", {option}={value!r}" for option, value in given(exhibit).items())
    return "\n".join(
        [
            loads,
            "from dashboard.exhibits import make",
            "",
            f"corpus = {corpus}{selection}",
            f"exhibit = make(corpus, {exhibit.name!r}{options})",
            "exhibit.table",
        ]
    )


def is_bundled(exhibit: Exhibit) -> bool:
    """Is it of the texts that come with Parallax? Then nothing but Parallax is needed to make it again."""
    return exhibit.receipt.corpus == bundled_name()


def session_name(exhibit: Exhibit) -> str:
    """What the file is called that the texts of this exhibit are saved in, with the session."""
    return file_name(exhibit.receipt.corpus, "parallax")


@cache
def bundled_name() -> str:
    """The name of the bundled corpus, or "" where it cannot be read."""
    try:
        return str(tomllib.loads((_TEXTS / "corpus.toml").read_text(encoding="utf-8"))["name"])
    except (OSError, ValueError, KeyError):
        return ""


def _arguments(option: str, value: str | list[str]) -> list[str]:
    """An option of the command; a value that would be taken for an option itself is tied to its name."""
    flag, values = f"--{option.replace('_', '-')}", value if isinstance(value, list) else [value]
    if any(part.startswith("-") or not part for part in values):
        return [f"{flag}={part}" for part in values]
    return [flag, *values]


def _options(exhibit: Exhibit) -> dict[str, str | list[str]]:
    return {option: as_words(value) for option, value in given(exhibit).items()}
