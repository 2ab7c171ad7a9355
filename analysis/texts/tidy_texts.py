"""The lines of many texts made tidy: text by text in Python, or compiled where there is much of it."""

from __future__ import annotations

from collections.abc import Sequence

from ..batches import in_batches
from ..compiled import compiled_available
from .blocks import plain_words

# From so many letters on, the compiled way is faster although its libraries must be loaded first.
COMPILED_FROM = 6_000_000
# So many are looked at together: few enough to stay in a processor's own memory.
CHUNK = 500_000


def tidy_texts(texts: Sequence[str]) -> list[str]:
    """`plain_words` of each text."""
    if sum(map(len, texts)) < COMPILED_FROM or not compiled_available():
        return list(map(plain_words, texts))
    from .tidy_pass import tidy_together

    tidied = []
    for chunk in in_batches(texts, len, CHUNK):
        for text, words in zip(chunk, tidy_together(chunk), strict=True):
            tidied.append(plain_words(text) if words is None else words)
    return tidied
