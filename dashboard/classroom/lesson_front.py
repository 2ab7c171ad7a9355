"""What stands before the first screen of a lesson's file: title, question, minutes, and whose texts it is about."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.token import Token

from ..words import whole_number
from .lesson_values import ValuesError, read_values

PICTURE = "A lesson shows exhibits, not pictures: nothing is fetched from elsewhere."
_NAMES = ("title", "question", "minutes", "texts")
_MOST_MINUTES = 240


def front_matter(tokens: list[Token], lines: list[str], wrong: Callable[[int, str], None]) -> dict[str, str]:
    """The names at the beginning of a file with their values; wrong: is told of every mistake and its line."""
    first = next(iter(tokens), None)
    if first is None or first.type != "front_matter":
        wrong(1, "The file does not begin with a line ---, then title:, question: and minutes:, then a line ---.")
        return {}
    try:
        front = read_values(first.content)
    except ValuesError as error:
        wrong(2 + error.line, str(error))
        return {}
    head = list(enumerate(lines[: first.map[1]], 1))
    line = {name: number for number, text in head for name in front if text.startswith(f"{name}:")}
    for name in front:
        if name not in _NAMES:
            wrong(line.get(name, 2), f"There is no {name[:40]!r}; there are {', '.join(_NAMES)}.")
    for name in _NAMES[:3]:
        if mistake := _mistake_in(name, front.get(name) or ""):
            wrong(line.get(name, 1), mistake)
    if front.get("texts", "bundled") not in ("bundled", "own"):
        wrong(line.get("texts", 2), f"texts must be bundled or own; not {str(front['texts'])[:40]!r}.")
    return front


def _mistake_in(name: str, value: object) -> str:
    """What is wrong with a value that every lesson has; "" where it is right."""
    if not isinstance(value, str):
        return f"The {name} must be words: put it in quotation marks."
    if not value.strip():
        return f"The lesson has no {name}: add a line {name}: … at its beginning."
    if name == "minutes" and not 1 <= (whole_number(value) or 0) <= _MOST_MINUTES:
        return f"minutes must be a whole number from 1 to {_MOST_MINUTES}; not {value[:40]!r}."
    return PICTURE if "![" in value else ""
