"""What a phone sends: read with bounds, and only where it comes from the class's own page."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qsl

from starlette.requests import Request

from analysis import OptionError

from .questions import MOST_ANSWERS, Question, Vote

LARGEST = 8192
SECONDS = 10
_ENCODED = "application/x-www-form-urlencoded"
_UNREADABLE = "This could not be read: open the page again and vote from there."
_QUESTION, _ANSWER, _NUMBER = "question", "answer", "number"


def from_own_page(request: Request) -> bool:
    """Was this sent by a page of the class, not by one of another site that the phone has open?

    Browsers say so in Origin; Sec-Fetch-Site is sent only over secure connections and to this machine.
    """
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return origin == f"{request.url.scheme}://{request.headers.get('host', '')}"
    return site is not None


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form. OptionError where it is too large, in another encoding, or has a field twice."""
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.strip().lower()
    if kind.strip().lower() != _ENCODED or charset not in ("", "charset=utf-8", 'charset="utf-8"'):
        raise OptionError(_UNREADABLE)
    try:
        body = await asyncio.wait_for(_body(request), SECONDS)
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=MOST_ANSWERS + 2,
        )  # fmt: skip
    except (ValueError, TimeoutError):
        raise OptionError(_UNREADABLE) from None
    if len(dict(pairs)) < len(pairs):
        raise OptionError(_UNREADABLE)
    return dict(pairs)


async def _body(request: Request) -> bytes:
    """The body, of which too much is read to its end and thrown away: only then is the answer heard."""
    kept, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size <= LARGEST:
            kept.append(piece)
    if size > LARGEST:
        raise ValueError("too large")
    return b"".join(kept)


def asked_number(form: dict[str, str]) -> int:
    """Which question the form is of. OptionError where it does not say."""
    number = form.get(_QUESTION, "")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        raise OptionError(_UNREADABLE)
    return int(number)


def read_vote(question: Question, form: dict[str, str]) -> Vote:
    """The vote in a form of this question. OptionError where it is none, or where the form has other fields."""
    names = [_ANSWER] if question.kind == "choice" else [f"{_NUMBER}{place}" for place in range(len(question.answers))]
    if set(form) - {_QUESTION} - set(names):
        raise OptionError(_UNREADABLE)
    given = [form.get(name, "").strip() for name in names]
    if question.kind == "choice":
        place = given[0]
        known = place.isascii() and place.isdigit() and len(place) < 4 and int(place) < len(question.answers)
        return question.read_vote(question.answers[int(place)] if known else None)
    # Not every phone writes a point into a number.
    return question.read_vote([value.replace(",", ".") if len(value) < 40 else "" for value in given])
