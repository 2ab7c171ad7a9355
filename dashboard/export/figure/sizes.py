"""The sizes a figure is printed at: how wide on paper, and how much room its parts have."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.errors import require_between, require_one_of

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72
LEAST_DPI, MOST_DPI = 72, 1200
DPI = 300


@dataclass(frozen=True)
class Size:
    """One size. `mm`: width on paper; `px`: width in the units the sheet is laid out in; `height`: the same for its
    height, None where it follows the figure; title, words, receipt: sizes of type; narrow: the figure as on a phone."""

    label: str
    mm: float
    px: int
    title: float
    words: float
    receipt: float
    height: int | None = None
    narrow: bool = False

    @property
    def margin(self) -> float:
        """White space round everything."""
        return round(self.px / 32)

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.px - 2 * self.margin

    def points(self, size: float) -> float:
        """How large type of so many units is on paper, in points."""
        return size * self.mm / self.px / MM_PER_INCH * POINTS_PER_INCH

    def pixels(self, dpi: int) -> int:
        """Width of a picture of so many dots an inch."""
        return round(self.mm / MM_PER_INCH * dpi)


SIZES = {
    "single": Size("Single column, 89 mm", 89, 440, 16, 12, 9.5, narrow=True),
    "double": Size("Double column, 183 mm", 183, 880, 21, 13.5, 10.5),
    "slide": Size("Slide 16:9", 338.7, 1280, 30, 17, 11.5, height=720),
    "poster": Size("Poster, 420 mm", 420, 1080, 28, 16, 11),
}


def size_named(name: str) -> Size:
    """A size by its name; OptionError for one that there is not."""
    require_one_of("size", name, SIZES)
    return SIZES[name]


def require_dpi(dpi: int) -> None:
    """OptionError unless a picture of so many dots an inch can be made."""
    require_between("dpi", dpi, LEAST_DPI - 1, MOST_DPI + 1)
