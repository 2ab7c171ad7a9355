"""The light of each method for a corpus: green, amber or red, with the numbers that decide it.

Rules of thumb, not tests; their bounds are the constants of this module.
"""

from __future__ import annotations

import numpy as np

from .corpus_facts import MANY_PARAGRAPHS, TOPICS, CorpusFacts
from .intervals import MIN_PARAGRAPHS
from .languages import language_name
from .stopwords import stop_words
from .topic_search import COMES_BACK

GREEN, AMBER, RED = "green", "amber", "red"
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

# Light, reason, and what to do ("" where the light is green).
Advice = tuple[str, str, str]


def reading(facts: CorpusFacts) -> Advice:
    """Reading hits in their sentences fits every text."""
    return GREEN, f"{facts.words.sum():,} words in {_texts(facts)}: every hit can be read.", ""


def rates(facts: CorpusFacts) -> Advice:
    """Rates need texts in which a word can be expected."""
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


def keyness(facts: CorpusFacts) -> Advice:
    """Words that set apart need groups of several texts."""
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


def tfidf(facts: CorpusFacts) -> Advice:
    """TF-IDF needs texts enough for steps between its weights."""
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


def trends(facts: CorpusFacts) -> Advice:
    """Trends need several years, and several texts in each."""
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


def topics(facts: CorpusFacts) -> Advice:
    """A topic model needs paragraphs enough, and topics that come back."""
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


def diversity(facts: CorpusFacts) -> Advice:
    """Lexical diversity needs texts longer than its window."""
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


def readability(facts: CorpusFacts) -> Advice:
    """The formulae of readability are for English."""
    return _english(facts, "the formulae are")


def families(facts: CorpusFacts) -> Advice:
    """The families of words are for English."""
    return _english(facts, "the families of words are")


def similarity(facts: CorpusFacts) -> Advice:
    """Similarity needs groups of like length, and no copies."""
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


def map_and_tree(facts: CorpusFacts) -> Advice:
    """A map needs groups enough for its dimensions."""
    n_groups = len(facts.group_words)
    if n_groups < 3:
        return (
            RED,
            f"{n_groups} groups make no map of two dimensions.",
            "Choose another column to group by, or add texts.",
        )
    told = f"{n_groups} groups: the map can show {min(n_groups - 1, 2)} of {n_groups - 1} dimensions."
    return (GREEN, told, "") if n_groups >= FEW_TEXTS // 2 else (AMBER, told, "Do not read groups into so few points.")


def company(facts: CorpusFacts) -> Advice:
    """The company of a word needs words that come often."""
    counts = facts.corpus.words_and_numbers.totals
    often = int((counts[facts.corpus.content_words(stop_words(facts.corpus.stop_list))] >= 20).sum())
    told = f"{often} words that are on no stop list come 20 times or more."
    if not often:
        return RED, told, "Read the concordance instead."
    return (GREEN, told, "") if often >= 20 else (AMBER, told, "Ask for the most frequent words only.")


def phrases(facts: CorpusFacts) -> Advice:
    """Shared phrases need two texts that are no copies."""
    if len(facts.words) < 2:
        return RED, "Phrases are shared by two texts at least.", "Add texts."
    if facts.twins:
        return AMBER, f"{facts.twins} texts stand twice, so every phrase of theirs is shared.", "Take out the copies."
    return GREEN, f"{_texts(facts)}, none of them twice.", ""


def attribution(facts: CorpusFacts) -> Advice:
    """Guessing whose passage it is needs passages enough of every group."""
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


def cloud(facts: CorpusFacts) -> Advice:
    """A cloud needs words enough."""
    told = f"{facts.content_words:,} different words that are on no stop list."
    return (
        (GREEN, told, "")
        if facts.content_words >= 100
        else (AMBER if facts.content_words else RED, told, "A list of words says more.")
    )


def _texts(facts: CorpusFacts) -> str:
    n_texts = len(facts.words)
    return f"{n_texts:,} text{'' if n_texts == 1 else 's'}"
