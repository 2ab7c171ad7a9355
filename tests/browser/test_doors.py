"""The running server: who is answered, from where, and what a link can ask for."""

import asyncio
import http.client
import threading

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from tests.benchmarks.visitor import Visitor
from tests.benchmarks.visitors import attend, leaks, leave

LINKS = (
    "read?text=../../etc/passwd", "frequencies?texts=does-not-exist", "topics?topics_k=1e9", f"concordance?q={'a' * 5000}", "concordance?q=%ff%fe",
    "trends?trend_terms=<script>document.title=1</script>", "frequencies?by=__class__", "frequencies?n=9007199254740993", "frequencies?drop=[[[[[[",
    "exhibit?exhibit=None", "trends?trend_terms=(a%2B)%2B%24", "frequencies?" + "&".join(f"k{number}=1" for number in range(2000)),
)  # fmt: skip


def ask(server, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    return connection.getresponse()


def in_a_thread(work):
    """Run what waits on its own: the browser is driven from this thread."""
    results = []
    thread = threading.Thread(target=lambda: results.append(asyncio.run(work())))
    thread.start()
    thread.join(120)
    return results[0] if results else None


def test_every_answer_carries_the_policy(server):
    answer = ask(server, "GET", "/")
    assert answer.status == 200 and "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_another_host_name_gets_no_page(server):
    assert ask(server, "GET", "/", Host=f"attacker.example:{server.port}").status == 400


def test_another_host_name_is_not_spoken_with(server):
    """A page of an attacker whose name is made to lead to this machine (DNS rebinding)."""

    async def knock() -> str:
        try:
            async with connect(
                f"ws://127.0.0.1:{server.port}/_stcore/stream",
                origin="http://attacker.example",
                subprotocols=["streamlit"],
                additional_headers={"Host": f"attacker.example:{server.port}"},
            ):
                return "let in"
        except (WebSocketException, OSError):
            return "refused"

    assert in_a_thread(knock) == "refused"


def test_a_page_of_another_origin_cannot_speak_with_the_dashboard(server):
    async def knock() -> str:
        try:
            async with connect(
                f"ws://127.0.0.1:{server.port}/_stcore/stream",
                origin="http://attacker.example",
                subprotocols=["streamlit"],
            ):
                return "let in"
        except (WebSocketException, OSError):
            return "refused"

    assert in_a_thread(knock) == "refused"


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_nothing_is_uploaded_without_a_visit(server, method):
    answer = ask(server, method, "/_stcore/upload_file/nobody/x", Content_Length="0", Origin=server.url)
    assert answer.status in (400, 403, 404, 405)


def test_a_link_may_ask_for_anything_and_gets_a_page(server):
    async def follow() -> list[tuple[str, list[str]]]:
        told, visitor = [], Visitor(server.port)
        await visitor.arrive()
        for link in LINKS:
            page, _, visitor.query = link.partition("?")
            visitor.errors = []
            await visitor.go_to(page)
            told.append((link[:60], visitor.errors))
        await visitor.leave()
        return told

    told = in_a_thread(follow)
    assert told is not None and len(told) == len(LINKS)
    assert [(link, errors) for link, errors in told if errors] == []


def test_visitors_at_the_same_time_never_get_each_others_words(server):
    async def visit() -> tuple[list[str], list[str]]:
        visitors = await attend(server.port, 5, 8, 0.05)
        await leave(visitors)
        return [error for visitor in visitors for error in visitor.errors], leaks(visitors)

    assert in_a_thread(visit) == ([], [])
