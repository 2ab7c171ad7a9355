"""What a text is made of: blocks of words, each with a role. Nothing of a text is thrown away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES = {
    "body": "The running text of the author",
    "heading": "Title and section headings",
    "abstract": "Abstract",
    "note": "Footnotes and endnotes",
    "reference": "List of references",
    "caption": "Captions of pictures and tables",
    "byline": "Author, date, affiliation, biography",
    "boilerplate": "Page furniture, keywords, other matter",
}


# Stands between two blocks in the text of a document.
BLOCK_BREAK = "\n\n"


@dataclass(frozen=True)
class Block:
    """One paragraph, heading or note.

    `marks` are the note marks that stood in the block: (offset in `text`, label), in order.
    `label` is a note's own mark; `level` a heading's rank, 1 for the title.
    """

    role: str
    text: str
    level: int = 0
    label: str = ""
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Text:
    """One text: its name, its metadata and its blocks in order."""

    document_id: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, object] = field(default_factory=dict)


def block_starts(text: Text) -> list[int]:
    """Offset of each block in the text of its document."""
    starts, start = [], 0
    for block in text.blocks:
        starts.append(start)
        start += len(block.text) + len(BLOCK_BREAK)
    return starts


def tidy(text: str) -> str:
    """Composed Unicode (NFC), every run of white space one space, ends trimmed."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Blocks of a text without markup: each line that is not empty is one body paragraph."""
    lines = (tidy(line) for line in text.splitlines())
    return tuple(Block("body", line) for line in lines if line)
