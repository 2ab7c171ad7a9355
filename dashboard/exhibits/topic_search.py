"""How many topics to ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import (
    Corpus,
    recommendation,
    search_topics,
    stop_words,
    topic_coherence,
    topic_model,
    topic_passages,
)
from analysis.keeping import kept_with_corpus
from analysis.topics import METHODS

from ..charts.topics import search_dot
from .base import Exhibit, receipt


@dataclass(frozen=True, kw_only=True)
class TopicSearchOptions:
    """As TopicModelOptions, without a number; most: the largest number tried."""

    method: Literal["nmf", "lda"] = "nmf"
    seed: int = 0
    stop_list: str = "en"
    most: int = 12


@kept_with_corpus(4)
def _search(corpus: Corpus, most: int, method: str, seed: int, stop_list: str) -> pd.DataFrame:
    """A search fits more than a hundred models, and a lecture shows it again at every step."""
    return search_topics(
        corpus, ks=range(3, most + 1), method=method, seed=seed, stop_words=stop_words(stop_list)
    )  # fmt: skip


def topic_search(corpus: Corpus, options: TopicSearchOptions) -> Exhibit:
    """How many topics give topics that hold together and come back? A row a number; its passages are those of the most
    coherent topic of that model."""
    stops = stop_words(options.stop_list)
    fixed = {"method": options.method, "seed": options.seed, "stop_words": stops}
    table = _search(corpus, options.most, options.method, options.seed, options.stop_list)

    def passages(row: pd.Series) -> pd.DataFrame:
        # The other runs only serve the stability, which the table has.
        model = topic_model(corpus, n_topics=int(row["n_topics"]), runs=0, **fixed)
        # Where the same words stand in all paragraphs, no topic is the most coherent.
        best = int(topic_coherence(corpus, model)["coherence"].fillna(-1.0).argmax()) + 1
        return topic_passages(corpus, model, best)

    return Exhibit(
        name="topic_search",
        options=options,
        title="How many topics?",
        table=table,
        draw=search_dot,
        reading=recommendation(table),
        receipt=receipt(
            corpus,
            f"models of {table['n_topics'].min()} to {table['n_topics'].max()} topics, {METHODS[options.method]}",
            "coherence: mean NPMI of the ten strongest words in paragraphs",
            "stability: overlap of the ten strongest words over 10 runs from random starts",
            f"seed {options.seed}",
            f"stop list {options.stop_list}",
        ),
        find_passages=passages,
    )
