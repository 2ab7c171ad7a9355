"""Of very many texts an even choice, for exhibits that look at each sentence, or have a row for each text."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from analysis import Corpus
from analysis.keeping import kept_with_corpus

from .base import Exhibit
from .groups import MANY_GROUPS, members_of


@dataclass(frozen=True)
class Limit:
    """How many words, and how many texts, an exhibit can look at while somebody waits; 0 where it makes no difference."""

    words: int = 0
    texts: int = 0


NO_LIMIT = Limit()


@kept_with_corpus(4)
def even_choice(corpus: Corpus, limit: Limit, by: str, keep: str = "") -> Corpus:
    """The corpus, or every so many-th text of each group in order of time, so that about so many are left.

    by: the column whose groups are to be alike; keep: a text that is kept in any case.
    """
    n_words = corpus.documents["n_words"].to_dict()
    if not (limit.words and sum(n_words.values()) > limit.words) and not (limit.texts and len(n_words) > limit.texts):
        return corpus
    groups = list(members_of(corpus, by if by in corpus.documents.columns else "corpus").values())
    if len(groups) > MANY_GROUPS:
        groups = [list(corpus.documents.index)]
    chosen = {keep} if keep in n_words else set()
    for members in groups:
        size, step = sum(n_words[member] for member in members), 1
        if limit.words:
            step = -(-size * len(groups) // limit.words)
        if limit.texts:
            step = max(step, -(-len(members) // max(limit.texts // len(groups), 1)))
        chosen.update(members[:: max(step, 1)])
    return corpus.select([text for text in corpus.documents.index if text in chosen])


def told(exhibit: Exhibit, corpus: Corpus, some: Corpus) -> Exhibit:
    """The exhibit of an even choice of texts as one of the corpus, which says so."""
    if some is corpus:
        return exhibit
    choice = f"an even choice of {len(some.documents):,} of the {len(corpus.documents):,} texts"
    whole = () if len(corpus.documents) == len(corpus.ranks) else tuple(corpus.documents.index)
    receipt = dataclasses.replace(
        exhibit.receipt,
        fingerprint=corpus.fingerprint,
        settings=(*exhibit.receipt.settings, choice),
        selected=whole,
    )
    return dataclasses.replace(exhibit, reading=f"{exhibit.reading} From {choice}.", receipt=receipt)
