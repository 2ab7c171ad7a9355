"""Packed files: what may be unpacked, in memory and by counting, and the texts in a ZIP archive."""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator

from ..errors import CorpusError
from .reading import Read, ReadingChoices, shown_name

MOST_MEMBERS = 2_000
MOST_MEMBER_BYTES = 25_000_000
MOST_UNPACKED_BYTES = 100_000_000
_STEP = 65_536
# What Python raises on a zip whose bytes are damaged.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, LookupError, OverflowError,
)  # fmt: skip
_OTHER_PACKERS = {
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
}
_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_JUNK = {"thumbs.db", "desktop.ini", ".ds_store"}
_IN_UTF_8 = 0x800

ReadMember = Callable[[str, bytes, ReadingChoices], Read]


class TooLarge(CorpusError):
    """A packed file unpacks to more than is allowed."""


def open_zip(name: str, content: bytes) -> zipfile.ZipFile:
    """A packed file, of which nothing is unpacked yet. CorpusError where it is none, damaged, or holds too many files."""
    if not content:
        raise CorpusError(f"{name} is empty: check that it was saved, or choose another file.")
    other = next((what for start, what in _OTHER_PACKERS.items() if content.startswith(start)), None)
    if other:
        raise CorpusError(f"{name} is {other}: unpack it first, or pack the files as .zip.")
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        names = packed.namelist()
    except DAMAGE:
        whole = b"PK" in content[:4]
        why = "is damaged or cut off: copy it again" if whole else "is no ZIP file: give it the ending of what it is"
        raise CorpusError(f"{name} {why}.") from None
    if len(names) > MOST_MEMBERS:
        raise CorpusError(f"{name} holds more than {MOST_MEMBERS:,} files: cut it into parts.")
    return packed


def unpack(packed: zipfile.ZipFile, member: zipfile.ZipInfo | str, most: int = MOST_MEMBER_BYTES) -> bytes:
    """One file of a zip, counted while it is read: what a zip says of its sizes may be wrong.

    TooLarge where it is larger than `most`; KeyError where there is none; the errors of `DAMAGE` where it is damaged.
    """
    parts, size = [], 0
    with packed.open(member) as file:
        while part := file.read(_STEP):
            size += len(part)
            if size > most:
                raise TooLarge(f"unpacks to more than {most // 1_000_000} MB")
            parts.append(part)
    return b"".join(parts)


def kind_of_zip(content: bytes) -> str:
    """What a packed file is: "docx", "xlsx", "odt" or another OpenDocument kind, "zip"; "" where it is no zip."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        names = set(packed.namelist())
        if "mimetype" in names:
            kind = unpack(packed, "mimetype", 200).decode("ascii", "ignore")
            if "opendocument" in kind:
                return {"text": "odt", "spreadsheet": "ods"}.get(kind.rpartition(".")[2], "odf")
    except (CorpusError, *DAMAGE):
        return ""
    return next((kind for part, kind in _PARTS.items() if part in names), "zip")


def read_zip(
    name: str, content: bytes, choices: ReadingChoices, read_member: ReadMember, endings: Collection[str]
) -> Read:
    """The texts in a zip, each read by `read_member`; what cannot be read is told, the others load. endings: of the
    files that are tried.

    Nothing is written; folders, links, other zips and what systems hide are passed over. CorpusError where no text is
    left.
    """
    packed = open_zip(name, content)
    drafts, notices, unpacked = [], [], 0
    for member, shown in _members(packed, name, endings, notices):
        inner = _unpacked(packed, member, f"{shown} in {name}", notices)
        unpacked += len(inner)
        if unpacked > MOST_UNPACKED_BYTES:
            raise CorpusError(f"{name} unpacks to more than {MOST_UNPACKED_BYTES // 1_000_000} MB: cut it into parts.")
        try:
            read = read_member(shown, inner, choices) if inner else Read()
        except CorpusError as error:
            notices.append(str(error))
        else:
            drafts += read.drafts
            notices += [*read.notices, *filter(None, [read.question])]
    if not drafts:
        told = " ".join(notices[:3])
        raise CorpusError(
            f"{name} holds no text that can be read{': ' + told if told else ', and no file of a known kind.'}"
        )
    return Read(tuple(drafts), tuple(notices))


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo, shown: str, notices: list[str]) -> bytes:
    """The bytes of a member; none, and a notice, where they cannot be had."""
    try:
        inner = unpack(packed, member)
    except TooLarge as error:
        notices.append(f"{shown} {error}: it is left out.")
    except (NotImplementedError, *DAMAGE) as error:
        notices.append(f"{shown} {_why(error)}: it is left out.")
    else:
        if not inner:
            notices.append(f"{shown} is empty: it is left out.")
        return inner
    return b""


def _why(error: Exception) -> str:
    if isinstance(error, NotImplementedError):
        return "is packed in a way that is not read here"
    if "password" in str(error) or "encrypted" in str(error):
        return "is locked with a password"
    return "is damaged"


def _members(
    packed: zipfile.ZipFile, name: str, endings: Collection[str], notices: list[str]
) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The files of a zip that may be texts, each with the name it is shown by, which no other has."""
    taken: set[str] = set()
    left_out = {"packed file": 0, "link": 0, "file of another kind": 0}
    for member in packed.infolist():
        path = _name_of(member).replace("\\", "/")
        parts = path.split("/")
        if member.is_dir() or "__MACOSX" in parts or parts[-1].startswith(".") or parts[-1].lower() in _JUNK:
            continue
        if stat.S_ISLNK(member.external_attr >> 16):
            left_out["link"] += 1
        elif path.lower().endswith(".zip"):
            left_out["packed file"] += 1
        elif parts[-1].lower().rpartition(".")[2] not in endings:
            left_out["file of another kind"] += 1
        else:
            yield member, _untaken(shown_name(parts[-1]), taken)
    for what, number in left_out.items():
        if number:
            many = what.replace("file", "files").replace("link", "links") if number > 1 else what
            notices.append(f"{number:,} {many} in {name} {'are' if number > 1 else 'is'} left out.")


def _name_of(member: zipfile.ZipInfo) -> str:
    """A member's name; old packers write the bytes of their system, which Python reads as those of the first PC."""
    if member.flag_bits & _IN_UTF_8:
        return member.filename
    try:
        raw = member.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "cp1252"):
        try:
            return unicodedata.normalize("NFC", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return member.filename


def _untaken(name: str, taken: set[str]) -> str:
    """The name, with "(2)" before its ending where another file has it."""
    stem, dot, ending = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem} ({number}){dot}{ending}" if stem else f"{name} ({number})"
    taken.add(free)
    return free
