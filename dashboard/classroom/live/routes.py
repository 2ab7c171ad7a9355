"""The addresses of the phones, to stand beside those of the dashboard.

All lead to `phone.app`, which is loaded with the first phone: the dashboard starts as fast without a class.
"""

from __future__ import annotations

from starlette.routing import Route
from starlette.types import Receive, Scope, Send


class _Phones:
    """The pages of the phones, for this machine only: the door serves them to the network."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from .phone import HERE, app

        await app(HERE)(scope, receive, send)


ROUTES = [Route("/class", _Phones()), Route("/class/{rest:path}", _Phones())]
