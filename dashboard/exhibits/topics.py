"""What is spoken of: topics, who writes of them, in which words and passages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from analysis import Corpus, TopicModel, stop_words, topic_model, topic_passages, topic_terms, topic_weights
from analysis.topics import METHODS

from ..charts.heatmap import shares_heatmap
from ..charts.rates import panels_dot
from ..charts.theme import GroupStyle, Styles
from .base import Exhibit, receipt
from .groups import group_styles, members_of


@dataclass(frozen=True)
class TopicOptions:
    """n_topics: how many; method: "nmf" or "lda"; seed: where the random start comes from."""

    by: str = "author"
    n_topics: int = 8
    method: Literal["nmf", "lda"] = "nmf"
    seed: int = 0
    stop_list: str = "en"


@lru_cache(maxsize=4)
def _model(corpus: Corpus, n_topics: int, method: str, seed: int, stop_list: str) -> TopicModel:
    """Several exhibits show one model, which takes a second or more to fit."""
    return topic_model(corpus, n_topics=n_topics, method=method, seed=seed, stop_words=stop_words(stop_list))


def fitted(corpus: Corpus, options: TopicOptions) -> TopicModel:
    """The model behind an exhibit."""
    return _model(corpus, options.n_topics, options.method, options.seed, options.stop_list)


def topic_shares(corpus: Corpus, options: TopicOptions) -> Exhibit:
    """How much of each group's text belongs to each topic?"""
    model = fitted(corpus, options)
    table = topic_weights(corpus, model, by=options.by)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="topic_shares",
        options=options,
        title=f"Who writes of what, by {options.by.replace('_', ' ')}?",
        table=table,
        draw=lambda frame, theme: shares_heatmap(frame, styles, theme),
        reading=_shares_reading(table, styles, model),
        receipt=receipt(
            corpus,
            *_method(corpus, options, model),
            "shares by words of each paragraph; 95 % paragraph bootstrap, 2,000 draws",
        ),
        find_passages=lambda row: topic_passages(corpus, model, int(row["topic"]), documents=members[row["group"]]),
    )


def topic_words(corpus: Corpus, options: TopicOptions) -> Exhibit:
    """Which words make each topic?"""
    model = fitted(corpus, options)
    terms = topic_terms(model, n=8)
    table = terms.assign(group=terms["label"])
    # Topics are no texts, so they have no text's colour.
    styles = {
        label: GroupStyle(f"Topic {number}", None, f"comes back: {model.stability[number - 1]:.2f}")
        for number, label in enumerate(model.labels, start=1)
    }
    return Exhibit(
        name="topic_words",
        options=options,
        title="Which words make each topic?",
        table=table,
        draw=lambda frame, theme: panels_dot(
            frame.assign(weight=frame["weight"] * 100),
            styles,
            theme,
            value="weight",
            unit="weight of the word in its topic, in per cent",
            across=4,
        ),
        reading=_words_reading(model),
        receipt=receipt(corpus, *_method(corpus, options, model)),
        find_passages=lambda row: topic_passages(corpus, model, int(row["topic"])),
    )


def _method(corpus: Corpus, options: TopicOptions, model: TopicModel) -> tuple[str, ...]:
    return (
        f"{options.n_topics} topics, {METHODS[options.method]}, {corpus.n_paragraphs} paragraphs as documents, {len(model.terms)} words",
        f"seed {options.seed}",
        f"stability: overlap of the ten strongest words over {model.runs} runs from random starts, mean {model.stability.mean():.2f}",
        f"stop list {options.stop_list}",
    )


def _shares_reading(table: pd.DataFrame, styles: Styles, model: TopicModel) -> str:
    best = table.loc[table.groupby("group", sort=False)["share"].idxmax()]
    heads = "; ".join(
        f"{styles[row.group].label}: {row.label} ({row.share:.0%} [{row.low:.0%}–{row.high:.0%}])"
        for row in best.itertuples()
    )
    return f"Largest topic of each, with its share of the words — {heads}. {_stability(model)}"


def _words_reading(model: TopicModel) -> str:
    return f"The model groups the words that keep company in paragraphs into {len(model.labels)} topics, named here by their strongest words; read the passages before naming one yourself. {_stability(model)}"


def _stability(model: TopicModel) -> str:
    weakest = int(model.stability.argmin())
    return f"From other random starts the topics come back with a mean overlap of {model.stability.mean():.2f} (1 is always, least: topic {weakest + 1} with {model.stability[weakest]:.2f})."
