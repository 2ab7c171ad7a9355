"""The texts of an index: each is read from disk when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..read_ahead import read_ahead
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


@dataclass(frozen=True, eq=False)
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

    def blocks_at(self, numbers: np.ndarray, offsets: Sequence[int]) -> list[tuple[int, Block]]:
        """`block_at` of many places, which are fetched from disk all at once."""
        read_ahead(self.text_blocks, numbers)
        first, last = self.text_blocks[numbers], self.text_blocks[numbers + 1]
        read_ahead(self.block_starts, np.concatenate([first, last - 1]))
        bounds = zip(first.tolist(), last.tolist(), offsets, strict=True)
        blocks = first - 1 + [self.block_starts[begin:end].searchsorted(at, side="right") for begin, end, at in bounds]
        read_ahead(self.block_roles, blocks)
        read_ahead(self.block_bytes, blocks)
        begin, end = self.block_bytes[blocks], self.block_bytes[blocks + 1] - len(_BREAK)
        read_ahead(self.letters, np.concatenate([begin, end]))
        places = (blocks, self.block_roles[blocks], begin, end)
        made = map(self._made, *(each.tolist() for each in places))
        return list(zip(self.block_starts[blocks].tolist(), made, strict=True))

    def _blocks_of(self, number: int) -> tuple[int, int]:
        return int(self.text_blocks[number]), int(self.text_blocks[number + 1])

    def _block(self, block: int) -> Block:
        return self._made(
            block, self.block_roles[block], self.block_bytes[block], self.block_bytes[block + 1] - len(_BREAK)
        )

    def _made(self, block: int, role: int, begin: int, end: int) -> Block:
        words = self.letters[begin:end].tobytes().decode("utf-8", "surrogatepass")
        return Block(_ROLES[role], words, *self.details.get(block, ()))


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

    @classmethod
    def blocks_at(cls, texts: Sequence[StoredText], offsets: Sequence[int]) -> list[tuple[int, Block]]:
        """All are fetched from disk at once."""
        shelves = {getattr(text, "shelf", None) for text in texts}
        if len(shelves) != 1:
            return super().blocks_at(texts, offsets)
        return shelves.pop().blocks_at(np.array([text.number for text in texts]), offsets)

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


def open_letters(folder: Path) -> np.ndarray:
    """The letters of all blocks, in bytes."""
    file = folder / TEXT
    return np.asarray(np.memmap(file, np.uint8, "r")) if file.stat().st_size else np.zeros(0, np.uint8)


def open_shelf(folder: Path) -> Shelf:
    """The blocks of an index."""
    details = read_table(folder, DETAILS)
    rows = zip(details["block"], details["level"], details["label"], details["marks"], strict=True)
    return Shelf(
        open_letters(folder),
        *(open_array(folder, name) for name in (BLOCK_BYTES, BLOCK_STARTS, BLOCK_ROLES, TEXT_BLOCKS)),
        {block: (level, label, tuple(map(tuple, json.loads(marks)))) for block, level, label, marks in rows},
    )
