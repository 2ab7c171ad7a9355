"""How rich is the vocabulary of a text? The registry of measures, and the table of all groups."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import AnalysisError, OptionError, require_at_least, require_one_of
from .measure import Measure
from .metadata import group_documents
from .result import from_rows
from .running_diversity import THRESHOLD, WINDOW, Words, mattr, msttr, mtld
from .word_diversity import (
    DRAWS,
    cttr,
    hdd,
    herdan_c,
    maas,
    n_types,
    rttr,
    shannon_entropy,
    ttr,
    yule_i,
    yule_k,
)

# McCarthy & Jarvis do not trust MTLD of fewer words.
_WORDS_FOR_MTLD = 50
DIVERSITY_DTYPES = {
    "group": "str", "measure": "str", "value": "float64", "words": "int64", "types": "int64", "comparable": "bool",
    "note": "str",
}  # fmt: skip


# Why there is no value, or one to doubt: each takes the words and the options of its measure.


def _no_words(words: Words, **options: object) -> str:
    return "" if len(words) else "There are no words."


def _one_word(words: Words, **options: object) -> str:
    return _no_words(words) or ("" if len(words) > 1 else "One word alone has no diversity.")


def _no_repetition(words: Words, **options: object) -> str:
    return _no_words(words) or ("" if n_types(words) < len(words) else "No word is repeated.")


def _below_window(words: Words, *, window: int = WINDOW) -> str:
    return _fewer_than("window", window, words, "The window")


def _below_draws(words: Words, *, draws: int = DRAWS) -> str:
    return _fewer_than("draws", draws, words, "The sample")


def _fewer_than(option: str, needed: int, words: Words, what: str) -> str:
    require_at_least(option, needed, 1)
    if needed != int(needed):
        raise OptionError(f"{option} must be a whole number; not {needed}.")
    return _no_words(words) or (
        "" if len(words) >= needed else f"{what} needs {needed} words; the text has {len(words)}."
    )


def _short(words: Words) -> str:
    few = len(words) < _WORDS_FOR_MTLD
    return f"The text has {len(words)} words; below {_WORDS_FOR_MTLD} the value is not to be trusted." if few else ""


@dataclass(frozen=True)
class Diversity(Measure):
    """A measure of lexical diversity; its function takes running words as numbers from 0, a number a type.

    richer: the direction of a richer vocabulary. length_robust: texts of unequal length may be compared by it.
    lacks: why there is no value, doubts: why it is to be doubted; a sentence, or "".
    settings: which options of `lexical_diversity` it takes.
    """

    richer: Literal["higher", "lower"] = "higher"
    length_robust: bool = False
    lacks: Callable[..., str] = _no_words
    doubts: Callable[[Words], str] = lambda words: ""
    settings: tuple[str, ...] = ()


_SHARE, _POSITIVE, _RICHER = "0 to 1", "0 and above", "higher: richer"

MEASURES = {
    "ttr": Diversity("TTR", ttr, _SHARE, _RICHER, "Templin 1957"),
    "rttr": Diversity("Root TTR", rttr, _POSITIVE, _RICHER, "Guiraud 1954"),
    "cttr": Diversity("Corrected TTR", cttr, _POSITIVE, _RICHER, "Carroll 1964"),
    "herdan_c": Diversity("Herdan’s C", herdan_c, _SHARE, _RICHER, "Herdan 1960", lacks=_one_word),
    "maas": Diversity("Maas’s a²", maas, _POSITIVE, "lower: richer", "Maas 1972", richer="lower", lacks=_one_word),
    "yule_k": Diversity(
        "Yule’s K", yule_k, "0 to 10,000", "lower: richer", "Yule 1944", richer="lower", length_robust=True
    ),
    "yule_i": Diversity("Yule’s I", yule_i, _POSITIVE, _RICHER, "Yule 1944", lacks=_no_repetition),
    "shannon_entropy": Diversity("Entropy", shannon_entropy, "0 and above, bits", _RICHER, "Shannon 1948"),
    "msttr": Diversity(
        "MSTTR", msttr, _SHARE, _RICHER, "Johnson 1944",
        length_robust=True, lacks=_below_window, settings=("window",),
    ),
    "mattr": Diversity(
        "MATTR", mattr, _SHARE, _RICHER, "Covington & McFall 2010",
        length_robust=True, lacks=_below_window, settings=("window",),
    ),
    "mtld": Diversity(
        "MTLD", mtld, "1 and above, words", _RICHER, "McCarthy & Jarvis 2010",
        length_robust=True, lacks=_no_repetition, doubts=_short, settings=("threshold",),
    ),
    "hdd": Diversity(
        "HD-D", hdd, _SHARE, _RICHER, "McCarthy & Jarvis 2007",
        length_robust=True, lacks=_below_draws, settings=("draws",),
    ),
}  # fmt: skip


def score(name: str, tokens: Iterable[Hashable], **options: object) -> float:
    """The measure `name` (a key of MEASURES) of words in running order; NaN where `note` says that there is no value.

    tokens: strings, numbers or any hashable things, compared as they are. options: those of the measure.
    AnalysisError for an unknown name or a string in place of words; OptionError for impossible options.
    """
    require_one_of("measure", name, MEASURES)
    return _value(MEASURES[name], _numbered(tokens), **options)


def note(name: str, tokens: Iterable[Hashable], **options: object) -> str:
    """Why the measure `name` has no value for these words, or one to doubt, in one sentence; "" where all is well."""
    require_one_of("measure", name, MEASURES)
    return _note(MEASURES[name], _numbered(tokens), **options)


def lexical_diversity(
    corpus: Corpus,
    *,
    by: str = "document_id",
    measures: Collection[str] | None = None,
    window: int = WINDOW,
    threshold: float = THRESHOLD,
    draws: int = DRAWS,
) -> pd.DataFrame:
    """How rich is the vocabulary of each group of texts?

    by: any metadata column, "document_id" or "corpus". measures: keys of MEASURES, by default all. window: words of a
    window of MSTTR and MATTR; threshold: ratio at which a run of MTLD ends; draws: words drawn for HD-D.
    A row a group and measure, in the order of the groups and of `measures`: group, measure, value, words, types,
    comparable (whether texts of unequal length may be compared by it), note (why there is no value, or one to doubt).
    Words run through the texts of a group in order, numbers left out, across paragraphs. Only values of equal options
    may be compared, and those that are not comparable only between texts of equal length.
    OptionError for an unknown column or measure. Source: as named in MEASURES.
    """
    chosen = list(MEASURES if measures is None else dict.fromkeys(measures))
    for name in chosen:
        require_one_of("measures", name, MEASURES)
    settings = {"window": window, "threshold": threshold, "draws": draws}
    groups = group_documents(corpus.documents, by)
    group = groups.of_document[corpus.words.document]
    rows = []
    for number, label in enumerate(groups.labels):
        words = np.unique(corpus.words.term[group == number], return_inverse=True)[1]
        rows += [_row(label, name, words, settings) for name in chosen]
    return from_rows(rows, DIVERSITY_DTYPES)


def _row(group: str, name: str, words: Words, settings: dict[str, float]) -> dict[str, object]:
    measure = MEASURES[name]
    options = {option: settings[option] for option in measure.settings}
    return {
        "group": group,
        "measure": name,
        "value": _value(measure, words, **options),
        "words": len(words),
        "types": len(np.unique(words)),
        "comparable": measure.length_robust,
        "note": _note(measure, words, **options),
    }


def _value(measure: Diversity, words: Words, **options: object) -> float:
    return float("nan") if measure.lacks(words, **options) else float(measure.function(words, **options))


def _note(measure: Diversity, words: Words, **options: object) -> str:
    return measure.lacks(words, **options) or measure.doubts(words)


def _numbered(tokens: Iterable[Hashable]) -> Words:
    if isinstance(tokens, str):
        raise AnalysisError("Give the words as a list, not as one string.")
    numbers: dict[Hashable, int] = {}
    running = tokens.tolist() if isinstance(tokens, np.ndarray) else tokens
    return np.array([numbers.setdefault(token, len(numbers)) for token in running], np.int64)
