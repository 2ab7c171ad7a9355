"""What is spoken of: topics, who writes of them, in which words and passages, and how many to ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import (
    Corpus,
    TopicModel,
    stop_words,
    topic_model,
    topic_passages,
    topic_terms,
    topic_weights,
)
from analysis.errors import require_one_of
from analysis.keeping import kept_with_corpus
from analysis.topics import METHODS

from ..charts.rates import panels_dot
from ..charts.theme import GroupStyle, Styles
from ..charts.topics import shares_dot, shares_heatmap
from .base import Exhibit, receipt
from .groups import group_styles, members_of
from .native import Bars

SHARES_INTERVAL = "95 % paragraph bootstrap, 2,000 draws"
VIEWS = {"heat": "shaded cells", "dots": "dots with intervals"}
# More groups than these make no sentence.
_GROUPS_TOLD = 5


@dataclass(frozen=True, kw_only=True)
class TopicModelOptions:
    """n_topics: how many; method: "nmf" or "lda"; seed: where the random start comes from."""

    n_topics: int = 8
    method: Literal["nmf", "lda"] = "nmf"
    seed: int = 0
    stop_list: str = "en"


@dataclass(frozen=True, kw_only=True)
class TopicOptions(TopicModelOptions):
    """by: column compared; view: "heat" for shaded cells, "dots" for dots with their intervals."""

    by: str = "author"
    view: Literal["heat", "dots"] = "heat"


@kept_with_corpus(4)
def _model(corpus: Corpus, n_topics: int, method: str, seed: int, stop_list: str) -> TopicModel:
    """Several exhibits show one model, which takes a second or more to fit."""
    return topic_model(corpus, n_topics=n_topics, method=method, seed=seed, stop_words=stop_words(stop_list))


def fitted(corpus: Corpus, options: TopicModelOptions) -> TopicModel:
    """The model behind an exhibit."""
    return _model(corpus, options.n_topics, options.method, options.seed, options.stop_list)


def topic_shares(corpus: Corpus, options: TopicOptions) -> Exhibit:
    """How much of each group's text belongs to each topic?"""
    require_one_of("view", options.view, VIEWS)
    model = fitted(corpus, options)
    table = topic_weights(corpus, model, by=options.by)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    chart = shares_heatmap if options.view == "heat" else shares_dot
    return Exhibit(
        name="topic_shares",
        options=options,
        title=f"Who writes of what, by {options.by.replace('_', ' ')}?",
        table=table,
        draw=lambda frame, theme: chart(frame, styles, theme),
        reading=_shares_reading(table, styles, model),
        receipt=receipt(
            corpus, *model_settings(corpus, options, model), "shares by words of each paragraph", SHARES_INTERVAL
        ),
        find_passages=lambda row: topic_passages(corpus, model, int(row["topic"]), documents=members[row["group"]]),
        find_search=lambda row: "",
        native=Bars(
            "label", "group", "share", "share of the words, with 95 % interval", styles, "low", "high", form="0%"
        ),
    )


def topic_words(corpus: Corpus, options: TopicModelOptions) -> Exhibit:
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
        receipt=receipt(corpus, *model_settings(corpus, options, model)),
        find_passages=lambda row: topic_passages(corpus, model, int(row["topic"])),
        native=Bars("term", "group", "weight", "weight of the word in its topic", styles, lists=True, form="0.0%"),
    )


def model_settings(corpus: Corpus, options: TopicModelOptions, model: TopicModel) -> tuple[str, ...]:
    """What a model is, for a receipt."""
    return (
        f"{options.n_topics} topics, {METHODS[options.method]}, {corpus.n_paragraphs} paragraphs as documents, {len(model.terms)} words",
        f"seed {options.seed}",
        f"stability: overlap of the ten strongest words over {model.runs} runs from random starts, mean {model.stability.mean():.2f}",
        f"stop list {options.stop_list}",
    )


def _shares_reading(table: pd.DataFrame, styles: Styles, model: TopicModel) -> str:
    best = table.loc[table.dropna(subset="share").groupby("group", sort=False)["share"].idxmax()]
    heads = "; ".join(
        f"{styles[row.group].label} “{first_word(row.label)}” {row.share:.0%} [{row.low * 100:.0f}–{row.high:.0%}]"
        for row in best.head(_GROUPS_TOLD).itertuples()
    )
    more = f"; {len(best) - _GROUPS_TOLD} more in the picture" if len(best) > _GROUPS_TOLD else ""
    return f"Largest topic of each, with its share of the words: {heads}{more}. {_stability(model)}"


def _words_reading(model: TopicModel) -> str:
    return f"{len(model.labels)} groups of words that keep company in paragraphs; read the passages before you name one. {_stability(model)}"


def first_word(label: str) -> str:
    """The strongest word of a topic, from its label."""
    return label.partition(" · ")[2].partition(",")[0]


def _stability(model: TopicModel) -> str:
    weakest = int(model.stability.argmin())
    return (
        f"Fitted anew from {model.runs} random starts, the topics come back at {model.stability.mean():.2f} "
        f"(1: always the same ten words); least sure: topic {weakest + 1}, {model.stability[weakest]:.2f}."
    )
