"""The process that reads files: it has little memory, little time, no network, and cannot write.

It is started by `guard`, takes files from its standard input and answers on its standard output, a frame each: the
length of a JSON head, the head, and for a file as many bytes as the head says.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import sys
import warnings
from typing import BinaryIO

MEMORY_BYTES = 1_500_000_000
SECONDS = 20
READY = {"ready": True}
_LENGTH = struct.Struct(">Q")
# What a reader has no business with: other hosts, other programs, other processes.
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.remove",
              "os.rename", "os.mkdir", "os.rmdir", "os.kill", "shutil.", "urllib.", "ftplib.", "smtplib.", "webbrowser.")  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def send(stream: BinaryIO, head: dict[str, object], body: bytes = b"") -> None:
    """One frame: a head, which is told how long its body is, and the body."""
    packed = json.dumps(head | {"bytes": len(body)}).encode()
    stream.write(_LENGTH.pack(len(packed)) + packed)
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO, most_bytes: int) -> tuple[dict[str, object], bytes] | None:
    """One frame, or None where the other side is gone or sends more than `most_bytes`."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(length)
    if size > most_bytes:
        return None
    head = json.loads(stream.read(size) or b"null")
    if not isinstance(head, dict) or head["bytes"] > most_bytes:
        return None
    body = stream.read(head["bytes"])
    return (head, body) if len(body) == head["bytes"] else None


def main() -> None:
    """Read files until nobody sends any more."""
    files, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever a library prints goes nowhere: the standard output is for answers.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    warnings.simplefilter("ignore")
    _import_what_reads()
    _shut_in()
    send(answers, READY)
    while (frame := receive(files, 1 << 40)) is not None:
        _allow_more_seconds()
        head, content = frame
        send(answers, *_answer(head, content))


def _answer(head: dict[str, object], content: bytes) -> tuple[dict[str, object], bytes]:
    """What one file holds, or in one sentence why it cannot be read; nothing of a reader's own words gets out."""
    from ..errors import CorpusError
    from .formats import read_file
    from .wire import pack_read, unpack_choices

    try:
        return {"status": "read"}, pack_read(read_file(head["name"], content, unpack_choices(head["choices"])))
    except CorpusError as error:
        return {"status": "refused"}, str(error).encode()
    except (MemoryError, RecursionError):
        return {"status": "too much"}, b""
    except Exception:
        # Damage that no reader has foreseen.
        return {"status": "damaged"}, b""


def _import_what_reads() -> None:
    """Import the readers, so that the first file need not wait for it and no limit is spent on it."""
    import importlib

    from .formats import FORMATS

    # Also what readers import only when they need it: once the memory is limited, there may be no room for that.
    modules = [f"{__package__}.{entry.module}" for entry in FORMATS.values()]
    for module in (*modules, f"{__package__}.archive", "python_calamine", "pyarrow.parquet"):
        with contextlib.suppress(ImportError):
            importlib.import_module(module)


def _shut_in() -> None:
    """Limit memory and time, and forbid all that reading does not need; what the system cannot limit, `guard` watches."""
    with contextlib.suppress(ImportError):
        import resource

        for limit, value in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (value, resource.getrlimit(limit)[1]))
    sys.addaudithook(_forbid)


def _allow_more_seconds() -> None:
    """So many seconds of work for the next file: the system counts from the process's beginning."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _forbid(event: str, arguments: tuple) -> None:
    """Refuse what a reader may not do."""
    if event == "open":
        _, mode, flags = arguments
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITES):
            raise PermissionError("a reader writes nothing")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader does not use {event}")


if __name__ == "__main__":
    main()
