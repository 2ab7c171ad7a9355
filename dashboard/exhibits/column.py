"""What is said of one column of a table: a heading for people, its unit, and what it means in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

RATE = "per 1,000 words"
SHARE = "share 0–1"
PROBABILITY = "probability 0–1"
SCALE = "0–1"
CHARACTERS = "characters"


@dataclass(frozen=True)
class Column:
    """label: a short heading; unit: "" where there is none; meaning: one sentence."""

    label: str
    unit: str
    meaning: str

    @property
    def heading(self) -> str:
        """Label and unit in one, for tables that leave the dashboard."""
        return self.label if self.unit in self.label else f"{self.label} ({self.unit})"

    @property
    def help(self) -> str:
        """Meaning and unit, for whoever points at a heading."""
        return f"{self.meaning} Unit: {self.unit}." if self.unit else self.meaning
