"""What a rerun of each page costs the server, beside an empty Streamlit page: `python -m tests.benchmarks.rerun`.

Speaks the page's own websocket protocol, so no browser's work is counted. Processor time, medians of rounds in which
the pages and the empty one take turns.
"""

from __future__ import annotations

import argparse
import statistics
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from dashboard.pages import PAGES

from .servers import Server, dashboard, empty_app

DEFAULTS = "empty, Streamlit's defaults"
SAME = "empty, the dashboard's settings"


class Session:
    """One visitor on one page."""

    def __init__(self, server: Server, page: str) -> None:
        self.server, self.page = server, page
        self.socket = connect(f"ws://127.0.0.1:{server.port}/_stcore/stream", origin=server.url, max_size=None)

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


def cpu_milliseconds(session: Session, runs: int) -> float:
    """Processor time of the server for one rerun, mean of `runs`."""
    before = session.server.cpu_seconds()
    for _ in range(runs):
        session.rerun()
    time.sleep(0.05)
    return 1000 * (session.server.cpu_seconds() - before) / runs


def measure(rounds: int, runs: int) -> dict[str, float]:
    """CPU milliseconds of a rerun by page, and of the two empty apps."""
    with dashboard() as server, empty_app(own_settings=False) as defaults, empty_app(own_settings=True) as same:
        sessions = {DEFAULTS: Session(defaults, ""), SAME: Session(same, "")}
        sessions |= {name: Session(server, "" if name == "overview" else name) for name in PAGES}
        for session in sessions.values():
            for _ in range(3):
                session.rerun()
        # The server's own preparations must be over, or they would be counted.
        time.sleep(3)
        found = {name: [] for name in sessions}
        for _ in range(rounds):
            for name, session in sessions.items():
                found[name].append(cpu_milliseconds(session, runs))
    return {name: statistics.median(values) for name, values in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    found = measure(options.rounds, options.runs)
    print(f"{'page':<34}{'CPU ms':>8}{'× empty, defaults':>20}{'× empty, same settings':>24}")
    for name, value in found.items():
        print(f"{name:<34}{value:>8.1f}{value / found[DEFAULTS]:>20.2f}{value / found[SAME]:>24.1f}")


if __name__ == "__main__":
    main()
