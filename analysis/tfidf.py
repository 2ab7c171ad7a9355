"""Which words are frequent here and absent elsewhere? TF-IDF with the groups as documents."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_at_least, require_one_of
from .frequency import PER, count_matrix, words_by_group
from .metadata import compared_groups
from .ngrams import units
from .result import typed

VARIANTS = {
    "plain": "count / words × ln(groups / groups with the term); 0 for a term of all groups",
    "scikit-learn": "count × (ln((1 + groups) / (1 + groups with the term)) + 1), rows scaled to length 1",
    "unsmoothed": "count × (ln(groups / groups with the term) + 1), rows scaled to length 1",
    "quanteda": "count × log10(groups / groups with the term); 0 for a term of all groups",
}
TFIDF_DTYPES = {
    "group": "str", "term": "str", "tfidf": "float64", "count": "int64", "words": "int64", "per_1000": "float64",
    "idf": "float64", "document_frequency": "int64", "n_groups": "int64",
}  # fmt: skip


def distinctive_terms(
    corpus: Corpus,
    *,
    by: str = "document_id",
    n: int = 1,
    variant: Literal["plain", "scikit-learn", "unsmoothed", "quanteda"] = "plain",
    stop_words: Collection[str] = (),
    minimum_count: int = 1,
) -> pd.DataFrame:
    """Which terms mark out each group, because it uses them much and few other groups use them at all?

    The groups are the documents of the measure. n: words (1) or sequences of 2 to 6 words. A row a group and term that occurs in the group at least
    `minimum_count` times: group, term, tfidf (no unit), count, words, per_1000, idf, document_frequency (groups that
    contain the term), n_groups. Sorted by group, then tfidf, then term.
    "plain" gives 0 to a word of all groups, however different its rates: use keyness for those. "scikit-learn" is the
    default of TfidfVectorizer and leaves common words on top. Values of different variants or corpora must not be
    compared. OptionError when there are not two groups. Source: Spärck Jones 1972; scikit-learn user guide.
    """
    require_one_of("variant", variant, VARIANTS)
    require_at_least("minimum_count", minimum_count, 1)
    groups = compared_groups(corpus.documents, by)
    counted = units(corpus, n)
    listed = np.flatnonzero(counted.content(corpus.content_words(stop_words)))
    counts, names = count_matrix(corpus, groups, counted)[:, listed], counted.names(listed)
    words = words_by_group(corpus, groups)
    document_frequency = (counts > 0).sum(axis=0)
    weights, idf = tfidf_weights(counts, words, variant)
    group, term = np.nonzero(counts >= minimum_count)
    table = pd.DataFrame(
        {
            "group": np.array(groups.labels, object)[group],
            "term": names[term],
            "tfidf": weights[group, term],
            "count": counts[group, term],
            "words": words[group],
            "per_1000": PER * counts[group, term] / words[group],
            "idf": idf[term],
            "document_frequency": document_frequency[term],
            "n_groups": len(groups),
        },
    )
    order = np.lexsort((table["term"], -table["tfidf"].to_numpy(), group))
    return typed(table.iloc[order].reset_index(drop=True), TFIDF_DTYPES)


def tfidf_weights(counts: np.ndarray, words: np.ndarray, variant: str) -> tuple[np.ndarray, np.ndarray]:
    """TF-IDF of a groups × terms table of counts, and the idf of each term; a term of no group has NaN."""
    n_groups = len(counts)
    document_frequency = (counts > 0).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        idf = np.where(document_frequency > 0, np.log(n_groups / document_frequency), np.nan)
        if variant == "plain":
            return counts / words[:, None] * idf, idf
        if variant == "quanteda":
            return counts * (idf / np.log(10)), idf / np.log(10)
        if variant == "scikit-learn":
            idf = np.where(document_frequency > 0, np.log((1 + n_groups) / (1 + document_frequency)), np.nan)
        weights = counts * (idf + 1)
        length = np.sqrt(np.nansum(weights**2, axis=1, keepdims=True))
        return np.where(length > 0, weights / np.where(length > 0, length, 1), 0.0), idf + 1
