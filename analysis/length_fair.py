"""Would a comparison come out the same if all texts were as short as the shortest?

Every group is cut to a window of running words as long as the shortest group, at a place drawn at random, again and
again; what changes from draw to draw is the doubt that unequal length leaves.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .association import score
from .contingency import group_against_rest
from .corpus import Corpus
from .diversity import MEASURES as DIVERSITY
from .diversity import score as diversity_score
from .errors import OptionError, require_at_least, require_one_of
from .frequency import PER
from .keyness import typicality
from .metadata import Groups, compared_groups, group_documents
from .query import Query, find
from .similarity import score as similarity_score

DRAWS = 500
FAIR_COLUMNS = [
    "group", "item", "value", "rank", "fair_value", "low", "high", "fair_rank", "holds", "window", "draws",
]  # fmt: skip
_DIVERSITY = ("ttr", "mattr", "mtld", "hdd")


@dataclass(frozen=True, eq=False)
class Windows:
    """Windows of equal length, drawn from each group.

    words: for each group the places of its words in `Corpus.words`, in running order; first: groups × draws, where in
    that order each window begins; size: words a window.
    """

    words: tuple[np.ndarray, ...]
    first: np.ndarray
    size: int

    def __iter__(self) -> Iterator[list[np.ndarray]]:
        """Draw by draw, the places of the words of each group's window."""
        for starts in self.first.T:
            yield [words[start : start + self.size] for words, start in zip(self.words, starts, strict=True)]


def draw_windows(
    corpus: Corpus, groups: Groups, *, draws: int = DRAWS, seed: int = 0, size: int | None = None
) -> Windows:
    """Draw windows from every group, by default as long as the shortest group.

    OptionError when a group has no words, or fewer than `size`.
    """
    require_at_least("draws", draws, 1)
    group = groups.of_document[corpus.words.document]
    words = tuple(np.flatnonzero(group == number) for number in range(len(groups)))
    lengths = np.array([len(each) for each in words])
    size = int(min(lengths)) if size is None else size
    short = [label for label, length in zip(groups.labels, lengths, strict=True) if length < max(size, 1)]
    if short:
        raise OptionError(f"There are too few words for a window in: {', '.join(short)}; leave them out.")
    return Windows(
        words, np.random.default_rng(seed).integers(0, lengths[:, None] - size + 1, (len(words), draws)), size
    )


def fair_rates(
    corpus: Corpus,
    queries: Mapping[str, Query | str] | Collection[str],
    *,
    by: str = "document_id",
    draws: int = DRAWS,
    seed: int = 0,
    window: int | None = None,
) -> pd.DataFrame:
    """Would the groups stand in the same order by the rate of a search, were all as short as the shortest?

    A row a group and search: group, item (the search), value (per 1,000 words of the whole group), rank (1: most
    frequent), fair_value (median over the windows), low and high (the middle 95 %), fair_rank (median), holds (share
    of the draws in which the rank is the same), window (words), draws. In the order of the groups, then the searches.
    """
    named = queries if isinstance(queries, Mapping) else {query: query for query in queries}
    groups = group_documents(corpus.documents, by)
    windows = draw_windows(corpus, groups, draws=draws, seed=seed, size=window)
    whole = np.empty((len(groups), len(named)))
    drawn = np.empty((draws, len(groups), len(named)))
    for item, query in enumerate(named.values()):
        at = np.searchsorted(corpus.words.position, find(corpus, query).position)
        hits = np.bincount(at, minlength=len(corpus.words))
        for group, words in enumerate(windows.words):
            running = np.concatenate([[0], np.cumsum(hits[words])])
            whole[group, item] = PER * running[-1] / len(words)
            first = windows.first[group]
            drawn[:, group, item] = PER * (running[first + windows.size] - running[first]) / windows.size
    return _summary(groups.labels, list(named), whole, drawn, windows.size)


def fair_diversity(
    corpus: Corpus,
    *,
    by: str = "document_id",
    measures: Collection[str] = _DIVERSITY,
    draws: int = DRAWS,
    seed: int = 0,
    window: int | None = None,
) -> pd.DataFrame:
    """Would the groups stand in the same order by diversity, were all as short as the shortest?

    measures: of `diversity.MEASURES`. Columns as `fair_rates`, item holding the measure; rank 1: the highest value.
    """
    for measure in measures:
        require_one_of("measures", measure, DIVERSITY)
    groups = group_documents(corpus.documents, by)
    windows = draw_windows(corpus, groups, draws=draws, seed=seed, size=window)
    term = corpus.words.term

    def values(cut: Collection[np.ndarray]) -> list[list[float]]:
        return [[diversity_score(measure, term[words]) for measure in measures] for words in cut]

    drawn = np.array([values(cut) for cut in windows])
    return _summary(groups.labels, list(measures), np.array(values(windows.words)), drawn, windows.size)


def fair_similarities(
    corpus: Corpus,
    *,
    by: str = "document_id",
    measure: str = "jensen_shannon",
    stop_words: Collection[str] = (),
    draws: int = DRAWS,
    seed: int = 0,
    window: int | None = None,
) -> pd.DataFrame:
    """Would the same groups be nearest to each other, were all as short as the shortest?

    measure: of `similarity.MEASURES`, with its default options. A row a pair of groups: columns as `fair_rates`, item
    holding the other group; rank 1: the highest value of all pairs. In the order of the groups.
    """
    groups = compared_groups(corpus.documents, by)
    windows = draw_windows(corpus, groups, draws=draws, seed=seed, size=window)
    term, content = corpus.words.term, corpus.content_words(stop_words)
    one, other = np.triu_indices(len(groups), 1)

    def values(cut: Collection[np.ndarray]) -> np.ndarray:
        counts = np.array([np.bincount(term[words], minlength=len(content)) for words in cut])[:, content]
        return similarity_score(measure, counts)[one, other]

    whole, drawn = values(windows.words), np.array([values(cut) for cut in windows])
    rank, ranks = _ranks(whole), np.array([_ranks(each) for each in drawn])
    table = _rows(whole, drawn, rank, ranks)
    labels = np.array(groups.labels, object)
    table["group"], table["item"], table["window"] = labels[one], labels[other], windows.size
    table["holds"] = (ranks == rank).mean(axis=0)
    return table[FAIR_COLUMNS]


def fair_keywords(
    corpus: Corpus,
    target: str,
    *,
    by: str = "document_id",
    measure: str = "log_likelihood",
    stop_words: Collection[str] = (),
    minimum_count: int = 3,
    top: int = 20,
    draws: int = DRAWS,
    seed: int = 0,
    window: int | None = None,
) -> pd.DataFrame:
    """Would the same words be typical of a group, were all groups as short as the shortest?

    measure: of `association.MEASURES`, the target against all other groups. The first `top` words by the whole texts;
    columns as `fair_rates`: item the word, rank among all words that occur `minimum_count` times in the corpus, holds
    the share of the draws in which the word is again among the first `top`. Sorted by rank, then item.
    """
    groups = compared_groups(corpus.documents, by, target)
    number, windows = groups.labels.index(target), draw_windows(corpus, groups, draws=draws, seed=seed, size=window)
    term, size = corpus.words.term, len(corpus.terms)

    def typical(cut: Collection[np.ndarray], chosen: np.ndarray | slice) -> tuple[np.ndarray, np.ndarray]:
        counts = np.array([np.bincount(term[words], minlength=size) for words in cut])[:, chosen]
        cells = group_against_rest(counts, np.array([len(words) for words in cut]), number)
        values = score(measure, *cells)
        return values, np.nan_to_num(typicality(measure, values, score("log_likelihood", *cells)), nan=-np.inf)

    listed = np.flatnonzero(
        corpus.content_words(stop_words) & (np.bincount(term, minlength=size) >= max(minimum_count, 1))
    )
    value, key = typical(windows.words, listed)
    drawn = [typical(cut, listed) for cut in windows]
    rank, ranks = _ranks(key), np.array([_ranks(keys) for _, keys in drawn])
    first = np.flatnonzero(rank <= top)
    table = _rows(value[first], np.array([values[first] for values, _ in drawn]), rank[first], ranks[:, first])
    table["holds"] = (ranks[:, first] <= top).mean(axis=0)
    table["group"], table["item"], table["window"] = target, corpus.terms[listed][first], windows.size
    return table.sort_values(["rank", "item"], ignore_index=True)[FAIR_COLUMNS]


def _summary(
    labels: Collection[str], items: list[str], whole: np.ndarray, drawn: np.ndarray, size: int
) -> pd.DataFrame:
    """A row a group and item; ranks run over the groups. whole: groups × items; drawn: draws × groups × items."""
    rank, ranks = _ranks(whole), np.array([_ranks(values) for values in drawn]).reshape(drawn.shape)
    flat = (len(drawn), -1)
    table = _rows(whole.ravel(), drawn.reshape(flat), rank.ravel(), ranks.reshape(flat))
    table["holds"] = (ranks == rank).mean(axis=0).ravel()
    table["group"], table["item"] = np.repeat(list(labels), len(items)), np.tile(items, len(labels))
    table["window"] = size
    return table[FAIR_COLUMNS]


def _rows(value: np.ndarray, drawn: np.ndarray, rank: np.ndarray, ranks: np.ndarray) -> pd.DataFrame:
    with warnings.catch_warnings():
        # A word that no window has has no value in any draw, and is NaN.
        warnings.simplefilter("ignore", RuntimeWarning)
        low, middle, high = np.nanquantile(drawn, [0.025, 0.5, 0.975], axis=0)
    return pd.DataFrame(
        {
            "value": value,
            "rank": rank,
            "fair_value": middle,
            "low": low,
            "high": high,
            "fair_rank": np.median(ranks, axis=0),
            "draws": len(drawn),
        }
    )


def _ranks(values: np.ndarray) -> np.ndarray:
    """Ranks down the first axis, 1 for the highest; equal values share the better rank, undefined ones the last."""
    from scipy.stats import rankdata

    return rankdata(-np.nan_to_num(values, nan=-np.inf), method="min", axis=0)
