"""The door to the network: serves the phones and nothing else, only under its own address, and shuts."""

import http.client
import socket
from collections.abc import Iterator

import pytest

from dashboard.classroom.live import door
from dashboard.classroom.live.addresses import addresses, reachable
from dashboard.classroom.live.errors import ClassError


@pytest.fixture
def opened(store) -> Iterator[door.Door]:
    yield door.open_door("127.0.0.1")
    door.shut_door()


def get(opened: door.Door, path: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(opened.address, opened.port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_the_door_serves_the_phones_and_never_the_dashboard(opened, room, capsys):
    assert get(opened, f"/class/{room.code}")[0] == 200
    for path in ("/_stcore/health", "/_stcore/stream", "/static/index.html", "/overview", "/media/x"):
        status, body = get(opened, path)
        assert status == 404 and "streamlit" not in body.lower()
    assert get(opened, "/")[0] == 303


def test_the_door_answers_to_its_own_address_only(opened, room):
    assert get(opened, f"/class/{room.code}", Host=f"localhost:{opened.port}")[0] == 400
    assert get(opened, f"/class/{room.code}", Host="evil.example")[0] == 400


def test_the_address_is_printed_and_a_second_opening_is_the_same_door(opened, capsys):
    assert door.open_door("127.0.0.1") is opened and door.opened() is opened
    door.shut_door()
    assert "may no longer join" in capsys.readouterr().out
    again = door.open_door("127.0.0.1")
    assert f"Phones may join at {again.url}" in capsys.readouterr().out


def test_a_taken_port_is_passed_over_and_a_shut_door_lets_nobody_in(opened):
    with pytest.raises(OSError):
        socket.create_server((opened.address, opened.port), reuse_port=False)
    door.shut_door()
    assert door.opened() is None
    with pytest.raises(ConnectionError):
        get(opened, "/class")
    with socket.create_server(("127.0.0.1", opened.port)):
        assert door.open_door("127.0.0.1").port > opened.port


def test_an_address_that_is_not_this_machines_is_said(store):
    with pytest.raises(ClassError, match=r"No port could be opened at 203\.0\.113\.9"):
        door.open_door("203.0.113.9")
    assert door.opened() is None


def test_addresses_are_such_as_another_device_can_use():
    assert all(map(reachable, addresses()))
    assert not any(map(reachable, ["127.0.0.1", "0.0.0.0", "169.254.3.4", "224.0.0.1"]))


def test_a_machine_without_a_network_has_no_address(monkeypatch):
    from dashboard.classroom.live import addresses as module

    monkeypatch.setattr(module, "_on_the_way_to", lambda way: "")
    monkeypatch.setattr(module, "_of_interfaces", lambda: ["127.0.0.1"])
    assert module.addresses() == []
