"""The language of searches: a line of text to the sequences of words it stands for."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

import numpy as np

from .errors import QueryError

MAX_LENGTH = 200
MAX_SEQUENCES = 500
_EMPTY = "A part of the search {!r} is empty; write a word on each side of | and inside brackets."
_LEXER = re.compile(r"\s*(?:(?P<regex>/(?:\\.|[^/\\])+/)(?=[\s|()]|$)|(?P<mark>[|()])|(?P<word>[^\s|()]+))")


def sequences(text: str) -> list[tuple[str, ...]]:
    """Every sequence of words that a search stands for, alternatives and brackets multiplied out."""
    if len(text) > MAX_LENGTH:
        raise QueryError(f"The search is longer than {MAX_LENGTH} characters; make it shorter.")
    if re.search(r"[\x00\ud800-\udfff]", text):
        raise QueryError("The search holds a character that is no text; type it again.")
    # Texts are composed when they are read, so a search must be too.
    text = unicodedata.normalize("NFC", text)
    lexemes = _lexemes(text)
    found = _alternatives(lexemes, text)
    if lexemes:
        raise QueryError(f"The search {text!r} closes a bracket that it does not open.")
    if not all(found):
        raise QueryError(_EMPTY.format(text))
    return found


def _lexemes(text: str) -> list[str]:
    # Quotation marks round a phrase are a habit of other programs; a phrase needs none here.
    text = re.sub('["“”]', " ", text) if "/" not in text else text
    return [match[match.lastgroup] for match in _LEXER.finditer(text.strip())]


def _alternatives(lexemes: list[str], text: str) -> list[tuple[str, ...]]:
    """Read `a b|c` up to a closing bracket or the end; takes what it reads off the list."""
    found: list[tuple[str, ...]] = []
    parts: list[list[tuple[str, ...]]] = []
    while lexemes and lexemes[0] != ")":
        lexeme = lexemes.pop(0)
        if lexeme == "|":
            found += _multiplied(parts, text)
            parts = []
        elif lexeme == "(":
            parts.append(_alternatives(lexemes, text))
            if not lexemes:
                raise QueryError(f"The search {text!r} opens a bracket that it does not close.")
            if not all(parts[-1]):
                raise QueryError(_EMPTY.format(text))
            lexemes.pop(0)
        else:
            parts.append([(lexeme,)])
    return found + _multiplied(parts, text)


def _multiplied(parts: list[list[tuple[str, ...]]], text: str) -> list[tuple[str, ...]]:
    if np.prod([len(part) for part in parts]) > MAX_SEQUENCES:
        raise QueryError(f"The search {text!r} stands for more than {MAX_SEQUENCES} phrases; make it narrower.")
    return [sum(chosen, ()) for chosen in product(*parts)]
