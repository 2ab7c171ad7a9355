"""What becomes of a set phrase: who has it first, who carries it on, who lets it go, and where it stands."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .concordance import concordance_lines
from .corpus import Corpus
from .errors import OptionError
from .hits import Hits
from .metadata import Groups, group_documents
from .result import typed
from .reuse import word_at, years_of_documents

FORMULA_COUNT_DTYPES = {"group": "str", "term": "str", "count": "int64", "status": "str"}
STATUSES = {
    "coined": "the group has it, and none had it in an earlier year",
    "carried": "the group has it, and one had it in an earlier year",
    "rested": "the group lacks it, though one had it in an earlier year and one has it in a later year",
    "dropped": "the group lacks it, though one had it in an earlier year; none has it in a later year",
    "not yet": "the group lacks it, and none had it in an earlier year",
    "undated": "the year is not known",
}


def formula_counts(corpus: Corpus, formulae: Collection[str], *, by: str = "document_id") -> pd.DataFrame:
    """How often does each group use each formula, and who coined, carried or dropped it?

    formulae: sequences of words, as in the column `term` of `reuse.shared_formulae`.
    A row a group and formula, in the order of the groups and of `formulae`: group, term, count, status (a key of
    `STATUSES`). Years alone decide: two groups of one year are not put in order, so both can coin a phrase. A group of
    several years coins or carries a phrase in the year in which it first has it, and lacks one as of its last year.
    "Coined" means first in this corpus, not first ever. OptionError for an empty formula.
    """
    groups = group_documents(corpus.documents, by)
    formulae = list(formulae)
    document = corpus.words.document
    counts = np.zeros((len(corpus.documents), len(formulae)), np.int64)
    for column, formula in enumerate(formulae):
        starts, _ = _occurrences(corpus, formula)
        counts[:, column] = np.bincount(document[starts], minlength=len(counts))
    by_group = np.zeros((len(groups), len(formulae)), np.int64)
    np.add.at(by_group, groups.of_document, counts)
    table = {
        "group": np.repeat(np.array(groups.labels, object), len(formulae)),
        "term": np.array(formulae * len(groups), object),
        "count": by_group.ravel(),
        "status": _statuses(counts, groups, years_of_documents(corpus)).ravel(),
    }
    return typed(pd.DataFrame(table), FORMULA_COUNT_DTYPES)


def formula_places(corpus: Corpus, formula: str) -> pd.DataFrame:
    """Where does a formula stand, and in what sentences?

    A row an occurrence, in order, with the columns of `concordance`: as many as `reuse.shared_formulae` counts. A
    search for the same words can find fewer, for it stops at the numbers a formula passes over, or more, for it also
    finds words inside compounds. OptionError for an empty formula.
    """
    starts, length = _occurrences(corpus, formula)
    first, last = corpus.words.token_of(starts), corpus.words.token_of(starts + length - 1)
    return concordance_lines(corpus, Hits(first, last - first + 1, np.zeros(len(starts), np.int64)), [formula])


def _occurrences(corpus: Corpus, formula: str) -> tuple[np.ndarray, int]:
    """Where a formula begins in `corpus.words`, and how many words it has."""
    folded = [corpus.tokenization.term(word) for word in formula.split()]
    if not folded:
        raise OptionError("A formula needs at least one word.")
    terms = np.searchsorted(corpus.terms, folded)
    if any(term == len(corpus.terms) or corpus.terms[term] != word for term, word in zip(terms, folded, strict=True)):
        return np.zeros(0, np.int64), len(folded)
    starts = np.flatnonzero(corpus.words.term == terms[0])
    for distance, term in enumerate(terms[1:], start=1):
        starts = starts[word_at(corpus, starts, distance) == term]
    return starts, len(folded)


def _statuses(counts: np.ndarray, groups: Groups, years: np.ndarray) -> np.ndarray:
    """The status of each formula in each group: groups × formulae. counts: documents × formulae."""
    first, last, used = np.full((3, len(groups), counts.shape[1]), np.nan)
    used_in = np.where(counts > 0, years[:, None], np.nan)
    np.fmin.at(first, groups.of_document, used_in)
    np.fmax.at(last, groups.of_document, used_in)
    np.fmax.at(used, groups.of_document, counts)
    own = np.full(len(groups), np.nan)
    np.fmax.at(own, groups.of_document, years)
    has = used > 0
    moment = np.where(has, first, own[:, None])
    earlier = np.fmin.reduce(first, axis=0, initial=np.nan) < moment
    later = np.fmax.reduce(last, axis=0, initial=np.nan) > moment
    cases = [np.isnan(moment), has & ~earlier, has, ~earlier, later]
    return np.select(cases, ["undated", "coined", "carried", "not yet", "rested"], "dropped").astype(object)
