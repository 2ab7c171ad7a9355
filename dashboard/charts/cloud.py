"""Word clouds: where each word stands and how large it is. Every word that is asked for is placed."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .cloud_fonts import font_for, unseen

# The sans of the pages, which Streamlit serves: the one face with which a cloud looks the same on the page (where a
# drawing sees the fonts of the page, not its own) and in a saved file, where the subset embedded under a name of its own
# takes over, so that it does not lend its few letters to other words of the file.
_EMBEDDED, WEIGHT = "Parallax Cloud", 600
FAMILY = f"'{_EMBEDDED}', 'Source Sans'"
# In pixels; the largest word is at most so much of the height, and the canvas grows before it is less than _CONTRAST.
SMALLEST = 12
_LARGEST, _CONTRAST = 0.35, 26
# Share of the canvas that the boxes of the words may fill; denser clouds are rarely found room for.
_FILL = 0.7
_GAP = 4


@dataclass(frozen=True)
class Face:
    """A font cut down to the letters that are needed: `ttf` to measure with, `woff` to embed."""

    ttf: bytes
    woff: bytes

    def read(self) -> bytes:
        """The whole font, each time anew: what Pillow asks of an open file, and wordcloud opens one for each word."""
        return self.ttf

    def css(self) -> str:
        """The rule that embeds the font in an SVG."""
        data = base64.b64encode(self.woff).decode("ascii")
        return f'@font-face{{font-family:"{_EMBEDDED}";font-weight:{WEIGHT};src:url("data:font/woff;base64,{data}")}}'


@dataclass(frozen=True)
class Placed:
    """A word: its row in the table, its font size, the left end of its base line, and the box of its ink."""

    row: int
    word: str
    size: float
    x: float
    y: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Cloud:
    """A finished layout, in the order of the words asked for."""

    width: float
    height: float
    words: tuple[Placed, ...]


@cache
def face(letters: str) -> Face:
    """The pages' font in the weight of a cloud, cut down to `letters`, or another that has them where it has not.

    Kerning is left out, so widths simply add up.
    """
    from fontTools import subset
    from fontTools.varLib import instancer

    # Of a file with several fonts the first.
    options = subset.Options(hinting=False, layout_features=[], font_number=0)
    options.drop_tables += ["FFTM"]
    font = subset.load_font(font_for(letters, _font_file()), options, lazy=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": WEIGHT})
    # The time of making would make every file differ.
    font.recalcTimestamp = False
    made = []
    for flavor in (None, "woff"):
        font.flavor = flavor
        font.save(buffer := io.BytesIO())
        made.append(buffer.getvalue())
    return Face(*made)


def letters(texts: Sequence[str]) -> str:
    """All letters of some texts, and the alphabet, so that most clouds share one font."""
    return "".join(sorted(set("".join(texts)) | set("abcdefghijklmnopqrstuvwxyz-'")))


def words_without_letters(words: Sequence[str]) -> list[str]:
    """The words that a cloud of these cannot show, since no font here has their letters."""
    return unseen(words, letters(words), _font_file())


def lay_out(
    words: Sequence[tuple[int, str, float]], width: float, height: float, font: Face, *, seed: int = 0
) -> Cloud:
    """Place words of (row, word, weight above 0), the heaviest first and largest, in `width` × at least `height`.

    The library drops words that it finds no room for, the longest first; here the largest size goes down, and then the
    canvas grows, until all have one. The same words and seed give the same layout.
    """
    # A word wider than the canvas at the smallest size gets a wider canvas, which is then scaled down as a whole.
    canvas = max(width, max((_ink(font, word, SMALLEST)[0] for _, word, _ in words), default=0) + 2 * _GAP)
    tall = height * canvas / width
    largest = max(int(_LARGEST * tall), SMALLEST)
    while words:
        sizes = _sizes([weight for _, _, weight in words], largest)
        boxes = [_ink(font, word, size) for (_, word, _), size in zip(words, sizes, strict=True)]
        too_wide = max(across for across, _ in boxes) + _GAP > canvas
        # A try costs far more than this sum.
        if not too_wide and sum((across + _GAP) * (down + _GAP) for across, down in boxes) <= _FILL * canvas * tall:
            placed = _attempt(words, sizes, math.ceil(canvas), math.ceil(tall), font, seed)
            if len(placed) == len(words):
                return _scaled(placed, width / canvas, width, tall)
        if largest > (SMALLEST if too_wide else _CONTRAST):
            largest -= 2
        else:
            tall *= 1.12
    return Cloud(width, height, ())


def _sizes(weights: Sequence[float], largest: int) -> list[int]:
    """Font sizes in whole pixels: the square root of the weight, so that the area of a word follows it roughly."""
    most = max(weights)
    return [max(SMALLEST, round(largest * (weight / most) ** 0.5)) for weight in weights]


def _attempt(
    words: Sequence[tuple[int, str, float]], sizes: list[int], width: int, height: int, font: Face, seed: int
) -> list[Placed]:
    from PIL import ImageFont
    from wordcloud import WordCloud

    cloud = WordCloud(
        font_path=font, width=width, height=height, margin=_GAP, prefer_horizontal=1, relative_scaling=1,
        min_font_size=SMALLEST, max_font_size=sizes[0], max_words=len(words), random_state=seed, color_func=_no_colour,
    )  # fmt: skip
    # Its words are the keys of a dict, so rows stand for them, and sizes in whole pixels come back as they are.
    cloud.generate_from_frequencies({_Row(row, word): size for (row, word, _), size in zip(words, sizes, strict=True)})
    placed = []
    for (word, _), size, (top, left), _, _ in cloud.layout_:
        box = ImageFont.truetype(font, size).getbbox(word, anchor="ls")
        left, top = int(left), int(top)
        right, bottom = left + box[2] - box[0], top + box[3] - box[1]
        placed.append(Placed(word.row, str(word), size, left - box[0], top - box[1], (left, top, right, bottom)))
    return placed


class _Row(str):
    """A word that remembers its row, since two rows may hold the same word."""

    row: int

    def __new__(cls, row: int, word: str) -> _Row:
        made = super().__new__(cls, word)
        made.row = row
        return made

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return self.row


def _scaled(placed: list[Placed], scale: float, width: float, height: float) -> Cloud:
    words = [
        Placed(
            word.row, word.word, word.size * scale, word.x * scale, word.y * scale,
            tuple(edge * scale for edge in word.box),
        )
        for word in placed
    ]  # fmt: skip
    return Cloud(width, height * scale, tuple(words))


@cache
def _font_file() -> Path:
    """The font of the pages; where it cannot be read, one that is wider: with it words lie apart, never over another."""
    # Found without importing Streamlit, which charts do without; compressed by Brotli.
    folder = Path(find_spec("streamlit").origin).parent / "static"
    found = next(folder.rglob("SourceSansVF-Upright*.woff2"), None)
    if found and find_spec("brotli"):
        return found
    return Path(find_spec("matplotlib").origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans-Bold.ttf"


@cache
def _ink(font: Face, word: str, size: int) -> tuple[float, float]:
    from PIL import ImageFont

    left, top, right, bottom = ImageFont.truetype(font, size).getbbox(word, anchor="ls")
    return right - left, bottom - top


def _no_colour(*_: object, **__: object) -> str:
    return "black"
