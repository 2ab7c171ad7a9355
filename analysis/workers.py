"""Who does the work of a large corpus: this process, or others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

Answer = TypeVar("Answer")


class Workers(Protocol):
    """Those who do pieces of work, each a function of a module called with what can be sent to another process."""

    def each(self, task: Callable[..., Answer], pieces: Sequence[tuple[object, ...]]) -> Iterable[Answer]:
        """`task(*piece)` of each piece, in the order of the pieces, whatever becomes of a worker."""


class ThisProcess:
    """One piece after the other, here."""

    def each(self, task: Callable[..., Answer], pieces: Sequence[tuple[object, ...]]) -> Iterator[Answer]:
        """`task(*piece)` of each piece."""
        return (task(*piece) for piece in pieces)
