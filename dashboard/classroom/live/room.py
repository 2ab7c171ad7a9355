"""A room of a live class, and a question asked in it, as they are at a moment."""

from __future__ import annotations

from dataclasses import dataclass

from .questions import Question


@dataclass(frozen=True)
class Room:
    """A room as it is now. stage counts what a phone has to show, changes counts everything."""

    number: int
    code: str
    title: str
    opened: str
    closed: str | None
    current: int | None
    stage: int
    changes: int


@dataclass(frozen=True)
class Asked:
    """A question that was asked in a room, and whether it takes votes."""

    number: int
    question: Question
    open: bool
