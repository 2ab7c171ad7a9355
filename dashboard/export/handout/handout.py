"""The handout: what is put on paper for a class, part by part, whatever file it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ...exhibits.base import Exhibit


@dataclass(frozen=True)
class Text:
    """Words to read under a heading ("" for none)."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """The figure of an exhibit; caption: with its reading under it, which tells what there is to be seen."""

    exhibit: Exhibit
    caption: bool = True


@dataclass(frozen=True)
class Quote:
    """One passage: its words, whose they are and where they stand, and (start, end) of each piece to be set in bold."""

    text: str
    who: str = ""
    place: str = ""
    marked: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> list[tuple[str, bool]]:
        """The words cut at the marks, each piece with whether it is marked."""
        inside = {at for start, end in self.marked for at in range(start, end)}
        edges = sorted(
            {0, len(self.text), *(edge for span in self.marked for edge in span if 0 <= edge <= len(self.text))}
        )
        return [(self.text[a:b], a in inside) for a, b in pairwise(edges)]

    @property
    def source(self) -> str:
        """Whose words these are and where they stand, in one."""
        return ", ".join(filter(None, [self.who, self.place]))


@dataclass(frozen=True)
class Passages:
    """Passages under a heading, lettered A, B, C; note: a line under them; after: so many passages stand before these
    under another heading, so the letters go on."""

    heading: str
    passages: tuple[Quote, ...]
    note: str = ""
    after: int = 0

    def lettered(self) -> list[tuple[str, Quote]]:
        """Each passage with its letter."""
        return [(letter(number), quote) for number, quote in enumerate(self.passages, self.after)]


@dataclass(frozen=True)
class Question:
    """A question: answers to tick, or `lines` to write on; the key is printed in the part for the teacher only."""

    prompt: str
    answers: tuple[str, ...] = ()
    lines: int = 3
    key: str = ""


@dataclass(frozen=True)
class Task:
    """Something to write about, with lines for it; it has no key."""

    prompt: str
    lines: int = 6


@dataclass(frozen=True)
class Statement:
    """A sentence of a student's own, set large."""

    text: str


@dataclass(frozen=True)
class Marking:
    """Room for the teacher: a field for the mark and lines for a comment."""

    prompt: str
    lines: int = 4


Item = Text | Figure | Passages | Question | Task | Statement | Marking


@dataclass(frozen=True)
class Handout:
    """A worksheet or card: title, a sentence or two before all else, its parts in order, and how it was made.

    kind: what it calls itself over the title.
    """

    title: str
    introduction: str
    items: tuple[Item, ...]
    receipt: str
    kind: str = "Worksheet"

    def numbered(self) -> list[tuple[int, Item]]:
        """Every part with its number: questions and tasks are counted together, figures by themselves, the rest is 0."""
        asked, drawn, found = 0, 0, []
        for item in self.items:
            asked += isinstance(item, Question | Task)
            drawn += isinstance(item, Figure)
            found.append(
                (asked if isinstance(item, Question | Task) else drawn if isinstance(item, Figure) else 0, item)
            )
        return found

    def key(self) -> list[tuple[int, str, str]]:
        """Number, question and answer of every question that has one."""
        return [
            (number, item.prompt, item.key)
            for number, item in self.numbered()
            if isinstance(item, Question) and item.key
        ]

    def figures(self) -> list[Exhibit]:
        """The exhibits that are drawn in it."""
        return [item.exhibit for item in self.items if isinstance(item, Figure)]


def letter(number: int) -> str:
    """The letter of a passage: A for 0; beyond Z its number."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)
