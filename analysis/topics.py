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
from .intervals import rate_intervals
from .metadata import group_documents
from .resampling import DRAWS
from .result import stacked, typed
from .topic_stability import topic_stability

METHODS = {
    "nmf": "non-negative matrix factorisation of TF-IDF weights (Lee & Seung 1999)",
    "lda": "latent Dirichlet allocation of counts, batch variational Bayes (Blei, Ng & Jordan 2003)",
}
TOP_WORDS = 10
RUNS = 10
TOPIC_TERMS_DTYPES = {
    "topic": "int64", "label": "str", "rank": "int64", "term": "str", "weight": "float64", "stability": "float64",
}  # fmt: skip
TOPIC_WEIGHTS_DTYPES = {
    "group": "str", "topic": "int64", "label": "str", "share": "float64", "low": "float64", "high": "float64",
    "paragraphs": "int64", "stability": "float64",
}  # fmt: skip
_MINIMUM_PARAGRAPHS_A_WORD = 2
# Which words are a topic's strongest is settled before their weights are, so the other runs of NMF may stop earlier.
_TOLERANCE = {"nndsvd": 1e-4, "random": 1e-3}


@dataclass(frozen=True, eq=False)
class TopicModel:
    """A fitted model. Topics are numbered from 1 by their share of the corpus.

    terms: the words it saw; word_weights: topics × terms, rows sum to 1; paragraph_weights: paragraphs × topics, rows
    sum to 1, NaN for a paragraph without any of the words. shares: what part of all paragraphs’ words each topic has.
    stability: for each topic, the mean overlap (Jaccard) of its ten strongest words with its partner in `runs` other
    runs from random starts, topics paired one to one; 1 is a topic that always comes back. reconstruction: which share
    of the table it was made from (TF-IDF for NMF, counts for LDA; sum of squares) the topics give back, 1 at most.
    """

    method: str
    seed: int
    runs: int
    terms: np.ndarray
    word_weights: np.ndarray
    paragraph_weights: np.ndarray
    shares: np.ndarray
    stability: np.ndarray
    reconstruction: float

    @property
    def labels(self) -> list[str]:
        """The topics by number and their three strongest words."""
        return [f"{number} · {', '.join(words)}" for number, words in enumerate(self.top_words(3), start=1)]

    def top_words(self, n: int = TOP_WORDS) -> list[list[str]]:
        """The n strongest words of each topic, strongest first; fewer where fewer have any weight."""
        return [self.terms[strongest].tolist() for strongest in _strongest(self.word_weights, n)]


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
    from threadpoolctl import threadpool_limits

    require_one_of("method", method, METHODS)
    require_at_least("n_topics", n_topics, 2)
    require_at_least("runs", runs, 0)
    counts, terms = _paragraph_counts(corpus, stop_words)
    _require_enough(n_topics, counts.shape)
    table = _table(counts, method)
    # The tables are small: several threads only wait for each other.
    with threadpool_limits(1):
        mass, words = _factors(table, n_topics, method, seed, "nndsvd")
        others = [_factors(table, n_topics, method, seed + run, "random")[1] for run in range(1, runs + 1)]
    with np.errstate(invalid="ignore"):
        paragraphs = mass / mass.sum(axis=1, keepdims=True)
    shares = _shares(paragraphs, corpus.words_by_paragraph)
    order = np.argsort(-shares, kind="stable")
    return TopicModel(
        method=method,
        seed=seed,
        runs=runs,
        terms=terms,
        word_weights=words[order],
        paragraph_weights=paragraphs[:, order],
        shares=shares[order],
        stability=_stability(words[order], others),
        reconstruction=_reconstruction(table, np.nan_to_num(mass), words),
    )


def most_topics(corpus: Corpus, *, stop_words: Collection[str] = ()) -> int:
    """How many topics can a model of this corpus have at most? As many as it has paragraphs, or words to go by."""
    return min(_paragraph_counts(corpus, stop_words)[0].shape)


def topic_terms(model: TopicModel, *, n: int = TOP_WORDS) -> pd.DataFrame:
    """Which words make each topic? topic, label, rank (from 1), term, weight (share of the topic), stability.

    At most n rows a topic, strongest first; words of no weight are not listed.
    """
    strongest = _strongest(model.word_weights, n)
    topic, term = np.repeat(np.arange(len(strongest)), [len(terms) for terms in strongest]), np.concatenate(strongest)
    table = pd.DataFrame(
        {
            "topic": topic + 1,
            "label": np.array(model.labels, object)[topic],
            "rank": np.concatenate([np.arange(1, len(terms) + 1) for terms in strongest]),
            "term": model.terms[term],
            "weight": model.word_weights[topic, term],
            "stability": model.stability[topic],
        }
    )
    return typed(table, TOPIC_TERMS_DTYPES)


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
    group = groups.of_document[corpus.tokens.document_of_paragraph]
    placed = ~np.isnan(model.paragraph_weights).any(axis=1)
    parts = []
    for number, label in enumerate(groups.labels):
        rows = np.flatnonzero((group == number) & placed)
        share, low, high = _share_intervals(corpus, model, rows, draws=draws, seed=seed, level=level)
        part = pd.DataFrame({"topic": np.arange(1, len(share) + 1), "label": model.labels, "share": share})
        part["low"], part["high"], part["paragraphs"] = low, high, len(rows)
        parts.append(part.assign(group=label, stability=model.stability))
    return stacked(parts, TOPIC_WEIGHTS_DTYPES)


def _share_intervals(
    corpus: Corpus, model: TopicModel, rows: np.ndarray, *, draws: int, seed: int, level: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Share of each topic in some paragraphs, and its interval."""
    weights, sizes = model.paragraph_weights[rows], corpus.words_by_paragraph[rows].astype(float)
    share = _shares(weights, sizes)
    if not len(rows):
        return share, share, share
    strata = corpus.tokens.document_of_paragraph[rows]
    low, high, _ = rate_intervals(weights * sizes[:, None], sizes, strata, draws=draws, seed=seed, level=level)
    return share, low, high


def _shares(weights: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Share of each topic in the words of all paragraphs that have a topic; NaN where there is none."""
    placed = ~np.isnan(weights).any(axis=1)
    with np.errstate(invalid="ignore"):
        return (weights[placed] * sizes[placed, None]).sum(axis=0) / np.float64(sizes[placed].sum())


def _paragraph_counts(corpus: Corpus, stop_words: Collection[str]):  # noqa: ANN202 -- a scipy sparse array and terms
    counts = corpus.counts_by_paragraph
    in_paragraphs = np.bincount(counts.indices, minlength=counts.shape[1])
    keep = corpus.content_words(stop_words) & (in_paragraphs >= _MINIMUM_PARAGRAPHS_A_WORD)
    if not keep.any():
        raise OptionError("No word stands in two paragraphs, so there is nothing to make topics of.")
    return counts[:, np.flatnonzero(keep)], corpus.terms[keep]


def _require_enough(n_topics: int, shape: tuple[int, int]) -> None:
    paragraphs, words = shape
    if n_topics > min(shape):
        raise OptionError(
            f"{n_topics} topics are too many for {paragraphs} paragraphs and {words} words; ask for {min(shape)} or fewer."
        )


def _table(counts, method: str):  # noqa: ANN001, ANN202 -- scipy sparse arrays, paragraphs × words
    """What a method divides into topics: TF-IDF weights or counts."""
    from sklearn.feature_extraction.text import TfidfTransformer

    return TfidfTransformer().fit_transform(counts) if method == "nmf" else counts


def _factors(table, n_topics: int, method: str, seed: int, start: str) -> tuple[np.ndarray, np.ndarray]:  # noqa: ANN001
    """One run: how much of each paragraph belongs to each topic, in units of the table, NaN for an empty paragraph;
    and the weights of the words in each topic, rows summing to 1. Their product is the table as the topics see it."""
    from sklearn.decomposition import NMF, LatentDirichletAllocation
    from sklearn.exceptions import ConvergenceWarning

    if method == "nmf":
        # The tolerance is reached long before this many steps; the cap only bounds a degenerate corpus.
        model = NMF(n_topics, init=start, random_state=seed, max_iter=1_000, tol=_TOLERANCE[start])
    else:
        model = LatentDirichletAllocation(n_topics, random_state=seed, max_iter=30, learning_method="batch")
    with warnings.catch_warnings():
        # On texts that hardly share a word the cap is reached; how far the topics hold is what stability says.
        warnings.simplefilter("ignore", ConvergenceWarning)
        # Where the topics give back the whole table, rounding can take NMF's own error below 0; nothing here uses it.
        warnings.filterwarnings("ignore", "invalid value encountered in sqrt", RuntimeWarning)
        mass = model.fit_transform(table)
    size, length = model.components_.sum(axis=1), np.asarray(table.sum(axis=1)).reshape(-1, 1)
    mass = np.where(length > 0, mass * (size if method == "nmf" else length), np.nan)
    return mass, model.components_ / np.where(size > 0, size, 1)[:, None]


def _reconstruction(table, mass: np.ndarray, words: np.ndarray) -> float:  # noqa: ANN001
    """1 − |table − mass × words|² / |table|², without ever filling the whole table."""
    given_back = 2 * ((table @ words.T) * mass).sum() - ((mass.T @ mass) * (words @ words.T)).sum()
    return float(given_back / (table.data**2).sum())


def _strongest(word_weights: np.ndarray, n: int = TOP_WORDS) -> list[np.ndarray]:
    """The words of largest weight in each topic, largest first; a word of no weight is no part of a topic."""
    order = np.argsort(-word_weights, axis=1, kind="stable")[:, :n]
    return [terms[weights[terms] > 0] for terms, weights in zip(order, word_weights, strict=True)]


def _stability(words: np.ndarray, others: list[np.ndarray]) -> np.ndarray:
    """Mean over other runs; NaN without any."""
    if not others:
        return np.full(len(words), np.nan)
    return np.mean([topic_stability(_strongest(words), _strongest(other)) for other in others], axis=0)
