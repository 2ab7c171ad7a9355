"""What a rerun of each page costs the server, beside an empty Streamlit page: `python -m tests.benchmarks.rerun`.

Speaks the page's own websocket protocol, so no browser's work is counted. Processor time, medians of rounds in which
the pages and the empty one take turns. "First view" is a view with every cache emptied just before, texts included,
but with all libraries loaded.
"""

from __future__ import annotations

import argparse
import statistics
import time
from contextlib import ExitStack

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from dashboard.pages import PAGES

from .servers import Server, dashboard, empty_app

DEFAULTS = "empty, Streamlit's defaults"
SAME = "empty, the dashboard's settings"


class Session:
    """One visitor on one page."""

    def __init__(self, server: Server, page: str, stack: ExitStack) -> None:
        self.server, self.page = server, page
        address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
        self.socket = stack.enter_context(connect(address, origin=server.url, max_size=None))

    def rerun(self) -> None:
        """Ask for a run of the page and wait until it has finished."""
        message = BackMsg()
        message.rerun_script.page_name = self.page
        self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(self.socket.recv(timeout=60))
            if answer.WhichOneof("type") == "script_finished":
                return

    def clear_caches(self) -> None:
        """Ask the server to forget everything it has kept."""
        message = BackMsg()
        message.clear_cache = True
        self.socket.send(message.SerializeToString())


def cold_milliseconds(session: Session) -> float:
    """Processor time of the server for a first view, nothing kept."""
    session.clear_caches()
    # Emptying the caches takes the server a moment that no visitor waits for.
    time.sleep(0.3)
    return cpu_milliseconds(session, 1)


def cpu_milliseconds(session: Session, runs: int) -> float:
    """Processor time of the server for one rerun, mean of `runs`."""
    before = session.server.cpu_seconds()
    for _ in range(runs):
        session.rerun()
    time.sleep(0.05)
    return 1000 * (session.server.cpu_seconds() - before) / runs


def measure(rounds: int, runs: int) -> tuple[dict[str, float], dict[str, float]]:
    """CPU milliseconds of a rerun by page and of the two empty apps, and of a first view by page."""
    with ExitStack() as stack:
        server = stack.enter_context(dashboard())
        defaults, same = (stack.enter_context(empty_app(own_settings=own)) for own in (False, True))
        sessions = {DEFAULTS: Session(defaults, "", stack), SAME: Session(same, "", stack)}
        sessions |= {name: Session(server, "" if name == "overview" else name, stack) for name in PAGES}
        for session in sessions.values():
            for _ in range(3):
                session.rerun()
        # The server's own preparations must be over, or they would be counted.
        time.sleep(3)
        found = {name: [] for name in sessions}
        for _ in range(rounds):
            for name, session in sessions.items():
                found[name].append(cpu_milliseconds(session, runs))
        cold = {name: [cold_milliseconds(sessions[name]) for _ in range(rounds)] for name in PAGES}
    return _medians(found), _medians(cold)


def _medians(found: dict[str, list[float]]) -> dict[str, float]:
    return {name: statistics.median(values) for name, values in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    found, cold = measure(options.rounds, options.runs)
    print(f"{'page':<34}{'CPU ms':>8}{'× empty, defaults':>20}{'× empty, same settings':>24}{'first view, CPU ms':>20}")
    for name, value in found.items():
        first = f"{cold[name]:.0f}" if name in cold else ""
        print(f"{name:<34}{value:>8.1f}{value / found[DEFAULTS]:>20.2f}{value / found[SAME]:>24.1f}{first:>20}")


if __name__ == "__main__":
    main()
