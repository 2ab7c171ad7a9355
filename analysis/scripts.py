"""The letters of the world's scripts, as parts of regular expressions: what Python's own classes leave out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

# Each is the inside of a [...]. Han with its radicals, iteration mark and zero; kana with their marks of length.
HAN = "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
# Thai, Lao, Burmese, Khmer: words stand in one run up to the next space.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9fe\uaa60-\uaa7f"
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# So much of the Han and kana of a Japanese text is kana; Chinese quotes it at most.
_JAPANESE = 0.1


@cache
def marks() -> str:
    """All combining marks (vowels of Indic scripts and Thai, Arabic and Hebrew points, accents), for a [...]."""
    # Beyond lie characters of Han, and the selectors of their shapes, which are added by hand.
    found = [code for code in range(0x300, 0x20000) if unicodedata.category(chr(code))[0] == "M"]
    # Neighbours share the difference of number and place.
    runs = [[code for _, code in run] for _, run in groupby(enumerate(found), lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs) + "\U000e0100-\U000e01ef"


def has_han(text: str) -> bool:
    """Does a text hold a Chinese character?"""
    return bool(_HAN.search(text))


def has_unspaced(text: str) -> bool:
    """Does a text hold letters of Thai, Lao, Burmese or Khmer, which set no space between words?"""
    return bool(_UNSPACED.search(text))


def is_japanese(text: str) -> bool:
    """Is a text with Chinese characters Japanese, by its kana?"""
    kana = len(_KANA.findall(text))
    return kana > 0 and kana >= _JAPANESE * (kana + len(_HAN.findall(text)))
