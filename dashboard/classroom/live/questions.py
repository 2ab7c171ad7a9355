"""A question to a class: one of several answers, or a number for each (a prediction of bars)."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Literal

from analysis import OptionError
from analysis.errors import require_one_of

KINDS = ("choice", "numbers")
MOST_ANSWERS = 12
LONGEST = {"key": 80, "prompt": 300, "answer": 100, "passage": 2000, "unit": 40}
# A vote as it is kept: the place of the answer chosen, or a number for each answer.
Vote = int | tuple[float, ...]


@dataclass(frozen=True)
class Question:
    """A question as it is asked.

    key: what makes it the same question when it is asked again. kind: "choice" has one of `answers` chosen, "numbers"
    a number in `unit` from `low` to `high` given for each of them. passage: what is to be read first.
    OptionError where a part is missing, too long or not possible.
    """

    key: str
    kind: Literal["choice", "numbers"]
    prompt: str
    answers: tuple[str, ...]
    passage: str = ""
    unit: str = ""
    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        require_one_of("The kind of a question", self.kind, KINDS)
        for name in ("key", "prompt", "passage", "unit"):
            _require_text(f"The {name} of a question", getattr(self, name), LONGEST[name])
        if not self.prompt.strip():
            raise OptionError("The question is empty: write what the class is asked.")
        object.__setattr__(self, "answers", tuple(self.answers))
        _require_answers(self.answers, least=2 if self.kind == "choice" else 1)
        for name in ("low", "high"):
            object.__setattr__(self, name, _number(getattr(self, name)))
        if not self.low < self.high:
            raise OptionError(
                f"The lowest number must be less than the highest; they are {self.low:g} and {self.high:g}."
            )

    def read_vote(self, given: object) -> Vote:
        """A vote in the form in which it is kept: an answer by its words, or a number for each answer in their order.

        OptionError for an answer that is not among them, and for a number outside the range.
        """
        if self.kind == "choice":
            if not isinstance(given, str) or given not in self.answers:
                raise OptionError("This is none of the answers: choose one of them.")
            return self.answers.index(given)
        return self._numbers(given)

    def _numbers(self, given: object) -> tuple[float, ...]:
        wanted = f"Give a number from {self.low:g} to {self.high:g} for each answer."
        if isinstance(given, str) or not isinstance(given, Sequence) or len(given) != len(self.answers):
            raise OptionError(wanted)
        try:
            numbers = tuple(float(value) for value in given)
        except (TypeError, ValueError):
            raise OptionError(wanted) from None
        # Neither "not a number" nor "infinite" lies between the ends.
        if not all(self.low <= number <= self.high for number in numbers):
            raise OptionError(wanted)
        return numbers


def to_json(question: Question) -> str:
    """A question as one line of JSON."""
    return json.dumps(asdict(question), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Question:
    """The question of `to_json`. OptionError where the text is something else."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    names = {field.name for field in fields(Question)}
    if not isinstance(found, dict) or not {"key", "kind", "prompt", "answers"} <= set(found) <= names:
        raise OptionError("This is no question of a live class: it has other parts.")
    if not isinstance(found["answers"], list):
        raise OptionError("The answers of a question must be a list.")
    return Question(**found)


def lines(text: str) -> tuple[str, ...]:
    """Answers that were typed one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _require_answers(answers: tuple[str, ...], *, least: int) -> None:
    if not least <= len(answers) <= MOST_ANSWERS:
        raise OptionError(f"A question of this kind has {least} to {MOST_ANSWERS} answers; here are {len(answers)}.")
    for answer in answers:
        _require_text("An answer", answer, LONGEST["answer"])
        if not answer.strip():
            raise OptionError("An answer is empty: write it, or take it out.")
    if len({answer.strip() for answer in answers}) < len(answers):
        raise OptionError("Two answers are the same: no vote could tell them apart.")


def _require_text(what: str, text: object, longest: int) -> None:
    if not isinstance(text, str):
        raise OptionError(f"{what} must be text.")
    if len(text) > longest:
        raise OptionError(f"{what} may have {longest:,} letters; it has {len(text):,}.")
    # Half a letter, or a zero among the letters, can be neither kept nor shown.
    if "\0" in text or text.encode("utf-8", "replace").decode() != text:
        raise OptionError(f"{what} has a sign in it that cannot be shown: take it out.")


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise OptionError("The lowest and the highest number of a question must be numbers.")
    return float(value)
