"""Does a finding depend on how the words were counted? One finding under every combination of choices."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import pandas as pd

from .association import score, score_list
from .contingency import Cells, group_against_rest
from .corpus import Corpus
from .errors import OptionError, require_at_least, require_between, require_one_of
from .evidence import p_of_g2
from .frequency import count_matrix, words_by_group
from .metadata import compared_groups
from .multiple_testing import adjust
from .ngrams import LENGTHS, units
from .result import from_rows
from .stopwords import stop_words
from .units import Units

MULTIVERSE_DTYPES = {
    "stop_list": "str", "case": "str", "n": "int64", "minimum_count": "int64", "term": "str", "count": "Int64",
    "reference_count": "Int64", "rank": "Int64", "listed": "int64", "log_ratio": "float64",
    "log_ratio_conservative": "float64", "log_likelihood": "float64", "q_value": "float64", "verdict": "str",
}  # fmt: skip
CASES = ("fold", "keep")
_CHOICES = {"stop_list": "stop list", "case": "case", "n": "length of the sequences", "minimum_count": "minimum count"}


def multiverse(
    corpus: Corpus,
    target: str,
    term: str,
    *,
    by: str = "document_id",
    stop_lists: Collection[str] = ("none", "en"),
    cases: Collection[str] = ("fold", "keep"),
    lengths: Collection[int] = (1, 2, 3),
    minimum_counts: Collection[int] = (1, 3, 5, 10),
    alpha: float = 0.05,
) -> pd.DataFrame:
    """Is a word typical of a group whatever the stop list, case, length of the sequences and minimum count?

    The finding: the group uses the word more than the rest does, or less (whichever it is in the whole texts), beyond
    chance over all words listed. Among sequences of words the highest-ranked one that holds the word stands for it;
    lengths shorter than a phrase asked for are left out.
    A row a combination: stop_list, case ("fold" or "keep"), n, minimum_count; term (what stands for the word), count,
    reference_count, rank (1: most typical of the group; of an avoided word 1: most avoided), listed (how many were
    compared), log_ratio, log_ratio_conservative, log_likelihood, q_value, verdict ("holds": same direction and q below
    `alpha`; "fails"; "left out": the list does not have the word). In the order of the choices.
    OptionError for an unknown group or choice, or a word that does not occur.
    Source: Steegen, Tuerlinckx, Gelman & Vanpaemel 2016.
    """
    _require_choices(cases, lengths, minimum_counts)
    require_between("alpha", alpha, 0, 1)
    word, sign = _finding(corpus, target, term, by)
    lengths = [n for n in lengths if n >= len(word)]
    if not lengths:
        raise OptionError(f"lengths must name one from {len(word)} to {LENGTHS[-1]}, to have room for {term!r}.")
    outcomes = {}
    for case in cases:
        cased = _cased(corpus, case)
        for n in lengths:
            counted = _count(cased, target, by, n)
            holding = _holding(counted, word)
            for stop_list, minimum_count in product(stop_lists, minimum_counts):
                listed = counted.listed(stop_list, minimum_count)
                outcomes[stop_list, case, n, minimum_count] = _outcome(counted, listed, holding, sign, alpha)
    choices = list(product(stop_lists, cases, lengths, minimum_counts))
    rows = [dict(zip(_CHOICES, choice, strict=True)) | outcomes[choice] for choice in choices]
    return from_rows(rows, MULTIVERSE_DTYPES)


def robustness(table: pd.DataFrame) -> str:
    """One or two sentences: in how many of the combinations the finding holds, and which choice it hangs on.

    table: of `multiverse`.
    """
    told = table[table["verdict"] != "left out"]
    missing = len(table) - len(told)
    left_out = f" In {missing} more the list leaves the word out." if missing else ""
    if told.empty:
        return "Every one of these lists leaves the word out."
    held = told["verdict"] == "holds"
    if held.nunique() < 2:
        return f"The finding holds in {'all' if held.all() else 'none'} of {len(told)} ways of counting.{left_out}"
    shares = {choice: held.groupby(told[choice]).mean() for choice in _CHOICES}
    choice = max(_CHOICES, key=lambda name: shares[name].max() - shares[name].min())
    best, worst = shares[choice].idxmax(), shares[choice].idxmin()
    return (
        f"The finding holds in {held.sum()} of {len(told)} ways of counting. It hangs most on the {_CHOICES[choice]}: "
        f"with {best} it holds in {shares[choice][best]:.0%}, with {worst} in {shares[choice][worst]:.0%}.{left_out}"
    )


def _require_choices(cases: Collection[str], lengths: Collection[int], minimum_counts: Collection[int]) -> None:
    for case in cases:
        require_one_of("cases", case, CASES)
    for n in lengths:
        require_one_of("lengths", n, LENGTHS)
    for minimum_count in minimum_counts:
        require_at_least("minimum_counts", minimum_count, 1)


@dataclass(frozen=True, eq=False)
class _Counted:
    """All units of one length in one case, counted once for every list that is cut from them.

    counts: groups × units; words: of each group; target: the number of the group.
    """

    corpus: Corpus
    units: Units
    counts: np.ndarray
    words: np.ndarray
    target: int

    def listed(self, stop_list: str = "none", minimum_count: int = 1) -> np.ndarray:
        """The numbers of the units on a list."""
        content = self.units.content(self.corpus.content_words(stop_words(stop_list)))
        return np.flatnonzero(content & (self.counts.sum(axis=0) >= minimum_count))

    def cells(self, listed: np.ndarray) -> Cells:
        """The cells of these units, the target against all other groups."""
        return group_against_rest(self.counts[:, listed], self.words, self.target)


def _count(corpus: Corpus, target: str, by: str, n: int) -> _Counted:
    groups, counted = compared_groups(corpus.documents, by, target), units(corpus, n)
    counts, words = count_matrix(corpus, groups, counted), words_by_group(corpus, groups)
    return _Counted(corpus, counted, counts, words, groups.labels.index(target))


def _cased(corpus: Corpus, case: str) -> Corpus:
    if corpus.tokenization.case == case:
        return corpus
    return corpus.select(tokenization=replace(corpus.tokenization, case=case))


def _finding(corpus: Corpus, target: str, term: str, by: str) -> tuple[list[str], int]:
    """The words of the term in lower case, and whether the target uses it more (1) or less (−1) than the rest."""
    folding = replace(corpus.tokenization, case="fold")
    word = [folding.term(form) for form in term.split()]
    require_between("the number of words in the term", len(word), 0, LENGTHS[-1] + 1)
    counted = _count(_cased(corpus, "fold"), target, by, len(word))
    found = np.intersect1d(np.flatnonzero(_holding(counted, word)), counted.listed())
    if not len(found):
        raise OptionError(f"{term!r} does not occur in these texts; take a word that does.")
    g2 = score("log_likelihood", *counted.cells(found))
    return word, 1 if g2[0] >= 0 else -1


def _holding(counted: _Counted, word: list[str]) -> np.ndarray:
    """Which units hold the words one after another, in whatever case: a truth value a unit."""
    folded = np.array([term.lower() for term in counted.corpus.terms], object)
    fits = [(folded == each)[counted.units.terms] for each in word]
    holding = np.zeros(len(counted.units), bool)
    for place in range(counted.units.terms.shape[1] - len(word) + 1):
        holding |= np.logical_and.reduce([fit[:, place + step] for step, fit in enumerate(fits)])
    return holding


def _outcome(counted: _Counted, listed: np.ndarray, holding: np.ndarray, sign: int, alpha: float) -> dict[str, object]:
    """What became of the word in one list of units."""
    if not holding[listed].any():
        return {"term": "", "listed": len(listed), "verdict": "left out"}
    cells = counted.cells(listed)
    conservative, g2 = score_list("log_ratio_conservative", cells, alpha=alpha), score("log_likelihood", *cells)
    # In the order of `keywords`, the most typical first; the units stand in alphabetical order.
    order = np.lexsort((-g2, -conservative))
    places = np.flatnonzero(holding[listed][order])
    place = places[0] if sign > 0 else places[-1]
    row = order[place]
    q_value = adjust(p_of_g2(g2))[row]
    return {
        "term": counted.units.names(listed[[row]])[0],
        "count": cells.o11[row],
        "reference_count": cells.o12[row],
        "rank": place + 1 if sign > 0 else len(listed) - place,
        "listed": len(listed),
        "log_ratio": score("log_ratio", *cells)[row],
        "log_ratio_conservative": conservative[row],
        "log_likelihood": g2[row],
        "q_value": q_value,
        "verdict": "holds" if np.sign(g2[row]) == sign and q_value < alpha else "fails",
    }
