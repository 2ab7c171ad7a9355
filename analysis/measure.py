"""What every registry of measures holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One measure: its label, function, range, what more of it means, and its source."""

    label: str
    function: Callable[..., object]
    range: str
    direction: str
    source: str
