"""Which words set a group apart from the rest?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .association import MEASURES, score, score_list
from .contingency import Cells, group_against_rest
from .corpus import Corpus
from .errors import require_at_least, require_between, require_one_of
from .evidence import p_of_g2
from .frequency import per_1000, sparse_counts, words_by_group
from .metadata import compared_groups
from .multiple_testing import adjust
from .ngrams import units
from .result import stacked

KEYWORD_DTYPES = {
    "group": "str", "term": "str", "count": "int64", "reference_count": "int64", "words": "int64",
    "reference_words": "int64", "per_1000": "float64", "reference_per_1000": "float64", "measure": "str",
    "score": "float64", "log_ratio_conservative": "float64", "log_ratio": "float64", "log_likelihood": "float64",
    "p_value": "float64", "q_value": "float64", "empty_cell": "bool", "texts": "int64", "n_texts": "int64",
}  # fmt: skip


def keywords(
    corpus: Corpus,
    *,
    by: str = "document_id",
    target: str | None = None,
    n: int = 1,
    measure: str = "log_ratio_conservative",
    stop_words: Collection[str] = (),
    minimum_count: int = 1,
    alpha: float = 0.05,
) -> pd.DataFrame:
    """Which words does each group use more, or less, than all other groups together?

    target: only the rows of this group. n: words (1) or sequences of 2 to 6 words. measure: any of
    `association.MEASURES`, given as `score`.
    A row a group and term that occurs at least `minimum_count` times in the corpus: group, term, count and
    reference_count, words and reference_words, per_1000 and reference_per_1000, measure and score,
    log_ratio_conservative (at level `alpha` over all terms listed), log_ratio, log_likelihood (signed G2, four cells),
    p_value (of G2), q_value (Benjamini–Hochberg over the group's list), empty_cell (a ratio that needed 0.5 for a
    zero), texts (of the whole corpus that contain the term), n_texts.
    Sorted by group, then measure, then G2, then term: most typical first, most avoided last.
    The four cells are places where the sequence begins and all other words, so that they agree with the rates.
    p and q treat words as independent; with one text a group they describe these texts only.
    OptionError when there are not at least two groups. Source: Dunning 1993; Hardie 2014; Evert 2022.
    """
    require_one_of("measure", measure, MEASURES)
    require_at_least("minimum_count", minimum_count, 1)
    require_between("alpha", alpha, 0, 1)
    groups = compared_groups(corpus.documents, by, target)
    counted = units(corpus, n)
    listed = np.flatnonzero(counted.content(corpus.content_words(stop_words)) & (counted.totals >= minimum_count))
    counts = sparse_counts(groups, counted)[:, listed].toarray()
    texts = counted.document_frequency[listed]
    names, words = counted.names(listed), words_by_group(corpus, groups)
    parts = []
    for number, label in enumerate(groups.labels):
        if target not in (None, label):
            continue
        part = _keyness_table(names, group_against_rest(counts, words, number), measure, alpha)
        part["group"], part["texts"], part["n_texts"] = label, texts, len(corpus.documents)
        part["typical"] = typicality(measure, part["score"].to_numpy(), part["log_likelihood"].to_numpy())
        parts.append(part.sort_values(["typical", "log_likelihood", "term"], ascending=[False, False, True]))
    return stacked(parts, KEYWORD_DTYPES)


def typicality(measure: str, values: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """Scores as a sort key: high for words typical of the target, low for words it avoids.

    Measures that do not tell the sides apart (χ², p) take the sign of `direction`.
    """
    law = MEASURES[measure]
    key = np.sign(direction) * np.abs(values - law.neutral) if law.swap == "keeps" else values
    # A word that only the target uses has no %DIFF, for that would be infinite.
    return np.where(np.isnan(key) & (direction > 0), np.inf, key)


def _keyness_table(names: np.ndarray, cells: Cells, measure: str, alpha: float) -> pd.DataFrame:
    words, reference_words = cells.o11 + cells.o21, cells.o12 + cells.o22
    conservative = score_list("log_ratio_conservative", cells, alpha=alpha)
    g2 = score("log_likelihood", *cells)
    p_value = p_of_g2(g2)
    return pd.DataFrame(
        {
            "term": names,
            "count": cells.o11.astype(np.int64),
            "reference_count": cells.o12.astype(np.int64),
            "words": words.astype(np.int64),
            "reference_words": reference_words.astype(np.int64),
            "per_1000": per_1000(cells.o11, words),
            "reference_per_1000": per_1000(cells.o12, reference_words),
            "measure": measure,
            "score": conservative if measure == "log_ratio_conservative" else score(measure, *cells),
            "log_ratio_conservative": conservative,
            "log_ratio": score("log_ratio", *cells),
            "log_likelihood": g2,
            "p_value": p_value,
            "q_value": adjust(p_value),
            "empty_cell": (cells.o11 == 0) | (cells.o12 == 0),
        }
    )
