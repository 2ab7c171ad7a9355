"""Which words set a group apart from the rest?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .association import score
from .contingency import group_against_rest
from .corpus import Corpus
from .errors import OptionError, require_at_least, require_between
from .frequency import PER, count_matrix, words_by_group
from .intervals import adjust
from .metadata import group_documents

KEYWORD_COLUMNS = [
    "group", "term", "count", "reference_count", "words", "reference_words", "per_1000", "reference_per_1000",
    "log_ratio_conservative", "log_ratio", "log_likelihood", "p_value", "q_value", "empty_cell", "texts", "n_texts",
]  # fmt: skip


def keywords(
    corpus: Corpus,
    *,
    by: str = "document_id",
    stop_words: Collection[str] = (),
    minimum_count: int = 1,
    alpha: float = 0.05,
) -> pd.DataFrame:
    """Which words does each group use more, or less, than all other groups together?

    A row a group and term that occurs at least `minimum_count` times in the corpus: group, term, count and
    reference_count, words and reference_words, per_1000 and reference_per_1000, log_ratio_conservative (at level
    `alpha` over all terms listed), log_ratio, log_likelihood (signed G2, four cells), p_value (of G2), q_value
    (Benjamini–Hochberg over the group's list), empty_cell (a log ratio that needed 0.5 for a zero), texts (of the
    whole corpus that contain the term), n_texts.
    Sorted by group, then conservative log ratio, then G2, then term: most typical first, most avoided last.
    p and q treat words as independent; with one text a group they describe these texts only.
    OptionError when there are not at least two groups. Source: Dunning 1993; Hardie 2014; Evert 2022.
    """
    require_at_least("minimum_count", minimum_count, 1)
    require_between("alpha", alpha, 0, 1)
    groups = group_documents(corpus.documents, by)
    if len(groups) < 2:
        raise OptionError(f"Keyness compares groups, and by {by!r} there is only one; choose another column.")
    counts = count_matrix(corpus, groups)
    words = words_by_group(corpus, groups)
    listed = corpus.content_words(stop_words) & (counts.sum(axis=0) >= minimum_count)
    texts = (count_matrix(corpus, group_documents(corpus.documents, "document_id")) > 0).sum(axis=0)[listed]
    parts = []
    for number, label in enumerate(groups.labels):
        part = _against_rest(corpus.terms[listed], counts[:, listed], words, number, alpha)
        part.insert(0, "group", label)
        part["texts"], part["n_texts"] = texts, len(corpus.documents)
        order = ["log_ratio_conservative", "log_likelihood", "term"]
        parts.append(part.sort_values(order, ascending=[False, False, True]))
    return pd.concat(parts, ignore_index=True)[KEYWORD_COLUMNS]


def _against_rest(terms: np.ndarray, counts: np.ndarray, words: np.ndarray, group: int, alpha: float) -> pd.DataFrame:
    from scipy.special import chdtrc

    cells = group_against_rest(counts, words, group)
    four = (cells.o11, cells.o12, cells.o21, cells.o22)
    g2 = score("log_likelihood", *four)
    p_value = chdtrc(1, np.abs(g2))
    reference_words = words.sum() - words[group]
    with np.errstate(invalid="ignore", divide="ignore"):
        rate, reference_rate = PER * cells.o11 / words[group], PER * cells.o12 / reference_words
    return pd.DataFrame(
        {
            "term": terms,
            "count": cells.o11.astype(np.int64),
            "reference_count": cells.o12.astype(np.int64),
            "words": words[group],
            "reference_words": reference_words,
            "per_1000": rate,
            "reference_per_1000": reference_rate,
            "log_ratio_conservative": score("log_ratio_conservative", *four, alpha=alpha, tests=max(len(terms), 1)),
            "log_ratio": score("log_ratio", *four),
            "log_likelihood": g2,
            "p_value": p_value,
            "q_value": adjust(p_value),
            "empty_cell": (cells.o11 == 0) | (cells.o12 == 0),
        }
    )
