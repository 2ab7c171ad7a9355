"""A rule, and the lines it is tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..lines import Line
from .looks import is_closed, is_paragraph, is_short, word_count

# A given role: the role, a heading's level, a note's label.
Given = tuple[str, int, str]


@dataclass(frozen=True)
class Rule:
    """One rule. name: in snake_case; label, explanation: what a person reads beside its switch; find: for the lines of a
    text, what it finds by place; None where the rule joins lines or mends words."""

    name: str
    label: str
    explanation: str
    find: Callable[[Page], dict[int, Given]] | None = None


@dataclass(frozen=True)
class Unit:
    """A line, or the lines that a narrow column made of one paragraph. at: their places."""

    text: str
    at: tuple[int, ...]
    line: Line


class Page:
    """The units of a text with the roles they have so far."""

    def __init__(self, lines: Sequence[Line], joined: Sequence[bool]) -> None:
        self.lines = list(lines)
        self.units: list[Unit] = []
        for place, line in enumerate(lines):
            if joined[place] and self.units:
                last = self.units[-1]
                self.units[-1] = Unit(f"{last.text} {line.text}", (*last.at, place), last.line)
            else:
                self.units.append(Unit(line.text, (place,), line))
        self.roles: list[Given | None] = [None if unit.line.role == "body" else ("file", 0, "") for unit in self.units]
        self.rules = [unit.line.rule for unit in self.units]
        self._is_prose: bool | None = None

    def text(self, number: int) -> str:
        """The words of a unit."""
        return self.units[number].text

    def free(self) -> Iterator[int]:
        """The units that no rule has given a role yet."""
        return (number for number, role in enumerate(self.roles) if role is None)

    def is_free(self, number: int) -> bool:
        """Has no rule given this unit a role?"""
        return 0 <= number < len(self.roles) and self.roles[number] is None

    def before(self, number: int) -> int | None:
        """The last free unit before this one."""
        return next((place for place in range(number - 1, -1, -1) if self.roles[place] is None), None)

    def after(self, number: int) -> int | None:
        """The first free unit after this one."""
        return next((place for place in range(number + 1, len(self.roles)) if self.roles[place] is None), None)

    def give(self, rule: str, found: dict[int, Given]) -> None:
        """Give roles to units that have none."""
        for number, given in found.items():
            if self.roles[number] is None:
                self.roles[number], self.rules[number] = given, rule

    @property
    def is_prose(self) -> bool:
        """Do paragraphs make most of the words? In verse, dialogue and lists short lines are the text itself."""
        if self._is_prose is None:
            words = [word_count(unit.text) for unit in self.units]
            prose = sum(n for n, unit in zip(words, self.units, strict=True) if is_paragraph(unit.text))
            self._is_prose = prose > 0.6 * max(sum(words), 1)
        return self._is_prose

    def head(self) -> list[int]:
        """The units before the first paragraph of running text."""
        first = next((number for number in self.free() if is_paragraph(self.text(number))), len(self.units))
        return [number for number in self.free() if number < first]

    def is_loose(self, number: int | None) -> bool:
        """Is it a short line that does not end as a sentence does?"""
        return number is not None and is_short(self.text(number)) and not is_closed(self.text(number))

    def settled(self) -> tuple[Line, ...]:
        """The lines with the roles their units have."""
        lines = list(self.lines)
        for unit, given, rule in zip(self.units, self.roles, self.rules, strict=True):
            for place in unit.at if given and given[0] != "file" else ():
                lines[place] = replace(lines[place], role=given[0], level=given[1], label=given[2], rule=rule)
        return tuple(lines)
