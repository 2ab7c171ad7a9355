"""In which language is a text written? By its script first, then by its commonest small words."""

from __future__ import annotations

from functools import lru_cache

from .languages import LANGUAGES, script_of
from .stopwords import stop_words
from .tokens import REFERENCE, is_number

# So much of a text is looked at, in characters.
SAMPLE = 5_000
# Fewer words are too few; the best language has at least so large a share of stop words, and so much more than the next.
# Where its own letters leave one language alone, half the share will do.
_FEWEST, _SHARE, _LEAD = 12, 0.2, 0.04
# Scripts with a language here that others outside our list share.
_SHARED = frozenset({"Devanagari"})
# Letters that a language lacks and its neighbours in the same script have; it is out when they are a hundredth.
_SLAVS = "ґєіїўјљњѓќђћџқғәө"
_LACKS = {
    "ru": _SLAVS, "bg": _SLAVS + "ыэ", "uk": "ыэъўјљњѓќђћџқғәө",
    "ar": "پچژگکیټڈڑٹےہں", "fa": "ٹڈڑےہںټډړڕۆێە", "ur": "ټډړڕۆێە",
}  # fmt: skip
_RARE = 0.01


def guess_language(text: str) -> str:
    """The code of the language that a text is written in, a key of LANGUAGES; "" where that is not sure.

    The script of most letters, and letters that a language lacks, leave one language or several; of several the one
    whose stop words make the largest share of the words, if that is a fifth or more and well before the next. Only the
    first 5,000 characters are read.
    """
    return _guess(text[:SAMPLE])


@lru_cache(maxsize=256)
def _guess(text: str) -> str:
    script = script_of(text)
    written = [code for code, language in LANGUAGES.items() if language.script == script]
    if len(written) == 1 and script not in _SHARED:
        return written[0]
    return _by_small_words(text, [code for code in written if not _lacks_letters_of(text, code)])


def _lacks_letters_of(text: str, code: str) -> bool:
    foreign = sum(map(text.count, _LACKS.get(code, "")))
    return foreign > _RARE * len(text)


def _by_small_words(text: str, codes: list[str]) -> str:
    words = [REFERENCE.fold(text[start:end]) for start, end in REFERENCE.spans(text)]
    words = [word for word in words if not is_number(word)]
    if len(words) < _FEWEST or not codes:
        return ""
    shares = sorted(((_share(words, code), code) for code in codes), reverse=True)
    best, code = shares[0]
    if len(shares) == 1:
        return code if best >= (_SHARE / 2 if code in _LACKS else _SHARE) else ""
    return code if best >= _SHARE and best - shares[1][0] >= _LEAD else ""


def _share(words: list[str], code: str) -> float:
    listed = stop_words(code)
    return sum(word in listed for word in words) / len(words)
