"""The passages behind a number: every hit of a search with the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from numbers import Integral
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import OptionError, require_at_least
from .hits import Hits
from .query import Query, find, parse, some_hits
from .quotations import quoted
from .result import from_rows, typed
from .sentences import sentence_starts

# What every list of passages has, and what a concordance adds.
PASSAGE_DTYPES = {
    "document_id": "str", "paragraph": "int64", "position": "int64", "start": "int64", "end": "int64", "left": "str",
    "node": "str", "right": "str",
}  # fmt: skip
CONCORDANCE_DTYPES = {**PASSAGE_DTYPES, "variant": "str", "quoted": "bool"}
PASSAGE_COLUMNS, CONCORDANCE_COLUMNS = list(PASSAGE_DTYPES), list(CONCORDANCE_DTYPES)
_PLACE = re.compile(r"([LR])([1-9])")


def concordance(
    corpus: Corpus,
    query: Query | str,
    *,
    context: Literal["sentence"] | int = "sentence",
    sort: str | Sequence[str] = "text",
    first: int = 0,
    limit: int | None = None,
) -> pd.DataFrame:
    """Where does a search stand, and in what words?

    context: "sentence", or so many words on each side; never beyond the paragraph. sort: "text" (in order of time and
    of the text), "node", or places such as "R1", or ("L1", "L2"): alphabetically by the first word to the right, by
    the first and then the second word to the left; lines where the paragraph ends before come first. first, limit: only so many lines, from the one of that number on
    (from 0); in the order of the text no others are looked for, so that a page costs the same however many there are.
    A row a hit: document_id, paragraph (counted in the document, from 1), position (token in the corpus), start and
    end (offsets of the node in `corpus.text(document_id)`), left, node, right: the words as the author wrote them,
    variant (of the search), quoted (inside quotation marks). QueryError for a search that cannot be read.
    """
    query = parse(query) if isinstance(query, str) else query
    require_at_least("first", first, 0)
    if limit is not None and sort in ("text", ["text"]):
        hits = some_hits(corpus, query, first, limit)
    else:
        hits = find(corpus, query)
        hits = hits.take(_order(corpus, hits, sort)[first : None if limit is None else first + limit])
    return concordance_lines(corpus, hits, query.variants, context=context)


def concordance_lines(
    corpus: Corpus, hits: Hits, variants: Sequence[str] = (), *, context: Literal["sentence"] | int = "sentence"
) -> pd.DataFrame:
    """The lines of a concordance for places already found, in their order; columns as `concordance`.

    variants: names of the sequences that the hits are of.
    """
    if context != "sentence":
        if not isinstance(context, Integral):
            raise OptionError(f'context must be "sentence" or a number of words; not {context!r}.')
        require_at_least("context", context, 0)
    lines = from_rows(_lines(corpus, hits, context), PASSAGE_DTYPES)
    lines["variant"] = np.array(variants, object)[hits.sequence] if len(variants) else lines["node"]
    lines["quoted"] = quoted(corpus, hits)
    return typed(lines, CONCORDANCE_DTYPES)


def _order(corpus: Corpus, hits: Hits, sort: str | Sequence[str]) -> np.ndarray:
    """The order of the lines: hits stand in the order of the text, and every sort keeps it among equals."""
    places = [sort] if isinstance(sort, str) else list(sort)
    if places in ([], ["text"]):
        return np.arange(len(hits))
    keys = []
    for place in places:
        found = _PLACE.fullmatch(place)
        if not found and place != "node":
            raise OptionError(f'sort must be "text", "node", or places from L1 to L9 and R1 to R9; not {place!r}.')
        keys.append(_terms_at(corpus, hits, found))
    return np.lexsort(keys[::-1])


def _terms_at(corpus: Corpus, hits: Hits, place: re.Match[str] | None) -> np.ndarray:
    """Ids of the terms so many words before or after each hit, −1 beyond the paragraph: terms are in order, so are ids."""
    stream = corpus.tokens
    if place is None:
        return corpus.term_of_form[stream.form[hits.position]]
    distance = int(place[2])
    token = hits.position - distance if place[1] == "L" else hits.position + hits.length - 1 + distance
    within = np.clip(token, 0, max(len(stream) - 1, 0))
    same = (within == token) & (stream.paragraph_of(within) == stream.paragraph_of(hits.position))
    return np.where(same, corpus.term_of_form[stream.form[within]], -1)


def _lines(corpus: Corpus, hits: Hits, context: Literal["sentence"] | int) -> Iterable[tuple]:
    stream = corpus.tokens
    document_of_paragraph = stream.document_of_paragraph
    first_paragraph = np.searchsorted(document_of_paragraph, np.arange(len(corpus.documents)))
    opened: dict[str, tuple[str, list[int]]] = {}
    for position, length in zip(hits.position.tolist(), hits.length.tolist(), strict=True):
        paragraph = int(stream.paragraph_of(position))
        document = int(document_of_paragraph[paragraph])
        document_id = corpus.documents.index[document]
        if document_id not in opened:
            opened[document_id] = (corpus.text(document_id), corpus.block_starts(document_id))
        text, block_starts = opened[document_id]
        start, end = int(stream.start[position]), int(stream.end_of(position + length - 1))
        if context == "sentence":
            low, high = _sentence(text, block_starts, start, end)
        else:
            low, high = _window(corpus, paragraph, position, length, int(context))
        number = paragraph - int(first_paragraph[document]) + 1
        yield document_id, number, position, start, end, text[low:start], text[start:end], text[end:high]


def _sentence(text: str, block_starts: list[int], start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence, or sentences, that hold a hit."""
    number = bisect_right(block_starts, start) - 1
    block = block_starts[number]
    after = block_starts[number + 1] if number + 1 < len(block_starts) else len(text)
    words = text[block:after].rstrip()
    begins = [block + offset for offset in sentence_starts(words)] + [block + len(words)]
    low = begins[bisect_right(begins, start) - 1]
    high = next((begin for begin in begins if begin >= end), begins[-1])
    return low, low + len(text[low:high].rstrip())


def _window(corpus: Corpus, paragraph: int, position: int, length: int, width: int) -> tuple[int, int]:
    """Offsets of so many words on each side, cut at the paragraph."""
    stream = corpus.tokens
    first = max(position - width, int(stream.paragraph_starts[paragraph]))
    last = min(position + length - 1 + width, int(stream.paragraph_starts[paragraph + 1]) - 1)
    return int(stream.start[first]), int(stream.end_of(last))
