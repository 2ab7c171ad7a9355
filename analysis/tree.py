"""Which groups are nearest to each other, step by step, and would other paragraphs say the same?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import AnalysisError, require_at_least, require_one_of
from .metadata import Groups, compared_groups
from .resampling import draw_weights
from .result import from_rows
from .similarity import MEASURES, score

LINKAGES = {
    "average": "the mean distance between the members of two branches (UPGMA)",
    "complete": "the distance between the two members farthest apart",
}
TREE_DTYPES = {
    "node": "str", "left": "str", "right": "str", "members": "str", "height": "float64", "size": "int64",
    "support": "float64",
}  # fmt: skip
# Groups by number, in order.
Branch = tuple[int, ...]


def tree(
    corpus: Corpus,
    *,
    by: str = "document_id",
    measure: str = "burrows_delta",
    linkage: Literal["average", "complete"] = "average",
    stop_words: Collection[str] = (),
    most_frequent: int = 100,
    draws: int = 200,
    seed: int = 0,
) -> pd.DataFrame:
    """Which groups does a hierarchical clustering join first, and how often does it find the same branch again?

    measure: any of `similarity.MEASURES` with its default options; a similarity is taken as 1 − value. most_frequent:
    of the Deltas. linkage: one of LINKAGES; Ward's method asks for Euclidean distances, which these are not.
    A row a join, nearest first: node ("#1" and up), left and right (a group, or the node of an earlier join; the one
    with the first group is left), members (the groups of the branch, parted by |), height (distance of the join), size
    (groups in it), support (0 to 1): in what share of the draws just these groups form a branch.
    A draw takes from each text as many paragraphs as it has, with replacement, and begins again from the counts; draws
    that leave a distance undefined are left out. The root holds all groups, so its support is 1 and says nothing; with
    draws=0 support is NaN. High support says that other paragraphs would agree, not why: genre and topic part texts too.
    OptionError when there are not two groups; AnalysisError when a distance is undefined.
    Source: Sneath & Sokal 1973; support after Felsenstein 1985.
    """
    require_one_of("measure", measure, MEASURES)
    require_one_of("linkage", linkage, LINKAGES)
    require_at_least("draws", draws, 0)
    groups = compared_groups(corpus.documents, by)
    own = {"most_frequent": most_frequent} if "most_frequent" in MEASURES[measure].options else {}
    tables = _tables(corpus, groups, stop_words, draws, seed)
    distances, *drawn = [np.abs(MEASURES[measure].same - score(measure, *table, **own)) for table in tables]
    _require_defined(distances, measure, groups)
    drawn = [each for each in drawn if not np.isnan(each).any()]
    found = Counter(branch for each in drawn for branch in _branches(_joins(each, linkage)))
    return _table(_joins(distances, linkage), groups, found, len(drawn))


def _tables(
    corpus: Corpus, groups: Groups, stop_words: Collection[str], draws: int, seed: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Counts (groups × terms) and words of the groups, first as they are, then with the paragraphs of each draw."""
    from scipy.sparse import csr_array

    document = corpus.tokens.document_of_paragraph
    paragraphs = np.arange(corpus.n_paragraphs)
    counts = corpus.counts_by_paragraph[:, np.flatnonzero(corpus.content_words(stop_words))]
    for weights in [np.ones(len(paragraphs)), *draw_weights(document, draws, seed)]:
        member = (weights, (groups.of_document[document], paragraphs))
        drawn = csr_array(member, shape=(len(groups), len(paragraphs)))
        yield (drawn @ counts).toarray(), drawn @ corpus.words_by_paragraph


def _require_defined(distances: np.ndarray, measure: str, groups: Groups) -> None:
    lost = [label for label, undefined in zip(groups.labels, np.isnan(np.diag(distances)), strict=True) if undefined]
    if lost:
        raise AnalysisError(
            f"{MEASURES[measure].label} is not defined for {', '.join(lost)}: a group needs words to compare, and a "
            "Delta needs three such groups; choose other groups or another measure."
        )


def _joins(distances: np.ndarray, linkage: str) -> np.ndarray:
    """A row a join: the two branches (groups first, then earlier joins), the height and the size."""
    from scipy.cluster import hierarchy
    from scipy.spatial.distance import squareform

    return hierarchy.linkage(squareform(distances, checks=False), linkage)


def _branches(joins: np.ndarray) -> list[Branch]:
    """The groups that each join brings together."""
    branches = [(group,) for group in range(len(joins) + 1)]
    for left, right in joins[:, :2].astype(int):
        branches.append(tuple(sorted(branches[left] + branches[right])))
    return branches[len(joins) + 1 :]


def _table(joins: np.ndarray, groups: Groups, found: Counter[Branch], draws: int) -> pd.DataFrame:
    branches = [(group,) for group in range(len(groups))] + _branches(joins)
    names = [*groups.labels, *(f"#{node}" for node in range(1, len(joins) + 1))]
    rows = []
    for name, branch, join in zip(names[len(groups) :], branches[len(groups) :], joins, strict=True):
        left, right = sorted(join[:2].astype(int), key=lambda side: branches[side][0])
        members = "|".join(groups.labels[group] for group in branch)
        support = found[branch] / draws if draws else np.nan
        rows.append((name, names[left], names[right], members, join[2], len(branch), support))
    return from_rows(rows, TREE_DTYPES)
