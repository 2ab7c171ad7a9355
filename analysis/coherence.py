"""Do the words of a list keep company? Coherence from the paragraphs, or windows of words, that hold them together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .corpus import Corpus
from .errors import AnalysisError, OptionError, require_at_least, require_between, require_one_of
from .measure import Measure
from .presence import boolean_documents
from .result import from_rows, typed
from .topics import TOP_WORDS, TopicModel

EPSILON = 1e-12
COHERENCE_DTYPES = {
    "word": "str", "other": "str", "together": "int64", "word_documents": "int64", "other_documents": "int64",
    "n_documents": "int64", "value": "float64",
}  # fmt: skip
TOPIC_COHERENCE_DTYPES = {"topic": "int64", "label": "str", "coherence": "float64", "pairs_left_out": "int64"}

Count = np.ndarray


@dataclass(frozen=True)
class Coherence(Measure):
    """A measure of coherence.

    window: what is a document to it, the "paragraph" or a window of so many words.
    pairwise: the coherence is the mean of a value a pair of words; otherwise, of a value a word.
    """

    window: int | Literal["paragraph"] = "paragraph"
    pairwise: bool = True


def npmi(both: Count, first: Count, second: Count, total: int, *, epsilon: float = 0.0) -> np.ndarray:
    """How much more often than by chance do two words share a document? −1 (never) to 1 (never apart); 0: by chance.

    both, first, second: documents with both words, the first, the second, of `total`. epsilon: added to the share of
    documents with both; with 0 a pair that never meets is −1. NaN where a word is in no document, or both in every one.
    Source: Bouma 2009; Aletras & Stevenson 2013.
    """
    require_at_least("epsilon", epsilon, 0)
    share = both / total + epsilon
    value = np.log(share * total**2 / (first * second)) / -np.log(share)
    value = np.where(share > 0, value, -1.0)
    return np.where((first > 0) & (second > 0) & (both < total), value, np.nan)


def uci(both: Count, first: Count, second: Count, total: int, *, epsilon: float = EPSILON) -> np.ndarray:
    """How much more often than by chance do two words share a document, as a logarithm? 0: by chance; 0.69: twice.

    A pair that never meets has a value that epsilon alone decides (about −20). NaN where a word is in no document.
    Source: Newman, Lau, Grieser & Baldwin 2010.
    """
    require_between("epsilon", epsilon, 0, math.inf)
    value = np.log((both / total + epsilon) * total**2 / (first * second))
    return np.where((first > 0) & (second > 0), value, np.nan)


def u_mass(
    both: Count,
    first: Count,
    second: Count,
    total: int,
    *,
    epsilon: float = EPSILON,
    added_to: Literal["share", "count"] = "share",
) -> np.ndarray:
    """Of the documents with the second word, the stronger one, what share has the first too? As a logarithm.

    0: all of them. epsilon is added to the share of documents with both (gensim) or to their count (with epsilon=1:
    Mimno et al. 2011, who sum over the pairs where we take the mean). NaN where a word is in no document.
    Source: Mimno, Wallach, Talley, Leenders & McCallum 2011.
    """
    require_between("epsilon", epsilon, 0, math.inf)
    require_one_of("added_to", added_to, ("share", "count"))
    added = epsilon * total if added_to == "share" else epsilon
    return np.where((first > 0) & (second > 0), np.log((both + added) / second), np.nan)


def c_v(both: Count, first: Count, second: Count, total: int, *, epsilon: float = EPSILON) -> np.ndarray:
    """How alike is the company of each word to that of the whole list? Cosine of vectors of NPMI: a value a word.

    both: words × words; first, second: a column and a row. A word of no document, or of every one, has NaN and is left
    out of the others' vectors; so has a word that is left alone. Source: Röder, Both & Hinneburg 2015.
    """
    require_between("epsilon", epsilon, 0, math.inf)
    telling = (first > 0) & (first < total) & (second > 0) & (second < total)
    vectors = np.where(telling, npmi(both, first, second, total, epsilon=epsilon), 0.0)
    whole, lengths = vectors.sum(axis=0), np.linalg.norm(vectors, axis=1)
    if np.count_nonzero(lengths) < 2:
        return np.full(len(vectors), np.nan)
    return vectors @ whole / (lengths * np.linalg.norm(whole))


MEASURES = {
    "coherence_npmi": Coherence(
        "Coherence (NPMI)", npmi, "−1 to 1", "1: never apart; 0: as by chance; −1: never together",
        "Bouma 2009; Aletras & Stevenson 2013",
    ),
    "coherence_u_mass": Coherence(
        "Coherence (U_mass)", u_mass, "0 and below", "nearer to 0: where the stronger word is, the weaker is too",
        "Mimno, Wallach, Talley, Leenders & McCallum 2011",
    ),
    "coherence_uci": Coherence(
        "Coherence (UCI)", uci, "any number", "above 0: together more often than by chance",
        "Newman, Lau, Grieser & Baldwin 2010",
        window=10,
    ),
    "coherence_c_v": Coherence(
        "Coherence (C_V)", c_v, "−1 to 1", "1: every word keeps the same company",
        "Röder, Both & Hinneburg 2015",
        window=110, pairwise=False,
    ),
}  # fmt: skip


def score(name: str, holds: ArrayLike, **options: object) -> float:
    """The coherence `name` (a key of MEASURES) of a list of words: the mean over its pairs, or over its words.

    holds: documents × words, true where the document has the word; the words with the strongest first. options: those
    of the measure's function. Words of no document are left out; NaN with fewer than two others. OptionError for an
    unknown name, AnalysisError where `holds` is no table.
    """
    return _mean(_values(name, holds, **options))


def pair_coherence(
    corpus: Corpus,
    words: Sequence[str],
    *,
    measure: str = "coherence_npmi",
    window: int | Literal["paragraph", "usual"] = "usual",
    window_rule: Literal["boolean", "gensim"] = "boolean",
    **options: object,
) -> pd.DataFrame:
    """Which words of a list keep company, and which do not?

    words: the strongest first. measure: a key of MEASURES that is a mean over pairs; options: those of its function.
    window: "usual" is that of the measure's authors (NPMI and U_mass: the paragraph); others as `boolean_documents`.
    A row a pair: word, other (earlier in the list), together (documents with both), word_documents, other_documents,
    n_documents, value. NaN: a word of the pair is in no document. Sorted by value, word, other. The coherence of the
    list is the mean of the values; it falls with the length of the list, and values of different measures, windows or
    corpora must not be compared. OptionError for `coherence_c_v`, which has no pairs.
    Source: Röder, Both & Hinneburg 2015.
    """
    require_one_of("measure", measure, [name for name, each in MEASURES.items() if each.pairwise])
    words = _counted(corpus, words)
    holds = boolean_documents(corpus, words, window=_window(measure, window), window_rule=window_rule)
    together, names = _together(holds), np.array(words, object)
    word, other = np.tril_indices(len(words), -1)
    table = pd.DataFrame({"word": names[word], "other": names[other], "together": together[word, other]})
    table["word_documents"], table["other_documents"] = together[word, word], together[other, other]
    table["n_documents"], table["value"] = len(holds), _values(measure, holds, **options)
    table = table.sort_values(["value", "word", "other"], ascending=[False, True, True], ignore_index=True)
    return typed(table, COHERENCE_DTYPES)


def topic_coherence(
    corpus: Corpus,
    model: TopicModel,
    *,
    n: int = TOP_WORDS,
    measure: str = "coherence_npmi",
    window: int | Literal["paragraph", "usual"] = "usual",
    window_rule: Literal["boolean", "gensim"] = "boolean",
    **options: object,
) -> pd.DataFrame:
    """Do the `n` strongest words of each topic keep company?

    A row a topic, by number: topic, label, coherence (mean over pairs, or words; range as the measure), pairs_left_out
    (pairs without a value, because a word is in no document). Options as `pair_coherence`. The corpus need not be the
    one the model was made from: a second one tells whether the words keep company elsewhere too. Models of one corpus
    are compared at one `n` only; a coherent topic can still be a trivial one. Source: Aletras & Stevenson 2013.
    """
    require_one_of("measure", measure, MEASURES)
    require_at_least("n", n, 2)
    topics = [_counted(corpus, words) for words in model.top_words(n)]
    words = sorted({word for topic in topics for word in topic})
    holds = boolean_documents(corpus, words, window=_window(measure, window), window_rule=window_rule)
    rows = []
    for number, (label, topic) in enumerate(zip(model.labels, topics, strict=True), start=1):
        values = _values(measure, holds[:, np.searchsorted(words, topic)], **options)
        rows.append((number, label, _mean(values), _pairs_left_out(values, len(topic), measure)))
    return from_rows(rows, TOPIC_COHERENCE_DTYPES)


def _values(name: str, holds: ArrayLike, **options: object) -> np.ndarray:
    """A value a pair, each word with each earlier one, or a value a word."""
    require_one_of("measure", name, MEASURES)
    holds = np.asarray(holds, bool)
    if holds.ndim != 2:
        raise AnalysisError("A coherence needs a table of documents × words, true where the document has the word.")
    together = _together(holds)
    alone = together.diagonal()
    with np.errstate(invalid="ignore", divide="ignore"):
        values = MEASURES[name].function(together, alone[:, None], alone[None, :], len(holds), **options)
    return values[np.tril_indices(len(alone), -1)] if MEASURES[name].pairwise else values


def _together(holds: np.ndarray) -> np.ndarray:
    """Documents that hold both words: words × words, on the diagonal those that hold the word."""
    # Whole numbers are multiplied slowly; as floats they are exact up to 2^53.
    return (holds.T.astype(float) @ holds).astype(np.int64)


def _mean(values: np.ndarray) -> float:
    found = values[~np.isnan(values)]
    return float(found.mean()) if len(found) else math.nan


def _pairs_left_out(values: np.ndarray, n_words: int, measure: str) -> int:
    missing = int(np.isnan(values).sum())
    return missing if MEASURES[measure].pairwise else math.comb(n_words, 2) - math.comb(n_words - missing, 2)


def _counted(corpus: Corpus, words: Sequence[str]) -> list[str]:
    """Words as the corpus counts them, each once."""
    if isinstance(words, str):
        raise OptionError(f"words must be a list of words, such as ['trust', 'deficit']; not the text {words!r}.")
    return list(dict.fromkeys(corpus.tokenization.term(word) for word in words))


def _window(measure: str, window: int | str) -> int | str:
    return MEASURES[measure].window if window == "usual" else window
