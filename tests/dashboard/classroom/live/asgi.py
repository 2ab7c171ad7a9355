"""A browser without a screen: asks the pages of the phones directly, and keeps its cookie."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.classroom.live.phone import HERE, app

HOST = "127.0.0.1:8501"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """One phone at an address."""

    def __init__(self, address: str = "10.0.0.7", host: str = HOST) -> None:
        self.address, self.host, self.cookie = address, host, ""

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", headers)

    def post(self, path: str, fields: dict | bytes | list, **headers: str) -> Answer:
        body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
        usual = {"origin": f"http://{self.host}", "content-type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, body, usual | headers)

    def join(self, code: str) -> Answer:
        """Open the room and show that the cookie is kept."""
        self.get(f"/class/{code}")
        self.get(f"/class/{code}/state?seen=0")
        return self.get(f"/class/{code}")

    def vote(self, code: str, **fields: object) -> Answer:
        """Vote on the question on the page."""
        number = re.search(r'name="question" value="(\d+)"', self.get(f"/class/{code}").text)
        return self.post(f"/class/{code}", {"question": number[1] if number else 0} | fields)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        path, _, query = path.partition("?")
        sent = {"host": self.host} | ({"cookie": self.cookie} if self.cookie else {}) | headers
        scope = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in sent.items() if value],
            "scheme": "http", "server": ("127.0.0.1", 8501), "client": (self.address, 5000), "http_version": "1.1",
            "root_path": "",
        }  # fmt: skip
        # In a thread of its own: a browser that other tests keep open has a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            messages = thread.submit(lambda: asyncio.run(self._run(scope, body))).result()
        found = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
        if "set-cookie" in found:
            self.cookie = found["set-cookie"].partition(";")[0]
        return Answer(messages[0]["status"], found, b"".join(message.get("body", b"") for message in messages[1:]))

    async def _run(self, scope: dict, body: bytes) -> list[dict]:
        messages, parts = [], [body[start : start + 65536] for start in range(0, len(body), 65536)] or [b""]

        async def receive() -> dict:
            return {"type": "http.request", "body": parts.pop(0) if parts else b"", "more_body": bool(parts)}

        async def send(message: dict) -> None:
            messages.append(message)

        await app(HERE)(scope, receive, send)
        return messages
