"""The figure of an exhibit as it is printed: on white, so that a printer lays no tint behind it."""

from __future__ import annotations

import re

from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from ..errors import ExportError
from ..figure import browser, figures
from ..figure.sizes import DPI, SIZES, Size

_WHITE = "#FFFFFF"


def svg(exhibit: Exhibit, size: str | Size = "double") -> bytes:
    """The figure alone, on white. ExportError where its chart needs a browser and there is none."""
    made = figures.svg(exhibit, size, bare=True).decode()
    ground = ", ".join(str(int(LIGHT.ground[place : place + 2], 16)) for place in (1, 3, 5))
    return re.sub(rf"{LIGHT.ground}|rgb\({ground}\)", _WHITE, made, flags=re.IGNORECASE).encode()


def png(exhibit: Exhibit, size: Size = SIZES["double"], dpi: int = DPI) -> bytes:
    """The same as a picture of dots. ExportError without a browser."""
    if not browser.found():
        raise ExportError(figures.BROWSER_MISSING)
    made = svg(exhibit, size)
    width, height = map(float, re.search(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"', made).groups())
    across = size.pixels(dpi)
    return browser.png(made, across, round(across * height / width))


def can_be_drawn(exhibit: Exhibit) -> bool:
    """Can its figure be drawn here as a vector drawing?"""
    return not exhibit.table.empty and (browser.found() or not figures.needs_browser(exhibit))


def about(exhibit: Exhibit) -> str:
    """What a figure shows, for those who do not see it."""
    return f"{exhibit.title} {exhibit.reading}"
