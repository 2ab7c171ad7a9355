"""Bytes to letters, in a fixed order, so that the same bytes always give the same text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ..errors import CorpusError

# What can be chosen, with the name that people know.
ENCODINGS = {
    "utf_8": "Unicode (UTF-8)",
    "utf_16_le": "Unicode (UTF-16, little end first)",
    "utf_16_be": "Unicode (UTF-16, big end first)",
    "utf_32": "Unicode (UTF-32)",
    "cp1252": "Western Europe (Windows-1252)",
    "cp1250": "Central Europe (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8_r": "Cyrillic (KOI8-R)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "big5": "Chinese, traditional (Big5)",
    "shift_jis": "Japanese (Shift-JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "euc_kr": "Korean (EUC-KR)",
}
# Longer marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf_32"), (codecs.BOM_UTF32_BE, "utf_32"), (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF16_LE, "utf_16_le"), (codecs.BOM_UTF16_BE, "utf_16_be"),
)  # fmt: skip
# What is tried where most letters are no ASCII. Windows-1250 is not: it is taken too often for 1252.
_GUESSED = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256")
_SAMPLE = 60_000
# A Western text has few letters beyond ASCII, an Eastern one hardly any other.
_FEW = 0.25
_NOT_WESTERN = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# Where faulty bytes are kept while they are counted: letters for private use, of no script.
_FAULTS = 0xF700
_FAULT = re.compile("[\uf780-\uf7ff]")
_KEEP_FAULTS = "parallax-keep-faults"
_BINARY = {
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"MZ": "a program", b"\x7fELF": "a program",
    b"%PDF": "a PDF file: give it the ending .pdf", b"PK\x03\x04": "a packed file, such as Word or ZIP: give it its own ending",
    b"\xd0\xcf\x11\xe0": "an old Office file: save it as .docx or .xlsx", b"Rar!": "a RAR archive: unpack it first",
    b"7z\xbc\xaf": "a 7z archive: unpack it first", b"\x1f\x8b": "a packed file: unpack it first",
}  # fmt: skip
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding it was read in (a key of `ENCODINGS`), and a notice where that is in doubt, else ""."""

    text: str
    encoding: str
    notice: str = ""


def decode(name: str, content: bytes, encoding: str = "") -> Decoded:
    """The letters of a text file: as asked, else by its mark, else UTF-8, else UTF-16, else by a guess.

    CorpusError where the file is empty or no text at all.
    """
    if not content:
        raise CorpusError(f"{name} is empty: check that it was saved, or choose another file.")
    if encoding in ENCODINGS:
        return Decoded(content.decode(encoding, "replace"), encoding)
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(_after(mark, marked), "replace"), marked)
    refuse_binary(name, content)
    return _utf_8(name, content) or _utf_16(content) or _guess(name, content)


def refuse_binary(name: str, content: bytes) -> None:
    """CorpusError where a file is no text but something that is known by how it begins."""
    what = next((what for start, what in _BINARY.items() if content.startswith(start)), None)
    if what and (len(what) > 9 or _share_of_controls(content) > 0.01):
        raise CorpusError(f"{name} is no text but {what}{'' if ':' in what else ': choose a text'}.")


def _after(mark: bytes, marked: str) -> str:
    """The encoding of what follows a mark."""
    return marked if marked != "utf_32" else "utf_32_le" if mark == codecs.BOM_UTF32_LE else "utf_32_be"


def _utf_8(name: str, content: bytes) -> Decoded | None:
    """As UTF-8, if it is that but for some bytes; these are then read as Windows-1252."""
    try:
        text = content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return _nearly_utf_8(name, content)
    return None if _utf_16_order(content) else Decoded(text, "utf_8")


def _nearly_utf_8(name: str, content: bytes) -> Decoded | None:
    """As UTF-8 where that explains more than chance: two files pasted together, or one cut off in the middle of a letter."""
    whole = _without_cut_letter(content)
    text = whole.decode("utf-8", _KEEP_FAULTS)
    faults = len(_FAULT.findall(text))
    letters = sum(letter > "\x7f" for letter in text) - faults
    # In a text of another encoding, bytes that happen to make a letter of UTF-8 are few.
    if letters * 2 < faults:
        return None
    if not faults:
        return Decoded(text, "utf_8")
    text = _FAULT.sub(lambda fault: bytes([ord(fault[0]) - _FAULTS]).decode("cp1252", "replace"), text)
    told = f"{name} is UTF-8 but for {faults:,} bytes, which were read as Windows-1252: look at its accents."
    return Decoded(text, "utf_8", told)


def _without_cut_letter(content: bytes) -> bytes:
    """The bytes without the beginning of a letter at their end.

    A byte that is a small letter with an accent in Windows-1252 is one, unless the text has letters of UTF-8.
    """
    cut = re.search(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z", content[-4:])
    if cut is None:
        return content
    before = content[: len(content) - len(cut[0])]
    single = len(cut[0]) == 1 and cut[0] >= b"\xe0"
    return content if single and before.isascii() else before


def _keep_fault(error: UnicodeError) -> tuple[str, int]:
    """Faulty bytes as letters of no script, to be counted and then read in another way."""
    return "".join(chr(_FAULTS + byte) for byte in error.object[error.start : error.end]), error.end


def _utf_16_order(content: bytes) -> str | None:
    """The order of UTF-16 without a mark: ASCII has a zero in every other byte; Chinese has spaces and stops that do."""
    sample = content[: _SAMPLE // 2 * 2]
    if len(sample) < 4 or len(content) % 2:
        return None
    low, high = sample[0::2], sample[1::2]
    for order, zeros, others in (("utf_16_le", high, low), ("utf_16_be", low, high)):
        if zeros.count(0) > 0.3 * len(zeros) and others.count(0) < 0.05 * len(others):
            return order
    return None


def _utf_16(content: bytes) -> Decoded | None:
    order = _utf_16_order(content) or _chinese_order(content)
    return Decoded(content.decode(order, "replace"), order) if order else None


def _chinese_order(content: bytes) -> str | None:
    """UTF-16 of Chinese letters: nearly every pair of bytes is a Han letter or a sign of that script."""
    if len(content) < 8 or len(content) % 2:
        return None
    for order in ("utf_16_le", "utf_16_be"):
        try:
            letters = content[: _SAMPLE // 2 * 2].decode(order)
        except UnicodeDecodeError:
            continue
        common = sum(
            "\u4e00" <= letter <= "\u9fff" or "\u3000" <= letter <= "\u30ff" or letter in "，。！？；：\r\n "
            for letter in letters
        )
        marks = sum(letter in "，。、的是了和在" for letter in letters)
        if common > 0.95 * len(letters) and marks > 0.03 * len(letters):
            return order
    return None


def _guess(name: str, content: bytes) -> Decoded:
    """By what the bytes look like; Windows-1252 where most are ASCII."""
    if _share_of_controls(content) > 0.1:
        raise CorpusError(f"{name} is no text: choose a text file, or save it as text first.")
    sample = content[:_SAMPLE]
    encoding = "cp1252"
    if not _is_western(sample):
        best = from_bytes(sample, cp_isolation=list(_GUESSED)).best()
        encoding = best.encoding if best is not None and best.encoding in ENCODINGS else "cp1252"
    notice = f"{name} was read as {ENCODINGS[encoding]}, which is a guess: look at its letters, and choose another if they are wrong."
    return Decoded(content.decode(encoding, "replace"), encoding, notice)


def _is_western(sample: bytes) -> bool:
    """Is it Windows-1252 by the share of its letters with accents, and without bytes that mean nothing there?"""
    accented = sum(byte >= 0xC0 for byte in sample)
    plain = len(re.findall(rb"[A-Za-z]", sample))
    return accented <= _FEW * (accented + plain) and not _NOT_WESTERN.search(sample)


def _share_of_controls(content: bytes) -> float:
    sample = content[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) / max(len(sample), 1)


codecs.register_error(_KEEP_FAULTS, _keep_fault)
