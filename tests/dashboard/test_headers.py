"""What the server tells browsers with every answer."""

import contextlib
import re

from dashboard.headers import HEADERS, POLICY, SafeHeaders, scripts_of_the_page


def answered(*own: tuple[bytes, bytes], kind: str = "http") -> list[dict]:
    """What goes out where an app answers with these headers."""
    out = []

    async def app(scope: dict, receive: object, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(own)})
        await send({"type": "http.response.body", "body": b"words"})

    async def send(message: dict) -> None:
        out.append(message)

    # Nothing waits here, so one step leads to the end.
    with contextlib.suppress(StopIteration):
        SafeHeaders(app)({"type": kind}, None, send).send(None)
    return out


def headers_of(message: dict) -> dict[str, str]:
    return {name.decode().lower(): value.decode() for name, value in message["headers"]}


def test_every_answer_forbids_what_comes_from_elsewhere():
    start, body = answered()
    assert headers_of(start) == {name.lower(): value for name, value in HEADERS.items()}
    assert body["body"] == b"words"
    assert "http:" not in HEADERS["Content-Security-Policy"] and "*" not in HEADERS["Content-Security-Policy"]


def test_an_answer_that_is_stricter_stays_so():
    start, _ = answered((b"content-security-policy", b"default-src 'none'"))
    assert headers_of(start)["content-security-policy"] == "default-src 'none'"


def test_what_is_no_page_is_left_alone():
    assert answered(kind="websocket")[0]["headers"] == []


def test_only_the_script_of_streamlits_own_page_may_stand_in_a_page():
    assert re.fullmatch(r"('sha256-[A-Za-z0-9+/]{43}=' ?)+", scripts_of_the_page())
    assert "'unsafe-inline'" not in POLICY["script-src"]
