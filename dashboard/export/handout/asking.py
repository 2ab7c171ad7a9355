"""What questions are made of: numbers as they are said, names of groups, and a question that has one right answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import pandas as pd

from analysis import AnalysisError, Corpus

from ...exhibits.base import Exhibit
from ...exhibits.column import RATE, SHARE
from ...exhibits.columns import columns_of
from ...exhibits.groups import group_noun, group_styles
from ...exhibits.precision import decimals
from ..letters import sentence
from .handout import Question

# More groups than these are no list to tick.
MOST_ANSWERS = 8


@dataclass(frozen=True)
class Names:
    """How groups are called in one exhibit: by their values, their label; what one group is: "text", "year"; and the
    labels of all groups in order."""

    labels: Mapping[str, str]
    noun: str
    groups: tuple[str, ...]

    def of(self, value: object) -> str:
        """The label of a group; a topic by its number alone, for its words would answer questions about it."""
        text = str(value)
        if text in self.labels:
            return self.labels[text]
        number, mark, _ = text.partition(" · ")
        return f"topic {number}" if mark and number.isdigit() else text


def names_of(corpus: Corpus, exhibit: Exhibit) -> Names:
    """The names of the groups, or the texts, that an exhibit compares."""
    by = getattr(exhibit.options, "by", "document_id")
    texts = groups = group_styles(corpus, "document_id")
    noun = "text"
    with suppress(AnalysisError):
        groups, noun = group_styles(corpus, by), group_noun(corpus, by)
    labels = {value: style.label for value, style in {**texts, **groups}.items()}
    return Names(labels, noun, tuple(style.label for style in groups.values()))


def unit_of(exhibit: Exhibit, column: str) -> str:
    """The unit of a column of its table; "" where it has none that is said."""
    unit = columns_of(exhibit.name, [column])[column].unit
    return unit if unit in (RATE, "hits", "words", "bits", "log₂") else ""


def is_share(exhibit: Exhibit, column: str) -> bool:
    """Is a column a share of a whole, which is said in per cent?"""
    return columns_of(exhibit.name, [column])[column].unit == SHARE


def said(exhibit: Exhibit, column: str, value: float, *, unit: bool = True, among: pd.Series | None = None) -> str:
    """A number of a column as it is said: `12.1 per 1,000 words`, `54%`. among: values it is read beside, where not
    all of the column are of one measure."""
    if is_share(exhibit, column):
        return f"{value:.0%}"
    told = unit_of(exhibit, column)
    places = 1 if told == RATE else decimals(exhibit.table[column] if among is None else among)
    number = f"{value:,.{places}f}".replace("-", "−")
    if unit and told:
        return f"{number} {'hit' if told == 'hits' and value == 1 else told}"
    return number


def stands(exhibit: Exhibit, column: str, value: float) -> str:
    """A sentence with a number, and what it is where its unit does not say so."""
    if unit_of(exhibit, column) == RATE or is_share(exhibit, column):
        return f"It stands at {said(exhibit, column, value)}."
    return f"It stands at {said(exhibit, column, value, unit=False)} ({label_of(exhibit, column)})."


def label_of(exhibit: Exhibit, column: str) -> str:
    """What a column is called."""
    return columns_of(exhibit.name, [column])[column].label


def one_of(prompt: str, answers: Sequence[str], right: str, why: str) -> Question | None:
    """A question with boxes, one of them right; None where there is nothing to choose from.

    With too many answers to print, a line to write on.
    """
    answers = tuple(dict.fromkeys(answers))
    if len(answers) < 2 or right not in answers:
        return None
    key = f"{sentence(right)} {why}".strip()
    return Question(prompt, answers, key=key) if len(answers) <= MOST_ANSWERS else Question(prompt, lines=1, key=key)


def highest(table: pd.DataFrame, value: str) -> int | None:
    """The row with the highest value; None where two share it, or there are not two values."""
    ordered = table[value].dropna().sort_values(ascending=False, kind="stable")
    if len(ordered) < 2 or ordered.iloc[0] == ordered.iloc[1]:
        return None
    return ordered.index[0]


def few(words: Sequence[str], right: str, most: int = 4) -> list[str]:
    """The right word among some others of a list, in the order of the alphabet."""
    others = [word for word in dict.fromkeys(words) if word != right]
    step = max(1, len(others) // (most - 1))
    return sorted([right, *others[::step][: most - 1]], key=str.lower)


def quoted(word: object) -> str:
    """A word that is spoken of."""
    return f"“{word}”"


def given(*questions: Question | None) -> list[Question]:
    """The questions that could be asked."""
    return [question for question in questions if question is not None]
