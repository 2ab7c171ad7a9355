"""What a line looks like: is it short, closed, a name, a date, a piece of prose?"""

from __future__ import annotations

import re

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# No more than this of a line's beginning and end is looked at: lines can be as long as a book.
_LOOK = 300
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october "
    "november december janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre "
    "décembre januar februar märz april mai juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre"
).split()
_DAY = re.compile(
    r"\d{1,2}\s*(?:st|nd|rd|th|er|º|\.)?|\d{4}|" + "|".join(sorted(_MONTHS, key=len, reverse=True)), re.IGNORECASE
)
_DATE_FORMS = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?")
_AROUND_DATES = re.compile(
    r"\b(?:published|posted|updated|last|on|of|le|am|de|del|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|[,.:|–—\s-]",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’\-]*\.?|[A-Z]\.|de|van|von|der|den|al|bin|el|la|du|da|di)"
_NAME = re.compile(
    rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}(?:\s*(?:,|&|and|und|et|y)\s*{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}})*"
)
_BULLET = re.compile(r"^[•·▪●○*–—-]\s+")
_TRAILING = re.compile(rf"(?:[{SUPERSCRIPTS}]|\^?\[\w{{1,4}}\]|[\"'”’»)\]*_]|\s)+$")
_CLOSING = tuple(".!?…:;。！？：；؟۔।")
_FUNCTION_WORDS = frozenset(
    "a an the of and or in to on at by for with from as that which who is are was were be its their this these his her our "
    "la le les des de du et en un une der die das und von mit zu el los las y que con por".split()
)


def word_count(text: str) -> int:
    """Words by blanks, Han letters two to a word: enough to tell a line from a paragraph."""
    han = 0 if text.isascii() else len(re.findall(r"[\u4e00-\u9fff]", text[:4000]))
    return len(text.split()) + han // 2


def is_closed(text: str) -> bool:
    """Does it end as a sentence does, quotation marks and note marks apart?"""
    # What most lines end with needs no pattern.
    if text.endswith(_CLOSING) or text[-1:].isalpha():
        return text.endswith(_CLOSING)
    return _TRAILING.sub("", text[-_LOOK:]).endswith(_CLOSING)


def is_short(text: str, most: int = 14) -> bool:
    """Has it so few words that it can be a heading or a caption?"""
    return len(text) <= 200 and word_count(text) <= most


def is_paragraph(text: str) -> bool:
    """Is it surely running text: a closed line of a dozen words, or a long one?"""
    words = word_count(text)
    return words >= 25 or (words >= 12 and is_closed(text))


def without_bullet(text: str) -> str:
    """A line without the sign of a list before it."""
    return _BULLET.sub("", text)


def is_listed(text: str) -> bool:
    """Does a sign of a list stand before it?"""
    return bool(_BULLET.match(text))


def is_date(text: str) -> bool:
    """Is it a date and nothing else that counts?"""
    text = text[:_LOOK]
    if len(text) > 60 or not re.search(r"\d", text):
        return False
    rest = _DATE_FORMS.sub("", text)
    dated = rest != text or (bool(re.search(r"\d{4}", text)) and bool(_DAY.search(rest)))
    # A bare number is a page or a year in a heading, no date.
    named = rest != text or any(month in text.lower() for month in _MONTHS)
    return dated and named and not _AROUND_DATES.sub("", _DAY.sub("", rest)).strip()


def is_name(text: str) -> bool:
    """Could it be the name of a person or two, and nothing else?"""
    text = text[:_LOOK]
    return is_short(text, 12) and bool(_NAME.fullmatch(text)) and not text.isupper()


def goes_on(text: str, following: str) -> bool:
    """Does a line end in the middle of a sentence that the following line can go on with?

    It goes on in lower case, or the line stops at a word that no sentence ends with.
    """
    if is_closed(text) or word_count(text) < 5:
        return False
    first = next((letter for letter in following[:_LOOK] if letter.isalnum()), "")
    last = re.search(r"(\w+)\W*$", text[-_LOOK:])
    stops_short = text.rstrip().endswith((",", "-", "–", "—", "(")) or (
        last is not None and last[1].lower() in _FUNCTION_WORDS
    )
    return first.islower() or stops_short or (first.isdigit() and word_count(text) >= 12) or _is_unspaced(text)


def _is_unspaced(text: str) -> bool:
    """Chinese and its like, which know no lower case."""
    return len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]", text[-_LOOK:])) > 10
