"""Does a finding depend on how the words were counted? One finding under every combination of choices."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import OptionError, require_between
from .keyness import keywords
from .ngrams import LENGTHS
from .stopwords import stop_words
from .tokens import Tokenization

MULTIVERSE_COLUMNS = [
    "stop_list", "case", "n", "minimum_count", "term", "count", "reference_count", "rank", "listed", "log_ratio",
    "log_ratio_conservative", "log_likelihood", "q_value", "verdict",
]  # fmt: skip
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
    word, sign = _finding(corpus, target, term, by)
    lengths = [n for n in lengths if n >= len(word)]
    if not lengths:
        raise OptionError(f"{term!r} has {len(word)} words; ask for sequences of at least so many.")
    counted = {case: corpus.select(tokenization=replace(corpus.tokenization, case=case)) for case in cases}
    rows = []
    for stop_list, case, n, minimum_count in product(stop_lists, cases, lengths, minimum_counts):
        table = keywords(
            counted[case], by=by, target=target, n=n, stop_words=stop_words(stop_list), minimum_count=minimum_count,
            alpha=alpha,
        )  # fmt: skip
        choices = {"stop_list": stop_list, "case": case, "n": n, "minimum_count": minimum_count}
        rows.append(choices | _outcome(table, word, sign, alpha))
    whole = dict.fromkeys(["count", "reference_count", "rank"], "Int64")
    return pd.DataFrame(rows, columns=MULTIVERSE_COLUMNS).astype(whole)


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


def _finding(corpus: Corpus, target: str, term: str, by: str) -> tuple[list[str], int]:
    """The words of the term in lower case, and whether the target uses it more (1) or less (−1) than the rest."""
    word = Tokenization(possessives=corpus.tokenization.possessives).fold(term).split()
    require_between("the number of words in the term", len(word), 0, LENGTHS[-1] + 1)
    folded = corpus.select(tokenization=replace(corpus.tokenization, case="fold"))
    table = keywords(folded, by=by, target=target, n=len(word))
    row = table[table["term"] == " ".join(word)]
    if row.empty:
        raise OptionError(f"{term!r} does not occur in these texts; take a word that does.")
    return word, 1 if row["log_likelihood"].iloc[0] >= 0 else -1


def _outcome(table: pd.DataFrame, word: list[str], sign: int, alpha: float) -> dict[str, object]:
    """What became of the word in one list, which is sorted with the most typical first."""
    phrase = f" {' '.join(word)} "
    holding = np.flatnonzero([phrase in f" {term.lower()} " for term in table["term"]])
    if not len(holding):
        return {"term": "", "listed": len(table), "verdict": "left out"}
    place = holding[0] if sign > 0 else holding[-1]
    row = table.iloc[place]
    holds = np.sign(row["log_likelihood"]) == sign and row["q_value"] < alpha
    kept = ["term", "count", "reference_count", "log_ratio", "log_ratio_conservative", "log_likelihood", "q_value"]
    return {
        **row[kept].to_dict(),
        "rank": int(place + 1 if sign > 0 else len(table) - place),
        "listed": len(table),
        "verdict": "holds" if holds else "fails",
    }
