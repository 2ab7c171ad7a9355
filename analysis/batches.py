"""Things in their order, so many together that they make about so much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")


def in_batches(things: Iterable[Thing], size: Callable[[Thing], int], enough: int) -> Iterator[list[Thing]]:
    """The things, each batch as soon as its sizes come to `enough`; the last may be less."""
    batch: list[Thing] = []
    together = 0
    for thing in things:
        batch.append(thing)
        together += size(thing)
        if together >= enough:
            yield batch
            batch, together = [], 0
    if batch:
        yield batch
