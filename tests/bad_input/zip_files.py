"""ZIP archives."""

import io
import struct
import warnings
import zipfile

from .case import CANARY, PROSE, loads, refused
from .docx_files import GOOD as WORD_FILE
from .packing import packed

GOOD = packed({"a.txt": "The river was wide.", "sub/b.txt": "And slow."})


def nested(levels: int) -> bytes:
    content = packed({"ok.txt": "Too deep."})
    for _ in range(levels):
        content = packed({"ok.txt": PROSE, "inner.zip": content})
    return content


def lying() -> bytes:
    """Every size that the zip tells is 10 bytes."""
    content = packed({"big.txt": bytes(256_000_000)})
    return content.replace(struct.pack("<L", 256_000_000), struct.pack("<L", 10))


def linked() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, f"/tmp/{CANARY}")
        archive.writestr("ok.txt", PROSE)
    return content.getvalue()


def twice() -> bytes:
    content = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(content, "w") as archive:
        warnings.simplefilter("ignore")
        for name, words in (("same.txt", "The first."), ("same.txt", "The second."), ("SAME.TXT", "The third.")):
            archive.writestr(name, words)
    return content.getvalue()


def stored(**members: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, words in members.items():
            archive.writestr(f"{name}.txt", words)
    return content.getvalue()


def wrong_sum() -> bytes:
    return stored(a="The river was wide.", ok=PROSE).replace(b"The river was wide.", b"The river was wild.")


def method(number: int, flag: int) -> bytes:
    """One member, said to be packed by another method."""
    content = bytearray(stored(a=PROSE))
    for start, offset in ((content.find(b"PK\x03\x04"), 6), (content.find(b"PK\x01\x02"), 8)):
        struct.pack_into("<HH", content, start + offset, flag, number)
    return bytes(content)


ODD = {
    "CON.txt": "One.",
    "b" * 300 + ".txt": "Two.",
    "line\nbreak.txt": "Three.",
    "<b>bold</b>.txt": "Four.",
    "=1+1.txt": "Five.",
    "dot..txt": "Six.",
    "é.txt": "Seven.",
}
CASES = (
    loads("zip_ok.zip", lambda: GOOD, "The river was wide.", "And slow.", texts=2),
    refused("zip_bomb_flat.zip", lambda: packed({"zeros.txt": bytes(256_000_000)}), "more than 25 MB"),
    refused("zip_bomb_lying_size.zip", lying, "damaged"),
    refused("zip_bomb_many.zip", lambda: packed({f"{number}.txt": b"word " * 4_000_000 for number in range(6)}), "more than 100 MB"),
    refused("zip_too_many.zip", lambda: packed({f"{number}.txt": "word" for number in range(2_001)}), "more than 2,000 files"),
    loads("zip_nested_12.zip", lambda: nested(12), "The river was wide", lacks=("Too deep",), notice="left out"),
    refused("zip_quine_like.zip", lambda: packed({"self.zip": GOOD[:60]}), "holds no text"),
    loads("zip_absolute_path.zip", lambda: packed({"/etc/a.txt": "One.", "C:\\b.txt": "Two.", "\\\\host\\share\\c.txt": "Three.", "ok.txt": "Four."}), "One.", "Four.", texts=4),
    loads("zip_parent_path.zip", lambda: packed({"../../a.txt": "One.", "ok.txt": "Two."}), "One.", "Two.", texts=2),
    loads("zip_symlink.zip", linked, "The river was wide", notice="link"),
    loads("zip_duplicate_names.zip", twice, "The first.", "The second.", "The third.", texts=3),
    loads("zip_macos_junk.zip", lambda: packed({"__MACOSX/._a.txt": "junk", ".DS_Store": "junk", "Thumbs.db": "junk", "a.txt": PROSE}), "The river was wide", lacks=("junk",)),
    refused("zip_empty.zip", lambda: packed({}), "holds no text"),
    refused("zip_dirs_only.zip", lambda: packed({"a/": "", "a/b/": ""}), "holds no text"),
    refused("zip_truncated.zip", lambda: GOOD[: len(GOOD) // 2], "damaged or cut off"),
    loads("zip_bad_crc.zip", wrong_sum, "Every house along the bank", lacks=("wild",), notice="a.txt in zip_bad_crc.zip is damaged"),
    loads("zip_odd_names.zip", lambda: packed(ODD), "One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", texts=7),
    refused("zip_aes_method.zip", lambda: method(99, 1), "a.txt in zip_aes_method.zip"),
    refused("zip_locked.zip", lambda: method(0, 1), "password"),
    loads("zip_is_docx.zip", lambda: WORD_FILE, "The river was wide."),
    loads("zip_prefixed_data.zip", lambda: b"#!/bin/sh\nexit\n" + GOOD, "The river was wide.", texts=2),
    loads("zip_of_many_kinds.zip", lambda: packed({"a.docx": WORD_FILE, "b.md": f"# T\n\n{PROSE}", "c.csv": "title,text\nA,Third text.\n", "d.png": "no"}), "And slow.", "Third text.", texts=3, notice="another kind"),
    loads("zip_one_bad_file.zip", lambda: packed({"a.txt": PROSE, "b.docx": b"PK\x03\x04nothing"}), "The river was wide", notice="b.docx"),
    refused("zip_not_zip.zip", lambda: PROSE.encode(), "is no ZIP file"),
    refused("zip_rar.zip", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(400), "RAR"),
    refused("zip_7z.zip", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(400), "7z"),
)  # fmt: skip
