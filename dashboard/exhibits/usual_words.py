"""What a page looks for before anybody has typed a word: words that stand in the texts."""

from __future__ import annotations

from analysis import Corpus, frequencies, stop_words
from analysis.search import count_hits

from .terms import named_queries

# What stands more often takes long to look at, and is seldom what anybody looks for.
_MOST_HITS = 20_000
# What is longer is no word that anybody looks for, and soon longer than a search may be.
_MOST_LETTERS = 40


def usual_search(corpus: Corpus, searches: str) -> str:
    """The searches that are usual for the bundled texts, where any of them stands in these texts.

    Else as many words as there are searches: those that the texts use most, without function words, words of very many
    hits and very long ones.
    """
    asked = named_queries(searches)
    if any(count_hits(corpus, query) for query in asked.values()):
        return searches
    table = frequencies(corpus, by="corpus", intervals=False)
    left_out = table["term"].isin(stop_words(corpus.stop_list)) | (table["term"].str.len() > _MOST_LETTERS)
    content = table[~left_out & (table["count"] <= _MOST_HITS)]
    most = content.sort_values("count", ascending=False, kind="stable")["term"].head(len(asked))
    return ", ".join(most) or searches
