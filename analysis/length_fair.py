"""Would a comparison come out the same if all texts were as short as the shortest?

Every group is cut to a window of running words as long as the shortest group, at a place drawn at random, again and
again; what changes from draw to draw is the doubt that unequal length leaves.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection
from typing import Literal

import numpy as np
import pandas as pd

from .association import MEASURES as ASSOCIATION
from .association import score, score_list
from .contingency import group_against_rest
from .corpus import Corpus
from .diversity import MEASURES as DIVERSITY
from .errors import require_at_least, require_one_of
from .frequency import PER
from .keyness import typicality
from .metadata import compared_groups, group_documents
from .query import Queries, Query, named_queries
from .result import typed
from .search import find
from .similarity import score as similarity_score
from .tfidf import tfidf_weights
from .windows import DRAWS, draw_windows

FAIR_DTYPES = {
    "group": "str", "item": "str", "value": "float64", "rank": "int64", "fair_value": "float64", "low": "float64",
    "high": "float64", "fair_rank": "float64", "holds": "float64", "window": "int64", "draws": "int64",
}  # fmt: skip
_DIVERSITY = ("ttr", "mattr", "mtld", "hdd")


def fair_rates(
    corpus: Corpus,
    queries: Queries,
    *,
    by: str = "document_id",
    draws: int = DRAWS,
    seed: int = 0,
    window: int | None = None,
) -> pd.DataFrame:
    """Would the groups stand in the same order by the rate of a search, were all as short as the shortest?

    queries: by the name to show, a list, or one alone. A hit on a number goes with the next word of its paragraph (the
    last where none follows); in a paragraph without words it belongs to no window.
    A row a group and search: group, item (the search), value (per 1,000 words of the whole group), rank (1: most
    frequent; equal values share the better rank), fair_value (median over the windows), low and high (the middle
    95 %), fair_rank (median), holds (share of the draws in which the rank is the same, and shared or alone as before),
    window (words), draws. In the order of the groups, then the searches.
    OptionError for a window that is no whole number of at least 1, or longer than a group.
    """
    named = named_queries(queries)
    groups = group_documents(corpus.documents, by)
    windows = draw_windows(corpus, groups, draws=draws, seed=seed, window=window)
    whole = np.empty((len(groups), len(named)))
    drawn = np.empty((int(draws), len(groups), len(named)))
    for item, query in enumerate(named.values()):
        hits = _hits_by_word(corpus, query)
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

    measures: of `diversity.MEASURES`, with their default options. Columns as `fair_rates`, item holding the measure;
    rank 1: the highest value. Where the windows are too short for a measure, their values are NaN.
    """
    measures = list(dict.fromkeys(measures))
    for measure in measures:
        require_one_of("measures", measure, DIVERSITY)
    groups = group_documents(corpus.documents, by)
    windows = draw_windows(corpus, groups, draws=draws, seed=seed, window=window)
    term = corpus.words.term
    whole = np.array([_diversities(measures, term[words]) for words in windows.words])
    drawn = np.empty((int(draws), len(groups), len(measures)))
    for group, words in enumerate(windows.words):
        # A group hardly longer than the window gives the same few windows again and again.
        starts, which = np.unique(windows.first[group], return_inverse=True)
        cuts = [_diversities(measures, term[words[start : start + windows.size]]) for start in starts]
        drawn[:, group] = np.array(cuts)[which]
    return _summary(groups.labels, measures, whole, drawn, windows.size)


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
    windows = draw_windows(corpus, groups, draws=draws, seed=seed, window=window)
    term, content = corpus.words.term, corpus.content_words(stop_words)
    one, other = np.triu_indices(len(groups), 1)

    def values(cut: Collection[np.ndarray]) -> np.ndarray:
        counts = np.array([np.bincount(term[words], minlength=len(content)) for words in cut])[:, content]
        return similarity_score(measure, counts)[one, other]

    whole, drawn = values(windows.words), np.array([values(cut) for cut in windows])
    labels = np.array(groups.labels, object)
    held = _held(whole, drawn, axis=-1)
    return _table(labels[one], labels[other], whole, drawn, _ranks(whole), _ranks(drawn), held, windows.size)


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

    measure: of `association.MEASURES`, the target against all other groups, the conservative Log Ratio corrected for
    all words listed; or "tfidf", with the groups as documents. The first `top` words by the whole texts; columns as `fair_rates`: item the word, rank among all
    words that occur `minimum_count` times in the corpus, holds the share of the draws in which the word is again among
    the first `top`. Words of equal value are among the first only if all of them are, so there may be fewer than `top`.
    Sorted by rank, then item.
    """
    require_one_of("measure", measure, [*ASSOCIATION, "tfidf"])
    require_at_least("minimum_count", minimum_count, 1)
    require_at_least("top", top, 1)
    groups = compared_groups(corpus.documents, by, target)
    number, windows = groups.labels.index(target), draw_windows(corpus, groups, draws=draws, seed=seed, window=window)
    totals = corpus.words_and_numbers.totals
    listed = np.flatnonzero(corpus.content_words(stop_words) & (totals >= minimum_count))
    value, key = _typical(corpus, windows.words, listed, number, measure)
    first = np.flatnonzero(_ranks(key, "max") <= top)
    drawn, ranks, worst = np.empty((3, int(draws), len(first)))
    for draw, cut in enumerate(windows):
        values, keys = _typical(corpus, cut, listed, number, measure)
        drawn[draw], ranks[draw], worst[draw] = values[first], _ranks(keys)[first], _ranks(keys, "max")[first]
    names, held = corpus.terms[listed][first], (worst <= top).mean(axis=0)
    table = _table(target, names, value[first], drawn, _ranks(key)[first], ranks, held, windows.size)
    return table.sort_values(["rank", "item"], ignore_index=True)


def _typical(
    corpus: Corpus, cut: Collection[np.ndarray], listed: np.ndarray, target: int, measure: str
) -> tuple[np.ndarray, np.ndarray]:
    """The values of the listed words when the groups are cut to these places, and the key they are sorted by."""
    term = corpus.words.term
    counts = np.array([np.bincount(term[words], minlength=len(corpus.terms)) for words in cut])[:, listed]
    lengths = np.array([len(words) for words in cut])
    if measure == "tfidf":
        weights = tfidf_weights(counts, lengths, "plain")[0][target]
        return weights, weights
    cells = group_against_rest(counts, lengths, target)
    values = score_list(measure, cells)
    return values, typicality(measure, values, score("log_likelihood", *cells))


def _hits_by_word(corpus: Corpus, query: Query | str) -> np.ndarray:
    """How many hits begin at each of `corpus.words`, or at a number beside it in its paragraph."""
    position = find(corpus, query).position
    paragraph, words = corpus.tokens.paragraph_of(position), corpus.words
    low, high = words.paragraph_starts[paragraph], words.paragraph_starts[paragraph + 1]
    at = np.clip(words.first_from(position), low, high - 1)[high > low]
    return np.bincount(at, minlength=len(words))


def _diversities(measures: Collection[str], words: np.ndarray) -> list[float]:
    # Numbered once for all measures.
    running = np.unique(words, return_inverse=True)[1]
    chosen = [DIVERSITY[measure] for measure in measures]
    return [np.nan if measure.lacks(running) else measure.function(running) for measure in chosen]


def _summary(
    labels: Collection[str], items: list[str], whole: np.ndarray, drawn: np.ndarray, size: int
) -> pd.DataFrame:
    """A row a group and item; ranks run over the groups. whole: groups × items; drawn: draws × groups × items."""
    group, item = np.repeat(np.array(labels, object), len(items)), np.tile(np.array(items, object), len(labels))
    rank, ranks, held = _ranks(whole, axis=-2), _ranks(drawn, axis=-2), _held(whole, drawn, axis=-2)
    draws = (len(drawn), whole.size)
    return _table(
        group, item, whole.ravel(), drawn.reshape(draws), rank.ravel(), ranks.reshape(draws), held.ravel(), size
    )


def _table(
    group: np.ndarray | str, item: np.ndarray, value: np.ndarray, drawn: np.ndarray, rank: np.ndarray,
    ranks: np.ndarray, holds: np.ndarray, window: int,
) -> pd.DataFrame:  # fmt: skip
    """A row a value. drawn, ranks: draws × rows."""
    with warnings.catch_warnings():
        # A word that no window has has no value in any draw, and is NaN.
        warnings.simplefilter("ignore", RuntimeWarning)
        quantiles = np.nanquantile(drawn, [0.025, 0.5, 0.975], axis=0) if len(value) else np.empty((3, 0))
    table = pd.DataFrame({"group": group, "item": item, "value": value, "rank": rank, "holds": holds})
    table["low"], table["fair_value"], table["high"] = quantiles
    table["fair_rank"] = np.median(ranks, axis=0)
    table["window"], table["draws"] = window, len(drawn)
    return typed(table, FAIR_DTYPES)


def _held(whole: np.ndarray, drawn: np.ndarray, axis: int) -> np.ndarray:
    """In which share of the draws each value has the rank it has in the whole, and shares it with as many."""
    same = [_ranks(drawn, ties, axis) == _ranks(whole, ties, axis) for ties in ("min", "max")]
    return np.logical_and(*same).mean(axis=0)


def _ranks(values: np.ndarray, ties: Literal["min", "max"] = "min", axis: int = -1) -> np.ndarray:
    """Ranks along an axis, 1 for the highest; undefined values share the last place.

    ties: equal values share the better rank ("min"), or the worse ("max"): the number of values no lower.
    """
    from scipy.stats import rankdata

    return rankdata(-np.nan_to_num(values, nan=-np.inf), method=ties, axis=axis)
