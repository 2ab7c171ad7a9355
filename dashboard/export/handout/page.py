"""A handout as one HTML file to print: no script, no network, its fonts and pictures inside."""

from __future__ import annotations

import base64
from contextlib import suppress
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...charts.theme import SANS, SERIF
from ...exhibits.base import Exhibit
from ..errors import ExportError
from ..figure import fonts
from ..letters import printable
from ..table.rows import columns_of_a_page, first_rows, is_number, rows_told
from . import pictures
from .handout import Figure, Handout, Item

_FOLDER = Path(__file__).parent / "templates"
ROWS = 24
_MOST_COLUMNS = 6
# Longer answers have a line each.
_SHORT = 26
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)


def page(handout: Handout, *, key: bool = True) -> bytes:
    """The handout as a page; key: with the part for the teacher behind it."""
    parts = [_part(number, item) for number, item in handout.numbered()]
    words = {
        "handout": handout, "parts": parts, "key": handout.key() if key else [], "software": _software(handout),
        "policy": _POLICY,
    }  # fmt: skip
    body = _environment().get_template("handout.html").render(**words)
    head = _environment().get_template("head.html").render(**words, style=Markup(_style(body)))
    return printable(f"{head}{body}</body>\n</html>\n").encode("utf-8", "replace")


def _part(number: int, item: Item) -> dict[str, object]:
    """One part with what a template cannot work out of it."""
    part = {"kind": type(item).__name__.lower(), "number": number, "item": item}
    if isinstance(item, Figure):
        return part | {"about": pictures.about(item.exhibit), **_figure(item.exhibit)}
    answers = getattr(item, "answers", ())
    return part | {"long": any(len(answer) > _SHORT for answer in answers)}


def _figure(exhibit: Exhibit) -> dict[str, object]:
    """The drawing as an address that holds it, or the first rows of the table where nothing can draw it."""
    if pictures.can_be_drawn(exhibit):
        # A browser that fails leaves the table as well.
        with suppress(ExportError):
            drawn = base64.b64encode(pictures.svg(exhibit)).decode("ascii")
            return {"picture": f"data:image/svg+xml;base64,{drawn}", "table": None}
    if exhibit.table.empty:
        return {"picture": "", "table": None}
    columns = columns_of_a_page(exhibit, _MOST_COLUMNS)
    head, body = first_rows(exhibit, ROWS, columns)
    right = [is_number(exhibit, name) for name in columns]
    return {"picture": "", "table": {"head": head, "body": body, "right": right, "told": rows_told(exhibit, ROWS)}}


def _software(handout: Handout) -> str:
    drawn = handout.figures()
    return f"Parallax {drawn[0].receipt.version}" if drawn else "Parallax"


def _style(body: str) -> str:
    faces = f":root{{--sans:{SANS};--serif:{SERIF};}}"
    return f"{fonts.embedded(body)}\n{faces}\n{(_FOLDER / 'handout.css').read_text(encoding='utf-8')}"


@cache
def _environment() -> Environment:
    """Templates in which every word is escaped, and a name that is not given is an error."""
    return Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
