"""Measures of topics worked on the corpus at hand."""

from __future__ import annotations

from analysis import Corpus, recommendation, search_topics, stop_words, topic_model, topic_terms

from .registry_examples import number
from .topics import TopicOptions, fitted


def nmf_example(corpus: Corpus) -> str:
    """How many topics from how much, and the first words of the first."""
    model = fitted(corpus, TopicOptions(stop_list=corpus.stop_list))
    return f"{len(model.labels)} topics from {corpus.n_paragraphs} paragraphs and {len(model.terms):,} words; the first: {_first_words(model)}."


def lda_example(corpus: Corpus) -> str:
    """The first words of the first topic by the other method."""
    model = topic_model(
        corpus, n_topics=TopicOptions().n_topics, method="lda", runs=1, stop_words=stop_words(corpus.stop_list)
    )
    return f"The same {corpus.n_paragraphs} paragraphs by LDA; the first topic: {_first_words(model)}."


def _first_words(model) -> str:  # noqa: ANN001 -- a TopicModel
    rows = topic_terms(model, n=4).groupby("topic").get_group(1)
    return ", ".join(f"{row.term} {row.weight:.1%}" for row in rows.itertuples())


def stability_example(corpus: Corpus) -> str:
    """How far each topic comes again in other runs."""
    model = fitted(corpus, TopicOptions(stop_list=corpus.stop_list))
    values = ", ".join(number(value) for value in model.stability)
    return f"Topics 1 to {len(model.labels)}, overlap with {model.runs} other runs: {values}; mean {model.stability.mean():.2f}."


def topic_search_example(corpus: Corpus) -> str:
    """What a search over a few numbers of topics says."""
    return recommendation(search_topics(corpus, ks=range(7, 11), stop_words=stop_words(corpus.stop_list)))
