"""Do the methods agree on what sets a group apart?"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, agreement, disagreement
from analysis.agreement import METHODS
from analysis.errors import require_at_least
from analysis.metadata import compared_groups

from ..charts.agreement import ranks_grid
from .base import Exhibit, lines_in, receipt
from .frequencies import exact
from .groups import group_styles, members_of
from .word_list import WordList


@dataclass(frozen=True, kw_only=True)
class AgreementOptions(WordList):
    """target: a group of `by`, the last one if left out; n: words shown; top: a method's first so many are its list;
    the rest as in WordList."""

    stop_list: str = "none"
    by: str = "author"
    target: str = ""
    n: int = 12
    top: int = 20


def agreements(corpus: Corpus, options: AgreementOptions) -> Exhibit:
    """Would another method have put the same words first?"""
    require_at_least("n", options.n, 1)
    target = options.target or compared_groups(corpus.documents, options.by, None).labels[-1]
    ranked = agreement(
        corpus,
        target,
        by=options.by,
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
        top=options.top,
    )
    odd = _most_disputed(ranked)
    shown = ranked[(ranked.index < options.n) | (ranked["term"] == odd)]
    label = group_styles(corpus, options.by)[target].label
    documents = members_of(corpus, options.by)[target]
    return Exhibit(
        name="agreement",
        options=options,
        title=f"Do the methods agree on {label}?",
        table=_by_method(shown),
        draw=lambda frame, theme: ranks_grid(frame, theme, top=options.top),
        reading=_reading(ranked, shown, label, options.top),
        receipt=receipt(
            corpus,
            f"ranks of the words of {label} by {', '.join(METHODS.values())}, each against all other groups",
            f"a method’s list: its first {options.top}",
            *options.settings(),
        ),
        find_passages=lambda row: lines_in(corpus, exact(row["term"]), documents),
    )


def _most_disputed(ranked: pd.DataFrame) -> str:
    """The word that `disagreement` speaks of."""
    listed = ranked[ranked["methods"] > 0].sort_values(["spread", "term"], ascending=[False, True], kind="stable")
    return listed["term"].iloc[0] if len(listed) else ""


def _by_method(shown: pd.DataFrame) -> pd.DataFrame:
    """A row a word and method: rank and value, with what holds for the word."""
    same = ["term", "count", "per_1000", "reference_count", "reference_per_1000", "document_frequency", "n_groups",
            "paragraphs", "n_paragraphs", "median_rank", "methods", "spread"]  # fmt: skip
    parts = [
        shown[same].assign(method=name, label=label, value=shown[name], rank=shown[f"rank_{name}"])
        for name, label in METHODS.items()
    ]
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)


def _reading(ranked: pd.DataFrame, shown: pd.DataFrame, label: str, top: int) -> str:
    if shown.empty:
        return f"No word of {label} is frequent enough to be ranked. Lower the minimum count."
    agreed = ranked[ranked["methods"] == len(METHODS)]["term"].tolist()
    named = f": {', '.join(agreed[:4])}" + (" and others" if len(agreed) > 4 else "") if agreed else ""
    first = f"{len(agreed)} of {len(ranked)} words of {label} are among the first {top} by all five methods{named}."
    return f"{first} They part most where {disagreement(ranked)}"
