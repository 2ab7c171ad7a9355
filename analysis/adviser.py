"""Which methods suit a corpus: a light for each, with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from .corpus import Corpus
from .corpus_facts import CorpusFacts
from .errors import OptionError
from .lights import (
    Advice,
    attribution,
    cloud,
    company,
    diversity,
    families,
    keyness,
    map_and_tree,
    phrases,
    rates,
    readability,
    reading,
    similarity,
    tfidf,
    topics,
    trends,
)
from .result import typed

ADVICE_DTYPES = {"method": "str", "label": "str", "light": "str", "reason": "str", "do": "str"}


@dataclass(frozen=True)
class Method:
    """One method: its name for a reader, and what decides its light: light, reason, what to do."""

    label: str
    judge: Callable[[CorpusFacts], Advice]


METHODS: dict[str, Method] = {
    "concordance": Method("Concordance and reading", reading),
    "rates": Method("Frequencies and rates", rates),
    "keyness": Method("Keyness, words that set apart", keyness),
    "tfidf": Method("TF-IDF", tfidf),
    "trends": Method("Trends over the years", trends),
    "topics": Method("Topic model", topics),
    "diversity": Method("Lexical diversity", diversity),
    "readability": Method("Readability", readability),
    "families": Method("Concepts, modality, actors", families),
    "similarity": Method("Similarity", similarity),
    "map": Method("Map and tree", map_and_tree),
    "company": Method("Company of a word", company),
    "phrases": Method("Shared phrases", phrases),
    "attribution": Method("Whose passage?", attribution),
    "cloud": Method("Word cloud", cloud),
}


def advice(corpus: Corpus, *, by: str = "author") -> pd.DataFrame:
    """Which methods may be used on this corpus, and what limits the others?

    by: the metadata column compared. A row a method, in the order of METHODS: method, label, light (green: use it;
    amber: with the care that `do` names; red: not on these texts), reason (with the numbers that decide), do ("" where
    it is green). The lights are rules of thumb, not tests; their bounds are the constants of `lights`. OptionError
    for an unknown column.
    """
    facts = CorpusFacts(corpus, by)
    if not len(corpus.words):
        raise OptionError("These texts have no word that counts, so there is nothing to advise on.")
    rows = [(name, method.label, *method.judge(facts)) for name, method in METHODS.items()]
    return typed(pd.DataFrame(rows, columns=list(ADVICE_DTYPES)), ADVICE_DTYPES)
