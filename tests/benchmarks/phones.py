"""Simulated phones: small HTTP clients that keep their cookie and ask as the page's own script does."""

from __future__ import annotations

import asyncio
import random
import re
import time
from urllib.parse import urlencode


class Phone:
    """One phone of a class: its connection, its cookie, and the page it has seen last."""

    def __init__(self, port: int, code: str) -> None:
        self.port, self.path = port, f"/class/{code}"
        self.cookie, self.page, self.stage = "", "", "-1"
        self._lines: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def open(self) -> int:
        """Load the page of the room, as a visit or a reload does. Returns the status."""
        status, body = await self._ask("GET", self.path)
        self.page = body.decode()
        self.stage = next(iter(re.findall(r'data-stage="(\d+)"', self.page)), self.stage)
        return status

    async def poll(self) -> int:
        """Ask whether there is something new; load it if there is. Returns the status of the question."""
        status, _ = await self._ask("GET", f"{self.path}/state?seen={self.stage}")
        if status == 200:
            await self.open()
        return status

    async def vote(self, answer: int) -> tuple[int, float, float]:
        """Choose an answer of the question on the page. Returns the status, and when it was sent and answered."""
        number = re.search(r'name="question" value="(\d+)"', self.page)
        sent = time.time()
        status, _ = await self._ask("POST", self.path, {"question": number[1] if number else "0", "answer": answer})
        answered = time.time()
        await self.open()
        return status, sent, answered

    async def stay(self, seconds: float) -> None:
        """Keep the page open for a while, asking every two or three seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            await asyncio.sleep(2 + random.random())
            await self.poll()

    def close(self) -> None:
        """Leave."""
        if self._lines:
            self._lines[1].close()
            self._lines = None

    async def _ask(self, method: str, path: str, form: dict[str, object] | None = None) -> tuple[int, bytes]:
        body = urlencode(form).encode() if form else b""
        host = f"127.0.0.1:{self.port}"
        head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\n"
        if self.cookie:
            head += f"Cookie: {self.cookie}\r\n"
        if form:
            head += f"Origin: http://{host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        request = head.encode() + b"\r\n" + body
        try:
            return await self._exchange(request)
        except (ConnectionError, asyncio.IncompleteReadError):
            # The server closes a connection that has rested; browsers open a new one as well.
            self.close()
            return await self._exchange(request)

    async def _exchange(self, request: bytes) -> tuple[int, bytes]:
        if self._lines is None:
            self._lines = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._lines
        writer.write(request)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        status, fields = int(head.split(" ", 2)[1]), head.lower()
        size = re.search(r"content-length: (\d+)", fields)
        body = await reader.readexactly(int(size[1])) if size else b""
        mark = re.search(r"set-cookie: (parallax_device=[^;\r]+)", head, re.IGNORECASE)
        if mark:
            self.cookie = mark[1]
        if "connection: close" in fields:
            self.close()
        return status, body


async def votes_reloads_votes_again(phone: Phone, answers: int, within: float) -> list[tuple[int, float, float]]:
    """What one student does: join, vote at some moment, reload the page, change the vote. The two votes."""
    await phone.open()
    await phone.poll()
    await asyncio.sleep(within * random.random())
    first = await phone.vote(random.randrange(answers))
    await phone.open()
    second = await phone.vote(random.randrange(answers))
    return [first, second]
