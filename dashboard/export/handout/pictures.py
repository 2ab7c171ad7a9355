"""The figure of an exhibit as it is printed: on white, so that a printer lays no tint behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from ..errors import ExportError
from ..figure import browser, figures
from ..figure.sizes import DPI, SIZES, Size

_WHITE = "#FFFFFF"
# Without the lines for title and words, which the handout has itself.
PAPER = replace(SIZES["double"], title=0, words=0, receipt=0)
# What stays of the margin, so that no letter at the edge is touched.
_HAIR = 4
_SHAPE = re.compile(r'width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 0 ([\d.]+) ([\d.]+)"')


def svg(exhibit: Exhibit, size: Size = PAPER) -> bytes:
    """The figure alone, on white, without a margin. ExportError where its chart needs a browser and there is none."""
    made = figures.svg(exhibit, size, bare=True).decode()
    ground = ", ".join(str(int(LIGHT.ground[place : place + 2], 16)) for place in (1, 3, 5))
    made = re.sub(rf"{LIGHT.ground}|rgb\({ground}\)", _WHITE, made, flags=re.IGNORECASE)
    return _SHAPE.sub(lambda shape: _trimmed(shape, size.margin - _HAIR), made, count=1).encode()


def _trimmed(shape: re.Match[str], margin: float) -> str:
    """The size of a drawing without its margin, in the same scale."""
    mm, _, width, height = map(float, shape.groups())
    across, down = width - 2 * margin, height - 2 * margin
    return (
        f'width="{mm * across / width:.2f}mm" height="{mm * down / width:.2f}mm" '
        f'viewBox="{margin:g} {margin:g} {across:g} {down:g}"'
    )


def png(exhibit: Exhibit, size: Size = PAPER, dpi: int = DPI) -> bytes:
    """The same as a picture of dots. ExportError without a browser."""
    if not browser.found():
        raise ExportError(figures.BROWSER_MISSING)
    made = svg(exhibit, size)
    width, height = map(float, re.search(rb'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"', made).groups())
    across = size.pixels(dpi)
    return browser.png(made, across, round(across * height / width))


def can_be_drawn(exhibit: Exhibit) -> bool:
    """Can its figure be drawn here as a vector drawing?"""
    return not exhibit.table.empty and (browser.found() or not figures.needs_browser(exhibit))


def about(exhibit: Exhibit) -> str:
    """What a figure shows, for those who do not see it."""
    return f"{exhibit.title} {exhibit.reading}"
