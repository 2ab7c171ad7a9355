"""Measures of the lexical profile worked on the corpus at hand: intervals of diversity, and sentence length."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis import Corpus, diversity_intervals, sentence_lengths

from .groups import text_labels


def halves(corpus: Corpus) -> str:
    """The interval of HD-D of the last text."""
    row = diversity_intervals(corpus, measures=["hdd"]).iloc[-1]
    name = text_labels(corpus.documents)[row["group"]]
    paragraphs = int(corpus.documents.at[row["group"], "n_paragraphs"])
    if pd.isna(row["low"]):
        return f"{name} has {paragraphs} paragraphs and {row['words']} words, too few for halves of them."
    return f"HD-D of {name}: {row['value']:.3f}, between {row['low']:.3f} and {row['high']:.3f} by halves of its {paragraphs} paragraphs."


def sentence_length(corpus: Corpus) -> str:
    """The middle sentence of the last text."""
    row = sentence_lengths(corpus).iloc[-1]
    name = text_labels(corpus.documents)[row["group"]]
    if not row["sentences"]:
        return f"{name} has 0 sentences with a word in Latin letters."
    return f"{name}: {row['sentences']} sentences, median {row['median']:g} words, half of them between {row['lower_quartile']:g} and {row['upper_quartile']:g}; mean {row['mean']:.1f}."


PROFILE: dict[str, Callable[[Corpus], str]] = {"halves": halves, "sentence_length": sentence_length}
