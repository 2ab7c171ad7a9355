"""What a text is made of: blocks of words, each with a role. Nothing of a text is thrown away."""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

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


class AnyText:
    """One text: its name, its metadata and its blocks in order, wherever they are kept."""

    document_id: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, object]

    def as_json(self) -> str:
        """Name, metadata and blocks as one line: two texts that differ in a letter differ in it."""
        content = [self.document_id, sorted((key, str(value)) for key, value in self.metadata.items())]
        content += [[block.role, block.text, block.level, block.label, block.marks] for block in self.blocks]
        return json.dumps(content, ensure_ascii=False)

    @cached_property
    def block_starts(self) -> list[int]:
        """Offset of each block in the text of its document."""
        sizes = (len(block.text) + len(BLOCK_BREAK) for block in self.blocks)
        return list(accumulate(sizes, initial=0))[:-1]

    def block_at(self, offset: int) -> tuple[int, Block]:
        """The block that stands at an offset of the text, and where it begins."""
        number = bisect_right(self.block_starts, offset) - 1
        return self.block_starts[number], self.blocks[number]

    @classmethod
    def blocks_at(cls, texts: Sequence[AnyText], offsets: Sequence[int]) -> list[tuple[int, Block]]:
        """`block_at` of many places: of each its text, all of this kind, and its offset there."""
        return [text.block_at(offset) for text, offset in zip(texts, offsets, strict=True)]

    def runs(self, roles: Collection[str]) -> Iterator[tuple[int, str]]:
        """Offset and words of each block of these roles; no BLOCK_BREAK is in them, for white space is all the same."""
        for start, block in zip(self.block_starts, self.blocks, strict=True):
            if block.role in roles:
                yield start, block.text.replace("\n", " ")


@dataclass(frozen=True)
class Text(AnyText):
    """A text with its blocks at hand."""

    document_id: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class PlainText(AnyText):
    """A text without markup: each line that is not empty one body paragraph. Its blocks are made when asked for.

    words: the paragraphs, tidy, parted by BLOCK_BREAK.
    """

    document_id: str
    words: str
    metadata: Mapping[str, object] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """A block a paragraph."""
        return tuple(Block("body", paragraph) for paragraph in self.words.split(BLOCK_BREAK) if paragraph)

    def block_at(self, offset: int) -> tuple[int, Block]:
        """The paragraph that stands at an offset, and where it begins."""
        before, after = self.words.rfind(BLOCK_BREAK, 0, offset), self.words.find(BLOCK_BREAK, offset)
        start = 0 if before < 0 else before + len(BLOCK_BREAK)
        return start, Block("body", self.words[start : after if after >= 0 else None])

    def runs(self, roles: Collection[str]) -> Iterator[tuple[int, str]]:
        """All paragraphs as one string, and its offset: a text of many lines costs no more than one of few."""
        if "body" in roles:
            yield 0, self.words


def tidy(text: str) -> str:
    """Composed Unicode (NFC), every run of white space one space, ends trimmed."""
    text = unicodedata.normalize("NFC", text).strip()
    # Most lines are tidy as they are, which is seen in a tenth of the time of writing them anew.
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def plain_words(text: str) -> str:
    """The lines of a text without markup, made tidy, those that are not empty parted by BLOCK_BREAK."""
    return BLOCK_BREAK.join(filter(None, map(tidy, text.splitlines())))


def plain_text(document_id: str, text: str, metadata: Mapping[str, object]) -> PlainText:
    """A text without markup, its lines made tidy."""
    return PlainText(document_id, plain_words(text), metadata)
