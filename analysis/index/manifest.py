"""The manifest of an index: what it is, which files belong to it, and whether they are whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from ..errors import CorpusError

FORMAT, VERSION = "parallax-index", 2
MANIFEST = "manifest.json"
# Files up to this size are compared letter by letter whenever an index is opened; of larger ones the size.
SMALL = 1 << 23
_PIECE = 1 << 24
_NO_INDEX = "no index: make one with python -m dashboard index SOURCE INDEX."
_AGAIN = "make the index again from its texts"


def is_index(path: Path) -> bool:
    """Is this the folder of an index, whole or not?"""
    try:
        with (path / MANIFEST).open(encoding="utf-8") as file:
            return FORMAT in file.read(200)
    except (OSError, UnicodeDecodeError):
        return False


def write_manifest(folder: Path, about: Mapping[str, object]) -> None:
    """Note all files that stand in a folder, and what they are of."""
    files = {file.name: {"bytes": file.stat().st_size, "blake2b": _digest(file)} for file in sorted(folder.iterdir())}
    content = {"format": FORMAT, "version": VERSION, **about, "files": files}
    content["blake2b"] = _digest_of(content)
    (folder / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def read_manifest(folder: Path) -> dict[str, object]:
    """The manifest of an index whose files all have their sizes, and the small ones their content.

    CorpusError, one sentence, where it is no index, of a newer kind, or damaged.
    """
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise CorpusError(f"{folder.name} is {_NO_INDEX}") from None
    except OSError as error:
        raise CorpusError(
            f"{folder.name} is no index that can be read ({(error.strerror or 'refused').lower()}): check its name."
        ) from None
    except ValueError:
        raise _damaged(folder, MANIFEST, "cannot be read") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise CorpusError(f"{folder.name} is {_NO_INDEX}")
    version = content.get("version")
    if version != VERSION:
        older = isinstance(version, int) and version < VERSION
        raise CorpusError(
            f"The index {folder.name} is of version {str(version)[:20]}, this Parallax reads version {VERSION}: "
            f"{'' if older else 'update Parallax, or '}{_AGAIN}."
        )
    if content.pop("blake2b", None) != _digest_of(content):
        raise _damaged(folder, MANIFEST, "was changed")
    for name, noted in content["files"].items():
        _require_whole(folder, name, noted, whole=noted["bytes"] <= SMALL)
    return content


def check_index(folder: Path) -> None:
    """Compare every byte of an index with what was noted when it was made. CorpusError where something differs."""
    for name, noted in read_manifest(folder)["files"].items():
        _require_whole(folder, name, noted, whole=True)


def _require_whole(folder: Path, name: str, noted: Mapping[str, object], *, whole: bool) -> None:
    file = folder / name
    try:
        size = file.stat().st_size
    except OSError:
        raise _damaged(folder, name, "is missing") from None
    if size != noted["bytes"]:
        raise _damaged(folder, name, f"has {size:,} bytes and not {noted['bytes']:,}")
    if whole and _digest(file) != noted["blake2b"]:
        raise _damaged(folder, name, "was changed")


def _damaged(folder: Path, name: str, how: str) -> CorpusError:
    return CorpusError(f"The index {folder.name} is damaged ({name} {how}): {_AGAIN}.")


def _digest(file: Path) -> str:
    found = hashlib.blake2b(digest_size=16)
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _digest_of(content: Mapping[str, object]) -> str:
    """The digest of a manifest without its own."""
    return hashlib.blake2b(json.dumps(content, sort_keys=True).encode(), digest_size=16).hexdigest()
