"""The dashboard and an empty Streamlit app, each served by a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
EMPTY = 'import streamlit as st\n\nst.title("Empty")\n'


@dataclass(frozen=True)
class Server:
    """A running server: its process, its port, its address."""

    process: subprocess.Popen
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu_seconds(self) -> float:
        """Processor time the server has used so far, user and system (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def dashboard(*arguments: str, cwd: Path | None = None) -> Iterator[Server]:
    """The dashboard, started as the README says."""
    port = free_port()
    command = [sys.executable, str(ROOT / "dashboard"), "--no-browser", "--port", str(port), *arguments]
    with _running(command, port, cwd or ROOT) as server:
        yield server


@contextmanager
def empty_app(*, own_settings: bool) -> Iterator[Server]:
    """The smallest Streamlit app, with the dashboard's settings or with Streamlit's defaults."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(script),
            "--server.port",
            str(port),
            "--server.headless",
            "true",
        ]
        command += ["--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"]
        with _running(command, port, ROOT if own_settings else Path(folder)) as server:
            yield server


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def _running(command: list[str], port: int, cwd: Path) -> Iterator[Server]:
    process = subprocess.Popen(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_until_healthy(port, process)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_healthy(port: int, process: subprocess.Popen, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with exit code {process.returncode}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).read()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(f"no answer on port {port} after {seconds} s")
