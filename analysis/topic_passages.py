"""Which paragraphs stand behind a topic?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from .concordance import PASSAGE_DTYPES
from .corpus import Corpus
from .errors import require_one_of
from .result import from_rows
from .topics import TopicModel

_LEAST_WEIGHT = 0.2


def topic_passages(
    corpus: Corpus, model: TopicModel, topic: int, *, n: int = 5, documents: Collection[str] | None = None
) -> pd.DataFrame:
    """Which paragraphs belong most to a topic?

    documents: only from these texts. A row a paragraph, strongest first, with the columns of every list of passages
    and `weight` (share of the topic in the paragraph, above 0.2): the node is the topic's strongest word that stands
    in it. OptionError for an unknown topic.
    """
    require_one_of("topic", topic, range(1, len(model.labels) + 1))
    weight = model.paragraph_weights[:, topic - 1]
    chosen = _strongest(corpus, weight, documents)[:n]
    words = model.top_words(len(model.terms))[topic - 1]
    passages = from_rows([_passage(corpus, int(row), words) for row in chosen], PASSAGE_DTYPES)
    return passages.assign(weight=weight[chosen])


def _strongest(corpus: Corpus, weight: np.ndarray, documents: Collection[str] | None) -> np.ndarray:
    """The paragraphs with something of a topic, by the words they spend on it.

    A short paragraph is easily all of one topic, so the weight alone would put headlines first.
    """
    eligible = np.nan_to_num(weight) > _LEAST_WEIGHT
    if documents is not None:
        eligible &= corpus.documents.index.isin(list(documents))[corpus.tokens.document_of_paragraph]
    order = np.argsort(-np.nan_to_num(weight) * corpus.words_by_paragraph, kind="stable")
    return order[eligible[order]]


def _passage(corpus: Corpus, paragraph: int, words: Sequence[str]) -> tuple:
    """One paragraph as a passage: its text as written, around the first of `words` that stands in it."""
    stream = corpus.tokens
    document = int(stream.document_of_paragraph[paragraph])
    document_id = corpus.documents.index[document]
    number = paragraph - int(np.searchsorted(stream.document_of_paragraph, document)) + 1
    node = _node(corpus, paragraph, words)
    start, end = int(stream.start[node]), int(stream.end_of(node))
    text = corpus.text(document_id)
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high
    return document_id, number, node, start, end, text[low:start], text[start:end], text[end:high]


def _node(corpus: Corpus, paragraph: int, words: Sequence[str]) -> int:
    """The token of the first of `words` that a paragraph has, else its first token."""
    first, end = corpus.tokens.paragraph_starts[paragraph : paragraph + 2].tolist()
    terms = corpus.terms[corpus.term_of_form[corpus.tokens.form[first:end]]].tolist()
    return first + next((terms.index(word) for word in words if word in terms), 0)
