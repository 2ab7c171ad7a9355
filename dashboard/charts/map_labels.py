"""Where the labels of a map stand, so that none covers a point or another label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Right, left, above, below, then between: the order in which a reader finds a label most easily.
_DIRECTIONS = (
    (1, 0),
    (-1, 0),
    (0, -1),
    (0, 1),
    (1, -1),
    (-1, -1),
    (1, 1),
    (-1, 1),
    (0.5, -1),
    (-0.5, -1),
    (0.5, 1),
    (-0.5, 1),
)
_DISTANCES = (3, 9, 17, 27, 39, 53, 70, 90, 115, 145, 180)
_NARROW_LETTERS, _WIDE_LETTERS = set("ijltfrI.,;:'’|()[]- "), set("mwMW@%—≥")


@dataclass(frozen=True)
class Box:
    """An upright rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Do the two have any area in common?"""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Does the other lie in this one?"""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def crosses(self, x1: float, y1: float, x2: float, y2: float) -> bool:
        """Does a straight line run through it? Looked at every two pixels."""
        steps = max(int(max(abs(x2 - x1), abs(y2 - y1)) / 2), 1)
        places = ((x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps + 1))
        return any(self.left < x < self.right and self.top < y < self.bottom for x, y in places)


@dataclass(frozen=True)
class Label:
    """A point with the words to set beside it; size: of the type; radius: of the point's disc; reach: how far off the
    words may stand."""

    x: float
    y: float
    text: str
    size: float
    radius: float
    reach: float = 180
    bold: bool = False

    @property
    def disc(self) -> Box:
        """The room of the point itself."""
        reach = self.radius + 2
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)

    def places(self) -> Iterator[Box]:
        """Where the label could stand, the best place first."""
        width, height = text_width(self.text, self.size) * (1.07 if self.bold else 1) + 4, self.size * 1.15
        for distance in (distance for distance in _DISTANCES if distance <= self.reach):
            away = self.radius + distance
            for right, down in _DIRECTIONS:
                # A slanted label begins as far off as a straight one, not further.
                reach = away if not (right and down) else away * 0.7
                x, y = self.x + right * (reach + width / 2), self.y + down * (reach + height / 2)
                yield Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def text_width(text: str, size: float) -> float:
    """Width in pixels of a line of text, rather too much than too little."""
    return size * sum(map(_ems, text))


def _ems(letter: str) -> float:
    if letter >= "\u2e80":
        # Chinese, Japanese and Korean signs are as wide as they are high.
        return 1.05
    if letter in _NARROW_LETTERS:
        return 0.33
    return 0.9 if letter in _WIDE_LETTERS else 0.68 if letter.isupper() else 0.56


def place_labels(labels: list[Label], room: Box) -> list[Box | None]:
    """A box for each label inside `room`, clear of all points, all other labels and the lines that lead to them.

    The first label chooses first, always the same way. None for a label that has no place left.
    """
    taken: list[Box] = []
    leaders: list[tuple[float, float, float, float]] = []
    placed: list[Box | None] = []
    for label in labels:
        discs = [other.disc for other in labels if other is not label]
        found = next(
            (box for box in label.places() if _is_free(box, label, room, [*taken, *discs], taken, leaders)), None
        )
        placed.append(found)
        if found:
            taken.append(found)
            leaders.append(leader(label, found))
    return placed


def leader(label: Label, box: Box) -> tuple[float, float, float, float]:
    """The line from the edge of a point to the nearest place of its label."""
    x, y = min(max(label.x, box.left), box.right), min(max(label.y, box.top), box.bottom)
    length = max(((x - label.x) ** 2 + (y - label.y) ** 2) ** 0.5, 1e-9)
    start = min(label.radius / length, 1)
    return label.x + (x - label.x) * start, label.y + (y - label.y) * start, x, y


def _is_free(box: Box, label: Label, room: Box, filled: list[Box], taken: list[Box], leaders: list) -> bool:
    return (
        room.holds(box)
        and not any(box.meets(other) for other in filled)
        and not any(box.crosses(*other) for other in leaders)
        and not any(other.crosses(*leader(label, box)) for other in taken)
    )
