"""Other processes, or other machines, that read and count large corpora: dask.distributed, started when it is needed."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from .errors import AnalysisError, OptionError

Answer = TypeVar("Answer")
ROOT = Path(__file__).resolve().parents[1]
# A piece of work is given up when so many workers have died of it.
TRIES = 3
# So long a scheduler has to answer.
SECONDS = 10
_MISSING = (
    "Work by several processes needs the package distributed: install it with "
    "pip install -r analysis/requirements-cluster.txt."
)


class Cluster:
    """Workers of a scheduler of dask, or processes of this machine that are started at the first piece of work.

    scheduler: its address, such as tcp://10.0.0.5:8786; its workers must see this program and the same folders.
    processes: how many to start where there is no scheduler. Use it with `with`, or call `close`.
    """

    def __init__(self, *, processes: int | None = None, scheduler: str | None = None) -> None:
        if find_spec("distributed") is None:
            raise OptionError(_MISSING)
        if processes is not None and processes < 1:
            raise OptionError(f"The number of workers must be 1 or more; not {processes}.")
        self._processes = processes or os.cpu_count() or 1
        self._scheduler = scheduler
        self._starting = threading.Lock()
        self._client = None
        self._own: subprocess.Popen[bytes] | None = None

    def each(self, task: Callable[..., Answer], pieces: Sequence[tuple[object, ...]]) -> Iterator[Answer]:
        """`task(*piece)` of each piece, in the order of the pieces.

        A piece whose worker dies is done again by another. AnalysisError, one sentence, where all of them die or the
        scheduler is gone.
        """
        from distributed import CancelledError, KilledWorker, wait

        client = self._started()
        # What dask itself would take for the same work would share one answer: each is done by itself.
        futures = [client.submit(task, *piece, pure=False, retries=0) for piece in pieces]
        try:
            for future in futures:
                wait([future])
                yield future.result()
        except KilledWorker:
            raise AnalysisError(
                f"{TRIES} workers died of the same piece of work, perhaps for want of memory: take fewer workers, or "
                "machines with more memory."
            ) from None
        except (OSError, TimeoutError, CancelledError):
            # The next piece of work begins with new ones.
            self.close()
            raise AnalysisError("The workers cannot be reached any more: try again, or with fewer of them.") from None
        finally:
            with contextlib.suppress(OSError, TimeoutError, RuntimeError):
                client.cancel(futures)

    def _started(self):  # noqa: ANN202 -- the library is loaded only where it is used
        with self._starting:
            if self._client is None:
                # What goes wrong is told in a sentence, not with the library's own words.
                for name in ("distributed", "distributed.client"):
                    logging.getLogger(name).setLevel(logging.CRITICAL)
                self._client = self._connected() if self._scheduler else self._local()
            return self._client

    def _connected(self):  # noqa: ANN202
        from distributed import Client

        try:
            return Client(self._scheduler, timeout=SECONDS)
        except (OSError, TimeoutError, ValueError):
            raise AnalysisError(
                f"No scheduler answers at {self._scheduler}: check the address, such as tcp://10.0.0.5:8786, and that "
                "dask scheduler runs there in the same version."
            ) from None

    def _local(self):  # noqa: ANN202
        from distributed import Client, Security

        self._own = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.cluster_process", str(self._processes)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        line = self._own.stdout.readline()
        if not line:
            self._end_own()
            raise AnalysisError(f"The {self._processes} workers do not start: take fewer, or make room in memory.")
        told = json.loads(line)
        secrets = {name: pem for name, pem in told.items() if name != "address"}
        security = Security(require_encryption=True, **secrets)
        # On one machine what is found need not go through the scheduler.
        return Client(told["address"], security=security, timeout=SECONDS, direct_to_workers=True)

    def _end_own(self) -> None:
        if self._own is not None:
            for stream in (self._own.stdin, self._own.stdout):
                stream.close()
            try:
                self._own.wait(SECONDS)
            except subprocess.TimeoutExpired:
                self._own.kill()
                self._own.wait()
            self._own = None

    def close(self) -> None:
        """End the processes that were started, and leave the scheduler."""
        with self._starting:
            if self._client is not None:
                with contextlib.suppress(OSError, TimeoutError):
                    self._client.close()
                self._client = None
            self._end_own()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
