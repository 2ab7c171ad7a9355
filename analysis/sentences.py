"""Where sentences begin: rules for edited English prose; other scripts by their own full stops."""

from __future__ import annotations

import re

STOPS, CLOSERS, OPENERS = "[.!?…]", "[”’»\"')\\]]", "[“‘«¿¡\"'(\\[]"
# A closing mark with its quotes and brackets, a space, then something that can open a sentence; or a full stop that
# needs no space after it: of Chinese and Japanese (with the semicolon, which parts what English would part by stops),
# Arabic, Persian and Urdu, the scripts of India, Burmese, Khmer, Ethiopic and Armenian.
_BREAK = re.compile(
    rf"{STOPS}+{CLOSERS}*(?:\s»)?\s+(?=(?:«\s)?{OPENERS}*[^\W_a-z])"
    r"|(?:[。！？；｡؟۔।॥။។።։]|．(?!\d))[。！？；｡؟۔।॥။។።։．!?]*[”’»」』）】》〉\"')\]]*\s*"
)
# Before these a full stop is only an abbreviation.
ABBREVIATIONS = tuple(
    "Mr Mrs Ms Dr Prof Gen Sen Gov St No Nos Vol Art Fig Eq Ch Sec p pp vs cf al ed eds etc e.g i.e Ph.D "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
# These are words too; before a figure they are abbreviations.
BEFORE_FIGURE = tuple("no nos vol vols fig figs art ch sec eq".split())
_ABBREVIATION = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, ABBREVIATIONS))})|\b[A-Z])\.$")
_BEFORE_FIGURE = re.compile(rf"\b(?:{'|'.join(BEFORE_FIGURE)})\.$")
# So far back an abbreviation is looked for, in characters.
LOOK_BACK = 20
# An abbreviation such as U.S. ends a sentence only before a word that usually opens one.
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}$")
SENTENCE_OPENERS = tuple(
    "The A An In It This That These Those He She They We I But And However Moreover For As At On By With If When "
    "While There Such Its Their Our To From After Since China".split()
)


def sentence_starts(text: str) -> list[int]:
    """Offsets at which the sentences of one paragraph begin; the first is 0. An empty text has none."""
    starts = [0] if text.strip() else []
    for match in _BREAK.finditer(text):
        if match.end() < len(text) and _ends_sentence(text, match):
            starts.append(match.end())
    return starts


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match[0][0] not in ".!?…":
        return True
    if text[match.end()].islower():
        return False
    before = text[max(0, match.start() - LOOK_BACK) : match.start() + 1]
    if _INITIALS.search(before):
        opener = re.match(r"[^\w]*(\w+)", text[match.end() :])
        return bool(opener) and opener[1] in SENTENCE_OPENERS
    if _BEFORE_FIGURE.search(before) and text[match.end()].isdigit():
        return False
    return not _ABBREVIATION.search(before)
