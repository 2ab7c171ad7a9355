"""Which words stand together more often than by chance? Pairs of neighbours, and the company of one word."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
import pandas as pd

from .association import MEASURES, score
from .concordance import concordance_lines
from .contingency import Cells, pair_cells
from .corpus import Corpus
from .errors import OptionError, require_at_least, require_one_of
from .evidence import expected_count
from .metadata import Groups, group_documents
from .ngrams import ngram_ids
from .query import Hits, Query, find

WORD_PAIR_COLUMNS = [
    "group", "first", "second", "count", "expected", "first_count", "second_count", "measure", "score",
    "log_likelihood", "texts", "n_texts",
]  # fmt: skip
COLLOCATE_COLUMNS = [
    "group", "node", "collocate", "count", "left", "right", "expected", "node_count", "collocate_count", "measure",
    "score", "log_likelihood", "texts", "n_texts",
]  # fmt: skip


def word_pairs(
    corpus: Corpus,
    *,
    by: str = "document_id",
    measure: str = "log_dice",
    stop_words: Collection[str] = (),
    minimum_count: int = 3,
) -> pd.DataFrame:
    """Which neighbouring words of each group belong together?

    The unit is a pair of neighbours inside a paragraph. A row a group and pair that stands there at least
    `minimum_count` times: group, first, second, count, expected (by chance), first_count and second_count (pairs with
    the word in that place), measure and score (any of `association.MEASURES`), log_likelihood (signed G2), texts (of
    the group that have the pair), n_texts. Sorted by group, score, pair. Only the default, logDice, compares between
    groups of unequal length. OptionError for an unknown measure or column.
    """
    require_one_of("measure", measure, MEASURES)
    require_at_least("minimum_count", minimum_count, 1)
    groups, content = group_documents(corpus.documents, by), corpus.content_words(stop_words)
    starts, ids = ngram_ids(corpus, 2)
    pairs = pd.DataFrame(
        {
            "id": ids,
            "first": corpus.words.term[starts],
            "second": corpus.words.term[starts + 1],
            "document": corpus.words.document[starts],
        }
    )
    parts = []
    for label, here in _by_group(pairs, groups):
        firsts, seconds = (np.bincount(here[side], minlength=len(content)) for side in ("first", "second"))
        found = here.groupby("id").agg(
            first=("first", "first"), second=("second", "first"), count=("id", "size"), texts=("document", "nunique")
        )
        found = found[(found["count"] >= minimum_count) & content[found["first"]] & content[found["second"]]]
        found["first_count"], found["second_count"] = firsts[found["first"]], seconds[found["second"]]
        cells = pair_cells(found["count"], found["first_count"], found["second_count"], len(here))
        found["first"], found["second"] = corpus.terms[found["first"]], corpus.terms[found["second"]]
        parts.append(_scored(found.assign(group=label), measure, cells, ["first", "second"]))
    return _table(parts, groups, WORD_PAIR_COLUMNS)


def collocates(
    corpus: Corpus,
    node: Query | str,
    *,
    by: str = "document_id",
    left: int = 5,
    right: int = 5,
    measure: str = "log_dice",
    stop_words: Collection[str] = (),
    minimum_count: int = 3,
) -> pd.DataFrame:
    """Which words keep company with a search, in each group?

    The window is `left` and `right` words on either side of a hit, inside its paragraph. The unit is a pair of places
    (a word and a word in its window), so what is expected grows with the window, and scores of different windows must
    not be compared; a word between two hits is in the window of both.
    A row a group and word that stands in the window at least `minimum_count` times: group, node, collocate, count,
    left and right (of the count), expected (by chance), node_count (hits), collocate_count (of the word in the group),
    measure and score (any of `association.MEASURES`), log_likelihood (signed G2), texts (of the group in which they
    meet), n_texts. Sorted by group, score, collocate. OptionError for an unknown measure or column or an empty window,
    QueryError for a search that cannot be read.
    """
    require_one_of("measure", measure, MEASURES)
    require_at_least("minimum_count", minimum_count, 1)
    groups, content = group_documents(corpus.documents, by), corpus.content_words(stop_words)
    hits = find(corpus, node)
    places, near = _places(corpus, left, right), _near(corpus, hits, left, right)
    parts = []
    for (label, here), (_, window) in zip(_by_group(places, groups), _by_group(near, groups), strict=True):
        everywhere = here.groupby("term").agg(collocate_count=("term", "size"), pairs=("seen_by", "sum"))
        found = window.groupby("term").agg(
            count=("term", "size"), left=("before", "sum"), texts=("document", "nunique")
        )
        found = found[(found["count"] >= minimum_count) & content[found.index]].join(everywhere)
        found["right"] = found["count"] - found["left"]
        cells = pair_cells(found["count"], np.full(len(found), len(window)), found["pairs"], here["seen_by"].sum())
        found["node"], found["node_count"] = getattr(node, "text", node), _hits_among(corpus, hits, here["document"])
        found["collocate"] = corpus.terms[found.index]
        parts.append(_scored(found.assign(group=label), measure, cells, ["collocate"]))
    return _table(parts, groups, COLLOCATE_COLUMNS)


def meeting_places(corpus: Corpus, node: Query | str, collocate: str, *, left: int = 5, right: int = 5) -> pd.DataFrame:
    """Where does a search stand with a word in its window? Concordance lines, as `concordance` gives them."""
    hits = find(corpus, node)
    near = _near(corpus, hits, left, right)
    met = near.loc[corpus.terms[near["term"]] == collocate, "hit"].unique()
    return concordance_lines(corpus, hits.take(met))


def _near(corpus: Corpus, hits: Hits, left: int, right: int) -> pd.DataFrame:
    """Every pair of a hit and a word in its window: hit, term, document, and whether the word stands before."""
    require_at_least("left", left, 0)
    require_at_least("right", right, 0)
    if left + right == 0:
        raise OptionError("The window is empty; take at least one word on one side.")
    words, paragraph = corpus.words, corpus.tokens.paragraph[hits.position]
    begin, end = words.paragraph_starts[paragraph], words.paragraph_starts[paragraph + 1]
    before = np.searchsorted(words.position, hits.position)[:, None] - np.arange(left, 0, -1)
    after = np.searchsorted(words.position, hits.position + hits.length)[:, None] + np.arange(right)
    places = np.hstack([before, after])
    inside = (places >= begin[:, None]) & (places < end[:, None])
    hit, column = np.nonzero(inside)
    document = corpus.tokens.document_of_paragraph[paragraph[hit]]
    return pd.DataFrame({"hit": hit, "term": words.term[places[inside]], "document": document, "before": column < left})


def _places(corpus: Corpus, left: int, right: int) -> pd.DataFrame:
    """Every word of the corpus: term, document, and in the windows of how many places it stands."""
    words, place = corpus.words, np.arange(len(corpus.words))
    before = place - words.paragraph_starts[words.paragraph]
    after = words.paragraph_starts[words.paragraph + 1] - 1 - place
    seen_by = np.minimum(before, right) + np.minimum(after, left)
    return pd.DataFrame({"term": words.term, "document": words.document, "seen_by": seen_by})


def _hits_among(corpus: Corpus, hits: Hits, documents: pd.Series) -> int:
    document = corpus.tokens.document_of_paragraph[corpus.tokens.paragraph[hits.position]]
    return int(np.isin(document, documents.unique()).sum())


def _by_group(table: pd.DataFrame, groups: Groups) -> Iterator[tuple[str, pd.DataFrame]]:
    group = groups.of_document[table["document"]]
    return ((label, table[group == number]) for number, label in enumerate(groups.labels))


def _scored(found: pd.DataFrame, measure: str, cells: Cells, names: list[str]) -> pd.DataFrame:
    """The pairs with what is expected of them and their score, the closest first."""
    turned = cells.transposed if MEASURES[measure].compares == "rates" else cells
    options = {"tests": max(len(found), 1)} if measure == "log_ratio_conservative" else {}
    found["expected"], found["measure"] = expected_count(*cells), measure
    found["score"], found["log_likelihood"] = score(measure, *turned, **options), score("log_likelihood", *cells)
    return found.sort_values(["score", *names], ascending=[False, *[True] * len(names)])


def _table(parts: list[pd.DataFrame], groups: Groups, columns: list[str]) -> pd.DataFrame:
    sizes = dict(zip(groups.labels, np.bincount(groups.of_document, minlength=len(groups)).tolist(), strict=True))
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns[:-1])
    return table.assign(n_texts=table["group"].map(sizes).astype(np.int64))[columns]
