"""What decides which methods suit a corpus: its sizes, groups, years and language, each counted once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import AnalysisError
from .metadata import group_documents
from .passages import cut_passages
from .stopwords import stop_words
from .topics import most_topics, topic_model

TOPICS, TOPIC_RUNS = 8, 5
# A model of more paragraphs takes too long to be fitted for advice.
MANY_PARAGRAPHS = 20_000


@dataclass(frozen=True)
class CorpusFacts:
    """What decides the lights, counted once. by: the column that is compared."""

    corpus: Corpus
    by: str

    @cached_property
    def words(self) -> pd.Series:
        """Words of each text."""
        return self.corpus.documents["n_words"]

    @cached_property
    def group_words(self) -> pd.Series:
        """Words of each group."""
        groups = group_documents(self.corpus.documents, self.by)
        return self.words.groupby(groups.of_document).sum()

    @cached_property
    def alone(self) -> int:
        """Groups that are one text each."""
        return int((np.bincount(group_documents(self.corpus.documents, self.by).of_document) == 1).sum())

    @cached_property
    def years(self) -> pd.Series:
        """Texts in each year that is known."""
        return self.corpus.documents["year"].dropna().value_counts()

    @cached_property
    def twins(self) -> int:
        """Texts whose words another has in the same order."""
        texts = [tuple(block.text for block in text.blocks if block.role == "body") for text in self.corpus.texts()]
        return len(texts) - len(set(texts))

    @cached_property
    def unequal(self) -> float:
        """How many times as long the longest group is as the shortest."""
        return float(self.group_words.max() / max(self.group_words.min(), 1))

    @cached_property
    def content_words(self) -> int:
        """Different words that are on no stop list."""
        return int(self.corpus.content_words(stop_words(self.corpus.stop_list)).sum())

    @cached_property
    def passages(self) -> pd.Series:
        """Passages of each group, as the classifier takes them."""
        of_document = group_documents(self.corpus.documents, self.by).of_document
        return pd.Series(of_document[cut_passages(self.corpus).document]).value_counts()

    @cached_property
    def stability(self) -> float:
        """Mean stability of a topic model over random starts, 0 to 1; missing where none can be fitted, or the corpus is
        so large that it is not tried for advice."""
        if self.corpus.n_paragraphs > MANY_PARAGRAPHS:
            return float("nan")
        try:
            stops = stop_words(self.corpus.stop_list)
            n_topics = min(TOPICS, most_topics(self.corpus, stop_words=stops))
            model = topic_model(self.corpus, n_topics=n_topics, runs=TOPIC_RUNS, stop_words=stops)
            return float(model.stability.mean())
        except AnalysisError:
            return float("nan")
