"""An exhibit made again elsewhere: its link, its command, its Python lines."""

from __future__ import annotations

import shlex
from urllib.parse import urlencode

from ..exhibits.base import Exhibit
from ..exhibits.options import as_words, given

# Where the dashboard answers unless it is told otherwise; in the browser the address at hand is shown instead.
HOST = "http://127.0.0.1:8501"
TEXTS = "texts"
SHOW = "show"


def link(exhibit: Exhibit, host: str = HOST) -> str:
    """The address that opens this exhibit alone, with all its options."""
    asked = [(SHOW, exhibit.name)]
    for option, value in _options(exhibit).items():
        asked += [(option, part) for part in (value if isinstance(value, list) else [value])] or [(option, "")]
    return f"{host}/exhibit?{urlencode(asked + [(TEXTS, text) for text in exhibit.receipt.selected])}"


def command(exhibit: Exhibit, ending: str = "svg") -> str:
    """The command that writes this exhibit into a file."""
    words = ["python", "-m", "dashboard", "export", exhibit.name]
    for option, value in _options(exhibit).items():
        words += [f"--{option.replace('_', '-')}", *(value if isinstance(value, list) else [value])]
    if exhibit.receipt.selected:
        words += ["--texts", *exhibit.receipt.selected]
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


def _options(exhibit: Exhibit) -> dict[str, str | list[str]]:
    return {option: as_words(value) for option, value in given(exhibit).items()}
