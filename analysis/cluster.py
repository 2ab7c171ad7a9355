"""Other processes, or other machines, that read and count large corpora: dask.distributed, started when it is needed."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from types import TracebackType
from typing import TypeVar

from .errors import AnalysisError, OptionError

Answer = TypeVar("Answer")
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
        self._client = self._own = None

    def each(self, task: Callable[..., Answer], pieces: Sequence[tuple[object, ...]]) -> Iterator[Answer]:
        """`task(*piece)` of each piece, in the order of the pieces.

        A piece whose worker dies is done again by another. AnalysisError, one sentence, where all of them die or the
        scheduler is gone.
        """
        from distributed import KilledWorker, wait

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
        except (OSError, TimeoutError) as error:
            raise AnalysisError(f"The workers cannot be reached any more ({error}): start them again.") from None
        finally:
            client.cancel(futures)

    def _started(self):  # noqa: ANN202 -- the library is loaded only where it is used
        with self._starting:
            if self._client is None:
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
        import dask
        from distributed import Client, LocalCluster

        dask.config.set({"distributed.scheduler.allowed-failures": TRIES - 1})
        self._own = LocalCluster(
            n_workers=self._processes,
            threads_per_worker=1,
            # Nobody else on this machine can give the workers anything to do.
            security=True,
            host="127.0.0.1",
            # Pages of an index that a worker has looked at would count as its memory.
            memory_limit=None,
            dashboard_address=None,
        )
        return Client(self._own)

    def close(self) -> None:
        """End the processes that were started, and leave the scheduler."""
        with self._starting:
            for opened in (self._client, self._own):
                if opened is not None:
                    with contextlib.suppress(OSError, TimeoutError):
                        opened.close()
            self._client = self._own = None

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
