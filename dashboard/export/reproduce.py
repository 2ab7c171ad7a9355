"""An exhibit made again elsewhere: its link, its command, its Python lines."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from ..exhibits.base import Exhibit
from ..exhibits.options import as_words, given

# Where the dashboard answers unless it is told otherwise; in the browser the address at hand is shown instead.
HOST = "http://127.0.0.1:8501"
# Names in the address: the exhibit, the texts it is of, and what stands before each option. No control of a page may
# have one of these names: on the way from page to page the browser drops what belongs to another page's controls.
SHOW = "show"
TEXTS = "of"
OPTION = "with."


def link(exhibit: Exhibit, host: str = HOST) -> str:
    """The address that opens this exhibit alone, with all its options."""
    asked = [(SHOW, exhibit.name)]
    for option, value in _options(exhibit).items():
        values = value if isinstance(value, list) else [value]
        asked += [(OPTION + option, part) for part in values or [""]]
    return f"{host}/exhibit?{urlencode(asked + [(TEXTS, text) for text in exhibit.receipt.selected])}"


def read_link(query: Mapping[str, Sequence[str]]) -> tuple[str, dict[str, list[str]], tuple[str, ...]]:
    """What such an address asks for, from its query, a list of values a name: exhibit, options as typed, texts.

    Options may also be typed by their bare names.
    """
    typed = {name.removeprefix(OPTION): list(values) for name, values in query.items() if name not in (SHOW, TEXTS)}
    return "".join(query.get(SHOW, [])[-1:]), typed, tuple(filter(None, query.get(TEXTS, [])))


def command(exhibit: Exhibit, ending: str = "svg") -> str:
    """The command that writes this exhibit into a file."""
    words = ["python", "-m", "dashboard", "export", exhibit.name]
    for option, value in _options(exhibit).items():
        words += _arguments(option, value)
    if exhibit.receipt.selected:
        words += _arguments("texts", list(exhibit.receipt.selected))
    return shlex.join([*words, "--format", ending, "--out", f"{exhibit.name}.{ending}"])


def python_lines(exhibit: Exhibit, corpus_path: str = "data/texts") -> str:
    """The Python lines that make this exhibit's table, run in the project's folder."""
    selection = f".select({list(exhibit.receipt.selected)!r})" if exhibit.receipt.selected else ""
    options = "".join(f", {option}={value!r}" for option, value in given(exhibit).items())
    return "\n".join(
        [
            "from analysis import load_corpus",
            "from dashboard.exhibits import make",
            "",
            f"corpus = load_corpus({corpus_path!r}){selection}",
            f"exhibit = make(corpus, {exhibit.name!r}{options})",
            "exhibit.table",
        ]
    )


def _arguments(option: str, value: str | list[str]) -> list[str]:
    """An option of the command; a value that would be taken for an option itself is tied to its name."""
    flag, values = f"--{option.replace('_', '-')}", value if isinstance(value, list) else [value]
    if any(part.startswith("-") or not part for part in values):
        return [f"{flag}={part}" for part in values]
    return [flag, *values]


def _options(exhibit: Exhibit) -> dict[str, str | list[str]]:
    return {option: as_words(value) for option, value in given(exhibit).items()}
