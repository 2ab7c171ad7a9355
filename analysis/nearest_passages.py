"""Which passages of other texts speak most like those of one text?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_one_of
from .result import typed

PASSAGE_PAIR_DTYPES = {
    "document_id": "str", "paragraph": "int64", "other_document_id": "str", "other_paragraph": "int64", "cosine": "float64", "shared": "str",
}  # fmt: skip


def nearest_passages(
    corpus: Corpus, document_id: str, *, n: int = 10, stop_words: Collection[str] = ()
) -> pd.DataFrame:
    """Which paragraphs of the other texts speak most like the paragraphs of one text?

    A row a pair, nearest first, each paragraph of the others once: document_id and paragraph (of the text),
    other_document_id, other_paragraph (both counted in their text, from 1), cosine (of TF-IDF weights, 0 to 1), shared
    (the words that make most of it). Short paragraphs come near to others by one rare word. OptionError for an unknown
    text. Source: Salton, Wong & Yang 1975.
    """
    require_one_of("document_id", document_id, corpus.documents.index)
    own = corpus.documents.index.get_loc(document_id)
    counts, of_document = corpus.counts_by_paragraph.astype(float), corpus.tokens.document_of_paragraph
    in_paragraphs = np.asarray((counts > 0).sum(axis=0)).ravel()
    idf = np.log(len(of_document) / np.maximum(in_paragraphs, 1)) * corpus.content_words(stop_words)
    weighted = counts.multiply(idf).tocsr()
    norms = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    mine, others = np.flatnonzero(of_document == own), np.flatnonzero(of_document != own)
    cosines = (weighted[mine] @ weighted[others].T).toarray() / np.maximum(np.outer(norms[mine], norms[others]), 1e-12)
    best = cosines.argmax(axis=0)
    order = np.argsort(-cosines[best, np.arange(len(others))], kind="stable")[:n]
    rows = [
        _pair(corpus, weighted, mine[best[place]], others[place], float(cosines[best[place], place])) for place in order
    ]
    return typed(
        pd.DataFrame([row for row in rows if row[4] > 0], columns=list(PASSAGE_PAIR_DTYPES)), PASSAGE_PAIR_DTYPES
    )


def _pair(corpus: Corpus, weighted, mine: int, other: int, cosine: float) -> tuple:  # noqa: ANN001 -- a scipy sparse array
    stream, names = corpus.tokens, corpus.documents.index
    both = weighted[[mine]].multiply(weighted[[other]]).tocoo()
    strongest = corpus.terms[both.col[np.argsort(-both.data, kind="stable")][:6]]
    place = [
        (
            names[stream.document_of_paragraph[at]],
            int(at - np.searchsorted(stream.document_of_paragraph, stream.document_of_paragraph[at])) + 1,
        )
        for at in (mine, other)
    ]
    return (*place[0], *place[1], cosine, ", ".join(strongest))
