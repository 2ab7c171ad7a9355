"""The pages of the phones as answers: templates in which every word is escaped, and a policy that reaches nothing else."""

from __future__ import annotations

import hashlib
import math
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response

from dashboard.charts.theme import DARK, LIGHT, SANS, SERIF, Theme

from .questions import LONGEST, Question, Vote
from .room import Asked, Room

_FOLDER = Path(__file__).parent / "templates"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # With "no-referrer" a browser would not say from which page a vote comes.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_TYPES = {"css": "text/css", "js": "text/javascript"}


def join(told: str = "", typed: str = "", status: int = 200) -> Response:
    """The field for the code, with a sentence on what was wrong with the last one."""
    retry = {"Retry-After": "60"} if status == 429 else {}
    return _page("join.html", status, retry, told=told, typed=typed[: LONGEST["key"]])


def room(room: Room, asked: Asked | None, voted: Vote | None, *, told: str = "", status: int = 200) -> Response:
    """What is before the room, and what this phone has voted; told: why its last vote is not counted."""
    question = asked.question if asked and room.closed is None else None
    return _page(
        "room.html", status, {}, room=room, asked=asked, question=question, voted=voted, told=told,
        chosen=_in_words(question, voted), step=_step(question),
    )  # fmt: skip


def asset(name: str) -> Response:
    """The style sheet or the script; both are named by their content, so a phone may keep them."""
    kept = HEADERS | {"Cache-Control": "public, max-age=86400, immutable"}
    return Response(_asset(name), media_type=_TYPES[name.rpartition(".")[2]], headers=kept)


def _page(template: str, status: int, headers: dict[str, str], **words: object) -> Response:
    html = _environment().get_template(template).render(**words)
    return Response(html, status_code=status, media_type="text/html", headers=HEADERS | headers)


def _in_words(question: Question | None, voted: Vote | None) -> str:
    """A vote as its phone reads it back."""
    if question is None or voted is None:
        return ""
    if question.kind == "choice":
        return question.answers[voted]
    unit = f" {question.unit}" if question.unit else ""
    return "; ".join(f"{answer}: {value:g}{unit}" for answer, value in zip(question.answers, voted, strict=True))


def _step(question: Question | None) -> float:
    """A hundred steps or so from the least to the most, of a round size."""
    if question is None:
        return 1.0
    return 10.0 ** math.floor(math.log10((question.high - question.low) / 50))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    made.globals["asset"] = lambda name: f"/class/{name}?v={hashlib.sha256(_asset(name)).hexdigest()[:12]}"
    made.filters["number"] = lambda value: f"{value:g}"
    return made


@cache
def _asset(name: str) -> bytes:
    content = (_FOLDER / name).read_text(encoding="utf-8")
    return (_palette() + content if name.endswith(".css") else content).encode()


def _palette() -> str:
    """The house's colours and faces by the names that phone.css knows, light and dark."""
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {_colours(DARK)} }} }}"
    return f":root {{ {_colours(LIGHT)} --sans: {SANS}; --serif: {SERIF}; }}\n{dark}\n"


def _colours(theme: Theme) -> str:
    names = {
        "ground": theme.ground, "panel": theme.panel, "ink": theme.ink, "muted": theme.muted, "grid": theme.grid,
        "accent": theme.heat[1], "warning": theme.warning,
    }  # fmt: skip
    return " ".join(f"--{name}: {value};" for name, value in names.items())
