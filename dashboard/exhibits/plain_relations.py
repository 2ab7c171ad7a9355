"""The same for what is no word’s rate: topics, pairs, spread, and measures of whole groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from analysis.similarity import MEASURES as SIMILARITY

from .base import Exhibit
from .plain_examples import Example, Names, group_name, needs, told


@needs("topic", "share")
def topic_share(exhibit: Exhibit, names: Names) -> str:
    """A topic’s share as so many words of a hundred."""
    row = told(exhibit, "share", "{:.0%}", positive=True)
    if row is None:
        return ""
    return f"Here {row['share']:.0%}: of 100 words of {group_name(exhibit, row, names)} about {row['share'] * 100:.0f} belong to topic {int(row['topic'])}."


@needs("paragraph", "weight")
def paragraph_share(exhibit: Exhibit, names: Names) -> str:
    """The strongest paragraph of a topic."""
    row = told(exhibit, "weight", "{:.0%}", positive=True)
    return (
        ""
        if row is None
        else f"Here {row['weight']:.0%}: of 100 words of that paragraph about {row['weight'] * 100:.0f}."
    )


@needs("stability")
def stability(exhibit: Exhibit, names: Names) -> str:
    """A share of words in common as so many words of ten."""
    row = told(exhibit, "stability", "{:.2f}")
    if row is None or pd.isna(row["stability"]):
        return ""
    if row["stability"] == 1:
        return "Here 1: all ten come back each time."
    # The overlap is shared / (20 − shared): of two lists of ten words, those in both by those in either.
    shared = 20 * row["stability"] / (1 + row["stability"])
    return f"Here {row['stability']:.2f}: of the ten strongest words about {shared:.1f} come back each time."


@needs("coherence")
def coherence(exhibit: Exhibit, names: Names) -> str:
    """The coherence of the recommended model."""
    row = told(exhibit, "coherence", "{:.2f}")
    if row is None:
        return ""
    side = "more" if row["coherence"] > 0 else "no more"
    return f"Here {row['coherence']:.2f}: {side} often than by chance."


@needs("height")
def join(exhibit: Exhibit, names: Names) -> str:
    """The first join of a tree."""
    row = exhibit.table.iloc[0]
    return f"Here the first join is at {row['height']:.2f}, the last at {exhibit.table['height'].iloc[-1]:.2f}."


@needs("support")
def support(exhibit: Exhibit, names: Names) -> str:
    """The support of the first branch."""
    if pd.isna(exhibit.table["support"].iloc[0]):
        return ""
    value = exhibit.table["support"].iloc[0]
    return f"Here the first branch: {value * 100:.0f} of 100 times."


@needs("together", "expected")
def meetings(exhibit: Exhibit, names: Names) -> str:
    """How often two words meet, and how often by chance."""
    row = exhibit.table.iloc[0]
    word = row["collocate"] if "collocate" in row else row["second"]
    return f"Here “{word}”: {row['together']} meetings, where chance would bring about {row['expected']:.1f}."


@needs("log_dice")
def closeness(exhibit: Exhibit, names: Names) -> str:
    """The closest of the words."""
    row = exhibit.table.loc[exhibit.table["log_dice"].idxmax()]
    word = row["collocate"] if "collocate" in row else f"{row['first']}” and “{row['second']}"
    return f"Here the highest is {row['log_dice']:.1f}, “{word}”."


@needs("term", "dp_norm")
def unevenness(exhibit: Exhibit, names: Names) -> str:
    """The unevenness of one word."""
    row = told(exhibit, "dp_norm", "{:.2f}")
    return "" if row is None else f"Here “{row['term']}”: {row['dp_norm']:.2f}."


@needs("term", "dp_norm", "low", "high")
def unevenness_by_chance(exhibit: Exhibit, names: Names) -> str:
    """What chance alone would give one word."""
    row = told(exhibit, "dp_norm", "{:.2f}")
    if row is None or pd.isna(row["low"]):
        return ""
    more = "more uneven than that" if row["dp_norm"] > row["high"] else "not more uneven than that"
    return f"Here “{row['term']}”: chance gives {row['low']:.2f} to {row['high']:.2f}, and it is {more}."


@needs("types", "window")
def different_words(exhibit: Exhibit, names: Names) -> str:
    """The most repetitive stretch."""
    row = exhibit.table.loc[exhibit.table["types"].idxmin()]
    return f"Here at the least {row['types']} of {row['window']}, in {group_name(exhibit, row, names)}."


@needs("group", "guess", "count", "n")
def known(exhibit: Exhibit, names: Names) -> str:
    """How many passages of the first group are known."""
    right = exhibit.table[exhibit.table["group"] == exhibit.table["guess"]]
    if right.empty:
        return ""
    row = right.iloc[0]
    return f"Here {group_name(exhibit, row, names)}: {row['count']} of {row['n']} passages are known."


@needs("probability", "count", "correct")
def promised(exhibit: Exhibit, names: Names) -> str:
    """The surest guesses, and how many of them are right."""
    row = exhibit.table.iloc[-1]
    return f"Here {row['count']:.0f} guesses were {row['probability']:.0%} sure on average, and {row['correct']:.0f} of them are right."


def measured(name: str) -> Example:
    """How one value of a measure of groups, or of pairs of groups, reads."""

    @needs("group", "measure", "value")
    def example(exhibit: Exhibit, names: Names) -> str:
        table = exhibit.table
        values = table.loc[table["measure"] == name, "value"].dropna()
        if values.empty:
            return ""
        # Of pairs the nearest, which has the least of a distance and the most of a likeness.
        paired = name in SIMILARITY
        row = table.loc[values.idxmin() if paired and name != "cosine" else values.idxmax()]
        who = group_name(exhibit, row, names)
        who = f"{who} and {names.get(row['other'], row['other'])}" if paired else who
        return f"Here {who}: {row['value']:.3g}{_SAID.get(name, _silent)(row['value'])}."

    return example


def _silent(value: float) -> str:
    return ""


def _years(value: float) -> str:
    return f", so about {value:.0f} years of school"


_SAID: Mapping[str, Callable[[float], str]] = {
    "mattr": lambda value: f", so of 100 words in a row about {value * 100:.0f} are different ones",
    "mtld": lambda value: f", so about {value:.0f} words go by before words begin to come again",
    "hdd": lambda value: f", so of 42 words picked blindly about {value * 42:.0f} are different ones",
    "yule_k": lambda value: f", so two words picked blindly are the same in about {value / 100:.1f} of 100 cases",
    "ttr": lambda value: f", so each word is used {1 / value:.1f} times on average",
    "flesch_kincaid": _years,
    "gunning_fog": _years,
    "smog": _years,
    "automated_readability": _years,
    "coleman_liau": _years,
}
