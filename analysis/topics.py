"""Which words keep company, and who writes of them? Topic models with paragraphs as documents."""

from __future__ import annotations

import warnings
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import OptionError, require_at_least, require_one_of
from .intervals import DRAWS, rate_intervals
from .metadata import group_documents

METHODS = {
    "nmf": "non-negative matrix factorisation of TF-IDF weights (Lee & Seung 1999)",
    "lda": "latent Dirichlet allocation of counts, batch variational Bayes (Blei, Ng & Jordan 2003)",
}
TOP_WORDS = 10
RUNS = 10
_MINIMUM_PARAGRAPHS_A_WORD = 2


@dataclass(frozen=True, eq=False)
class TopicModel:
    """A fitted model. Topics are numbered from 1 by their share of the corpus.

    terms: the words it saw; word_weights: topics × terms, rows sum to 1; paragraph_weights: paragraphs × topics, rows
    sum to 1, NaN for a paragraph without any of the words. stability: for each topic, the mean overlap (Jaccard) of
    its ten strongest words with the best matching topic of `runs` other runs from random starts; 1 is a topic that
    always comes back.
    """

    method: str
    seed: int
    runs: int
    terms: np.ndarray
    word_weights: np.ndarray
    paragraph_weights: np.ndarray
    stability: np.ndarray

    @property
    def labels(self) -> list[str]:
        """The topics by number and their three strongest words."""
        strongest = [self.terms[order[:3]] for order in _ranked(self.word_weights)]
        return [f"{number} · {', '.join(words)}" for number, words in enumerate(strongest, start=1)]


def topic_model(
    corpus: Corpus,
    *,
    n_topics: int = 6,
    method: Literal["nmf", "lda"] = "nmf",
    seed: int = 0,
    runs: int = RUNS,
    stop_words: Collection[str] = (),
) -> TopicModel:
    """Fit a topic model on the paragraphs of a corpus, and refit it `runs` times to see what comes back.

    Words that stand in one paragraph only, stop words and numbers are left out. The same corpus and options give the
    same model. OptionError for more topics than paragraphs or words. Source: Lee & Seung 1999; Blei et al. 2003;
    stability after Greene, O'Callaghan & Cunningham 2014.
    """
    require_one_of("method", method, METHODS)
    require_at_least("n_topics", n_topics, 2)
    counts, terms = _paragraph_counts(corpus, stop_words)
    most = min(counts.shape)
    if n_topics > most:
        raise OptionError(
            f"{n_topics} topics are too many for {counts.shape[0]} paragraphs and {counts.shape[1]} words; ask for {most} or fewer."
        )
    words, paragraphs = _fit(counts, n_topics, method, seed, "nndsvd")
    order = np.argsort(-np.nansum(paragraphs * corpus.words_by_paragraph[:, None], axis=0), kind="stable")
    words, paragraphs = words[order], paragraphs[:, order]
    others = [_fit(counts, n_topics, method, seed + run, "random")[0] for run in range(1, runs + 1)]
    return TopicModel(method, seed, runs, terms, words, paragraphs, _stability(words, others))


def topic_terms(model: TopicModel, *, n: int = TOP_WORDS) -> pd.DataFrame:
    """Which words make each topic? topic, label, rank (from 1), term, weight (share of the topic), stability."""
    rows = [
        (
            topic + 1,
            model.labels[topic],
            rank + 1,
            model.terms[term],
            model.word_weights[topic, term],
            model.stability[topic],
        )
        for topic, order in enumerate(_ranked(model.word_weights))
        for rank, term in enumerate(order[:n])
    ]
    return pd.DataFrame(rows, columns=["topic", "label", "rank", "term", "weight", "stability"])


def topic_weights(
    corpus: Corpus,
    model: TopicModel,
    *,
    by: str = "document_id",
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> pd.DataFrame:
    """How much of each group's text belongs to each topic?

    A row a group and topic: group, topic, label, share (0 to 1, weighted by the words of each paragraph; the shares of
    a group sum to 1), low and high (paragraph bootstrap), paragraphs (of the group), stability. Sorted by group, topic.
    Shares describe this model: another number of topics gives other shares.
    """
    groups = group_documents(corpus.documents, by)
    document = corpus.tokens.document_of_paragraph
    placed = ~np.isnan(model.paragraph_weights).any(axis=1)
    parts = []
    for number, label in enumerate(groups.labels):
        rows = np.flatnonzero((groups.of_document[document] == number) & placed)
        sizes = corpus.words_by_paragraph[rows].astype(float)
        mass = model.paragraph_weights[rows] * sizes[:, None]
        share = mass.sum(axis=0) / sizes.sum() if len(rows) else np.full(len(model.labels), np.nan)
        low = high = share
        if len(rows):
            low, high, _ = rate_intervals(mass, sizes, document[rows], draws=draws, seed=seed, level=level)
        part = pd.DataFrame({"topic": np.arange(1, len(share) + 1), "label": model.labels, "share": share})
        part["low"], part["high"], part["paragraphs"], part["stability"] = low, high, len(rows), model.stability
        part.insert(0, "group", label)
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


def topic_passages(
    corpus: Corpus, model: TopicModel, topic: int, *, n: int = 5, documents: Collection[str] | None = None
) -> pd.DataFrame:
    """Which paragraphs belong most to a topic?

    documents: only from these texts. A row a paragraph, strongest first, with the columns of `concordance` and
    `weight` (share of the topic in the paragraph): the node is the topic's strongest word that stands in it.
    """
    require_one_of("topic", topic, range(1, len(model.labels) + 1))
    stream = corpus.tokens
    document = stream.document_of_paragraph
    weight = np.nan_to_num(model.paragraph_weights[:, topic - 1], nan=-1.0)
    allowed = (
        corpus.documents.index.isin(list(documents)) if documents is not None else np.ones(len(corpus.documents), bool)
    )
    # A short paragraph is easily all of one topic: the strongest passages are those with the most words on it.
    strength = weight * corpus.words_by_paragraph
    order = [row for row in np.argsort(-strength, kind="stable") if allowed[document[row]] and weight[row] > 0.2][:n]
    ranked = [model.terms[term] for term in _ranked(model.word_weights)[topic - 1]]
    first_paragraph = np.searchsorted(document, np.arange(len(corpus.documents)))
    lines = []
    for row in order:
        document_id = corpus.documents.index[document[row]]
        text = corpus.text(document_id)
        tokens = slice(int(stream.paragraph_starts[row]), int(stream.paragraph_starts[row + 1]))
        terms = corpus.terms[corpus.term_of_form[stream.form[tokens]]]
        node = tokens.start + next((int(np.flatnonzero(terms == term)[0]) for term in ranked if term in terms), 0)
        low, high = text.rfind("\n", 0, stream.start[node]) + 1, text.find("\n", stream.end[node])
        high = len(text) if high < 0 else high
        start, end = int(stream.start[node]), int(stream.end[node])
        number = int(row - first_paragraph[document[row]] + 1)
        lines.append(
            (document_id, number, node, start, end, text[low:start], text[start:end], text[end:high], weight[row])
        )
    return pd.DataFrame(
        lines, columns=["document_id", "paragraph", "position", "start", "end", "left", "node", "right", "weight"]
    )


def _paragraph_counts(corpus: Corpus, stop_words: Collection[str]):  # noqa: ANN202 -- a scipy sparse array and terms
    counts = corpus.counts_by_paragraph
    in_paragraphs = np.bincount(counts.indices, minlength=counts.shape[1])
    keep = corpus.content_words(stop_words) & (in_paragraphs >= _MINIMUM_PARAGRAPHS_A_WORD)
    if not keep.any():
        raise OptionError("No word stands in two paragraphs, so there is nothing to make topics of.")
    return counts[:, np.flatnonzero(keep)], corpus.terms[keep]


def _fit(counts, n_topics: int, method: str, seed: int, start: str) -> tuple[np.ndarray, np.ndarray]:  # noqa: ANN001
    """Word weights and paragraph weights of one run, each row summing to 1."""
    from sklearn.decomposition import NMF, LatentDirichletAllocation
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfTransformer

    if method == "nmf":
        # The tolerance is reached long before this many steps; the cap only bounds a degenerate corpus.
        model = NMF(n_topics, init=start, random_state=seed, max_iter=1_000)
        matrix = TfidfTransformer().fit_transform(counts)
    else:
        model = LatentDirichletAllocation(n_topics, random_state=seed, max_iter=30, learning_method="batch")
        matrix = counts
    with warnings.catch_warnings():
        # On texts that hardly share a word the cap is reached; how far the topics hold is what stability says.
        warnings.simplefilter("ignore", ConvergenceWarning)
        paragraphs = model.fit_transform(matrix)
    words = model.components_
    size = words.sum(axis=1)
    paragraphs = paragraphs * np.where(method == "nmf", size, 1)
    empty = np.asarray(counts.sum(axis=1)).ravel() == 0
    paragraphs[empty] = np.nan
    with np.errstate(invalid="ignore", divide="ignore"):
        return words / np.where(size > 0, size, 1)[:, None], paragraphs / paragraphs.sum(axis=1, keepdims=True)


def _ranked(word_weights: np.ndarray) -> np.ndarray:
    return np.argsort(-word_weights, axis=1, kind="stable")


def _stability(words: np.ndarray, others: list[np.ndarray]) -> np.ndarray:
    """Mean, over other runs, of the best overlap of each topic's strongest words with a topic of that run."""
    if not others:
        return np.full(len(words), np.nan)
    tops = [set(order[:TOP_WORDS]) for order in _ranked(words)]
    best = np.empty((len(others), len(tops)))
    for run, other in enumerate(others):
        rivals = [set(order[:TOP_WORDS]) for order in _ranked(other)]
        best[run] = [max(len(top & rival) / len(top | rival) for rival in rivals) for top in tops]
    return best.mean(axis=0)
