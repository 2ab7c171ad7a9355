"""The passages behind a number: every hit of a search with the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from numbers import Integral
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import OptionError, require_at_least
from .hits import Hits
from .query import Query, parse
from .quotations import quoted_in
from .result import from_columns
from .search import every_hit, find, some_hits
from .sentences import sentence_starts
from .stream import TokenStream
from .texts.blocks import Block

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
    every: int = 1,
) -> pd.DataFrame:
    """Where does a search stand, and in what words?

    context: "sentence", or so many words on each side; never beyond the paragraph. sort: "text" (in order of time and
    of the text), "node", or places such as "R1", or ("L1", "L2"): alphabetically by the first word to the right, by
    the first and then the second word to the left; lines where the paragraph ends before come first. first, limit: only
    so many lines, from the one of that number on (from 0); in the order of the text no others are looked for, so that a
    page costs the same however many there are. every: only every so many-th hit of the text, before they are put in order.
    A row a hit: document_id, paragraph (counted in the document, from 1), position (token in the corpus), start and
    end (offsets of the node in `corpus.text(document_id)`), left, node, right: the words as the author wrote them,
    variant (of the search), quoted (inside quotation marks). QueryError for a search that cannot be read.
    """
    query = parse(query) if isinstance(query, str) else query
    require_at_least("first", first, 0)
    require_at_least("every", every, 1)
    if limit is not None and sort in ("text", ["text"]) and every == 1:
        hits = some_hits(corpus, query, first, limit)
    else:
        hits = find(corpus, query) if every == 1 else every_hit(corpus, query, every)
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
    stream = corpus.tokens
    paragraph = stream.paragraph_of(hits.position)
    around = _around(stream, hits, paragraph, context)
    stream.expect(np.concatenate([hits.position, *around]))
    start, end = stream.start[hits.position], stream.end_of(hits.position + hits.length - 1)
    document = stream.document_of(hits.position)
    lines = {
        "document_id": corpus.documents.index[document],
        "paragraph": paragraph - stream.paragraph_of(stream.document_starts[document]) + 1,
        "position": hits.position,
        "start": start,
        "end": end,
    }
    blocks = corpus.blocks_at(document, start)
    lines |= _words(stream, blocks, hits, around if context != "sentence" else None)
    lines["variant"] = np.array(variants, object)[hits.sequence] if len(variants) else lines["node"]
    lines["quoted"] = quoted_in(blocks, paragraph, start)
    return from_columns(lines, CONCORDANCE_DTYPES)


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


def _around(
    stream: TokenStream, hits: Hits, paragraph: np.ndarray, context: Literal["sentence"] | int
) -> tuple[np.ndarray, np.ndarray]:
    """The first token and the last of so many words on each side of each hit, cut at the paragraph."""
    n_words = 0 if context == "sentence" else int(context)
    first = np.maximum(hits.position - n_words, stream.paragraph_starts[paragraph])
    return first, np.minimum(hits.position + hits.length - 1 + n_words, stream.paragraph_starts[paragraph + 1] - 1)


def _words(
    stream: TokenStream,
    blocks: Sequence[tuple[int, Block]],
    hits: Hits,
    around: tuple[np.ndarray, np.ndarray] | None,
) -> dict[str, list[str]]:
    """The words of each hit and those before and after it, from its first token to its last or of its sentence."""
    node = (hits.position, hits.position + hits.length - 1)
    offsets = [
        offset.tolist()
        for first, last in (node, around or node)
        for offset in (stream.start[first], stream.end_of(last))
    ]
    words = {"left": [], "node": [], "right": []}
    for (first, block), *places in zip(blocks, *offsets, strict=True):
        start, end, low, high = (offset - first for offset in places)
        if not around:
            low, high = _sentence(block.text, start, end)
        for side, (begin, stop) in zip(words, ((low, start), (start, end), (end, high)), strict=True):
            words[side].append(block.text[begin:stop])
    return words


def _sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence, or sentences, of a paragraph that hold a hit."""
    words = words.rstrip()
    begins = [*sentence_starts(words), len(words)]
    low = begins[bisect_right(begins, start) - 1]
    high = next((begin for begin in begins if begin >= end), begins[-1])
    return low, low + len(words[low:high].rstrip())
