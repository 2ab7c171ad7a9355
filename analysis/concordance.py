"""The passages behind a number: every hit of a search with the words around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import OptionError, require_at_least
from .query import Hits, Query, find
from .sentences import sentence_starts

CONCORDANCE_COLUMNS = ["document_id", "paragraph", "position", "start", "end", "left", "node", "right"]


def concordance(corpus: Corpus, query: Query | str, *, context: Literal["sentence"] | int = "sentence") -> pd.DataFrame:
    """Where does a search stand, and in what words?

    context: "sentence", or so many words on each side; never beyond the paragraph.
    A row a hit, in order of time and of the text: document_id, paragraph (counted in the document, from 1), position
    (token in the corpus), start and end (offsets of the node in `corpus.text(document_id)`), left, node, right: the
    words as the author wrote them. QueryError for a search that cannot be read.
    """
    if context != "sentence":
        if not isinstance(context, int):
            raise OptionError(f'context must be "sentence" or a number of words; not {context!r}.')
        require_at_least("context", context, 0)
    hits = find(corpus, query)
    return pd.DataFrame(_lines(corpus, hits, context), columns=CONCORDANCE_COLUMNS)


def _lines(corpus: Corpus, hits: Hits, context: Literal["sentence"] | int) -> Iterable[tuple]:
    stream = corpus.tokens
    document_of_paragraph = stream.document_of_paragraph
    first_paragraph = np.searchsorted(document_of_paragraph, np.arange(len(corpus.documents)))
    opened: dict[str, tuple[str, list[int]]] = {}
    for position, length in zip(hits.position.tolist(), hits.length.tolist(), strict=True):
        paragraph = int(stream.paragraph[position])
        document = int(document_of_paragraph[paragraph])
        document_id = corpus.documents.index[document]
        if document_id not in opened:
            opened[document_id] = (corpus.text(document_id), corpus.block_starts(document_id))
        text, block_starts = opened[document_id]
        start, end = int(stream.start[position]), int(stream.end[position + length - 1])
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
    return int(stream.start[first]), int(stream.end[last])
