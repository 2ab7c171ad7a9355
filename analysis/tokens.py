"""The one tokeniser: text to tokens, tokens to terms."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Literal

from .errors import require_one_of

# Abbreviations with stops; words, joined by hyphens or apostrophes; numbers. Dashes and all else split.
TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:[-'’‘][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
# Here 's is "is" or "us", not a possessive.
_CONTRACTIONS = frozenset(
    "it's he's she's that's this's what's who's where's when's how's why's there's here's let's".split()
)


@dataclass(frozen=True)
class Tokenization:
    """How text becomes terms.

    case: "fold" counts China and CHINA as one term, "keep" keeps them apart.
    possessives: "drop" counts China's as china (it's, that's and the like stay whole), "keep" counts it apart.
    """

    case: Literal["fold", "keep"] = "fold"
    possessives: Literal["drop", "keep"] = "drop"

    def __post_init__(self) -> None:
        require_one_of("case", self.case, ("fold", "keep"))
        require_one_of("possessives", self.possessives, ("drop", "keep"))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every token in `text`, left to right."""
        return [match.span() for match in TOKEN.finditer(text)]

    def fold(self, form: str) -> str:
        """A form with straight quotes, in lower case unless case is kept."""
        form = form.translate(_STRAIGHT)
        return form.lower() if self.case == "fold" else form

    def term(self, form: str) -> str:
        """What is counted for a form: `China’s` -> `china`."""
        folded = self.fold(form)
        if self.possessives == "drop" and folded.lower().endswith("'s") and folded.lower() not in _CONTRACTIONS:
            return folded[:-2]
        return folded

    def describe(self) -> str:
        """One line for a receipt."""
        case = "lower case" if self.case == "fold" else "case kept"
        possessives = "possessive ’s dropped" if self.possessives == "drop" else "possessive ’s kept"
        return f"{case}, {possessives}, hyphens join, dashes split, numbers are no words"

    def options(self) -> dict[str, str]:
        """The options by name, for the fingerprint."""
        return asdict(self)


# The tokenisation under which the published counts of the bundled texts were taken.
REFERENCE = Tokenization(possessives="keep")


def is_number(term: str) -> bool:
    """Numbers are tokens but no words: they are in no list and in no denominator."""
    return term[:1].isdigit()
