"""Which methods suit a corpus: a light for each, with the numbers that decide it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .corpus import Corpus
from .corpus_facts import MANY_PARAGRAPHS, TOPICS, CorpusFacts
from .errors import OptionError
from .intervals import MIN_PARAGRAPHS
from .languages import language_name
from .result import typed
from .stopwords import stop_words
from .topic_search import COMES_BACK

GREEN, AMBER, RED = "green", "amber", "red"
ADVICE_DTYPES = {"method": "str", "label": "str", "light": "str", "reason": "str", "do": "str"}
# A word of one in a thousand is expected once in so many words; samples of this size were found steady for common
# features (Biber 1990).
STEADY_WORDS = 1_000
# In so few words not even a word of three in a thousand is expected once.
FEW_WORDS = 300
# The window of the running type–token ratio.
WINDOW = 100
FEW_PARAGRAPHS = 50
# Below this a place in a list of words may be no more than chance.
FEW_TEXTS = 10
UNEQUAL = 3.0
FEW_PASSAGES = 10


Advice = tuple[str, str, str]


@dataclass(frozen=True)
class Method:
    """One method: its name for a reader, and what decides its light: light, reason, what to do."""

    label: str
    judge: Callable[[CorpusFacts], Advice]


def _reading(facts: CorpusFacts) -> Advice:
    return GREEN, f"{facts.words.sum():,} words in {_texts(facts)}: every hit can be read.", ""


def _rates(facts: CorpusFacts) -> Advice:
    least = int(facts.group_words.min())
    expected = f"In the shortest, {least:,} words, a word of 1 in 1,000 is expected {least / 1000:.1f} times"
    few = int((facts.corpus.documents["n_paragraphs"] < MIN_PARAGRAPHS).sum())
    wilson = (
        f"; {few} of {_texts(facts)} have fewer than {MIN_PARAGRAPHS} paragraphs, so their intervals are rougher"
        if few
        else ""
    )
    if least < FEW_WORDS:
        return RED, f"{expected}{wilson}.", "Add text, or put short texts together by another column."
    if least < STEADY_WORDS or few:
        return AMBER, f"{expected}{wilson}.", "Read the intervals, not the bars; leave rare words alone."
    return GREEN, f"{expected}.", ""


def _keyness(facts: CorpusFacts) -> Advice:
    n_groups = len(facts.group_words)
    if n_groups < 2:
        return (
            RED,
            f"There is one {facts.by.replace('_', ' ')} only, and nothing to compare it with.",
            "Choose another column to group by, or add texts.",
        )
    least = int(facts.group_words.min())
    if facts.alone or least < STEADY_WORDS:
        alone = f"{facts.alone} of {n_groups} groups are one text: what sets it apart may be its topic alone"
        return (
            AMBER,
            f"{alone}; the shortest has {least:,} words.",
            "Trust words that stand in several texts of a group; look at the passages.",
        )
    return GREEN, f"{n_groups} groups of several texts, the shortest {least:,} words.", ""


def _tfidf(facts: CorpusFacts) -> Advice:
    n_texts = len(facts.words)
    if n_texts < 2:
        return RED, "With one text no word is rarer than another.", "Add texts."
    if n_texts < FEW_TEXTS:
        return (
            AMBER,
            f"{n_texts} texts: a word is in 1 to {n_texts} of them, so its weight has {n_texts} steps only.",
            "Set keyness beside it.",
        )
    return GREEN, f"{n_texts} texts.", ""


def _trends(facts: CorpusFacts) -> Advice:
    undated = len(facts.words) - int(facts.years.sum())
    known = f"{len(facts.years)} different years, {undated} of {_texts(facts)} without one"
    if len(facts.years) < 2:
        return RED, f"{known}: there is no time to compare.", "Type the years on the page Your texts."
    if (facts.years < 2).any() or undated:
        single = int((facts.years < 2).sum())
        return (
            AMBER,
            f"{known}; {single} years have one text, so year, author and genre cannot be told apart.",
            "Say what else differs between the years.",
        )
    return GREEN, f"{known}, at least {int(facts.years.min())} texts in each.", ""


def _topics(facts: CorpusFacts) -> Advice:
    made = f"{_texts(facts)}, made from {facts.corpus.n_paragraphs:,} paragraphs"
    if facts.corpus.n_paragraphs > MANY_PARAGRAPHS:
        return (
            AMBER,
            f"{made}: so many that its stability was not tried here.",
            "Look at “How many topics?” on its page.",
        )
    if facts.corpus.n_paragraphs < FEW_PARAGRAPHS or np.isnan(facts.stability):
        return RED, f"{made}: too few to fall into topics.", "Add texts, or part them into paragraphs."
    steady = facts.stability >= COMES_BACK and len(facts.words) >= FEW_TEXTS
    told = f"{made}, stability {facts.stability:.2f} with {min(TOPICS, facts.corpus.n_paragraphs)} topics."
    return (
        (GREEN, told, "") if steady else (AMBER, told, "Read the passages of each topic; try other numbers and seeds.")
    )


def _diversity(facts: CorpusFacts) -> Advice:
    least = int(facts.words.min())
    told = f"The shortest text has {least:,} words; the window of MATTR is {WINDOW}."
    if least < WINDOW:
        return RED, told, "Leave out texts shorter than the window."
    return (
        (AMBER, told, "Read the intervals: so few windows overlap much.") if least < 5 * WINDOW else (GREEN, told, "")
    )


def _english(facts: CorpusFacts, what: str) -> Advice:
    named = [language_name(code) for code in facts.corpus.languages]
    told = f"The texts are in {' and '.join(named)}" if named else "What language the texts are in cannot be told"
    if named == ["English"]:
        return GREEN, f"{told}.", ""
    light = AMBER if "English" in named or not named else RED
    return light, f"{told}, and {what} made for English.", "Use your own searches instead."


def _readability(facts: CorpusFacts) -> Advice:
    return _english(facts, "the formulae are")


def _families(facts: CorpusFacts) -> Advice:
    return _english(facts, "the families of words are")


def _similarity(facts: CorpusFacts) -> Advice:
    n_groups = len(facts.group_words)
    if n_groups < 2:
        return RED, "There is one group only.", "Choose another column to group by, or add texts."
    told = f"{n_groups} groups make {n_groups * (n_groups - 1) // 2} pairs; the longest is {facts.unequal:.1f} times as long as the shortest."
    if facts.twins:
        return AMBER, f"{told} {facts.twins} texts stand twice.", "Take out the copies."
    return (
        (AMBER, told, "Compare at equal length (“Length-fair”).")
        if facts.unequal > UNEQUAL or n_groups < 3
        else (GREEN, told, "")
    )


def _map(facts: CorpusFacts) -> Advice:
    n_groups = len(facts.group_words)
    if n_groups < 3:
        return (
            RED,
            f"{n_groups} groups make no map of two dimensions.",
            "Choose another column to group by, or add texts.",
        )
    told = f"{n_groups} groups: the map can show {min(n_groups - 1, 2)} of {n_groups - 1} dimensions."
    return (GREEN, told, "") if n_groups >= FEW_TEXTS // 2 else (AMBER, told, "Do not read groups into so few points.")


def _company(facts: CorpusFacts) -> Advice:
    counts = np.bincount(facts.corpus.words.term, minlength=len(facts.corpus.terms))
    often = int((counts[facts.corpus.content_words(stop_words(facts.corpus.stop_list))] >= 20).sum())
    told = f"{often} words that are on no stop list come 20 times or more."
    if not often:
        return RED, told, "Read the concordance instead."
    return (GREEN, told, "") if often >= 20 else (AMBER, told, "Ask for the most frequent words only.")


def _phrases(facts: CorpusFacts) -> Advice:
    if len(facts.words) < 2:
        return RED, "Phrases are shared by two texts at least.", "Add texts."
    if facts.twins:
        return AMBER, f"{facts.twins} texts stand twice, so every phrase of theirs is shared.", "Take out the copies."
    return GREEN, f"{_texts(facts)}, none of them twice.", ""


def _attribution(facts: CorpusFacts) -> Advice:
    if len(facts.group_words) < 2:
        return RED, "There is one group only, so there is nothing to guess.", "Choose another column to group by."
    least = int(facts.passages.min()) if len(facts.passages) == len(facts.group_words) else 0
    told = f"The group with the fewest passages has {least}."
    if least < FEW_PASSAGES:
        return AMBER, told, "Look at how often the guesses are right."
    if facts.alone:
        return (
            AMBER,
            f"{told} {facts.alone} groups are one text: the machine learns its topic as well as its style.",
            "Hide the names of topics, or add texts.",
        )
    return GREEN, told, ""


def _cloud(facts: CorpusFacts) -> Advice:
    told = f"{facts.content_words:,} different words that are on no stop list."
    return (
        (GREEN, told, "")
        if facts.content_words >= 100
        else (AMBER if facts.content_words else RED, told, "A list of words says more.")
    )


METHODS: dict[str, Method] = {
    "concordance": Method("Concordance and reading", _reading),
    "rates": Method("Frequencies and rates", _rates),
    "keyness": Method("Keyness, words that set apart", _keyness),
    "tfidf": Method("TF-IDF", _tfidf),
    "trends": Method("Trends over the years", _trends),
    "topics": Method("Topic model", _topics),
    "diversity": Method("Lexical diversity", _diversity),
    "readability": Method("Readability", _readability),
    "families": Method("Concepts, modality, actors", _families),
    "similarity": Method("Similarity", _similarity),
    "map": Method("Map and tree", _map),
    "company": Method("Company of a word", _company),
    "phrases": Method("Shared phrases", _phrases),
    "attribution": Method("Whose passage?", _attribution),
    "cloud": Method("Word cloud", _cloud),
}


def advice(corpus: Corpus, *, by: str = "author") -> pd.DataFrame:
    """Which methods may be used on this corpus, and what limits the others?

    by: the metadata column compared. A row a method, in the order of METHODS: method, label, light (green: use it;
    amber: with the care that `do` names; red: not on these texts), reason (with the numbers that decide), do ("" where
    it is green). The lights are rules of thumb, not tests; their bounds are the constants of this module. OptionError
    for an unknown column.
    """
    facts = CorpusFacts(corpus, by)
    if not len(corpus.words):
        raise OptionError("These texts have no word that counts, so there is nothing to advise on.")
    rows = [(name, method.label, *method.judge(facts)) for name, method in METHODS.items()]
    return typed(pd.DataFrame(rows, columns=list(ADVICE_DTYPES)), ADVICE_DTYPES)


def _texts(facts: CorpusFacts) -> str:
    n_texts = len(facts.words)
    return f"{n_texts:,} text{'' if n_texts == 1 else 's'}"
