"""How often terms and searches occur, by group, with intervals."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_at_least
from .intervals import rate_intervals
from .metadata import Groups, group_documents
from .ngrams import units
from .query import Queries, Query, named_queries, parse
from .quotations import quoted
from .resampling import DRAWS
from .result import stacked
from .search import Search, each_search
from .shards import Shard
from .sparse import membership
from .units import Units

if TYPE_CHECKING:
    from scipy.sparse import csr_array

PER = 1_000
FREQUENCY_DTYPES = {
    "group": "str", "term": "str", "count": "int64", "words": "int64", "per_1000": "float64", "low": "float64",
    "high": "float64", "interval": "str", "texts": "int64", "n_texts": "int64",
}  # fmt: skip


def count_matrix(corpus: Corpus, groups: Groups, counted: Units | None = None) -> np.ndarray:
    """Counts of every unit in every group: groups × units, int64, in the order of `groups.labels`.

    counted: the units, by default the terms of the corpus in the order of `corpus.terms`.
    """
    return sparse_counts(groups, units(corpus) if counted is None else counted).toarray()


def sparse_counts(groups: Groups, counted: Units) -> csr_array:
    """As `count_matrix`, without the zeros: for many groups, where the whole table would not fit into memory."""
    return counted.by_group(groups)


def words_by_group(corpus: Corpus, groups: Groups) -> np.ndarray:
    """Words (numbers left out) in each group."""
    words = np.bincount(groups.of_document, weights=corpus.documents["n_words"], minlength=len(groups))
    return words.astype(np.int64)


def per_1000(counts: np.ndarray, words: np.ndarray | int) -> np.ndarray:
    """Rates per 1,000 words, NaN where there are none."""
    words = np.asarray(words, float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(words > 0, PER * counts / words, np.nan)


def frequencies(
    corpus: Corpus,
    *,
    by: str = "document_id",
    n: int = 1,
    terms: Collection[str] | None = None,
    stop_words: Collection[str] = (),
    minimum_count: int = 1,
    intervals: bool = True,
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> pd.DataFrame:
    """How often does each term occur in each group, per 1,000 words, and how sure is that?

    by: any metadata column, "document_id" or "corpus". n: words (1) or sequences of 2 to 6 words. terms: only these;
    stop_words: not these, nor a sequence that begins or ends with one; minimum_count: at least so often in all groups
    together.
    A row a group and term, also where the count is 0: group, term, count, words (of the group), per_1000, low and
    high (per 1,000 words; NaN with intervals=False), interval (method), texts (of the group that contain the term),
    n_texts. Sorted by group, then rate, then term. A higher rate means more use; rates under a handful of hits must
    not be ranked. OptionError for an unknown column.
    """
    require_at_least("minimum_count", minimum_count, 1)
    groups = group_documents(corpus.documents, by)
    counted = units(corpus, n)
    listed = counted.content(corpus.content_words(stop_words)) & (counted.totals >= minimum_count)
    chosen = np.flatnonzero(listed)
    names = counted.names(chosen)
    if terms is not None:
        wanted = np.isin(names, list(terms))
        chosen, names = chosen[wanted], names[wanted]
    settings = {"draws": draws, "seed": seed, "level": level}
    if not intervals:
        return _without_intervals(corpus, groups, counted, chosen, names)
    return _table(corpus, groups, names, counted.counts_of(chosen), **settings)


def query_frequencies(
    corpus: Corpus,
    queries: Queries,
    *,
    by: str = "document_id",
    quotations: bool = True,
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> pd.DataFrame:
    """How often does each search (word, phrase, family of variants) occur in each group, per 1,000 words?

    queries: searches by the name to show, a list of searches, or one alone. quotations: whether hits inside quotation
    marks count; the words there stay in the denominator. Columns as in `frequencies`, `term` holding the name; rows
    keep the order of the queries inside a group. The unit is a hit of the search, so a word is also found inside
    compounds unless the query says otherwise. QueryError for a search that cannot be read.
    """
    named = named_queries(queries)
    groups = group_documents(corpus.documents, by)
    by_paragraph = searches_by_paragraph(corpus, named.values(), quotations=quotations)
    names = np.array(list(named), dtype=object)
    table = _table(corpus, groups, names, by_paragraph, draws=draws, seed=seed, level=level)
    rank = {name: place for place, name in enumerate(named)}
    order = np.lexsort((table["term"].map(rank), table["group"].map(groups.labels.index)))
    return table.iloc[order].reset_index(drop=True)


def variant_frequencies(
    corpus: Corpus,
    query: Query | str,
    *,
    by: str = "document_id",
    quotations: bool = True,
    draws: int = DRAWS,
    seed: int = 0,
    level: float = 0.95,
) -> pd.DataFrame:
    """By which of its names does each group call one idea, per 1,000 words?

    Columns as in `frequencies`, `term` holding the variant. Each place counts for one variant only, so the counts add
    up to those of the whole search. OptionError for an unknown column, QueryError for a search that cannot be read.
    """
    query = parse(query) if isinstance(query, str) else query
    names = list(dict.fromkeys(query.variants))
    variant = np.array([names.index(name) for name in query.variants])
    by_paragraph = _in_paragraphs(corpus, query, variant, quotations)
    groups = group_documents(corpus.documents, by)
    return _table(corpus, groups, np.array(names, object), by_paragraph, draws=draws, seed=seed, level=level)


def searches_by_paragraph(corpus: Corpus, queries: Iterable[Query | str], *, quotations: bool = True) -> np.ndarray:
    """Hits of several searches in each paragraph of the corpus: paragraphs × searches, int64."""
    columns = [hits_by_paragraph(corpus, query, quotations=quotations) for query in queries]
    return np.column_stack(columns) if columns else np.zeros((corpus.n_paragraphs, 0), np.int64)


def hits_by_paragraph(corpus: Corpus, query: Query | str, *, quotations: bool = True) -> np.ndarray:
    """Hits of a search in each paragraph of the corpus; without those inside quotation marks if `quotations` is off."""
    query = parse(query) if isinstance(query, str) else query
    alike = np.zeros(len(query.sequences), np.int64)
    return _in_paragraphs(corpus, query, alike, quotations)[:, 0]


def _in_paragraphs(corpus: Corpus, query: Query, variant: np.ndarray, quotations: bool) -> np.ndarray:
    return np.concatenate(list(each_search(corpus, count_variants, query, variant, quotations, query=query)))


def hits_by_document(corpus: Corpus, query: Query | str) -> dict[str, int]:
    """Hits of a search in each document, by document_id."""
    by_paragraph = hits_by_paragraph(corpus, query)
    counts = np.bincount(corpus.tokens.document_of_paragraph, by_paragraph, len(corpus.documents)).astype(int)
    return dict(zip(corpus.documents.index, counts.tolist(), strict=True))


def count_variants(shard: Shard, query: Query, variant: np.ndarray, quotations: bool) -> np.ndarray:
    """Hits of each variant of a query in each paragraph of a shard: paragraphs × variants, int64.

    variant: of each sequence of the query the number of its variant.
    """
    search, size = Search(shard, query), int(variant.max(initial=0)) + 1
    found = np.zeros(shard.n_paragraphs * size, np.int64)
    for first, stop in search.parts():
        hits = search.hits(first, stop)
        if not quotations:
            hits = hits.take(~quoted(shard, hits))
        cell = shard.tokens.paragraph_of(hits.position) * size + variant[hits.sequence]
        low, high = (size * int(np.searchsorted(shard.tokens.paragraph_starts, token)) for token in (first, stop))
        found[low:high] += np.bincount(cell - low, minlength=high - low)
    return found.reshape(-1, size)


def _table(
    corpus: Corpus,
    groups: Groups,
    names: np.ndarray,
    counts_by_part,  # noqa: ANN001 -- array or sparse array, paragraphs × names
    *,
    draws: int,
    seed: int,
    level: float,
) -> pd.DataFrame:
    document = corpus.tokens.document_of_paragraph
    group = groups.of_document[document]
    parts = []
    for number in range(len(groups)):
        rows = np.flatnonzero(group == number)
        counts, sizes = counts_by_part[rows], corpus.words_by_paragraph[rows]
        totals = np.asarray(counts.sum(axis=0)).ravel()
        interval = rate_intervals(counts, sizes, document[rows], draws=draws, seed=seed, level=level)
        parts.append((totals, *interval, _texts_with_hits(counts, document[rows])))
    return _of_groups(corpus, groups, names, parts)


def _without_intervals(
    corpus: Corpus, groups: Groups, counted: Units, chosen: np.ndarray, names: np.ndarray
) -> pd.DataFrame:
    counts, texts = counted.by_group(groups), counted.presence.by_group(groups)
    none = np.full(len(names), np.nan)
    parts = ((row[[number]].toarray()[0, chosen] for row in (counts, texts)) for number in range(len(groups)))
    return _of_groups(corpus, groups, names, ((count, none, none, "none", held) for count, held in parts))


def _of_groups(corpus: Corpus, groups: Groups, names: np.ndarray, parts: Iterable[tuple]) -> pd.DataFrame:
    """The rows of each group. parts: of each group counts, interval (low, high, method), and texts that have the term."""
    words, n_texts = words_by_group(corpus, groups), np.bincount(groups.of_document, minlength=len(groups))
    tables = []
    for number, (count, low, high, method, texts) in enumerate(parts):
        table = pd.DataFrame({"group": groups.labels[number], "term": names, "count": count, "words": words[number]})
        table["per_1000"] = per_1000(count, words[number])
        table["low"], table["high"], table["interval"] = low * PER, high * PER, method
        table["texts"], table["n_texts"] = texts, n_texts[number]
        tables.append(table.sort_values(["per_1000", "term"], ascending=[False, True]))
    return stacked(tables, FREQUENCY_DTYPES)


def _texts_with_hits(counts, document: np.ndarray) -> np.ndarray:  # noqa: ANN001 -- array or sparse array
    """In how many documents each column has a hit."""
    by_document = membership(document, document.max(initial=-1) + 1) @ counts
    return (by_document > 0).sum(axis=0)
