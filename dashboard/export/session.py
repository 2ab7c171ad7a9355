"""A session as one file: the texts, every setting, and the report, so that it opens on another machine as it was.

The file `NAME.parallax` is a zip of two JSON files: `session.json` (format, version, corpus, settings, report) and
`texts.json` (the texts, block by block). Nothing in it is run, and nothing is written to disk to open it.
"""

from __future__ import annotations

import io
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis import AnalysisError, Corpus

from .. import __version__
from . import session_json as shape
from .errors import ExportError
from .report import Basket

FORMAT = 1
ENDING = "parallax"
SESSION, TEXTS = "session.json", "texts.json"
MOST_BYTES = 200_000_000
MOST_MEMBERS = 20
# Small values cost far more room in memory than in a file; so many are more than 200 MB of prose have.
MOST_VALUES = 10_000_000
_EPOCH = (1980, 1, 1, 0, 0, 0)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What Python raises on a zip whose bytes have been changed.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
    LookupError, OverflowError,
)  # fmt: skip

NOT_OURS = (
    "This is no session of Parallax: choose a file that was saved on the Report page; its name ends in .parallax."
)
DAMAGED = "This file is damaged or cut off: copy it again, or ask for it to be saved again."


@dataclass(frozen=True, eq=False)
class Session:
    """What a visitor has at hand: the whole corpus, the values of the controls by key, the report and its title.

    version: of the Parallax that saved it.
    """

    corpus: Corpus
    basket: Basket = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    title: str = ""
    version: str = __version__


def pack(session: Session) -> bytes:
    """The session as a file; the same session gives the same bytes."""
    about = {
        "format": FORMAT,
        "parallax": session.version,
        "title": session.title,
        "corpus": shape.corpus_as_json(session.corpus),
        "settings": shape.settings_as_json(session.settings),
        "basket": shape.basket_as_json(session.basket),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in ((SESSION, about), (TEXTS, shape.texts_as_json(session.corpus))):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system, member.external_attr = 3, 0o644 << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, json.dumps(value, ensure_ascii=False, indent=1).encode())
    return content.getvalue()


def open_session(path: str | Path) -> Session:
    """The session in a file on disk. ExportError where there is none, or it cannot be used."""
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "that is no name of a file").lower()
        raise ExportError(f"{Path(path).name} cannot be opened ({why}): check its name and its folder.") from None
    return unpack(content)


def unpack(content: bytes) -> Session:
    """The session in a file.

    ExportError, one sentence, where it is no session, damaged, too large, from a newer Parallax, or holds other texts
    than it was saved with.
    """
    with _opened(content) as archive:
        about = _json(_member(archive, SESSION), SESSION)
        _require_known_format(about)
        texts = _json(_member(archive, TEXTS), TEXTS)
    try:
        session = Session(
            corpus=shape.corpus_from_json(about.get("corpus"), texts),
            basket=shape.basket_from_json(about.get("basket")),
            settings=shape.settings_from_json(about.get("settings")),
            title=_words(about, "title"),
            version=_words(about, "parallax"),
        )
        fingerprint = shape.fingerprint_as_saved(about["corpus"], session.corpus)
    except AnalysisError as error:
        raise ExportError(f"The texts in this file make no corpus: {error}") from None
    except (ValueError, TypeError, OverflowError) as error:
        raise _unreadable(str(error)) from None
    if fingerprint != about["corpus"].get("fingerprint"):
        raise ExportError(
            "The texts in this file are not those it was saved with: they were changed afterwards; ask for the file again."
        )
    return session


def _opened(content: bytes) -> zipfile.ZipFile:
    if not content.startswith(b"PK"):
        raise ExportError(NOT_OURS if content else "This file is empty: copy it again.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGE:
        raise ExportError(DAMAGED) from None
    names = archive.namelist()
    if len(names) > MOST_MEMBERS or names.count(SESSION) != 1:
        raise ExportError(NOT_OURS)
    return archive


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of the zip, read no further than is allowed: the size that a zip tells of itself may be wrong."""
    if archive.namelist().count(name) != 1:
        raise ExportError(DAMAGED)
    member = archive.getinfo(name)
    if member.compress_type not in _METHODS or member.flag_bits & 1:
        raise ExportError(NOT_OURS)
    try:
        with archive.open(member) as file:
            content = file.read(MOST_BYTES + 1)
    except _DAMAGE:
        raise ExportError(DAMAGED) from None
    if len(content) > MOST_BYTES:
        raise ExportError(f"This file unpacks to more than {MOST_BYTES // 1_000_000} MB: save it with fewer texts.")
    return content


def _json(content: bytes, name: str) -> object:
    try:
        text = content.decode("utf-8")
        if sum(map(text.count, '[{",')) > MOST_VALUES:
            raise ExportError("This file holds too many values to be opened: save it with fewer texts.")
        value = json.loads(text)
        if "\\ud" in text.lower():
            # Half a character pair can be written in JSON, but neither shown nor counted.
            json.dumps(value, ensure_ascii=False).encode()
    except ExportError:
        raise
    except (ValueError, RecursionError):
        raise _unreadable(f"{name} is no JSON") from None
    return value


def _require_known_format(about: object) -> None:
    if not isinstance(about, dict) or type(about.get("format")) is not int or about["format"] < 1:
        raise _unreadable("it names no format")
    if about["format"] > FORMAT:
        version = str(about.get("parallax"))[:20]
        raise ExportError(
            f"This file was made by Parallax {version}, which is newer than this one ({__version__}): update Parallax to open it."
        )


def _words(about: dict[str, object], name: str) -> str:
    value = about.get(name)
    if not isinstance(value, str):
        raise shape.ShapeError(name)
    return value


def _unreadable(where: str) -> ExportError:
    return ExportError(f"This session cannot be read ({where[:150]}): ask for it to be saved again.")
