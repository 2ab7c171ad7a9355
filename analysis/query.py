"""Searches: a line of text to a Query, a Query to the places where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np

from .corpus import Corpus
from .errors import QueryError
from .tokens import Tokenization

MAX_LENGTH = 200
MAX_SEQUENCES = 500
_EMPTY = "A part of the search {!r} is empty; write a word on each side of | and inside brackets."
_LEXER = re.compile(r"\s*(?:(?P<regex>/(?:\\.|[^/\\])+/)(?=[\s|()]|$)|(?P<mark>[|()])|(?P<word>[^\s|()]+))")


@dataclass(frozen=True)
class Query:
    """What is looked for.

    sequences: the alternatives, each a sequence of one or more words; a hit is any of them, the longest at a place.
    exceptions: sequences that cancel every hit they overlap (`will` but not `political will`).
    case_sensitive: compare with the forms as written. compounds: `trust` also finds `trust-rebuilding`.
    """

    text: str
    sequences: tuple[tuple[str, ...], ...]
    exceptions: tuple[tuple[str, ...], ...] = ()
    case_sensitive: bool = False
    compounds: bool = True


@dataclass(frozen=True, eq=False)
class Hits:
    """Where a query stands: first token of each hit in the stream, and its length in tokens, in running order."""

    position: np.ndarray
    length: np.ndarray

    def __len__(self) -> int:
        return len(self.position)


def parse(text: str, *, case_sensitive: bool = False, compounds: bool = True) -> Query:
    """Read a search.

    `trust` a word; `trust deficit` a phrase; `cooperat*` and `wom?n` any letters, one letter; `win-win|mutual benefit`
    either; `community (of|with a) shared future` either inside a phrase; `/globali[sz].*/` a regular expression for
    one whole word (RE2). QueryError, with what to do, for anything else.
    """
    if not text.strip():
        raise QueryError("Type a word or a phrase to search for.")
    return any_of([text], case_sensitive=case_sensitive, compounds=compounds)


def any_of(
    variants: Iterable[str],
    exceptions: Iterable[str] = (),
    *,
    case_sensitive: bool = False,
    compounds: bool = True,
) -> Query:
    """One query for several variants of one idea, with exceptions that cancel the hits they overlap."""
    variants, exceptions = list(variants), list(exceptions)
    sequences = tuple(dict.fromkeys(sequence for variant in variants for sequence in _sequences(variant)))
    cancelled = tuple(dict.fromkeys(sequence for exception in exceptions for sequence in _sequences(exception)))
    return Query("|".join(variants), sequences, cancelled, case_sensitive, compounds)


def find(corpus: Corpus, query: Query | str) -> Hits:
    """Every place where a query stands in a corpus. Hits never overlap and never cross a paragraph."""
    query = parse(query) if isinstance(query, str) else query
    if not query.sequences:
        raise QueryError("The search has no variant; give it at least one word.")
    lexicon = _Lexicon(corpus, query)
    hits = _longest([_find_sequence(corpus, lexicon, sequence) for sequence in query.sequences])
    if not query.exceptions:
        return hits
    return _without(hits, _longest([_find_sequence(corpus, lexicon, sequence) for sequence in query.exceptions]))


def _sequences(text: str) -> list[tuple[str, ...]]:
    """Every sequence of words that a search stands for, alternatives and brackets multiplied out."""
    if len(text) > MAX_LENGTH:
        raise QueryError(f"The search is longer than {MAX_LENGTH} characters; make it shorter.")
    if re.search(r"[\x00\ud800-\udfff]", text):
        raise QueryError("The search holds a character that is no text; type it again.")
    # Texts are composed when they are read, so a search must be too.
    text = unicodedata.normalize("NFC", text)
    lexemes = _lexemes(text)
    sequences = _alternatives(lexemes, text)
    if lexemes:
        raise QueryError(f"The search {text!r} closes a bracket that it does not open.")
    if not all(sequences):
        raise QueryError(_EMPTY.format(text))
    return sequences


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


class _Lexicon:
    """The lexicon as one query sees it: finds the forms that each of its words stands for."""

    def __init__(self, corpus: Corpus, query: Query) -> None:
        self.query = query
        self._straight = Tokenization(case="keep" if query.case_sensitive else "fold", possessives="keep")
        self._spellings = corpus.spellings(case_sensitive=query.case_sensitive)

    def elements(self, word: str) -> list[np.ndarray]:
        """For one word of a query, the matching form ids of each token it makes."""
        if len(word) > 2 and word.startswith("/") and word.endswith("/"):
            case = "" if self.query.case_sensitive else "(?i)"
            return [self._matching(_linear_time(word[1:-1], case))]
        folded = self._straight.fold(word)
        if "*" in folded or "?" in folded:
            return [self._matching(_linear_time(self._whole(_wildcard(folded))))]
        tokens = [folded[start:end] for start, end in self._straight.spans(folded)]
        return [self._matching(re.compile(self._whole(re.escape(token)))) for token in tokens]

    def _whole(self, pattern: str) -> str:
        """The pattern for a whole word, which may be a part of a compound or carry a possessive."""
        return rf"(?:.*[-'])?(?:{pattern})(?:[-'].*)?" if self.query.compounds else pattern

    def _matching(self, pattern: re.Pattern[str]) -> np.ndarray:
        return self._spellings.matching(pattern.fullmatch)


def _wildcard(word: str) -> str:
    if not re.search(r"\w", word):
        raise QueryError(f"{word!r} would find every word; write some of its letters.")
    return re.escape(word).replace(r"\*", r"[\w'-]*").replace(r"\?", r"\w")


def _linear_time(pattern: str, flags: str = ""):  # noqa: ANN202 -- re2's patterns have no public type
    """Compile with RE2, which answers in linear time whatever the pattern."""
    import re2

    options = re2.Options()
    options.log_errors = False
    unicode = _unicode_classes(pattern)
    try:
        return re2.compile(flags + unicode, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        raise QueryError(f"The regular expression /{pattern}/ cannot be used: {reason}.") from None


def _unicode_classes(pattern: str) -> str:
    r"""RE2's own \w and \d know ASCII only; write them so that they know every script, inside [...] and outside."""
    classes = {r"\w": r"\p{L}\p{M}\p{N}_", r"\d": r"\p{N}"}
    inside, written = False, []
    for piece in re.findall(r"\\.|\[\^?\]?|.", pattern, re.DOTALL):
        if piece in classes:
            piece = classes[piece] if inside else f"[{classes[piece]}]"
        elif piece.lower() in classes:
            if inside:
                raise QueryError(f"The regular expression /{pattern}/ has {piece} inside [ ]; write it outside.")
            piece = f"[^{classes[piece.lower()]}]"
        elif piece.startswith("["):
            inside = True
        elif piece == "]":
            inside = False
        written.append(piece)
    return "".join(written)


def _find_sequence(corpus: Corpus, lexicon: _Lexicon, sequence: tuple[str, ...]) -> Hits:
    elements = [element for word in sequence for element in lexicon.elements(word)]
    if not elements:
        raise QueryError(f"{' '.join(sequence)!r} holds no word or number to search for.")
    form = corpus.tokens.form
    last_start = len(form) - len(elements) + 1
    position = np.flatnonzero(elements[0][form[: max(last_start, 0)]])
    for distance, element in enumerate(elements[1:], start=1):
        position = position[element[form[position + distance]]]
    paragraph = corpus.tokens.paragraph
    position = position[paragraph[position] == paragraph[position + len(elements) - 1]]
    return Hits(position, np.full(len(position), len(elements)))


def _longest(found: list[Hits]) -> Hits:
    """Hits of several sequences as one: from left to right, the longest at each place, none inside another."""
    position = np.concatenate([hits.position for hits in found])
    length = np.concatenate([hits.length for hits in found])
    order = np.lexsort((-length, position))
    position, length = position[order], length[order]
    if len(found) > 1 or (length > 1).any():
        kept, end = [], -1
        for row, (first, size) in enumerate(zip(position.tolist(), length.tolist(), strict=True)):
            if first >= end:
                kept.append(row)
                end = first + size
        position, length = position[kept], length[kept]
    return Hits(position, length)


def _without(hits: Hits, cancelling: Hits) -> Hits:
    """Hits that overlap none of the cancelling ones."""
    if not len(cancelling):
        return hits
    # Both lists are in order and free of overlaps, so the last one that begins before a hit's end decides.
    last = np.searchsorted(cancelling.position, hits.position + hits.length) - 1
    ends = cancelling.position[last] + cancelling.length[last]
    keep = (last < 0) | (ends <= hits.position)
    return Hits(hits.position[keep], hits.length[keep])
