"""The texts of an index: each is read from disk when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..texts.blocks import BLOCK_BREAK, ROLES, AnyText, Block
from .files import (
    BLOCK_BYTES,
    BLOCK_ROLES,
    BLOCK_STARTS,
    DETAILS,
    TEXT,
    TEXT_BLOCKS,
    open_array,
    read_table,
    write_array,
    write_table,
)

_ROLES = tuple(ROLES)
# Stands between two blocks in the file, as in the text of a document.
_BREAK = BLOCK_BREAK.encode()


@dataclass(frozen=True)
class Shelf:
    """All blocks of all texts. letters: the bytes of the file; the rest as in `files`; details: of the few blocks that
    have any their level, label and marks."""

    letters: np.ndarray
    block_bytes: np.ndarray
    block_starts: np.ndarray
    block_roles: np.ndarray
    text_blocks: np.ndarray
    details: Mapping[int, tuple[int, str, tuple[tuple[int, str], ...]]]

    def blocks(self, number: int) -> tuple[Block, ...]:
        """The blocks of a text."""
        return tuple(map(self._block, range(*self._blocks_of(number))))

    def block_at(self, number: int, offset: int) -> tuple[int, Block]:
        """The block that stands at an offset of a text, and where it begins."""
        first, last = self._blocks_of(number)
        starts = self.block_starts[first:last]
        place = int(np.searchsorted(starts, offset, side="right")) - 1
        return int(starts[place]), self._block(first + place)

    def _blocks_of(self, number: int) -> tuple[int, int]:
        return int(self.text_blocks[number]), int(self.text_blocks[number + 1])

    def _block(self, block: int) -> Block:
        content = self.letters[self.block_bytes[block] : self.block_bytes[block + 1] - len(_BREAK)].tobytes()
        words = content.decode("utf-8", "surrogatepass")
        return Block(_ROLES[self.block_roles[block]], words, *self.details.get(block, ()))


@dataclass(frozen=True)
class StoredText(AnyText):
    """A text that stands in an index."""

    document_id: str
    metadata: Mapping[str, object]
    shelf: Shelf = field(repr=False, compare=False)
    number: int

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Read from disk."""
        return self.shelf.blocks(self.number)

    def block_at(self, offset: int) -> tuple[int, Block]:
        """Of the whole text only this block is read from disk."""
        return self.shelf.block_at(self.number, offset)


def write_texts(folder: Path, texts: list[AnyText]) -> None:
    """Put the blocks of texts on disk, in their order."""
    sizes, starts, roles, text_blocks = [], [], [], [0]
    details: dict[str, list] = {"block": [], "level": [], "label": [], "marks": []}
    with (folder / TEXT).open("wb") as file:
        for text in texts:
            blocks = text.blocks
            for number, block in enumerate(blocks, start=text_blocks[-1]):
                if block.level or block.label or block.marks:
                    values = (number, block.level, block.label, json.dumps(block.marks, ensure_ascii=False))
                    for column, value in zip(details.values(), values, strict=True):
                        column.append(value)
            letters = [block.text.encode("utf-8", "surrogatepass") + _BREAK for block in blocks]
            file.write(b"".join(letters))
            sizes += map(len, letters)
            starts += text.block_starts
            roles += [_ROLES.index(block.role) for block in blocks]
            text_blocks.append(text_blocks[-1] + len(blocks))
    write_array(folder, BLOCK_BYTES, np.concatenate([[0], np.cumsum(np.array(sizes, np.int64))]).astype(np.int64))
    write_array(folder, BLOCK_STARTS, np.array(starts, np.int32))
    write_array(folder, BLOCK_ROLES, np.array(roles, np.uint8))
    write_array(folder, TEXT_BLOCKS, np.array(text_blocks, np.int64))
    write_table(folder, DETAILS, details)


def open_shelf(folder: Path) -> Shelf:
    """The blocks of an index."""
    details = read_table(folder, DETAILS)
    rows = zip(details["block"], details["level"], details["label"], details["marks"], strict=True)
    file = folder / TEXT
    return Shelf(
        np.asarray(np.memmap(file, np.uint8, "r")) if file.stat().st_size else np.zeros(0, np.uint8),
        *(open_array(folder, name) for name in (BLOCK_BYTES, BLOCK_STARTS, BLOCK_ROLES, TEXT_BLOCKS)),
        {block: (level, label, tuple(map(tuple, json.loads(marks)))) for block, level, label, marks in rows},
    )
