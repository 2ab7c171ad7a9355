"""Fonts of this computer for letters that the font of the pages lacks: Chinese, Arabic, Thai and others in a cloud."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

# Where Linux, macOS and Windows keep fonts.
FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/System/Library/Fonts",
    "/Library/Fonts", "~/Library/Fonts", "%WINDIR%/Fonts",
)  # fmt: skip
# Families with many letters, as the names of their files begin, the best first; of each the bold one before the others.
_FAMILIES = (
    "notosanscjk", "notosanssc", "notosanstc", "sourcehansans", "pingfang", "hiragino", "msyh", "msjh", "simhei", "wqy",
    "droidsansfallback", "notosansjp", "meiryo", "yugoth", "notosanskr", "malgun", "arialunicode", "arialuni", "notosans",
    "dejavusans", "segoeui", "tahoma", "leelawui", "nirmala", "geeza", "freesans",
)  # fmt: skip
_ENDINGS = {".ttf", ".otf", ".ttc"}
# The bit by which a font forbids that it is put into files.
_RESTRICTED = 0x2


def font_for(letters: str, usual: Path) -> Path:
    """The font that has most of these letters: the usual one, or the first of this computer that has more."""
    wanted = frozenset(letters)
    best, lacking = usual, wanted - _letters_of(usual)
    for file in _system_fonts() if lacking else ():
        without = wanted - _letters_of(file)
        if len(without) < len(lacking):
            best, lacking = file, without
        if not lacking:
            break
    return best


def unseen(words: Iterable[str], letters: str, usual: Path) -> list[str]:
    """The words that no single font here can show in whole, in their order."""
    known = _letters_of(font_for(letters, usual))
    return [word for word in words if not known.issuperset(word)]


@cache
def _system_fonts() -> tuple[Path, ...]:
    found = {file: _rank(file) for file in _files()}
    return tuple(sorted((file for file, rank in found.items() if rank), key=lambda file: (found[file], str(file))))


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        place = Path(os.path.expandvars(folder)).expanduser()
        if place.is_absolute() and place.is_dir():
            yield from (file for file in place.rglob("*") if file.suffix.lower() in _ENDINGS)


def _rank(file: Path) -> tuple[int, bool] | None:
    name = file.stem.lower().replace("-", "").replace(" ", "")
    family = next((place for place, start in enumerate(_FAMILIES) if name.startswith(start)), None)
    return None if family is None or "italic" in name or "oblique" in name else (family, "bold" not in name)


@cache
def _letters_of(file: Path) -> frozenset[str]:
    """The letters of a font; none where it cannot be read or may not be put into a file."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(file, fontNumber=0, lazy=True) as font:
            if font["OS/2"].fsType & _RESTRICTED:
                return frozenset()
            return frozenset(map(chr, font.getBestCmap() or ()))
    except (OSError, KeyError, TTLibError):
        return frozenset()
