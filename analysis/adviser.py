"""Which methods suit a corpus: a light for each, with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from . import lights
from .corpus import Corpus
from .corpus_facts import CorpusFacts
from .errors import OptionError
from .result import typed

ADVICE_DTYPES = {"method": "str", "label": "str", "light": "str", "reason": "str", "do": "str"}


@dataclass(frozen=True)
class Method:
    """One method: its name for a reader, and what decides its light: light, reason, what to do."""

    label: str
    judge: Callable[[CorpusFacts], lights.Advice]


METHODS: dict[str, Method] = {
    "concordance": Method("Concordance and reading", lights.reading),
    "rates": Method("Frequencies and rates", lights.rates),
    "keyness": Method("Keyness, words that set apart", lights.keyness),
    "tfidf": Method("TF-IDF", lights.tfidf),
    "trends": Method("Trends over the years", lights.trends),
    "topics": Method("Topic model", lights.topics),
    "diversity": Method("Lexical diversity", lights.diversity),
    "readability": Method("Readability", lights.readability),
    "families": Method("Concepts, modality, actors", lights.families),
    "similarity": Method("Similarity", lights.similarity),
    "map": Method("Map and tree", lights.map_and_tree),
    "company": Method("Company of a word", lights.company),
    "phrases": Method("Shared phrases", lights.phrases),
    "attribution": Method("Whose passage?", lights.attribution),
    "cloud": Method("Word cloud", lights.cloud),
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
