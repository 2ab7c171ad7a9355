"""A text that was pasted to be held against others: with them it makes a corpus, for this visit only."""

from __future__ import annotations

from analysis import Corpus
from analysis.texts.blocks import plain_text

from .exhibits.belonging import PASTED

LONGEST = 200_000


def with_pasted(corpus: Corpus, words: str) -> Corpus:
    """The corpus and one text more, which is called "Your text" and has no year."""
    text = plain_text(PASTED, words, {"author": PASTED, "title": PASTED})
    return Corpus(
        [*corpus.texts(), text], name=f"{corpus.name}, and a pasted text", tokenization=corpus.tokenization, roles=corpus.roles,
        ranks={**corpus.ranks, PASTED: max(corpus.ranks.values(), default=-1) + 1},
    )  # fmt: skip
