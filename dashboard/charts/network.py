"""A word in the centre, its company round it, lines between words that meet each other."""

from __future__ import annotations

import math
import textwrap
from itertools import combinations

import numpy as np
import pandas as pd

from .drawing import Drawing, circle, line, mark, paragraph, rectangle, svg, tooltip, words
from .theme import Styles, Theme

KEY = "Disc: meetings with the word in the centre · line: closeness (logDice) · arc: words that also meet each other"


def network_radial(table: pd.DataFrame, styles: Styles, theme: Theme, *, node: str) -> Drawing:
    """The node, its collocates on an ellipse, links among them as arcs inside it.

    table: kind ("word" or "link"), first, second, together, expected, log_dice, mostly (a group or ""). Words stand
    in rows on either side, so their labels cannot meet; the order round the ellipse keeps linked words near.
    """
    near, links = table[table["kind"] == "word"], table[table["kind"] == "link"]
    order = ring_order(near, links)
    name = f"{node}: " + ", ".join(f"{row.second} {row.together:,}" for row in near.itertuples())
    wide = _Pen(near, links, order, styles, theme, node, width=940, across=255, row=36, size=15.5)
    narrow = _Pen(near, links, order, styles, theme, node, width=350, across=66, row=30, size=12.5)
    return Drawing(svg(940, *wide.draw(), theme, name), svg(350, *narrow.draw(), theme, name))


def ring_order(near: pd.DataFrame, links: pd.DataFrame) -> list[int]:
    """The rows of the words in their order round the ring: linked words, and words of one group, near each other.

    Found by exchanging two words as long as that makes links shorter; no chance in it.
    """
    rows, place = list(near.index), {word: number for number, word in enumerate(near["second"])}
    ends = np.array([[place[row.first], place[row.second]] for row in links.itertuples()], int).reshape(-1, 2)
    groups = pd.factorize(near["mostly"])[0]
    seat = np.argsort(np.argsort(groups, kind="stable"), kind="stable")
    best = _length(seat, ends, groups)
    improved = True
    while improved:
        improved = False
        for one, other in combinations(range(len(rows)), 2):
            seat[[one, other]] = seat[[other, one]]
            length = _length(seat, ends, groups)
            if length < best - 1e-9:
                best, improved = length, True
            else:
                seat[[one, other]] = seat[[other, one]]
    return [rows[word] for word in np.argsort(seat)]


def _length(seat: np.ndarray, ends: np.ndarray, groups: np.ndarray) -> float:
    """Length of all links along the ring, and a step for every two neighbours of different groups."""
    apart = np.abs(seat[ends[:, 0]] - seat[ends[:, 1]])
    round_the_ring = groups[np.argsort(seat)]
    return float(
        np.minimum(apart, len(seat) - apart).sum() + 2.0 * (round_the_ring != np.roll(round_the_ring, 1)).sum()
    )


class _Pen:
    """One form of the picture: sizes, places of the words, and the pieces drawn with them."""

    def __init__(
        self, near: pd.DataFrame, links: pd.DataFrame, order: list[int], styles: Styles, theme: Theme, node: str,
        *, width: float, across: float, row: float, size: float,
    ) -> None:  # fmt: skip
        self.near, self.links, self.styles, self.theme, self.node = near, links, styles, theme, node
        self.width, self.row, self.size, self.centre_x = width, row, size, width / 2
        self.rows_a_side = math.ceil(len(order) / 2)
        self.height = max(180.0, row * (self.rows_a_side + 1))
        self.centre_y = self.height / 2
        self.places = {index: self._place(number, across) for number, index in enumerate(order)}
        self.by_word = {near.at[index, "second"]: place for index, place in self.places.items()}
        self.colours = _told_apart(
            {group: styles[group].colour(theme) for group in styles if group in set(near["mostly"])}
        )
        # Links among the words can be far closer than those with the node: each kind has its own scale.
        self.closest = {"word": near["log_dice"].max(), "link": links["log_dice"].max()}
        self.most_together = float(near["together"].max()) if len(near) else 1.0

    def _place(self, number: int, across: float) -> tuple[float, float, int]:
        """x, y and side (1 right, −1 left): down the right side, then up the left."""
        right = number < self.rows_a_side
        rank = number if right else len(self.near) - 1 - number
        rows = self.rows_a_side if right else len(self.near) - self.rows_a_side
        offset = (rank - (rows - 1) / 2) * self.row
        half = self.row * (self.rows_a_side + 1) / 2
        side = 1 if right else -1
        return self.centre_x + side * across * math.sqrt(1 - (offset / half) ** 2), self.centre_y + offset, side

    def draw(self) -> tuple[float, list[str]]:
        """Height and marks; arcs lie under lines, lines under words."""
        # The closest link lies on top, so that a fainter one cannot take its clicks.
        arcs = [self._arc(index, row) for index, row in self.links.iloc[::-1].iterrows()]
        spokes = [self._word(index, row) for index, row in self.near.iterrows()]
        key, bottom = self._key(self.height + 22)
        return bottom, [*arcs, *spokes, self._centre(), *key]

    def _arc(self, index: int, row: pd.Series) -> str:
        (x1, y1, _), (x2, y2, _) = self.by_word[row["first"]], self.by_word[row["second"]]
        bend_x = (x1 + x2) / 2 + (self.centre_x - (x1 + x2) / 2) * 0.45
        bend_y = (y1 + y2) / 2 + (self.centre_y - (y1 + y2) / 2) * 0.3
        path = f'<path d="M{x1:.1f} {y1:.1f} Q{bend_x:.1f} {bend_y:.1f} {x2:.1f} {y2:.1f}" fill="none" '
        seen = f'stroke="{self.theme.muted}" stroke-width="{self._thickness(row):.1f}" opacity="0.45"/>'
        # A thin line is hard to hit: an unseen broad one lies over it.
        name = f"{row['first']} and {row['second']}: {_numbers(row)}"
        return mark(index, name, tooltip(name), path + seen, path + 'stroke="#000" stroke-width="9" opacity="0"/>')

    def _word(self, index: int, row: pd.Series) -> str:
        x, y, side = self.places[index]
        colour, own = self.colours.get(row["mostly"], self.theme.muted), row["mostly"] in self.colours
        radius = 3.5 + (self.row / 2 - 6) * math.sqrt(row["together"] / self.most_together)
        count = f"{row['together']:,}"
        # What is left beside the disc, with room for the number after the word.
        room = self.width / 2 - abs(x - self.centre_x) - radius - 12 - (0.5 + 0.55 * len(count)) * self.size
        label = _cut(row["second"], max(3, int(room / (self.size * 0.52))))
        anchor = "start" if side > 0 else "end"
        text = words(
            x + side * (radius + 5), y + self.size * 0.34, label, font_size=self.size, font_weight=600,
            text_anchor=anchor, fill=self.theme.ink,
        )  # fmt: skip
        number = f'<tspan dx="6" font-weight="400" font-size="{self.size - 1:g}" fill="{colour}">{count}</tspan>'
        spoke = line(
            self.centre_x, self.centre_y, x, y, stroke=colour, stroke_width=f"{self._thickness(row):.1f}", opacity=0.6
        )
        name = f"{row['second']}, near {self.node}: {_numbers(row)}" + self._owner(row)
        edge = self.theme.ground if own else colour
        disc = circle(x, y, radius, fill=colour if own else self.theme.ground, stroke=edge, stroke_width=1.5)
        return mark(index, name, tooltip(name), spoke, disc, text.replace("</text>", f"{number}</text>"))

    def _owner(self, row: pd.Series) -> str:
        return f", {row['share']:.0%} of them in {self.styles[row['mostly']].label}" if row["mostly"] else ""

    def _thickness(self, row: pd.Series) -> float:
        return 0.8 + 5.2 * 2.0 ** (row["log_dice"] - self.closest[row["kind"]])

    def _centre(self) -> str:
        size = self.size * (1.25 if self.width > 500 else 1.1)
        lines = textwrap.wrap(self.node, 13 if self.width < 500 else 24)[:2] or [self.node]
        lines = [_cut(text, 24 if self.width > 500 else 13) for text in lines]
        half, high = max(map(len, lines)) * size * 0.26 + 7, size * (0.45 + 0.6 * len(lines))
        x, y = self.centre_x, self.centre_y
        box = rectangle(x - half, y - high, 2 * half, 2 * high, fill=self.theme.ground, rx=8, stroke=self.theme.ink)
        style = {"font_size": size, "font_weight": 600, "text_anchor": "middle", "serif": True}
        first = y + size * 0.34 - size * 0.6 * (len(lines) - 1)
        return box + "".join(words(x, first + 1.2 * size * number, text, **style) for number, text in enumerate(lines))

    def _key(self, y: float) -> tuple[list[str], float]:
        """What is drawn, and whose colours are there."""
        text, lines = paragraph(
            0, y, KEY, width=int(self.width / 6.1), leading=17, font_size=12.5, fill=self.theme.muted
        )
        marks, x, y = [text], 0.0, y + 17 * lines + 3
        shown = [(self.styles[group].label, colour) for group, colour in self.colours.items()]
        if not set(self.near["mostly"]) <= set(self.colours):
            shown.append(("no text has two thirds of the meetings", ""))
        for label, colour in shown:
            width = 22 + len(label) * 6.9
            if x + width > self.width:
                x, y = 0.0, y + 19
            disc = {"fill": colour} if colour else {"fill": self.theme.ground, "stroke": self.theme.muted}
            marks += [circle(x + 6, y - 4, 5, **disc), words(x + 15, y, label, font_size=12.5)]
            x += width
        return marks, y + 8


def _told_apart(colours: dict[str, str]) -> dict[str, str]:
    """The groups that have a colour to themselves: groups of several texts share one, which would tell nothing."""
    taken = list(colours.values())
    return {group: colour for group, colour in colours.items() if taken.count(colour) == 1}


def _numbers(row: pd.Series) -> str:
    expected = f"{row['expected']:.1f}" if row["expected"] >= 0.1 else "under 0.1"
    return f"{row['together']:,} meeting{'' if row['together'] == 1 else 's'}, {expected} by chance, logDice {row['log_dice']:.1f}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
