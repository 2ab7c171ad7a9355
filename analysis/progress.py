"""How far a long piece of work has come, for those who wait for it."""

from __future__ import annotations

from collections.abc import Callable

# What is being done, and which share of it is behind us (0–1).
Progress = Callable[[str, float], None]


def silent(_what: str, _share: float) -> None:
    """For those who do not want to know."""
