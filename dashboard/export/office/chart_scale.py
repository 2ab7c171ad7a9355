"""Round axes: their ends, the step of their numbers, and how the numbers are written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from .chart_data import BarChart, PointChart


class Scale(NamedTuple):
    """An axis: its ends and the step of its numbers."""

    low: float
    high: float
    step: float


def scale(low: float, high: float, steps: int) -> Scale:
    """An axis of about so many round steps that holds both ends; its upper end stands a little over what is drawn."""
    raw = max((high - low) / steps, 1e-9)
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(round_one * size for round_one in (1, 2, 5, 10) if round_one * size >= raw * (1 - 1e-9))
    # Decimal places that the step needs, so that the ends are the numbers they seem to be.
    places = max(2 - math.floor(math.log10(step)), 0)
    return Scale(
        round(math.floor(low / step + 1e-9) * step, places),
        round(high + 0.03 * (high - low), places + 1),
        round(step, places),
    )


def bars_scale(charts: Sequence[BarChart], steps: int) -> Scale:
    """One axis for all charts, from 0, that holds every bar and interval."""
    ends = [end for chart in charts for one in chart.series for end in one.ends()]
    return scale(min(0.0, *ends), max(0.0, *ends), steps)


def plane_scales(chart: PointChart, *, square: bool, years: bool) -> tuple[Scale, Scale]:
    """Both axes of points; square: both have the same step and end on it; years: whole years."""
    (left, right), (low, high) = chart.limits
    if years:
        return Scale(left, right, max(1.0, scale(left, right, 12).step)), scale(low, high, 4)
    if not square:
        return scale(left, right, 8), scale(low, high, 6)
    step = scale(low, high, 5).step
    return tuple(Scale(*_whole_steps(*ends, step), step) for ends in chart.limits)


def form_of(form: str, step: float) -> str:
    """Numbers of an axis need as many decimal places as its step, not more."""
    per_cent = form.endswith("%")
    places = max(-math.floor(math.log10(step * (100 if per_cent else 1)) + 1e-9), 0)
    return f"0{'.' * bool(places)}{'0' * places}{'%' * per_cent}"


def _whole_steps(low: float, high: float, step: float) -> tuple[float, float]:
    return round(math.floor(low / step + 1e-9) * step, 9), round(math.ceil(high / step - 1e-9) * step, 9)
