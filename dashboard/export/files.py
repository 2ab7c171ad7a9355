"""Files on disk: names that every system takes, and writing that leaves the old file or the new one, never half of one."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
import unicodedata
from pathlib import Path

from .errors import ExportError

LONGEST = 80
# Names that Windows keeps for devices, with any ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
_MARK = ".parallax-"


def file_name(title: str, ending: str) -> str:
    """A name made of a title: letters and digits of any script, joined by dashes; never empty, never a device."""
    stem = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", title).lower()).replace("_", "-")
    stem = re.sub(r"-+", "-", stem).strip("-")[:LONGEST].strip("-")
    if not stem or stem in _DEVICES:
        stem = f"parallax-{stem}".strip("-")
    return f"{stem}.{ending}"


def write(path: Path, content: bytes) -> None:
    """Put content into a file: first beside it, then in its place, so that a stop half way leaves the old file whole.

    ExportError where the folder is not there or takes nothing, or the disk is full.
    """
    partial = None
    try:
        sweep(path)
        handle, name = tempfile.mkstemp(prefix=f"{_MARK}{path.name[:40]}-", dir=path.parent)
        partial = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a file for its owner alone; a saved file gets what a new file would have, or keeps what it had.
        partial.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        partial.replace(path)
    except OSError as error:
        raise ExportError(f"{path.name} cannot be saved in {path.parent}: {_reason(error)}.") from None
    except ValueError:
        raise ExportError(f"{str(path)[:60]!r} is no name for a file: choose another.") from None
    finally:
        if partial:
            with contextlib.suppress(OSError):
                partial.unlink()


def sweep(path: Path) -> None:
    """Take away what a killed writer has left beside a file."""
    for left in path.parent.glob(f"{_MARK}{_literal(path.name[:40])}-????????"):
        with contextlib.suppress(OSError):
            left.unlink()


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    told = {
        "ENOSPC": "the disk is full; make room or choose another folder",
        "EDQUOT": "your share of the disk is full; make room or choose another folder",
        "EACCES": "writing is not allowed there; choose another folder",
        "EPERM": "writing is not allowed there; choose another folder",
        "EROFS": "the disk can only be read; choose another folder",
        "ENOENT": "there is no such folder; make it first or choose another",
        "ENOTDIR": "there is no such folder; make it first or choose another",
        "EISDIR": "that is a folder; add a name for the file",
        "ENAMETOOLONG": "the name is too long; choose a shorter one",
    }
    return told.get(errno.errorcode.get(error.errno or 0, ""), (error.strerror or "the system refuses").lower())
