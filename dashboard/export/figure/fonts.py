"""The pages' own faces inside a file: embedded, cut down to the letters needed, and measured to break lines by."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# Always embedded: with them all files share one cut, which takes half a second to make; others get a second, small one.
_USUAL = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) + "–—‘’‚“”„…•−≤≥≈→←↑↓○●"


@dataclass(frozen=True)
class Face:
    """One of the faces that Streamlit serves with its pages: its name, its file there, the weights it is used in, and
    where its other axes stand."""

    family: str
    pattern: str
    weights: tuple[int, ...]
    axes: tuple[tuple[str, float], ...] = ()


SANS = Face("Source Sans", "SourceSansVF-Upright*.woff2", (400, 600))
SERIF = Face("Source Serif", "SourceSerifVariable-Roman*.woff2", (600,), (("opsz", 20),))
FACES = (SANS, SERIF)


def embedded(letters: str) -> str:
    """The CSS rules that carry both faces inside a file, with the letters given and those of Latin scripts."""
    # What leaves no mark (a line's end, a blank of another width) would make a font without shapes, which none reads.
    extra = {letter for letter in letters if letter.isprintable()} - set(_USUAL)
    styles = [(face, weight) for face in FACES if font_file(face) for weight in face.weights]
    usual = [_rule(face, weight, _USUAL) for face, weight in styles]
    more = [(face, weight, "".join(sorted(extra & _advances(face, weight)[0].keys()))) for face, weight in styles]
    return "\n".join(usual + [_rule(*style) for style in more if style[-1]])


def width(text: str, size: float, face: Face = SANS, weight: int = 400) -> float:
    """How wide a line is set, in the unit of `size`. The embedded faces have no kerning, so widths simply add up."""
    advances, usual = _advances(face, weight)
    return size * sum(advances.get(letter, usual) for letter in text)


def wrapped(text: str, room: float, size: float, face: Face = SANS, weight: int = 400) -> list[str]:
    """Text broken at blanks into lines no wider than `room`; a word wider than that is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, face, weight) <= room:
            lines[-1] = longer
            continue
        *full, rest = _pieces(word, room, size, face, weight)
        lines += [*full, rest]
    return lines if lines[0] or len(lines) == 1 else lines[1:]


def _pieces(word: str, room: float, size: float, face: Face, weight: int) -> list[str]:
    """A word cut where it outgrows a line."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, face, weight) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def font_file(face: Face) -> Path | None:
    """The file of a face; found without importing Streamlit, which exports do without."""
    folder = Path(find_spec("streamlit").origin).parent / "static"
    return next(folder.rglob(face.pattern), None)


@cache
def _rule(face: Face, weight: int, letters: str) -> str:
    """Some letters of a face in one weight. A face of many weights in one would be no font but loose shapes in a PDF."""
    from fontTools import subset
    from fontTools.varLib import instancer

    options = subset.Options(hinting=False, layout_features=[])
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "STAT"]
    font = subset.load_font(str(font_file(face)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": weight, **dict(face.axes)})
    # The time of making would make every file differ.
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(buffer := io.BytesIO())
    data = base64.b64encode(buffer.getvalue()).decode("ascii")
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{weight};font-style:normal;'
        f"unicode-range:{','.join(f'U+{ord(letter):X}' for letter in letters)};"
        f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
    )


@cache
def _advances(face: Face, weight: int) -> tuple[dict[str, float], float]:
    """Width of every letter at size 1, and of one that the face lacks. Without the file: letters of a wide face."""
    file = font_file(face)
    if not file:
        return {}, 0.62
    from fontTools.ttLib import TTFont

    # fontTools measures at one place of the axes without making a font for it.
    font = TTFont(file)
    glyphs, em = font.getGlyphSet(location={"wght": weight, **dict(face.axes)}), font["head"].unitsPerEm
    return {chr(code): glyphs[name].width / em for code, name in font.getBestCmap().items()}, 0.6
