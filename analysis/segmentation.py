"""Chinese without spaces: runs of characters to words, and traditional characters to simplified ones.

Both come from libraries that are installed on purpose (`requirements-chinese.txt`) and loaded only for Chinese text:
rjieba (a dictionary of words, and a hidden Markov model for those it lacks) and OpenCC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import metadata
from importlib.util import find_spec

from .scripts import has_han, has_unspaced, is_japanese

INSTALL = "pip install -r analysis/requirements-chinese.txt"
CHARACTERS = "characters"


def segmentation_available() -> bool:
    """Are the libraries for Chinese words installed?"""
    return _found("rjieba") and _found("opencc")


def _found(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ValueError:
        return False


def segmenter() -> str:
    """What cuts Chinese into words here, with its version, or "characters" where nothing is installed for it."""
    if not segmentation_available():
        return CHARACTERS
    return f"words by rjieba {metadata.version('rjieba')}, OpenCC {metadata.version('opencc')}"


def needs_segmentation(texts: Iterable[str]) -> bool:
    """Is any of these texts Chinese, so that it matters how its words are found?"""
    return any(has_han(text) and not is_japanese(text) for text in texts)


def notices(texts: Iterable[str]) -> list[str]:
    """What a reader of texts in scripts without spaces should know: a sentence or two for each script met."""
    texts = list(texts)
    said = []
    if needs_segmentation(texts) and not segmentation_available():
        said.append(
            "Chinese is counted character by character, since nothing that finds its words is installed. To count "
            f"words, and to compare simplified and traditional characters, stop the dashboard and type: {INSTALL}"
        )
    if any(has_han(text) and is_japanese(text) for text in texts):
        said.append(
            "Japanese is not cut into words: each run of kanji, of hiragana or of katakana counts as one. Search for "
            "parts of them with *, as in *外交*."
        )
    if any(has_unspaced(text) for text in texts):
        said.append(
            "Thai, Lao, Burmese and Khmer are not cut into words: each run of letters up to a space counts as one. "
            "Search for parts of them with * on both sides."
        )
    return said


def chinese_words(run: str) -> list[tuple[int, int]]:
    """Start and end of each word in a run of Chinese characters.

    The words are found in simplified characters, so that both ways of writing are cut alike.
    """
    return [(start, end) for _, start, end in _cutter().tokenize(simplified(run))]


def simplified(text: str) -> str:
    """A text with traditional characters made simplified, as long as before. As it is where OpenCC is missing."""
    if not _found("opencc"):
        return text
    convert = _converter()
    whole = convert(text)
    # Offsets must hold, and a character alone always gives one.
    return whole if len(whole) == len(text) else "".join(convert(letter)[:1] or letter for letter in text)


@cache
def _cutter():  # noqa: ANN202 -- the library is loaded only here
    import rjieba

    # One of our own: a word that someone adds to the shared one changes nothing here.
    return rjieba.Jieba()


@cache
def _converter() -> Callable[[str], str]:
    import opencc

    return opencc.OpenCC("t2s").convert
