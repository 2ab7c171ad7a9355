"""Reading files of unknown origin: in processes of their own, which are replaced when one of them dies of a file."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType

import psutil

from ..errors import CorpusError
from .reading import Read, ReadingChoices, shown_name
from .reading_process import MEMORY_BYTES, SECONDS, receive, send
from .wire import pack_choices, unpack_read

ROOT = Path(__file__).resolve().parents[2]
# What was read, as it travels: far more than a text of the greatest length, a table of the most texts.
MOST_ANSWER_BYTES = 120_000_000
START_SECONDS = 120
LOOK_SECONDS = 0.1
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "HOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL")

TOO_LONG = "{name} was given up after {seconds} seconds of reading: save it as plain text (.txt), or cut it into parts."
TOO_MUCH = (
    "{name} needs more memory to be read than a file may have: save it as plain text (.txt), or cut it into parts."
)
DAMAGED = "{name} is damaged or not what its ending says: open it in the program that made it and save it anew."
FATAL = "{name} stopped the reader, as damaged files do: open it in the program that made it and save it anew."


class FileReaders:
    """Some processes that read files, each one file at a time. Use it with `with`, or call `close`.

    Whatever a file does to its process, the caller gets texts or one sentence, and the next file a fresh process.
    """

    def __init__(self, size: int = 2) -> None:
        self._free: queue.Queue[_Process] = queue.Queue()
        self._all = threading.Lock()
        self._processes = [_Process() for _ in range(size)]
        for process in self._processes:
            self._free.put(process)

    def read(self, name: str, content: bytes, choices: ReadingChoices = ReadingChoices()) -> Read:
        """The texts in a file, as `formats.read_file` reads them. CorpusError, one sentence, where it cannot be read."""
        process = self._free.get()
        try:
            if not process.is_ready:
                # Killed while it began or had no file: no file is to blame.
                process.end()
                process = self._replace(process)
            return process.read(name, content, choices)
        finally:
            if not process.alive:
                process = self._replace(process)
            self._free.put(process)

    def _replace(self, dead: _Process) -> _Process:
        fresh = _Process()
        with self._all:
            self._processes[self._processes.index(dead)] = fresh
        return fresh

    @property
    def process_ids(self) -> list[int]:
        """The processes there are now."""
        with self._all:
            return [process.pid for process in self._processes]

    def close(self) -> None:
        """End all processes."""
        for process in self._processes:
            process.end()

    def __enter__(self) -> FileReaders:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class _Process:
    """One process that reads files, begun at once and waited for when it is needed."""

    def __init__(self) -> None:
        kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        self._popen = subprocess.Popen(
            [sys.executable, "-m", "analysis.texts.reading_process"],
            cwd=ROOT,
            # More threads of the number libraries would only take room, as would a store of memory kept for later.
            env=kept | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers: queue.Queue[tuple[dict[str, object], bytes] | None] = queue.Queue()
        self._ready = False
        self.alive = True
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def pid(self) -> int:
        """The number the system knows the process by."""
        return self._popen.pid

    @property
    def is_ready(self) -> bool:
        """Is it there and has begun? Waits until it has."""
        with contextlib.suppress(_GivenUp):
            self._ready = self._ready or self._answer(START_SECONDS) is not None
        return self._ready and self._popen.poll() is None

    def read(self, name: str, content: bytes, choices: ReadingChoices) -> Read:
        """Read one file; whoever kills the process, the answer is a sentence."""
        told = {"name": shown_name(name), "seconds": SECONDS}
        if not self.is_ready:
            self.end()
            raise CorpusError(f"The reader of files does not start, so {told['name']} was not read: try again.")
        with contextlib.suppress(OSError):
            send(self._popen.stdin, {"name": name, "choices": pack_choices(choices)}, content)
        try:
            answer = self._answer(SECONDS)
        except _GivenUp as given_up:
            self.end()
            raise CorpusError(str(given_up).format(**told)) from None
        if answer is None:
            self.end()
            raise CorpusError((TOO_LONG if self._ran_out_of_time() else FATAL).format(**told))
        head, body = answer
        if head["status"] == "read":
            return unpack_read(body)
        if head["status"] == "refused":
            raise CorpusError(body.decode())
        if head["status"] == "damaged":
            raise CorpusError(DAMAGED.format(**told))
        # A process that has met the limit of its memory may be short of it from then on.
        self.end()
        raise CorpusError(TOO_MUCH.format(**told))

    def _answer(self, seconds: float) -> tuple[dict[str, object], bytes] | None:
        """The next answer; None where the process is gone. _GivenUp when it takes too long or too much memory."""
        end = time.monotonic() + seconds
        while True:
            try:
                return self._answers.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                if time.monotonic() > end:
                    raise _GivenUp(TOO_LONG) from None
                if self._memory() > MEMORY_BYTES:
                    raise _GivenUp(TOO_MUCH) from None

    def _memory(self) -> int:
        """Bytes that the process holds: not every system lets a process limit its own."""
        try:
            return psutil.Process(self.pid).memory_info().rss
        except psutil.Error:
            return 0

    def _ran_out_of_time(self) -> bool:
        """Did the system end it for the time it used?"""
        import signal

        return self._popen.wait(timeout=5) == -getattr(signal, "SIGXCPU", 0) != 0

    def _listen(self) -> None:
        """Pass on what the process answers, and then that it is gone."""
        frame: tuple[dict[str, object], bytes] | None = ({}, b"")
        while frame is not None:
            try:
                frame = receive(self._popen.stdout, MOST_ANSWER_BYTES)
            except (OSError, ValueError):
                frame = None
            self._answers.put(frame)

    def end(self) -> None:
        """End the process, whatever it does."""
        self.alive = False
        self._popen.kill()
        self._popen.wait()
        for stream in (self._popen.stdin, self._popen.stdout):
            with contextlib.suppress(OSError, ValueError):
                stream.close()


class _GivenUp(Exception):
    """A file takes more than it may; the text is the sentence to be said, without its values."""
