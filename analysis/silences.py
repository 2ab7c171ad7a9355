"""What does a group never say though the others do?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .association import score
from .contingency import Cells, group_against_rest
from .corpus import Corpus
from .errors import require_at_least, require_between
from .frequency import PER, count_matrix, per_1000, searches_by_paragraph, words_by_group
from .metadata import Groups, compared_groups
from .multiple_testing import adjust
from .query import Queries, named_queries
from .result import stacked

SILENCE_DTYPES = {
    "group": "str", "term": "str", "reference_count": "int64", "reference_groups": "int64",
    "reference_per_1000": "float64", "words": "int64", "expected": "float64", "highest_per_1000": "float64",
    "p_value": "float64", "q_value": "float64", "telling": "bool",
}  # fmt: skip


def silences(
    corpus: Corpus,
    *,
    by: str = "document_id",
    stop_words: Collection[str] = (),
    minimum_count: int = 5,
    level: float = 0.95,
) -> pd.DataFrame:
    """Which words does a group never use though the others do, and is it long enough for that to tell?

    A row a group and a term that it lacks and the others together have at least `minimum_count` times: group, term,
    reference_count, reference_groups (how many of the others have it) and reference_per_1000 (of the others together),
    words (of the group), expected (hits at the others' rate), highest_per_1000 (the highest rate compatible with no
    hit in so many words: the one-sided exact bound at `level`, at .95 near 3,000 / words), p_value (chance of no hit if
    all used it alike, Fisher's exact test), q_value (Benjamini–Hochberg over all terms tried in the group, those it
    uses too), telling (highest_per_1000 lies below reference_per_1000; if not, the group may only be too short).
    Sorted by group, then expected (largest first), then term. Groups without words are left out.
    A word that one group alone has is that group's word rather than a silence of the others: see reference_groups.
    Words come in bursts, so bound and p are surer than they should be. OptionError when there are not two groups.
    Source: Clopper & Pearson 1934; Hanley & Lippman-Hand 1983; Fisher 1935; Duguid & Partington 2018.
    """
    groups = compared_groups(corpus.documents, by)
    content = corpus.content_words(stop_words)
    counts = count_matrix(corpus, groups)[:, content]
    return _silence_table(corpus, groups, corpus.terms[content], counts, minimum_count, level)


def query_silences(
    corpus: Corpus,
    queries: Queries,
    *,
    by: str = "document_id",
    minimum_count: int = 1,
    level: float = 0.95,
) -> pd.DataFrame:
    """Which of these searches find nothing in a group though they find something in the others?

    queries: searches by the name to show, a list of searches, or one alone. Columns and order as in `silences`, `term`
    holding the name; q_value is over the searches given. QueryError for a search that cannot be read.
    """
    named = named_queries(queries)
    groups = compared_groups(corpus.documents, by)
    group = groups.of_document[corpus.tokens.document_of_paragraph]
    counts = np.zeros((len(groups), len(named)), np.int64)
    np.add.at(counts, group, searches_by_paragraph(corpus, named.values()))
    return _silence_table(corpus, groups, np.array(list(named), object), counts, minimum_count, level)


def _silence_table(
    corpus: Corpus, groups: Groups, names: np.ndarray, counts: np.ndarray, minimum_count: int, level: float
) -> pd.DataFrame:
    """The silences of every group with words. counts: groups × names."""
    require_at_least("minimum_count", minimum_count, 1)
    require_between("level", level, 0, 1)
    words = words_by_group(corpus, groups)
    tried = counts.sum(axis=0) >= minimum_count
    names, counts = names[tried], counts[:, tried]
    parts = []
    for number in np.flatnonzero(words):
        part = _expected_hits(names, counts, words, number)
        part.insert(0, "group", groups.labels[number])
        part["highest_per_1000"] = PER * -np.expm1(np.log1p(-level) / words[number])
        part["telling"] = part["highest_per_1000"] < part["reference_per_1000"]
        part = part[counts[number] == 0]
        parts.append(part.sort_values(["expected", "term"], ascending=[False, True]))
    return stacked(parts, SILENCE_DTYPES)


def _expected_hits(names: np.ndarray, counts: np.ndarray, words: np.ndarray, group: int) -> pd.DataFrame:
    """What the rates of all others lead one to expect of a group: a row a name, also where the group has hits."""
    cells = group_against_rest(counts, words, group)
    reference_rate = per_1000(cells.o12, words.sum() - words[group])
    p_value = _chance_of_so_few(cells)
    return pd.DataFrame(
        {
            "term": names,
            "reference_count": cells.o12.astype(np.int64),
            "reference_groups": np.delete(counts > 0, group, axis=0).sum(axis=0),
            "reference_per_1000": reference_rate,
            "words": words[group],
            "expected": reference_rate / PER * words[group],
            "p_value": p_value,
            "q_value": adjust(p_value),
        }
    )


def _chance_of_so_few(cells: Cells) -> np.ndarray:
    """Fisher's p that the group has so few hits; NaN for a search of numbers with more hits than there are words."""
    tables = np.stack([*cells])
    possible = (tables >= 0).all(axis=0)
    # Many words have the same counts, and the exact test takes them one by one.
    distinct, which = np.unique(tables[:, possible], axis=1, return_inverse=True)
    p_value = np.full(len(possible), np.nan)
    p_value[possible] = score("fisher_p", *distinct, alternative="less")[which]
    return p_value
