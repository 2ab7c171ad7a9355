"""The running server: who is answered, from where, and what a link can ask for."""

import asyncio
import http.client
import threading
import urllib.error

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from tests.benchmarks.links import LINKS, follow
from tests.benchmarks.visitor import Visitor
from tests.benchmarks.visitors import attend, leaks, leave, secret, text


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


def test_this_machine_is_answered_under_both_its_names(server):
    assert [ask(server, "GET", "/", Host=f"{name}:{server.port}").status for name in ("127.0.0.1", "localhost")] == [
        200,
        200,
    ]


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


def test_nothing_is_uploaded_without_the_token_of_the_page(server):
    """A page elsewhere cannot make the browser of a visitor bring a file."""

    async def knock() -> int:
        visitor = Visitor(server.port, with_token=False)
        await visitor.arrive()
        await visitor.go_to("own_texts")
        try:
            await visitor.bring("essay.txt", text(1))
            return 200
        except urllib.error.HTTPError as error:
            return error.code
        finally:
            await visitor.leave()

    assert in_a_thread(knock) == 403


def test_a_link_may_ask_for_anything_and_gets_a_page(server):
    told = in_a_thread(lambda: follow(server.port))
    assert told is not None and len(told) == len(LINKS)
    assert [(link, errors) for link, _, errors in told if errors] == []


def test_a_page_that_does_not_exist_leads_to_the_first(server):
    async def look() -> Visitor:
        visitor = Visitor(server.port)
        await visitor.arrive()
        first = visitor.page
        visitor.page = "0" * 32
        await visitor.again()
        await visitor.leave()
        assert visitor.page == first
        return visitor

    assert in_a_thread(look).errors == []


def test_neither_a_link_nor_the_numbers_of_the_server_tell_of_the_texts_of_another(server):
    async def look() -> tuple[Visitor, str]:
        owner, curious = Visitor(server.port), Visitor(server.port)
        await owner.arrive()
        await owner.go_to("own_texts")
        await owner.bring("essay.txt", text(1))
        await owner.click("Compare")
        await owner.go_to("frequencies")
        await curious.arrive()
        for link in (
            f"show=term_rates&with.terms={secret(1)[:-1]}*&of=essay&corpus=0123456789ab",
            "show=term_rates&of=essay",
        ):
            curious.query = link
            await curious.go_to("exhibit")
        told = "".join(ask(server, "GET", f"/_stcore/{path}").read().decode() for path in ("metrics", "health"))
        await leave([owner, curious])
        assert secret(1).encode() in owner.received
        return curious, told

    curious, told = in_a_thread(look)
    assert secret(1).encode() not in curious.received and curious.errors == []
    assert "cache" in told and not [word for word in (secret(1), "essay", "Your texts") if word in told]


def test_visitors_at_the_same_time_never_get_each_others_words(server):
    async def visit() -> tuple[list[str], list[str]]:
        visitors = await attend(server.port, 5, 8, 0.05)
        await leave(visitors)
        return [error for visitor in visitors for error in visitor.errors], leaks(visitors)

    assert in_a_thread(visit) == ([], [])
