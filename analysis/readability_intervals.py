"""How sure is a readability score, and which sentences make a text hard?"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_at_least, require_between, require_one_of
from .metadata import group_documents
from .readability import MEASURES, READABILITY_DTYPES, Counts, readability_scores
from .resampling import DRAWS
from .result import typed
from .sentence_counts import COUNTS, ENOUGH, sentence_counts, unit_weights, units

INTERVAL_DTYPES = {**READABILITY_DTYPES, "low": "float64", "high": "float64"}


def readability_intervals(
    corpus: Corpus, *, by: str = "document_id", draws: int = DRAWS, seed: int = 0, level: float = 0.95
) -> pd.DataFrame:
    """How hard is each group of texts to read, and between which values would the score lie, had other paragraphs been
    written?

    Rows and columns as `readability_scores`, with low and high: the percentile interval over paragraphs drawn with
    replacement inside their text (sentences and words are summed anew in each draw). NaN with fewer than 8 paragraphs.
    Says nothing of how much programs differ, which is more. OptionError for an unknown column. Source: Efron 1979.
    """
    require_at_least("draws", draws, 1)
    require_between("level", level, 0, 1)
    table, sentences = readability_scores(corpus, by=by), sentence_counts(corpus)
    groups = group_documents(corpus.documents, by)
    group = groups.of_document[corpus.documents.index.get_indexer(sentences["document_id"])]
    limits = [_limits(sentences[group == number], draws, seed, level) for number in range(len(groups))]
    table[["low", "high"]] = np.array(limits).reshape(-1, 2)
    table.loc[table["value"].isna(), ["low", "high"]] = np.nan
    return typed(table, INTERVAL_DTYPES)


def hardest_sentences(sentences: pd.DataFrame, measure: str, *, n: int = 10, minimum_words: int = 10) -> pd.DataFrame:
    """Which sentences are hardest by one formula, each taken alone?

    sentences: rows of `analysis.sentence_counts`; measure: a key of `readability.MEASURES`. The `n` hardest of at
    least `minimum_words` words (of all, where none is as long), with a column `value`; ties in the order given. A
    score of one sentence means nothing by itself: it only puts them in order.
    """
    require_one_of("measure", measure, MEASURES)
    long = sentences[sentences["words"] >= minimum_words]
    long = sentences if long.empty else long
    scored = long.assign(value=MEASURES[measure].function(_counts(long[COUNTS].to_numpy(float).T, np.ones(len(long)))))
    return scored.sort_values("value", ascending=MEASURES[measure].harder == "lower", kind="stable").head(n)


def _counts(totals: np.ndarray, sentences: np.ndarray) -> Counts:
    """Counts of many texts at once, an array each: the formulae take them as they take numbers."""
    return Counts(sentences=sentences, **dict(zip(COUNTS, totals, strict=True)))


def _limits(sentences: pd.DataFrame, draws: int, seed: int, level: float) -> list[tuple[float, float]]:
    """Low and high of each formula."""
    if not len(sentences) or len(np.unique(units(sentences))) < ENOUGH:
        return [(np.nan, np.nan)] * len(MEASURES)
    weights = unit_weights(sentences, draws, seed)
    counts = _counts((weights @ sentences[COUNTS].to_numpy(float)).T, weights.sum(axis=1))
    tails = [(1 - level) / 2, (1 + level) / 2]
    return [tuple(np.quantile(measure.function(counts), tails)) for measure in MEASURES.values()]
