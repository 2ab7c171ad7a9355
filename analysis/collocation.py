"""Which words stand together more often than by chance? Pairs of neighbours, and the company of one word."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .association import MEASURES, score, score_list
from .company import company, edges, near, with_words
from .concordance import concordance_lines
from .contingency import Cells, pair_cells
from .corpus import Corpus
from .errors import require_at_least, require_one_of
from .evidence import expected_count
from .frequency import words_by_group
from .metadata import Groups, group_documents
from .ngrams import ngram_ids
from .query import Query
from .result import from_columns
from .search import find
from .sparse import values_at

WORD_PAIR_DTYPES = {
    "group": "str", "first": "str", "second": "str", "count": "int64", "expected": "float64", "first_count": "int64",
    "second_count": "int64", "measure": "str", "score": "float64", "log_likelihood": "float64", "texts": "int64",
    "n_texts": "int64",
}  # fmt: skip
COLLOCATE_DTYPES = {
    "group": "str", "node": "str", "collocate": "str", "count": "int64", "left": "int64", "right": "int64",
    "expected": "float64", "node_count": "int64", "collocate_count": "int64", "measure": "str", "score": "float64",
    "log_likelihood": "float64", "texts": "int64", "n_texts": "int64",
}  # fmt: skip


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
    pairs = _neighbours(corpus, groups)
    found = pairs.groupby(["group", "first", "second"], as_index=False).agg(
        count=("document", "size"), texts=("document", "nunique")
    )
    found = found[(found["count"] >= minimum_count) & content[found["first"]] & content[found["second"]]]
    for side in ("first", "second"):
        sizes = pairs.groupby(["group", side]).size().rename(f"{side}_count")
        found = found.join(sizes, on=["group", side])
    in_group = np.bincount(pairs["group"], minlength=len(groups))[found["group"]]
    cells = pair_cells(found["count"], found["first_count"], found["second_count"], in_group)
    found = _scored(found, measure, cells, ["first", "second"])
    named = {"first": corpus.terms[found["first"]], "second": corpus.terms[found["second"]]}
    return _table(found, named, groups, WORD_PAIR_DTYPES)


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
    not be compared; a word between two hits is in the window of both. A hit needs a word: numbers are no places, so a
    hit of nothing but numbers is passed over.
    A row a group and word that stands in the window at least `minimum_count` times: group, node, collocate, count,
    left and right (of the count), expected (by chance), node_count (hits), collocate_count (of the word in the group),
    measure and score (any of `association.MEASURES`), log_likelihood (signed G2), texts (of the group in which they
    meet), n_texts. Sorted by group, score, collocate. OptionError for an unknown measure or column or an empty window,
    QueryError for a search that cannot be read.
    """
    require_one_of("measure", measure, MEASURES)
    require_at_least("minimum_count", minimum_count, 1)
    groups, content = group_documents(corpus.documents, by), corpus.content_words(stop_words)
    found, n_hits = company(corpus, groups, node, left, right)
    node_pairs = np.bincount(found["group"], found["count"], len(groups))
    listed = (found["count"] >= minimum_count) & content[found["term"]]
    found = {name: values[listed] for name, values in found.items()}
    group, term = found["group"], found["term"]
    missed = edges(corpus, left, right).by_group(groups)
    found["collocate_count"] = values_at(corpus.words_and_numbers.by_group(groups), group, term)
    pairs = (left + right) * found["collocate_count"] - values_at(missed, group, term)
    all_pairs = (left + right) * words_by_group(corpus, groups) - missed.sum(axis=1)
    cells = pair_cells(found["count"], node_pairs[group], pairs, all_pairs[group])
    found["right"], found["node_count"] = found["count"] - found["left"], n_hits[group]
    scored = _scored(pd.DataFrame(found), measure, cells, ["term"])
    named = {"node": [getattr(node, "text", node)] * len(scored), "collocate": corpus.terms[scored["term"]]}
    return _table(scored, named, groups, COLLOCATE_DTYPES)


def meeting_places(corpus: Corpus, node: Query | str, collocate: str, *, left: int = 5, right: int = 5) -> pd.DataFrame:
    """Where does a search stand with a word in its window? Concordance lines, as `concordance` gives them."""
    places = with_words(corpus, find(corpus, node))
    found = near(corpus, places, left, right)
    met = np.unique(found.hit[corpus.terms[found.term] == collocate])
    return concordance_lines(corpus, places.hits.take(met))


def _neighbours(corpus: Corpus, groups: Groups) -> pd.DataFrame:
    """Every pair of neighbours inside a paragraph: first, second, document, group."""
    starts, _ = ngram_ids(corpus, 2)
    words, document = corpus.words, corpus.words.document[starts]
    pairs = {"first": words.term[starts], "second": words.term[starts + 1]}
    return pd.DataFrame({**pairs, "document": document, "group": groups.of_document[document]})


def _scored(found: pd.DataFrame, measure: str, cells: Cells, names: list[str]) -> pd.DataFrame:
    """The pairs (in order of groups) with what is expected of them and their score; in each group the closest first."""
    turned = cells.transposed if MEASURES[measure].compares == "rates" else cells
    # Each group is a list of its own: of pairs that are tried together.
    ends = np.flatnonzero(np.diff(found["group"])) + 1
    lists = zip(*(np.split(cell, ends) for cell in turned), strict=True)
    found["expected"], found["measure"] = expected_count(*cells), measure
    found["score"] = np.concatenate([score_list(measure, Cells(*each)) for each in lists])
    found["log_likelihood"] = score("log_likelihood", *cells)
    return found.sort_values(["group", "score", *names], ascending=[True, False, *[True] * len(names)])


def _table(
    found: pd.DataFrame, named: Mapping[str, ArrayLike], groups: Groups, dtypes: Mapping[str, str]
) -> pd.DataFrame:
    """The table with its words (`named`) and its groups in letters, and how many texts each has."""
    n_texts = np.bincount(groups.of_document, minlength=len(groups))[found["group"]]
    labels = np.array(groups.labels, object)[found["group"]]
    return from_columns({**dict(found.items()), **named, "group": labels, "n_texts": n_texts}, dtypes)
