"""The door from the network to the phones' pages: opened by the teacher, shut with the last room or the process.

The dashboard itself never listens to the network; the door serves `phone.app` and nothing else.
"""

from __future__ import annotations

import errno
import socket
import threading
import time
from dataclasses import dataclass

import uvicorn

from . import phone
from .errors import ClassError

FIRST_PORT, PORTS_TRIED = 8600, 50
_PATIENCE_SECONDS = 5.0


@dataclass(frozen=True)
class Door:
    """An open door: where phones knock, and the server behind it."""

    address: str
    port: int
    server: uvicorn.Server
    thread: threading.Thread

    @property
    def url(self) -> str:
        """The address to type, without the room's code."""
        return f"http://{self.address}:{self.port}"


_lock = threading.Lock()
_open: list[Door] = []


def opened() -> Door | None:
    """The door, if it is open."""
    return next((door for door in _open if door.thread.is_alive()), None)


def open_door(address: str) -> Door:
    """Open the door at an address of this machine; one that is open elsewhere is shut first.

    ClassError where no port can be had there.
    """
    with _lock:
        door = opened()
        if door is not None and door.address == address:
            return door
        _shut()
        listener = _listener(address)
        # Forwarded addresses are not believed, for there is nobody in between; a phone that hangs holds nobody up.
        config = uvicorn.Config(
            phone.app((address,)), lifespan="off", ws="none", access_log=False, log_config=None, log_level="warning", server_header=False,
            proxy_headers=False, limit_concurrency=1000, timeout_graceful_shutdown=1,
        )  # fmt: skip
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="door", daemon=True)
        door = Door(address, listener.getsockname()[1], server, thread)
        thread.start()
        _wait_until_started(door)
        _open.append(door)
    print(f"Phones may join at {door.url}", flush=True)
    return door


def shut_door() -> None:
    """Shut the door; phones reach nothing any more."""
    with _lock:
        if opened() is not None:
            print("Phones may no longer join.", flush=True)
        _shut()


def _shut() -> None:
    while _open:
        door = _open.pop()
        door.server.should_exit = True
        door.thread.join(_PATIENCE_SECONDS)


def _listener(address: str) -> socket.socket:
    """A socket on the first free port. Its number is printed and typed, so it is looked for from the same one on."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listener.bind((address, port))
            listener.listen(256)
        except OSError as error:
            listener.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                break
            continue
        listener.setblocking(False)
        return listener
    raise ClassError(
        f"No port could be opened at {address}: choose another address, or check that this machine is still in its network."
    )


def _wait_until_started(door: Door) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not door.server.started and door.thread.is_alive() and time.monotonic() < end:
        time.sleep(0.01)
    if not door.server.started:
        door.server.should_exit = True
        raise ClassError(f"Nothing could be served at {door.address}: switch it off and on again.")
