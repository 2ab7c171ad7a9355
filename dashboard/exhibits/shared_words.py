"""Which words two groups have in common, and the sentences with the strongest of them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, pair_terms, stop_words
from analysis.concordance import PASSAGE_COLUMNS

from .base import lines_in, spread
from .frequencies import exact

# Of each group so many sentences come first, so that a long text does not hide a short one.
_FIRST = 10


@dataclass(frozen=True)
class SharedWords:
    """Finds what two of the groups of a corpus share. left_out: words that never count as shared."""

    corpus: Corpus
    by: str
    members: dict[str, list[str]]
    left_out: frozenset[str] = frozenset()

    @property
    def rule(self) -> str:
        """Which words these are, for a reader."""
        return "words of both but not of all" if len(self.members) > 2 else "words of both"

    def of(self, group: str, other: str, n: int | None = None) -> pd.DataFrame:
        """The words that both use, those that tell most first; columns as `pair_terms`.

        Weighed by TF-IDF, so that words of all groups do not count. Of two groups only, nothing would be left then.
        """
        table = pair_terms(
            self.corpus, group, other, by=self.by, measure="cosine", stop_words=stop_words(self.corpus.stop_list) | self.left_out,
            variant="plain" if len(self.members) > 2 else "scikit-learn",
        )  # fmt: skip
        return table[table["contribution"] > 0].head(n or len(table))

    def named(self, group: str, other: str, n: int = 5) -> str:
        """The first of these words, parted by commas."""
        return ", ".join(self.of(group, other, n)["term"])

    def sentences(self, group: str, other: str) -> pd.DataFrame:
        """The sentences with the strongest shared word, in both groups; none where nothing is shared."""
        strongest = self.named(group, other, 1)
        if not strongest:
            return pd.DataFrame(columns=PASSAGE_COLUMNS)
        lines = lines_in(self.corpus, exact(strongest), [*self.members[group], *self.members[other]])
        return spread(lines, lines["document_id"].isin(self.members[other]), _FIRST)

    def remark(self, group: str, other: str) -> str:
        """One sentence with these words and their rates in either group."""
        table = self.of(group, other, 6)
        if table.empty:
            return "Apart from the words that every group uses, these two share none."
        rates = ", ".join(f"{row.term} ({row.per_1000:.1f} and {row.other_per_1000:.1f})" for row in table.itertuples())
        return (
            f"{self.rule.capitalize()}, with hits per 1,000 words in either: {rates}. Below: “{table['term'].iloc[0]}”."
        )
