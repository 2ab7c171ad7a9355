"""How many topics? Models of several sizes side by side, and the one to begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

import pandas as pd

from .coherence import topic_coherence
from .corpus import Corpus
from .errors import OptionError, require_at_least
from .result import typed
from .topics import RUNS, TOP_WORDS, most_topics, topic_model

# The overlap (Jaccard) of two lists of ten words that have nine in common.
COMES_BACK = (TOP_WORDS - 1) / (TOP_WORDS + 1)
SEARCH_DTYPES = {
    "n_topics": "int64", "coherence": "float64", "stability": "float64", "least_stable": "float64",
    "smallest_share": "float64", "reconstruction": "float64", "recommended": "bool",
}  # fmt: skip
SEARCH_COLUMNS = list(SEARCH_DTYPES)


def search_topics(
    corpus: Corpus,
    *,
    ks: Iterable[int] = range(3, 13),
    method: Literal["nmf", "lda"] = "nmf",
    runs: int = RUNS,
    seed: int = 0,
    stop_words: Collection[str] = (),
) -> pd.DataFrame:
    """Into how many topics do the paragraphs of a corpus fall?

    ks: the numbers tried; those that the corpus is too small for are left out. Options as `topic_model`.
    A row a number, by number: n_topics, coherence (mean over the topics of the NPMI of their ten strongest words in
    paragraphs, −1 to 1), stability (mean over the topics, 0 to 1), least_stable (of the topics, 0 to 1),
    smallest_share (of the words, 0 to 1), reconstruction (share of the fitted table, which grows with the number and
    is no reason to choose one), recommended (true once).
    Recommended: the most coherent of the numbers whose topics come back with nine of their ten strongest words (a
    stability of 9/11 or more); where no number does, the most stable; of equals the smaller. It is a place to begin,
    not a count of what the texts speak of, and another seed can recommend another number.
    LDA takes about thirty times as long as NMF, and the two must not be compared by reconstruction. OptionError for
    numbers that are all impossible. Source: stability Greene, O'Callaghan & Cunningham 2014; NPMI Aletras & Stevenson
    2013; the rule is this project's.
    """
    numbers = sorted(set(ks))
    if not numbers:
        raise OptionError("ks must hold at least one number of topics.")
    require_at_least("ks", numbers[0], 2)
    require_at_least("runs", runs, 1)
    most = most_topics(corpus, stop_words=stop_words)
    # Where all are too many, the smallest says so.
    possible = [number for number in numbers if number <= most] or numbers[:1]
    rows = [_row(corpus, number, method=method, runs=runs, seed=seed, stop_words=stop_words) for number in possible]
    table = pd.DataFrame(rows, columns=SEARCH_COLUMNS[:-1])
    return typed(table.assign(recommended=table.index == _best(table)), SEARCH_DTYPES)


def recommendation(table: pd.DataFrame) -> str:
    """Why this number of topics? Two sentences on the recommended row of `search_topics`."""
    best = table.loc[table["recommended"]].iloc[0]
    steady = table.loc[table["stability"] >= COMES_BACK, "n_topics"].tolist()
    back = f"come back from other random starts with {TOP_WORDS - 1} of their {TOP_WORDS} strongest words"
    if len(steady) > 1:
        why = f"of the numbers whose topics {back} ({', '.join(map(str, steady))}) the most coherent"
    elif steady:
        why = f"the only number tried whose topics {back}"
    else:
        why = f"with no number tried do the topics {back}; here they come nearest"
    # The strongest words of every topic stand in all paragraphs, or never in one together.
    coherent = "no coherence to be told" if pd.isna(best["coherence"]) else f"mean NPMI {best['coherence']:.2f}"
    return (
        f"{best['n_topics']} topics: {why} ({coherent}, stability {best['stability']:.2f}). "
        f"The least stable topic reaches {best['least_stable']:.2f}, the smallest holds {best['smallest_share']:.0%} of the words."
    )


def _row(corpus: Corpus, n_topics: int, **options: object) -> tuple:
    model = topic_model(corpus, n_topics=n_topics, **options)
    coherence = topic_coherence(corpus, model)["coherence"].mean()
    smallest = float(model.shares.min())
    return n_topics, coherence, model.stability.mean(), model.stability.min(), smallest, model.reconstruction


def _best(table: pd.DataFrame) -> int:
    """The row to recommend."""
    steady = table["stability"] >= COMES_BACK
    if not steady.any():
        steady = table["stability"] == table["stability"].max()
    return table[steady].sort_values(["coherence", "n_topics"], ascending=[False, True]).index[0]
