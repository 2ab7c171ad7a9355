"""The one tokeniser: text to tokens, tokens to terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Literal

from .errors import require_one_of
from .scripts import HAN, HIRAGANA, KATAKANA, has_han, is_japanese, marks
from .segmentation import CHARACTERS, chinese_words, segmentation_available, segmenter, simplified

# Abbreviations with stops; words, joined by hyphens or apostrophes; numbers. Dashes and all else split.
TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:[-'’‘][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# What that rule does not know: marks over letters, joiners, scripts of other habits. Most texts hold none of it.
FOREIGN = "[^\\x00-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u200b\u200e-\u20cf\u2100-\u2bff]"
_FOREIGN = re.compile(f"{FOREIGN}|[lL]·[lL]")
# The last is the stroke that only widens Arabic words.
_STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u0640": ""}
_POSSESSIVES = ("'s", "'S")
# Here 's is "is" or "us", not a possessive.
_CONTRACTIONS = frozenset(
    "it's he's she's that's this's what's who's where's when's how's why's there's here's let's".split()
)


@dataclass(frozen=True)
class Tokenization:
    """How text becomes terms.

    case: "fold" counts China and CHINA as one term, "keep" keeps them apart. Letters are made small by Unicode's rules
    for all languages, whatever the computer's: ß stays ß, İ becomes i, and so does I in Turkish.
    possessives: "drop" counts China's as china (it's, that's and the like stay whole), "keep" counts it apart.
    chinese: "words" finds the words of Chinese where the libraries for it are installed (else as with "characters",
    and `describe` says so), "characters" takes each character as one.
    script: "as written", or "simplified" to count traditional characters as the simplified ones; the text stays.
    """

    case: Literal["fold", "keep"] = "fold"
    possessives: Literal["drop", "keep"] = "drop"
    chinese: Literal["words", "characters"] = "words"
    script: Literal["as written", "simplified"] = "as written"

    def __post_init__(self) -> None:
        require_one_of("case", self.case, ("fold", "keep"))
        require_one_of("possessives", self.possessives, ("drop", "keep"))
        require_one_of("chinese", self.chinese, ("words", "characters"))
        require_one_of("script", self.script, ("as written", "simplified"))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every token in `text`, left to right."""
        if text.isascii() or not _FOREIGN.search(text):
            return [match.span() for match in TOKEN.finditer(text)]
        return self._foreign_spans(text)

    def _foreign_spans(self, text: str) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        # A run of kanji in Japanese is for no Chinese dictionary.
        whole = not has_han(text) or is_japanese(text)
        for match in _foreign_token().finditer(text):
            start, end = match.span()
            if match.lastgroup == "han" and not whole:
                spans += [(start + first, start + last) for first, last in self._chinese_spans(match[0])]
            else:
                spans.append((start, end))
        return spans

    def _chinese_spans(self, run: str) -> list[tuple[int, int]]:
        """The words of a run of Chinese characters, or its characters; a mark stays with the character before it."""
        starts = list(range(len(run)))
        if not run.isalnum():
            starts = [place for place in starts if unicodedata.category(run[place])[0] != "M"]
        ends = [*starts[1:], len(run)]
        if self.chinese == "characters" or not segmentation_available():
            return list(zip(starts, ends, strict=True))
        letters = "".join(run[place] for place in starts)
        return [(starts[first], ends[last - 1]) for first, last in chinese_words(letters)]

    def fold(self, form: str) -> str:
        """A form with straight quotes, composed (NFC), in lower case unless case is kept."""
        form = _straight(form)
        if form.isascii():
            return form.lower() if self.case == "fold" else form
        return self._folded(unicodedata.normalize("NFC", form))

    def _folded(self, form: str) -> str:
        if self.script == "simplified" and has_han(form):
            form = simplified(form)
        # The small letter of İ is an i under two dots, which nobody writes.
        return unicodedata.normalize("NFC", form.lower().replace("i\u0307", "i")) if self.case == "fold" else form

    def term(self, form: str) -> str:
        """What is counted for a form: `China’s` -> `china`."""
        folded = self.fold(form)
        return self._without_possessive(folded) if self.possessives == "drop" else folded

    def _without_possessive(self, folded: str) -> str:
        if folded.endswith(_POSSESSIVES) and folded.lower() not in _CONTRACTIONS:
            return folded[:-2]
        return folded

    def folds(self, forms: Sequence[str]) -> list[str]:
        """`fold` of many forms, none with a line break, at once: a lexicon is folded as one text."""
        if self.script == "simplified" or not len(forms):
            return [self.fold(form) for form in forms]
        lines = _straight("\n".join(forms))
        if lines.isascii():
            return (lines.lower() if self.case == "fold" else lines).split("\n")
        return self._folded(unicodedata.normalize("NFC", lines)).split("\n")

    def terms(self, forms: Sequence[str]) -> list[str]:
        """`term` of many forms, none with a line break, at once."""
        folded = self.folds(forms)
        if self.possessives == "keep":
            return folded
        return [self._without_possessive(form) if form.endswith(_POSSESSIVES) else form for form in folded]

    def describe(self, *, chinese: bool = False) -> str:
        """One line for a receipt. chinese: do the texts hold Chinese characters, so that their treatment matters?"""
        case = "lower case" if self.case == "fold" else "case kept"
        possessives = "possessive ’s dropped" if self.possessives == "drop" else "possessive ’s kept"
        line = f"{case}, {possessives}, hyphens join, dashes split, numbers are no words"
        return f"{line}, {self.chinese_rule()}" if chinese or self._chosen() else line

    def chinese_rule(self) -> str:
        """What is done with Chinese here and now: part of a receipt, and of the fingerprint where a text has any."""
        cut = segmenter() if self.chinese == "words" else CHARACTERS
        changed = self.script == "simplified" and segmentation_available()
        return f"Chinese in {cut}, characters {'made simplified' if changed else 'as written'}"

    def _chosen(self) -> bool:
        """Was anything about Chinese chosen against what is usual?"""
        return (self.chinese, self.script) != ("words", "as written")

    def options(self) -> dict[str, str]:
        """The options by name, for the fingerprint; what is usual for Chinese, and most texts do not need, is left out."""
        chosen = asdict(self)
        usual = {"chinese": "words", "script": "as written"}
        return {name: value for name, value in chosen.items() if usual.get(name) != value}


def _straight(form: str) -> str:
    if not form.isascii():
        for sign, plain in _STRAIGHT.items():
            form = form.replace(sign, plain)
    return form


@cache
def _foreign_token() -> re.Pattern[str]:
    """The rule for texts in any script. Every repetition keeps what it took, so the time is linear in the text."""
    other = f"[^\\W\\d_{HAN}{HIRAGANA}{KATAKANA}]"
    # A joiner or none (U+200D, U+200C) shapes the letters round it in Persian and in the scripts of India.
    part = f"(?:{other}|[{marks()}]|[\u200c\u200d]++(?=[^\\W\\d_]|[{marks()}]))"
    word = f"{other}{part}*+"
    # Hyphens and apostrophes; the maqaf and the marks of Hebrew abbreviations; l·l of Catalan.
    join = "(?:[-'’‘\u05be\u05f3\u05f4]|(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])|(?<=[lL])·(?=[lL]))"
    return re.compile(
        rf"(?:[A-Za-z]\.){{2,}}+|(?P<han>[{HAN}][{HAN}{marks()}]*+)"
        rf"|[{HIRAGANA}][{HIRAGANA}ー{marks()}]*+|[{KATAKANA}][{KATAKANA}{marks()}]*+"
        rf"|{word}(?:{join}{word})*+|\d++(?:[.,\u066b\u066c]\d++)*+"
    )


# The tokenisation under which the published counts of the bundled texts were taken.
REFERENCE = Tokenization(possessives="keep")


def is_number(term: str) -> bool:
    """Numbers are tokens but no words: they are in no list and in no denominator."""
    return term[:1].isdigit()
