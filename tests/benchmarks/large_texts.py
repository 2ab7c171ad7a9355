"""Texts for measuring: made of a seed, as many and as long as wanted, with a vocabulary that grows as that of novels does.

Words follow Zipf's law, with Mandelbrot's shift at its head and a steeper tail (after Ferrer i Cancho & Solé 2001); frequent
ones are short; sentences, paragraphs, capitals, commas, curly apostrophes and hyphens are as frequent as in English
prose. They mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

WORDS_A_TEXT = 2_500
_VOCABULARY = 1_000_000
_KERNEL = 6_000
_CONSONANTS, _VOWELS = np.array(list("tnshrdlcmwfgypbvkjxzq")), np.array(list("eaoiu"))
_ENDS = np.array([" ", ", ", "; ", ". ", "? ", ".\n\n"], object)


def zipf_texts(n_tokens: int, *, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Names and texts, some n_tokens words in all, the same for a seed."""
    random = np.random.default_rng(seed)
    words = _vocabulary(1)
    capital = np.array([word[0].upper() + word[1:] for word in words], object)
    chance = np.cumsum(_frequencies(len(words)))
    for number in range(-(-n_tokens // WORDS_A_TEXT)):
        size = min(WORDS_A_TEXT, n_tokens - number * WORDS_A_TEXT)
        ranks = np.searchsorted(chance, random.random(size) * chance[-1])
        ends = random.choice(len(_ENDS), size, p=[0.862, 0.075, 0.003, 0.045, 0.003, 0.012])
        opens = np.append(True, ends[:-1] > 2)
        yield f"text-{number:06d}", "".join((np.where(opens, capital[ranks], words[ranks]) + _ENDS[ends]).tolist())


def _frequencies(n_words: int) -> np.ndarray:
    rank = np.arange(1, n_words + 1) + 2.7
    return rank**-1.0 / (1 + (rank / _KERNEL) ** 1.2)


@cache
def _vocabulary(seed: int) -> np.ndarray:
    """Distinct words, the more frequent ones the shorter; some with an apostrophe, some joined by a hyphen."""
    random = np.random.default_rng(seed)
    sizes = 2 + (np.log(np.arange(1, _VOCABULARY + 1)) * 0.48 + random.random(_VOCABULARY)).astype(int)
    width = int(sizes.max())
    letters = np.empty((_VOCABULARY, width), "U1")
    for place in range(width):
        kind = _CONSONANTS if place % 2 else _VOWELS
        letters[:, place] = kind[(random.random(_VOCABULARY) ** 1.6 * len(kind)).astype(int)]
    made: dict[str, None] = {}
    for number, (row, size) in enumerate(zip(letters, sizes, strict=True)):
        word = "".join(row[:size])
        if number % 60 == 59:
            word += "’s"
        elif number % 80 == 79:
            word = f"{word}-{letters[number // 2][: sizes[number // 2]].tobytes().decode('utf-32-le')}"
        made.setdefault(word)
    return np.array(list(made), object)
