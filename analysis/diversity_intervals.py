"""How sure is a measure of lexical diversity? Half of the paragraphs, again and again."""

from __future__ import annotations

from collections.abc import Collection
from statistics import NormalDist

import numpy as np
import pandas as pd

from .corpus import Corpus
from .diversity import DIVERSITY_DTYPES, MEASURES, lexical_diversity
from .errors import require_at_least, require_between
from .metadata import group_documents
from .result import typed

HALVES = 200
# Words gone through for one group: a long text has so many paragraphs that fewer halves tell as much.
_WORDS, _FEWEST = 4_000_000, 30
# Fewer paragraphs are too few to draw from.
ENOUGH = 8
INTERVAL_DTYPES = {**DIVERSITY_DTYPES, "low": "float64", "high": "float64"}


def diversity_intervals(
    corpus: Corpus,
    *,
    by: str = "document_id",
    measures: Collection[str] | None = None,
    halves: int = HALVES,
    seed: int = 0,
    level: float = 0.95,
) -> pd.DataFrame:
    """How rich is the vocabulary of each group, and between which values would it lie, had other paragraphs been written?

    Rows and columns as `lexical_diversity` with its default options, and low and high. A bootstrap will not do here: a
    paragraph drawn twice repeats all its words, so draws would look poorer than the text. Instead half of the paragraphs of
    each text are drawn without replacement and kept in order, `halves` times (less often where a group has more than
    40,000 words, at least 30 times); the spread of a statistic over halves is
    its own standard error (delete-half jackknife), and low and high are the value ± the normal quantile times it.
    NaN for measures that are not comparable at unequal length, whose halves would show their length and nothing else,
    for groups of fewer than 8 paragraphs, and where the halves are too short. The measures must be smooth in the
    paragraphs; where a text comes back to its words only far apart, the interval is too narrow.
    Source: Shao & Wu 1989.
    """
    require_at_least("halves", halves, 2)
    require_between("level", level, 0, 1)
    table = lexical_diversity(corpus, by=by, measures=measures)
    groups = group_documents(corpus.documents, by)
    group = groups.of_document[corpus.words.document]
    error = {
        label: _standard_errors(corpus, group == number, table[table["group"] == label], halves, seed)
        for number, label in enumerate(groups.labels)
    }
    errors = np.array([error[row.group][row.measure] for row in table.itertuples()])
    return typed(_with_limits(table, errors, level), INTERVAL_DTYPES)


def _standard_errors(
    corpus: Corpus, inside: np.ndarray, rows: pd.DataFrame, halves: int, seed: int
) -> dict[str, float]:
    """The standard error of each measure in one group; NaN where there is none."""
    robust = [row.measure for row in rows.itertuples() if row.comparable and row.value == row.value]
    words, random = np.flatnonzero(inside), np.random.default_rng(seed)
    paragraph, of_word = np.unique(corpus.words.paragraph[words], return_inverse=True)
    if len(paragraph) < ENOUGH or not robust:
        return dict.fromkeys(rows["measure"], np.nan)
    text = corpus.tokens.document_of_paragraph[paragraph]
    term = corpus.words.term[words]
    times = min(int(halves), max(_WORDS // (len(words) // 2 + 1), _FEWEST))
    values = [_values(robust, term[_half(text, random)[of_word]]) for _ in range(times)]
    return dict.fromkeys(rows["measure"], np.nan) | dict(zip(robust, np.std(values, axis=0), strict=True))


def _half(text: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Which paragraphs are drawn: half of each text's; of an odd number the half paragraph by a toss."""
    key = random.random(len(text))
    order = np.lexsort((key, text))
    first = np.searchsorted(text[order], text[order])
    size = np.bincount(text)[text[order]]
    wanted = (size + random.integers(0, 2, text.max() + 1)[text[order]]) // 2
    drawn = np.zeros(len(text), bool)
    drawn[order] = np.arange(len(text)) - first < wanted
    return drawn


def _values(measures: list[str], terms: np.ndarray) -> list[float]:
    words = np.unique(terms, return_inverse=True)[1]
    chosen = [MEASURES[name] for name in measures]
    return [np.nan if measure.lacks(words) else measure.function(words) for measure in chosen]


def _with_limits(table: pd.DataFrame, errors: np.ndarray, level: float) -> pd.DataFrame:
    reach = NormalDist().inv_cdf((1 + level) / 2) * errors
    most = np.array([1.0 if MEASURES[name].range == "0 to 1" else np.inf for name in table["measure"]])
    return table.assign(low=np.maximum(table["value"] - reach, 0), high=np.minimum(table["value"] + reach, most))
