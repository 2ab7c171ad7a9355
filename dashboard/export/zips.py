"""ZIP files that are the same on each run: office files and archives without the hour they were made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

# The first date a ZIP can hold; what is written with it says nothing of when.
EPOCH = (1980, 1, 1, 0, 0, 0)
DATED = datetime(*EPOCH)


def packed(members: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files, in their order."""
    with zipfile.ZipFile(made := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            # Readable by all on systems that keep this; the value Python gives depends on the system.
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, content)
    return made.getvalue()


def repacked(content: bytes) -> bytes:
    """The same ZIP with the dates of its members taken out; their order stays, which office programs rely on."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed({info.filename: archive.read(info) for info in archive.infolist()})
