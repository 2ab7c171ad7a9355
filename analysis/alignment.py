"""Where do two passages say the same in nearly the same words? Local alignment."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import AnalysisError, OptionError, require_at_least
from .metadata import Groups, compared_groups
from .result import from_rows, typed
from .reuse import shared_occurrences

# A table of more scores than this would not fit into the memory of a small machine.
MAX_SCORES = 10_000_000
# A sequence of more paragraphs than this is a commonplace, and its pairs would be too many.
MAX_PARAGRAPHS = 200
_BETWEEN = "…"
# "Int64" knows missing values.
ALIGNED_DTYPES = {
    "place": "int64", "first_word": "str", "second_word": "str", "first_start": "Int64", "first_end": "Int64",
    "second_start": "Int64", "second_end": "Int64", "same": "bool",
}  # fmt: skip
CLOSEST_DTYPES = {
    "group": "str", "other": "str", "document_id": "str", "paragraph": "int64", "other_document_id": "str",
    "other_paragraph": "int64", "score": "int64", "matches": "int64", "words": "int64", "shared": "str",
}  # fmt: skip


@dataclass(frozen=True)
class Alignment:
    """Two stretches of words laid side by side.

    a, b: the words of each, place by place; None where the other has a word too many. a_start, a_end, b_start, b_end:
    the stretches as slices of the two sequences. matches: places where both have the same word. score: the sum of the
    weights. Without any match the score is 0 and the stretches are empty.
    """

    score: int = 0
    a: tuple[str | None, ...] = ()
    b: tuple[str | None, ...] = ()
    a_start: int = 0
    a_end: int = 0
    b_start: int = 0
    b_end: int = 0
    matches: int = 0


def align(a: Sequence[str], b: Sequence[str], *, match: int = 2, mismatch: int = -1, gap: int = -1) -> Alignment:
    """Which stretches of two sequences of words agree best, other words between them allowed?

    The local alignment of the highest score: `match` for each pair of equal words, `mismatch` for each unequal pair,
    `gap` for each word without a counterpart. Of several, the one that ends first in `a`, then in `b`; in it, pairs
    go before gaps. The score grows with length and is no share. Words are compared as they are: fold case before.
    OptionError for weights that are not whole numbers, a match below 1, a mismatch or gap above 0. AnalysisError for
    sequences too long for memory. Source: Smith & Waterman 1981.
    """
    _require_weights(match, mismatch, gap)
    if len(a) * len(b) > MAX_SCORES:
        raise AnalysisError(f"Passages of {len(a)} and {len(b)} words are too long to align; take single paragraphs.")
    numbers = {word: number for number, word in enumerate(dict.fromkeys([*a, *b]))}
    ids = [np.array([numbers[word] for word in words], np.int64) for words in (a, b)]
    scores = _scores(*ids, match, mismatch, gap)
    path = list(_path_back(scores, *ids, match, mismatch, gap))[::-1]
    if not path:
        return Alignment()
    return Alignment(
        score=int(scores.max()),
        a=tuple(None if i is None else a[i] for i, _ in path),
        b=tuple(None if j is None else b[j] for _, j in path),
        # A best stretch begins and ends with a pair.
        a_start=path[0][0],
        a_end=path[-1][0] + 1,
        b_start=path[0][1],
        b_end=path[-1][1] + 1,
        matches=sum(i is not None and j is not None and a[i] == b[j] for i, j in path),
    )


def align_passages(corpus: Corpus, first: tuple[str, int], second: tuple[str, int]) -> pd.DataFrame:
    """Which words of two paragraphs correspond?

    first, second: document_id and paragraph (counted in the document, from 1, as in `concordance`). The words compared
    are those counted, numbers left out. A row a place of their best local alignment (see `align`): place (from 1),
    first_word and second_word (as written), first_start, first_end, second_start and second_end (offsets in
    `corpus.text`), all three missing where one side has a word too many; same (whether both count as one term).
    CorpusError for an unknown document, OptionError for a paragraph it does not have.
    """
    one, other = _paragraph(corpus, *first), _paragraph(corpus, *second)
    found = align(_terms(corpus, one), _terms(corpus, other))
    sides = [
        _side(corpus, one, found.a, found.a_start).add_prefix("first_"),
        _side(corpus, other, found.b, found.b_start).add_prefix("second_"),
    ]
    same = np.array([word == counterpart for word, counterpart in zip(found.a, found.b, strict=True)], bool)
    return typed(pd.concat(sides, axis=1).assign(place=np.arange(1, len(same) + 1), same=same), ALIGNED_DTYPES)


def closest_passages(
    corpus: Corpus,
    *,
    by: str = "document_id",
    n: int = 20,
    sequence: int = 5,
    stop_words: Collection[str] = (),
    candidates: int = 100,
) -> pd.DataFrame:
    """Which paragraphs of different groups come closest to each other in their wording?

    Pairs that share a sequence of so many words (`sequence`), other than of `stop_words` alone, are candidates; the
    `candidates` pairs that share most such sequences are aligned. A sequence of very many paragraphs makes no pair,
    and pairs too long to align are left out.
    A row a pair, the `n` best: group and other, document_id and paragraph, other_document_id and other_paragraph
    (counted in the document, from 1; what stands first in the corpus comes first), score (see `align`), matches
    (equal words), words (places of the alignment), shared (the equal words, "…" for what lies between). Sorted by
    score, then in order of the corpus. Long paragraphs have more chances of a high score, and what is close need not
    be copied: names and set phrases recur. OptionError when there are not two groups.
    Source: Smith & Waterman 1981; Mullen (R package textreuse).
    """
    require_at_least("n", n, 1)
    require_at_least("sequence", sequence, 2)
    require_at_least("candidates", candidates, 1)
    groups = compared_groups(corpus.documents, by)
    pairs = _candidates(corpus, groups, sequence, stop_words)[:candidates]
    aligned = [align(_terms(corpus, one), _terms(corpus, other)) for one, other in pairs.tolist()]
    rows = []
    for row in np.lexsort((pairs[:, 1], pairs[:, 0], [-found.score for found in aligned]))[:n]:
        found = aligned[row]
        (group, *place), (other, *other_place) = (_address(corpus, groups, paragraph) for paragraph in pairs[row])
        measured = (found.score, found.matches, len(found.a), _equal_words(found))
        rows.append((group, other, *place, *other_place, *measured))
    return from_rows(rows, CLOSEST_DTYPES)


def _require_weights(match: int, mismatch: int, gap: int) -> None:
    for name, weight in (("match", match), ("mismatch", mismatch), ("gap", gap)):
        if not isinstance(weight, int | np.integer):
            raise OptionError(f"{name} must be a whole number; not {weight!r}.")
        if name != "match" and weight > 0:
            raise OptionError(f"{name} must be 0 or less, for it is no agreement; not {weight}.")
    require_at_least("match", match, 1)


def _scores(a: np.ndarray, b: np.ndarray, match: int, mismatch: int, gap: int) -> np.ndarray:
    """The best score of any alignment that ends with so many words of each, or 0: (len(a) + 1) × (len(b) + 1)."""
    scores = np.zeros((len(a) + 1, len(b) + 1), np.int64)
    slope = gap * np.arange(1, len(b) + 1)
    for row, word in enumerate(a):
        best = np.maximum(scores[row, :-1] + np.where(b == word, match, mismatch), scores[row, 1:] + gap)
        # A gap along the row costs the same at each step, so a running maximum finds the best one for all places.
        scores[row + 1, 1:] = np.maximum.accumulate(np.maximum(best, 0) - slope) + slope
    return scores


def _path_back(
    scores: np.ndarray, a: np.ndarray, b: np.ndarray, match: int, mismatch: int, gap: int
) -> Iterator[tuple[int | None, int | None]]:
    """From the end of the best alignment to its beginning, the words of `a` and `b` at each place."""
    i, j = (int(place) for place in np.unravel_index(scores.argmax(), scores.shape))
    while scores[i, j] > 0:
        if scores[i, j] == scores[i - 1, j - 1] + (match if a[i - 1] == b[j - 1] else mismatch):
            i, j = i - 1, j - 1
            yield i, j
        elif scores[i, j] == scores[i - 1, j] + gap:
            i -= 1
            yield i, None
        else:
            j -= 1
            yield None, j


def _equal_words(found: Alignment) -> str:
    words = " ".join(one if one == other else _BETWEEN for one, other in zip(found.a, found.b, strict=True))
    return re.sub(f"({_BETWEEN} )+", f"{_BETWEEN} ", words)


def _candidates(corpus: Corpus, groups: Groups, n: int, stop_words: Collection[str]) -> np.ndarray:
    """Pairs of paragraphs of different groups that share a sequence of n words, those that share most first."""
    starts, ids = shared_occurrences(corpus, groups, n)
    content = corpus.content_words(stop_words)[corpus.words.term]
    telling = content[starts[:, None] + np.arange(n)].any(axis=1)
    found = pd.DataFrame({"sequence": ids, "paragraph": corpus.words.paragraph[starts]})[telling].drop_duplicates()
    found = found[found.groupby("sequence")["paragraph"].transform("size") <= MAX_PARAGRAPHS]
    found["group"] = groups.of_document[corpus.tokens.document_of_paragraph[found["paragraph"]]]
    pairs = found.merge(found, on="sequence", suffixes=("", "_other"))
    pairs = pairs[(pairs["paragraph"] < pairs["paragraph_other"]) & (pairs["group"] != pairs["group_other"])]
    words = corpus.words_by_paragraph
    pairs = pairs[words[pairs["paragraph"]] * words[pairs["paragraph_other"]] <= MAX_SCORES]
    sizes = pairs.groupby(["paragraph", "paragraph_other"], as_index=False).size()
    ranked = sizes.sort_values("size", ascending=False, kind="stable")
    return ranked[["paragraph", "paragraph_other"]].to_numpy()


def _words_of(corpus: Corpus, paragraph: int) -> slice:
    """The words of a paragraph, counted through the corpus, in `corpus.words`."""
    return slice(*corpus.words.paragraph_starts[paragraph : paragraph + 2].tolist())


def _terms(corpus: Corpus, paragraph: int) -> list[str]:
    return corpus.terms[corpus.words.term[_words_of(corpus, paragraph)]].tolist()


def _side(corpus: Corpus, paragraph: int, words: Sequence[str | None], start: int) -> pd.DataFrame:
    """One side of an alignment as written: word, start, end; missing where the other side has a word too many."""
    stream = corpus.tokens
    place = np.flatnonzero([word is not None for word in words])
    first = _words_of(corpus, paragraph).start + start
    token = corpus.words.token_of(np.arange(first, first + len(place)))
    written = {"word": corpus.forms[stream.form[token]], "start": stream.start[token], "end": stream.end_of(token)}
    return pd.DataFrame(written, index=place).reindex(range(len(words)))


def _paragraph(corpus: Corpus, document_id: str, number: int) -> int:
    """A paragraph, counted through the corpus, from its number in its document."""
    corpus.blocks(document_id)
    paragraphs = int(corpus.documents.loc[document_id, "n_paragraphs"])
    if not 1 <= number <= paragraphs:
        raise OptionError(f"{document_id} has {paragraphs} paragraphs; there is no paragraph {number}.")
    document = corpus.documents.index.get_loc(document_id)
    return int(np.searchsorted(corpus.tokens.document_of_paragraph, document)) + number - 1


def _address(corpus: Corpus, groups: Groups, paragraph: int) -> tuple[str, str, int]:
    """The group, the document and the number in it of a paragraph counted through the corpus."""
    document_of_paragraph = corpus.tokens.document_of_paragraph
    document = document_of_paragraph[paragraph]
    number = int(paragraph - np.searchsorted(document_of_paragraph, document)) + 1
    return groups.labels[groups.of_document[document]], corpus.documents.index[document], number
