"""What is spoken of: topics, who writes of them, in which words and passages, and how many to ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from analysis import (
    Corpus,
    TopicModel,
    recommendation,
    search_topics,
    stop_words,
    topic_coherence,
    topic_model,
    topic_passages,
    topic_terms,
    topic_weights,
)
from analysis.errors import require_one_of
from analysis.topics import METHODS

from ..charts.places import places_strip
from ..charts.rates import panels_dot
from ..charts.theme import GroupStyle, Styles
from ..charts.topics import search_dot, shares_dot, shares_heatmap
from .base import Exhibit, receipt
from .concordances import places
from .groups import group_styles, members_of

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


@lru_cache(maxsize=4)
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
    )


@dataclass(frozen=True, kw_only=True)
class TopicPassagesOptions(TopicModelOptions):
    """topic: which, by number; the rest as in TopicModelOptions."""

    topic: int = 1


def passages_of_topic(corpus: Corpus, options: TopicPassagesOptions) -> Exhibit:
    """In which paragraphs does a topic stand? A row a paragraph with a fifth of it or more: the strongest of each text
    first, then the second strongest of each, and so on; columns of passages, label, weight (0 to 1), group, place."""
    model = fitted(corpus, options)
    lines = topic_passages(corpus, model, options.topic, n=corpus.n_paragraphs)
    lines = lines.assign(label=model.labels[options.topic - 1], group=lines["document_id"], place=places(corpus, lines))
    turn = lines.groupby("document_id", sort=False).cumcount()
    table = lines.iloc[turn.argsort(kind="stable")].reset_index(drop=True)
    styles = group_styles(corpus, "document_id")
    return Exhibit(
        name="topic_passages",
        options=options,
        title=f"Where does topic {options.topic} stand?",
        table=table,
        draw=lambda frame, theme: places_strip(frame, styles, theme),
        reading=_passages_reading(corpus, table, styles, model.labels[options.topic - 1]),
        receipt=receipt(
            corpus, "paragraphs with more than a fifth of the topic", *model_settings(corpus, options, model)
        ),
        find_passages=lambda row: row.to_frame().T.reset_index(drop=True),
        find_search=lambda row: "",
    )


@dataclass(frozen=True, kw_only=True)
class TopicSearchOptions:
    """As TopicModelOptions, without a number; most: the largest number tried."""

    method: Literal["nmf", "lda"] = "nmf"
    seed: int = 0
    stop_list: str = "en"
    most: int = 12


def topic_search(corpus: Corpus, options: TopicSearchOptions) -> Exhibit:
    """How many topics give topics that hold together and come back? A row a number; its passages are those of the most
    coherent topic of that model."""
    stops = stop_words(options.stop_list)
    fixed = {"method": options.method, "seed": options.seed, "stop_words": stops}
    table = search_topics(corpus, ks=range(3, options.most + 1), **fixed)

    def passages(row: pd.Series) -> pd.DataFrame:
        # The other runs only serve the stability, which the table has.
        model = topic_model(corpus, n_topics=int(row["n_topics"]), runs=0, **fixed)
        best = int(topic_coherence(corpus, model)["coherence"].argmax()) + 1
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


def excerpts(lines: pd.DataFrame, around: int = 280) -> pd.DataFrame:
    """Passages with at most so many letters on either side of the node, to be shown several at a time."""
    left = [text if len(text) <= around else "… " + text[-around:].partition(" ")[2] for text in lines["left"]]
    right = [text if len(text) <= around else text[:around].rpartition(" ")[0] + " …" for text in lines["right"]]
    return lines.assign(left=left, right=right)


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


def _passages_reading(corpus: Corpus, table: pd.DataFrame, styles: Styles, label: str) -> str:
    if table.empty:
        return f"No paragraph has more than a fifth of topic {label}."
    found = table["group"].value_counts()
    paragraphs = pd.Series(corpus.tokens.document_of_paragraph).value_counts()
    counts = ", ".join(
        f"{styles[text].label} {found[text]} of {paragraphs[number]}"
        for number, text in enumerate(corpus.documents.index)
        if text in found
    )
    first = table.iloc[0]
    return (
        f"Paragraphs with more than a fifth of topic {label}: {counts}. The strongest is paragraph {first['paragraph']} "
        f"of {styles[first['group']].label} ({first['weight']:.0%} of it)."
    )
