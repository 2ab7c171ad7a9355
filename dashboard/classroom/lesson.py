"""A lesson: screens in the order question, exhibit, what to notice, sentences, caveat, task; and the steps through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from analysis import AnalysisError

Kind = Literal["question", "exhibit", "sentences", "caveat", "task", "predict", "ask", "passage"]
# What a complete lesson has, each at least once.
PARTS = ("question", "exhibit", "notice", "sentences", "caveat", "task")


class LessonError(AnalysisError):
    """A lesson that cannot be read: one sentence for each mistake, with its line."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(" ".join(map(str, mistakes)))
        self.mistakes = mistakes


@dataclass(frozen=True, order=True)
class Mistake:
    """What is wrong in a lesson's file, and on which line (counted from 1)."""

    line: int
    sentence: str
    file: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}" if self.file else f"Line {self.line}: {self.sentence}"


@dataclass(frozen=True)
class Statement:
    """One thing to notice: Markdown with references in braces. holds: a comparison that must be true of the texts, or ""."""

    text: str
    line: int
    holds: str = ""


@dataclass(frozen=True, eq=False)
class Shown:
    """An exhibit by name, options and texts (all where there are none). rows: conditions on the rows of its table that
    are drawn, "" for all; line: where it stands in the file."""

    name: str
    options: Mapping[str, object]
    texts: tuple[str, ...]
    rows: str
    line: int


@dataclass(frozen=True)
class Sentences:
    """Which sentences to read: the hits of a search in some texts, so many of them."""

    find: str
    texts: tuple[str, ...]
    most: int
    line: int


@dataclass(frozen=True)
class Prediction:
    """What a class predicts before it sees an exhibit: a column of the rows that are drawn, a bar a group."""

    column: str
    line: int


@dataclass(frozen=True)
class Choice:
    """A question with answers to choose from. right: a reference that gives the right one, or words with
    references in braces, or ""."""

    prompt: str
    answers: tuple[str, ...]
    right: str
    line: int


@dataclass(frozen=True)
class Blind:
    """A passage whose author is asked for: the passage `number` of the round that a seed gives."""

    seed: int
    number: int
    line: int


@dataclass(frozen=True, eq=False)
class Screen:
    """One screen: a title and one thing to see.

    words: paragraphs of Markdown with references; notices: what comes step by step; notes: for the speaker alone;
    shown: the exhibit that is seen, or the one that the words refer to.
    """

    kind: Kind
    title: str
    line: int
    words: tuple[str, ...] = ()
    notices: tuple[Statement, ...] = ()
    notes: str = ""
    shown: Shown | None = None
    sentences: Sentences | None = None
    prediction: Prediction | None = None
    choice: Choice | None = None
    blind: Blind | None = None

    @property
    def n_steps(self) -> int:
        """Steps through this screen: the screen, the answer where it has one to reveal, then each notice."""
        reveals = self.kind in ("predict", "passage") or bool(self.choice and self.choice.right)
        return 1 + reveals + len(self.notices)


@dataclass(frozen=True, eq=False)
class Lesson:
    """A whole lesson. own_texts: is it about the texts at hand, or about the bundled ones?"""

    name: str
    title: str
    question: str
    minutes: int
    screens: tuple[Screen, ...]
    own_texts: bool = False


@dataclass(frozen=True)
class Step:
    """Where a lecture stands: a screen, is its answer revealed, and how many of its notices are seen."""

    screen: int
    revealed: bool
    notices: int


def steps(lesson: Lesson) -> tuple[Step, ...]:
    """All steps of a lesson, in order."""
    found = []
    for number, screen in enumerate(lesson.screens):
        hidden = screen.n_steps - 1 - len(screen.notices)
        found.append(Step(number, not hidden, 0))
        if hidden:
            found.append(Step(number, True, 0))
        found += [Step(number, True, seen) for seen in range(1, len(screen.notices) + 1)]
    return tuple(found)


def exhibit_before(lesson: Lesson, number: int) -> Shown | None:
    """The exhibit that the words of a screen refer to: its own, or the last before it."""
    return next((screen.shown for screen in reversed(lesson.screens[: number + 1]) if screen.shown), None)
