"""Which forms of a corpus the words of a Query stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from .errors import QueryError
from .form_set import FormSet
from .query import Query
from .query_runs import Run, han_parts, run_of
from .scripts import has_han
from .shards import Shard


class QueryForms:
    """The lexicon as one query sees it: finds the forms that each of its words stands for."""

    def __init__(self, corpus: Shard, query: Query) -> None:
        self.query = query
        case = "keep" if query.case_sensitive else "fold"
        self._straight = replace(corpus.tokenization, case=case, possessives="keep")
        self._spellings = corpus.spellings(case_sensitive=query.case_sensitive)

    def sequence(self, words: tuple[str, ...]) -> list[FormSet | Run]:
        """What each token of a sequence may be."""
        elements = [element for word in words for element in self.elements(word)]
        if not elements:
            raise QueryError(f"{' '.join(words)!r} holds no word or number to search for.")
        return elements

    def elements(self, word: str) -> list[FormSet | Run]:
        """For one word of a query, what each token it makes may be."""
        if len(word) > 2 and word.startswith("/") and word.endswith("/"):
            case = "" if self.query.case_sensitive else "(?i)"
            return [self._spellings.matching(_linear_time(word[1:-1], case).fullmatch)]
        folded = self._straight.fold(word)
        if "*" in folded or "?" in folded:
            pattern = _linear_time(self._whole(_wildcard(folded)))
            return [self._spellings.matching(pattern.fullmatch, max(re.split(r"[*?]", folded), key=len))]
        if has_han(folded):
            return [piece for part in han_parts(folded) for piece in self._han_or_not(part)]
        return self._tokens(folded)

    def _han_or_not(self, part: str) -> list[FormSet | Run]:
        return [run_of(part, self._spellings)] if has_han(part) else self._tokens(part)

    def _tokens(self, words: str) -> list[FormSet]:
        tokens = [words[start:end] for start, end in self._straight.spans(words)]
        return [self._spellings.of_spelling(token, compounds=self.query.compounds) for token in tokens]

    def _whole(self, pattern: str) -> str:
        """The pattern for a whole word, which may be a part of a compound or carry a possessive."""
        return rf"(?:.*[-'])?(?:{pattern})(?:[-'].*)?" if self.query.compounds else pattern


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
        if re.search(r"\(\?[=!<P]|\\\d$", reason):
            reason = "there are no look-around and no back-references here"
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
