"""The languages offered, and the scripts they are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .scripts import HAN, is_japanese

# A text of two scripts is in that of most of its letters.
_MOST = 0.5


@dataclass(frozen=True)
class Language:
    """A language: its English name and its script."""

    name: str
    script: str = "Latin"


# The languages offered, by ISO 639-1 code; each has a stop list of that name.
LANGUAGES = {
    "ar": Language("Arabic", "Arabic"),
    "bn": Language("Bengali", "Bengali"),
    "bg": Language("Bulgarian", "Cyrillic"),
    "ca": Language("Catalan"),
    "zh": Language("Chinese", "Han"),
    "hr": Language("Croatian"),
    "cs": Language("Czech"),
    "da": Language("Danish"),
    "nl": Language("Dutch"),
    "en": Language("English"),
    "et": Language("Estonian"),
    "fi": Language("Finnish"),
    "fr": Language("French"),
    "de": Language("German"),
    "el": Language("Greek", "Greek"),
    "he": Language("Hebrew", "Hebrew"),
    "hi": Language("Hindi", "Devanagari"),
    "hu": Language("Hungarian"),
    "id": Language("Indonesian"),
    "it": Language("Italian"),
    "ja": Language("Japanese", "Japanese"),
    "ko": Language("Korean", "Hangul"),
    "la": Language("Latin"),
    "no": Language("Norwegian"),
    "fa": Language("Persian", "Arabic"),
    "pl": Language("Polish"),
    "pt": Language("Portuguese"),
    "ro": Language("Romanian"),
    "ru": Language("Russian", "Cyrillic"),
    "sk": Language("Slovak"),
    "es": Language("Spanish"),
    "sv": Language("Swedish"),
    "th": Language("Thai", "Thai"),
    "tr": Language("Turkish"),
    "uk": Language("Ukrainian", "Cyrillic"),
    "ur": Language("Urdu", "Arabic"),
    "vi": Language("Vietnamese"),
}
_LETTERS = {
    "Latin": "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Greek": "Ͱ-Ͽἀ-῿", "Cyrillic": "Ѐ-ԯ", "Hebrew": "א-ת", "Arabic": "ء-ۿݐ-ݿ",
    "Devanagari": "ऄ-हक़-ॡ", "Bengali": "অ-হ", "Thai": "ก-ฮ", "Hangul": "가-힣", "Han": HAN, "Kana": "ぁ-ヿ",
}  # fmt: skip
_SCRIPTS = {name: re.compile(f"[{letters}]") for name, letters in _LETTERS.items()}


def script_of(text: str) -> str:
    """The script of more than half of the letters of a text, "" where none has so many."""
    found = {name: len(letters.findall(text)) for name, letters in _SCRIPTS.items()}
    if is_japanese(text):
        found["Japanese"] = found["Han"] + found["Kana"]
    best = max(found, key=found.__getitem__)
    total = sum(found.values()) - found.get("Japanese", 0)
    return best if total and found[best] > _MOST * total else ""
