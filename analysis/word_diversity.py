"""Measures of lexical diversity that count how often each word comes, in whatever order.

Every function takes words as numbers from 0, a number a type; `diversity.score` sees to that, and to texts that are too
short.
"""

from __future__ import annotations

import numpy as np

from .errors import OptionError
from .running_diversity import Words

DRAWS = 42


def ttr(words: Words) -> float:
    """Types / words. Source: Templin 1957."""
    return n_types(words) / len(words)


def rttr(words: Words) -> float:
    """Types / √words. Source: Guiraud 1954."""
    return n_types(words) / np.sqrt(len(words))


def cttr(words: Words) -> float:
    """Types / √(2·words). Source: Carroll 1964."""
    return n_types(words) / np.sqrt(2 * len(words))


def herdan_c(words: Words) -> float:
    """ln types / ln words. Source: Herdan 1960."""
    return np.log(n_types(words)) / np.log(len(words))


def maas(words: Words, *, base: float = np.e) -> float:
    """a² = (log words − log types) / (log words)², lower for a richer vocabulary.

    base: of the logarithms; some programs take 10, or give the root. Source: Maas 1972.
    """
    _require_base(base)
    return (np.log(len(words)) - np.log(n_types(words))) / np.log(len(words)) ** 2 * np.log(base)


def yule_k(words: Words) -> float:
    """10⁴·(Σf² − words)/words², lower for a richer vocabulary. Source: Yule 1944."""
    return 1e4 * (_squares(words) - len(words)) / len(words) ** 2


def yule_i(words: Words) -> float:
    """types² / (Σf² − types). Source: Yule 1944."""
    return n_types(words) ** 2 / (_squares(words) - n_types(words))


def shannon_entropy(words: Words, *, base: float = 2) -> float:
    """Mean information of a word, −Σ p·log p, in bits with base 2. Source: Shannon 1948."""
    _require_base(base)
    share = np.bincount(words) / len(words)
    return -(share * np.log(share)).sum() / np.log(base)


def hdd(words: Words, *, draws: int = DRAWS) -> float:
    """Type–token ratio to be expected of `draws` words drawn at random. Source: McCarthy & Jarvis 2007."""
    frequency, types = np.unique(np.bincount(words), return_counts=True)
    drawn = np.arange(draws)
    missed = np.maximum(len(words) - frequency[:, None] - drawn, 0) / (len(words) - drawn)
    return (types * (1 - missed.prod(axis=1))).sum() / draws


def _require_base(base: float) -> None:
    if not (base > 0 and base != 1):
        raise OptionError(f"base must be above 0 and not 1; not {base}.")


def n_types(words: Words) -> int:
    """How many different words there are."""
    return int(words.max()) + 1


def _squares(words: Words) -> int:
    """Sum of the squared frequencies of the types."""
    return int((np.bincount(words) ** 2).sum())
