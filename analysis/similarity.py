"""How alike are the words of two groups, and which words decide it?

The value of a pair is a sum over terms, so that every value can be taken apart.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .corpus import Corpus
from .errors import AnalysisError, require_one_of
from .measure import Measure
from .profiles import Profiles, burrows_delta, cosine, cosine_delta, jensen_shannon
from .result import from_rows, typed
from .term_table import TermTable, term_table

SIMILARITY_DTYPES = {
    "group": "str", "other": "str", "measure": "str", "value": "float64", "terms": "int64", "dropped": "int64",
}  # fmt: skip
PAIR_DTYPES = {
    "term": "str", "count": "int64", "other_count": "int64", "per_1000": "float64", "other_per_1000": "float64",
    "contribution": "float64", "share": "float64",
}  # fmt: skip


@dataclass(frozen=True)
class Similarity(Measure):
    """A measure between the rows of a table; `function` gives their profiles.

    kind: whether more means more alike ("similarity") or less ("distance"); same: the value of two equal rows, which
    no pair passes; options: the names of the function's options.
    """

    kind: Literal["similarity", "distance"] = "distance"
    same: float = 0.0
    options: tuple[str, ...] = ()


MEASURES = {
    "cosine": Similarity(
        "Cosine", cosine, "0 to 1", "1: the same words in the same proportions", "Salton, Wong & Yang 1975",
        kind="similarity", same=1.0, options=("weights", "variant"),
    ),
    "jensen_shannon": Similarity(
        "Jensen–Shannon divergence", jensen_shannon, "0 to 1", "0: equal shares; 1: no word in common", "Lin 1991",
        options=("base", "root"),
    ),
    "burrows_delta": Similarity(
        "Burrows’s Delta", burrows_delta, "0 and above", "0: every frequent word used alike",
        "Burrows 2002; Argamon 2008",
        options=("most_frequent",),
    ),
    "cosine_delta": Similarity(
        "Cosine Delta", cosine_delta, "0 to 2", "0: apart from the average in the same way; 2: in opposite ways",
        "Smith & Aldridge 2011; Evert et al. 2017",
        options=("most_frequent",),
    ),
}  # fmt: skip


def score(name: str, counts: ArrayLike, words: ArrayLike | None = None, **options: object) -> np.ndarray:
    """The measure `name` (a key of MEASURES) between all rows of a groups × terms table of counts.

    words: all words of each group, by default those of the table; options: those of the measure's function.
    Returns groups × groups, symmetric. NaN in the row and column of a group that cannot be compared (no words, or none
    with a weight), and everywhere when a Delta has fewer than 3 groups to take a deviation over. The Deltas and TF-IDF
    of a pair depend on the other rows too. AnalysisError for counts that are none, OptionError for an unknown name.
    """
    return matrix(name, profiles(name, counts, words, **options))


def profiles(name: str, counts: ArrayLike, words: ArrayLike | None = None, **options: object) -> Profiles:
    """What the measure sees of each row of a table; arguments and errors as in `score`."""
    require_one_of("measure", name, MEASURES)
    counts = np.asarray(counts, float)
    if counts.ndim != 2 or not (np.isfinite(counts) & (counts >= 0)).all():
        raise AnalysisError("The table must hold a row a group and a column a term, each a count of 0 or more.")
    words = counts.sum(axis=1) if words is None else np.asarray(words, float)
    if words.shape != counts.shape[:1] or not (words >= counts.sum(axis=1)).all():
        raise AnalysisError("Each group must have at least as many words as the table counts in it.")
    return MEASURES[name].function(counts, words, **options)


def matrix(name: str, found: Profiles) -> np.ndarray:
    """The values of all pairs of profiles: groups × groups."""
    measure, size = MEASURES[name], len(found.values)
    values = np.empty((size, size))
    for row in range(size):
        values[row, row:] = values[row:, row] = found.parts(found.values[row], found.values[row:]).sum(axis=1)
    # Rounding must not make two groups more alike than a group is to itself.
    values = (np.minimum if measure.kind == "similarity" else np.maximum)(values, measure.same)
    np.fill_diagonal(values, measure.same)
    defined = found.defined
    return np.where(defined[:, None] & defined, values, np.nan)


def similarities(
    corpus: Corpus,
    *,
    by: str = "document_id",
    measure: str = "cosine",
    stop_words: Collection[str] = (),
    minimum_count: int = 1,
    weights: Literal["tfidf", "counts", "shares"] = "tfidf",
    variant: Literal["plain", "scikit-learn"] = "plain",
    base: float = 2.0,
    root: bool = False,
    most_frequent: int = 100,
) -> pd.DataFrame:
    """How alike are the words of every two groups?

    measure: any of MEASURES. weights, variant: of "cosine"; base, root: of "jensen_shannon"; most_frequent: of the
    Deltas. minimum_count: words at least so frequent in all groups together.
    A row a pair, in the order of the groups: group, other, measure, value (range and direction: those of the measure),
    terms (how many add to the value), dropped (frequent words that all groups use alike, which a Delta cannot use).
    NaN where a group cannot be compared, and everywhere for a Delta of fewer than 3 groups. Values of different
    measures, options or sets of groups must not be compared; with few groups a Delta is unstable.
    OptionError when there are not two groups.
    """
    table = term_table(corpus, by, stop_words=stop_words, minimum_count=minimum_count)
    found = _table_profiles(table, measure, weights=weights, variant=variant, base=base, root=root,
                            most_frequent=most_frequent)  # fmt: skip
    values = matrix(measure, found)
    labels = table.labels
    rows = [
        (labels[i], labels[j], measure, values[i, j], np.count_nonzero(found.between(i, j)), found.dropped)
        for i, j in combinations(range(len(labels)), 2)
    ]
    return from_rows(rows, SIMILARITY_DTYPES)


def pair_terms(
    corpus: Corpus,
    group: str,
    other: str,
    *,
    by: str = "document_id",
    measure: str = "cosine",
    stop_words: Collection[str] = (),
    minimum_count: int = 1,
    weights: Literal["tfidf", "counts", "shares"] = "tfidf",
    variant: Literal["plain", "scikit-learn"] = "plain",
    base: float = 2.0,
    root: bool = False,
    most_frequent: int = 100,
) -> pd.DataFrame:
    """Which words make the value of two groups?

    Options as in `similarities`. A row a term that adds to the value: term, count and other_count, per_1000 and
    other_per_1000, contribution, share (of the value). The contributions add up to the value of the pair, so of a
    similarity they show what the two have in common, of a distance what parts them. Sorted by contribution, then term.
    Where the value is undefined, so is every contribution. OptionError for an unknown group or twice the same.
    """
    table = term_table(corpus, by, stop_words=stop_words, minimum_count=minimum_count)
    require_one_of("group", group, table.labels)
    require_one_of("other", other, [label for label in table.labels if label != group])
    found = _table_profiles(table, measure, weights=weights, variant=variant, base=base, root=root,
                            most_frequent=most_frequent)  # fmt: skip
    i, j = table.labels.index(group), table.labels.index(other)
    parts = found.between(i, j)
    listed = np.flatnonzero(parts)
    terms = found.terms[listed]
    pair = pd.DataFrame(
        {
            "term": table.terms[terms],
            "count": table.counts[i, terms],
            "other_count": table.counts[j, terms],
            "per_1000": table.per_1000(i)[terms],
            "other_per_1000": table.per_1000(j)[terms],
            "contribution": parts[listed],
            "share": parts[listed] / parts.sum(),
        }
    )
    pair = pair.sort_values(["contribution", "term"], ascending=[False, True], ignore_index=True)
    return typed(pair, PAIR_DTYPES)


def _table_profiles(table: TermTable, measure: str, **options: object) -> Profiles:
    """The profiles of the groups of a table, with those of the options that the measure has."""
    require_one_of("measure", measure, MEASURES)
    own = {name: options[name] for name in MEASURES[measure].options}
    return profiles(measure, table.counts, table.words, **own)
