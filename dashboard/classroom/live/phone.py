"""The pages of the phones: join by a code, vote, see that the vote is counted."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from functools import cache

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from analysis import OptionError

from . import forms, pages
from .codes import Guesses, digest, read_code
from .errors import ClassError, NotTaken
from .room import Room
from .store import the_store

# By these names this machine calls itself; any other could be a name that a foreign site has pointed here.
HERE = ("127.0.0.1", "localhost")
COOKIE, PATH, KEPT_SECONDS = "parallax_device", "/class", 60 * 60 * 24 * 180
NO_ROOM = "There is no open room with this code. Look at the screen and type it again."
WAIT = "Too many codes have led nowhere. Wait a minute, then type yours again."
FOREIGN = "This vote did not come from the page of the class: open the page and vote there."
NO_COOKIE = (
    "This phone does not keep the mark by which its vote is known: allow cookies for this address, and vote again."
)
BROKEN = "The class cannot be reached just now. Try again in a moment."
GUESSES = Guesses()


@dataclass(frozen=True)
class Phone:
    """A phone in front of a room. device: by what its vote is known in this room only; None on its first visit."""

    room: Room
    device: bytes | None
    token: str


@cache
def app(hosts: tuple[str, ...]) -> Starlette:
    """The pages, answering to these host names only."""
    routes = [
        Route("/", _to_the_code),
        Route(PATH, _join),
        Route(f"{PATH}/phone.css", _style),
        Route(f"{PATH}/phone.js", _script),
        Route(f"{PATH}/{{code}}", _room, methods=["GET"]),
        Route(f"{PATH}/{{code}}", _vote, methods=["POST"]),
        Route(f"{PATH}/{{code}}/state", _state),
    ]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    handlers = {_Turned: _turned_away, ClassError: _broken, 404: _nowhere, 405: _nowhere, 500: _broken}
    return Starlette(routes=routes, middleware=[guard], exception_handlers=handlers)


class _Turned(Exception):
    """A phone that is not let in; carries the status, the sentence and what was typed."""

    def __init__(self, status: int, sentence: str, typed: str = "") -> None:
        self.status, self.sentence, self.typed = status, sentence, typed


async def _to_the_code(request: Request) -> Response:
    return RedirectResponse(PATH, status_code=303, headers=pages.HEADERS)


async def _join(request: Request) -> Response:
    """The field for the code; a code that was sent leads to its room."""
    typed = request.query_params.get("code")
    if typed is None:
        return pages.join()
    phone = _admitted(request, typed)
    return RedirectResponse(f"{PATH}/{phone.room.code}", status_code=303, headers=pages.HEADERS)


async def _room(request: Request) -> Response:
    """What is before the room, and the phone's own vote."""
    phone = await _here(request)
    answer = pages.room(*_shown(phone))
    if phone.device is None:
        _give_mark(answer)
    return answer


async def _state(request: Request) -> Response:
    """Nothing (204) while there is nothing new to show; else the number of what is to be shown."""
    phone = await _here(request)
    if request.query_params.get("seen") == str(phone.room.stage):
        return Response(status_code=204, headers=pages.HEADERS)
    return JSONResponse({"stage": phone.room.stage}, headers=pages.HEADERS)


async def _vote(request: Request) -> Response:
    """Take a vote and lead back to the page; where it cannot be taken, the page says why."""
    phone = await _here(request)
    if not forms.from_own_page(request):
        return pages.room(*_shown(phone), told=FOREIGN, status=403)
    if phone.device is None:
        answer = pages.room(*_shown(phone), told=NO_COOKIE, status=400)
        _give_mark(answer)
        return answer
    try:
        form = await forms.read_form(request)
        await run_in_threadpool(_keep, phone, form)
    except OptionError as error:
        return pages.room(*_shown(phone), told=str(error), status=400)
    except NotTaken as error:
        # The room has moved on: the page shows it as it is now.
        now = Phone(the_store().room(phone.room.number), phone.device, phone.token)
        return pages.room(*_shown(now), told=str(error), status=409)
    return RedirectResponse(f"{PATH}/{phone.room.code}", status_code=303, headers=pages.HEADERS)


def _keep(phone: Phone, form: dict[str, str]) -> None:
    number, current = forms.asked_number(form), the_store().current(phone.room)
    if current is None or current.number != number:
        raise NotTaken("The class has another question before it now: vote on that one.")
    the_store().vote(phone.room.number, number, phone.device, forms.read_vote(current.question, form))


async def _here(request: Request) -> Phone:
    """The phone, counted in its room once its browser has shown that it keeps the mark."""
    phone = _admitted(request, request.path_params["code"])
    if (
        phone.device is not None
        and phone.room.closed is None
        and not the_store().joined(phone.room.number, phone.device)
    ):
        await run_in_threadpool(the_store().join, phone.room.number, phone.device)
    return phone


def _admitted(request: Request, typed: str) -> Phone:
    """The phone before its room. _Turned where the code leads nowhere: to no room or to a closed one, all alike.

    A phone that has been in the room before is always let in, so that guesses of others do not shut it out.
    """
    code, token, address = read_code(typed), request.cookies.get(COOKIE, ""), _address(request)
    token = token if re.fullmatch(r"[A-Za-z0-9_-]{43}", token) else ""
    room = the_store().find(code) if code else None
    device = digest(f"{code}:{token}") if token else None
    if room is not None and device is not None and the_store().joined(room.number, device):
        return Phone(room, device, token)
    if GUESSES.refused(address):
        raise _Turned(429, WAIT, typed)
    if room is None or room.closed is not None:
        GUESSES.wrong(address)
        raise _Turned(404, NO_ROOM, typed)
    return Phone(room, device, token)


def _shown(phone: Phone) -> tuple:
    """Room, question before it, and the phone's vote."""
    asked = the_store().current(phone.room)
    voted = the_store().vote_of(asked.number, phone.device) if asked and phone.device else None
    return phone.room, asked, voted


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _give_mark(answer: Response) -> None:
    """A random mark by which the phone is known when it comes back; it says nothing about whose it is."""
    answer.set_cookie(COOKIE, secrets.token_urlsafe(32), max_age=KEPT_SECONDS, path=PATH, httponly=True, samesite="lax")


async def _style(request: Request) -> Response:
    return pages.asset("phone.css")


async def _script(request: Request) -> Response:
    return pages.asset("phone.js")


async def _turned_away(request: Request, turned: _Turned) -> Response:
    return pages.join(turned.sentence, turned.typed, turned.status)


async def _nowhere(request: Request, error: Exception) -> Response:
    return pages.join("There is nothing at this address: type the code from the screen.", status=404)


async def _broken(request: Request, error: Exception) -> Response:
    return pages.join(BROKEN, status=503)
