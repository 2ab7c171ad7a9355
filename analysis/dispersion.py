"""How evenly is a word spread over the parts of a corpus? The registry of measures, and the table of all words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .corpus import Corpus
from .errors import AnalysisError, require_at_least, require_one_of
from .frequency import PER
from .measure import Measure
from .metadata import group_documents
from .ngrams import units
from .result import stacked
from .units import Units

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

# Parts × terms worked on at once: few enough for the processor's cache, whatever the corpus.
_CELLS = 1 << 16


@dataclass(frozen=True)
class Dispersion(Measure):
    """A measure of dispersion, with the laws it keeps.

    Its function takes, for every word, the share of its occurrences that each part has (parts × words), and the share
    of all words that each part has (parts × 1).
    even: its value for a word spread exactly as the parts are long; None where it depends on their number.
    rises_with: what a higher value means, a more even or a more uneven spread.
    minimum_parts: with fewer it is undefined. absent: its value for a word that does not occur.
    """

    even: float | None = 1.0
    rises_with: Literal["evenness", "unevenness"] = "evenness"
    minimum_parts: int = 1
    absent: float = np.nan


def occurrence_range(spread: np.ndarray, share: np.ndarray) -> np.ndarray:
    """In how many parts does the word occur?"""
    return (spread > 0).sum(axis=0).astype(float)


def juilland_d(spread: np.ndarray, share: np.ndarray) -> np.ndarray:
    """How little do the relative frequencies vary? 1 − (σ/μ)/√(n − 1), σ the population standard deviation.

    With hundreds of parts all frequent words come near 1. Source: Juilland & Chang-Rodríguez 1964.
    """
    frequency = spread / share
    return 1 - frequency.std(axis=0) / frequency.mean(axis=0) / np.sqrt(len(share) - 1)


def carroll_d2(spread: np.ndarray, share: np.ndarray) -> np.ndarray:
    """How near is the entropy of the relative frequencies to its maximum? Source: Carroll 1970."""
    frequency = spread / share
    share_of_frequency = frequency / frequency.sum(axis=0)
    return -_x_log2(share_of_frequency, share_of_frequency).sum(axis=0) / np.log2(len(share))


def rosengren_s(spread: np.ndarray, share: np.ndarray) -> np.ndarray:
    """How much of the frequency is left once uneven spread is punished? (Σ√(s·v))²/f. Source: Rosengren 1971."""
    return np.sqrt(spread * share).sum(axis=0) ** 2


def gries_dp(spread: np.ndarray, share: np.ndarray) -> np.ndarray:
    """What share of the occurrences would have to move for an even spread? DP = ½·Σ|v/f − s|. Source: Gries 2008."""
    return np.abs(spread - share).sum(axis=0) / 2


def gries_dp_norm(spread: np.ndarray, share: np.ndarray, *, minimum: Literal["all", "occupied"] = "all") -> np.ndarray:
    """DP as a share of the highest value possible: DP / (1 − s of the smallest part).

    minimum: the smallest of all parts, or of those the word occurs in ("occupied", Egbert et al. 2020).
    Source: Gries 2008; Lijffijt & Gries 2012.
    """
    require_one_of("minimum", minimum, ("all", "occupied"))
    smallest = share.min() if minimum == "all" else np.where(spread > 0, share, np.inf).min(axis=0)
    return gries_dp(spread, share) / (1 - smallest)


def kl_divergence(
    spread: np.ndarray, share: np.ndarray, *, normalised: Literal["no", "exponential", "odds"] = "no"
) -> np.ndarray:
    """How many bits does the place of an occurrence tell beyond the length of the parts? Σ v/f·log2((v/f)/s).

    normalised, from 0 to 1: "exponential" 1 − e^(−KL) (Gries 2021), "odds" KL/(1 + KL) (Gries 2024).
    Source: Gries 2020.
    """
    require_one_of("normalised", normalised, ("no", "exponential", "odds"))
    bits = np.maximum(_x_log2(spread, spread / share).sum(axis=0), 0)
    return {"no": bits, "exponential": -np.expm1(-bits), "odds": bits / (1 + bits)}[normalised]


_EVEN, _UNEVEN = "1: spread as the parts are long", "0: spread as the parts are long; higher: more uneven"

MEASURES = {
    "range": Dispersion(
        "Range", occurrence_range, "0 to the number of parts", "higher: in more parts", "Standard practice in corpus linguistics",
        even=None, absent=0.0,
    ),
    "juilland_d": Dispersion(
        "Juilland’s D", juilland_d, "0 to 1", _EVEN, "Juilland & Chang-Rodríguez 1964", minimum_parts=2
    ),
    "carroll_d2": Dispersion("Carroll’s D₂", carroll_d2, "0 to 1", _EVEN, "Carroll 1970", minimum_parts=2),
    "rosengren_s": Dispersion("Rosengren’s S", rosengren_s, "above 0, to 1", _EVEN, "Rosengren 1971"),
    "gries_dp": Dispersion(
        "DP", gries_dp, "0 to below 1", _UNEVEN, "Gries 2008",
        even=0.0, rises_with="unevenness", minimum_parts=2,
    ),
    "gries_dp_norm": Dispersion(
        "Normalised DP", gries_dp_norm, "0 to 1", "0: spread as the parts are long; 1: all in the shortest part",
        "Gries 2008; Lijffijt & Gries 2012",
        even=0.0, rises_with="unevenness", minimum_parts=2,
    ),
    "kl_divergence": Dispersion(
        "Kullback–Leibler divergence", kl_divergence, "0 and above, bits", _UNEVEN, "Gries 2020",
        even=0.0, rises_with="unevenness",
    ),
}  # fmt: skip
DISPERSION_DTYPES = {
    "group": "str", "term": "str", "count": "int64", "per_1000": "float64", "parts": "int64",
    **dict.fromkeys(MEASURES, "float64"),
}  # fmt: skip


def score(name: str, counts: ArrayLike, sizes: ArrayLike | None = None, **options: object) -> np.ndarray:
    """The measure `name` (a key of MEASURES) of the counts of one word in each part, or of many words (parts × words).

    sizes: words of each part, or its share of all words; by default equal. Parts of size 0 are left out. options:
    those of the measure. A number, or one for each word; NaN for a word that does not occur (its range is 0) and for
    too few parts. AnalysisError for an unknown name, counts below 0, missing or in a part of size 0, sizes that do not
    fit.
    """
    require_one_of("measure", name, MEASURES)
    counts, sizes = _checked(counts, sizes)
    words = counts if counts.ndim == 2 else counts[:, None]
    total = words.sum(axis=0)
    occurs, filled = total > 0, sizes > 0
    values = np.full(len(total), MEASURES[name].absent)
    spread = words[np.ix_(filled, occurs)] / total[occurs]
    values[occurs] = _values(MEASURES[name], spread, sizes[filled, None] / sizes.sum(), **options)
    return values if counts.ndim == 2 else values[0]


def dispersions(
    corpus: Corpus,
    *,
    by: str = "corpus",
    over: Literal["documents", "paragraphs"] = "documents",
    n: int = 1,
    stop_words: Collection[str] = (),
    minimum_count: int = 1,
) -> pd.DataFrame:
    """How evenly is each word spread inside each group of texts?

    by: any metadata column, "document_id" or "corpus". over: the parts, texts or paragraphs of the group. n: words (1)
    or sequences of 2 to 6 words. stop_words: not these, nor a sequence that begins or ends with one.
    A row a group and term that occurs in the group at least `minimum_count` times: group, term, count, per_1000, parts
    (of the group, those without a word left out), and a column for each of MEASURES; NaN where the group has too few parts.
    Sorted by group, then gries_dp_norm, then term: most even first.
    A rare word cannot be spread over many parts: compare words of about the same count. Values over different numbers
    of parts must not be compared. OptionError for an unknown column. Source: Gries 2008, 2020.
    """
    require_one_of("over", over, ("documents", "paragraphs"))
    require_at_least("minimum_count", minimum_count, 1)
    groups = group_documents(corpus.documents, by)
    counted = units(corpus, n)
    listed = np.flatnonzero(counted.content(corpus.content_words(stop_words)))
    counts, sizes, document = _parts(corpus, counted, over)
    counts, names = counts[:, listed], counted.names(listed)
    tables = []
    for number, label in enumerate(groups.labels):
        rows = np.flatnonzero((groups.of_document[document] == number) & (sizes > 0))
        table = _of_group(names, counts[rows], sizes[rows], minimum_count)
        tables.append(table.assign(group=label).sort_values(["gries_dp_norm", "term"]))
    return stacked(tables, DISPERSION_DTYPES)


def _parts(corpus: Corpus, counted: Units, over: str) -> tuple[csr_array, np.ndarray, np.ndarray]:
    """Counts of parts × units, the words of each part, and the document it belongs to."""
    if over == "paragraphs":
        return counted.counts, corpus.words_by_paragraph, corpus.tokens.document_of_paragraph
    sizes = corpus.documents["n_words"].to_numpy()
    return counted.by_document, sizes, np.arange(len(sizes))


def _of_group(names: np.ndarray, counts: csr_array, sizes: np.ndarray, minimum_count: int) -> pd.DataFrame:
    """The rows of one group; counts: its parts × terms."""
    total = np.asarray(counts.sum(axis=0)).ravel()
    present = np.flatnonzero(total >= minimum_count)
    counts = counts[:, present].tocsc()
    table = pd.DataFrame({"term": names[present], "count": total[present]})
    table["per_1000"] = PER * table["count"] / sizes.sum()
    table["parts"] = len(sizes)
    table[list(MEASURES)] = _all_measures(counts, (sizes / sizes.sum())[:, None])
    return table


def _all_measures(counts: csc_array, share: np.ndarray) -> np.ndarray:
    """Terms × measures, a few terms at a time; every term occurs."""
    parts, terms = counts.shape
    values = np.empty((terms, len(MEASURES)))
    step = max(1, _CELLS // max(parts, 1))
    for start in range(0, terms, step):
        few = slice(start, start + step)
        dense = counts[:, few].toarray()
        spread = dense / dense.sum(axis=0)
        for column, measure in enumerate(MEASURES.values()):
            values[few, column] = _values(measure, spread, share)
    return values


def _values(measure: Dispersion, spread: np.ndarray, share: np.ndarray, **options: object) -> np.ndarray:
    if len(share) < measure.minimum_parts:
        return np.full(spread.shape[1], np.nan)
    return measure.function(spread, share, **options)


def _checked(counts: ArrayLike, sizes: ArrayLike | None) -> tuple[np.ndarray, np.ndarray]:
    counts = np.asarray(counts, float)
    if counts.ndim not in (1, 2):
        raise AnalysisError("Give the counts of one word as a list, or of many words as a table with a row a part.")
    sizes = np.ones(len(counts)) if sizes is None else np.asarray(sizes, float)
    if sizes.shape != counts.shape[:1]:
        raise AnalysisError(f"There are {len(counts)} parts with counts, but {sizes.size} with sizes.")
    if not all(np.isfinite(numbers).all() and (numbers >= 0).all() for numbers in (counts, sizes)):
        raise AnalysisError("Counts and sizes of parts must be numbers of 0 or more.")
    if ((sizes == 0) & (counts.T > 0)).any():
        raise AnalysisError("A word cannot occur in a part without words.")
    return counts, sizes


def _x_log2(x: np.ndarray, ratio: np.ndarray) -> np.ndarray:
    """x · log2(ratio), 0 where x is 0."""
    return x * np.log2(ratio, out=np.zeros_like(x), where=x > 0)
