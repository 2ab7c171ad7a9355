"""Who is nearest to whom, step by step, and would other paragraphs say the same?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from analysis import Corpus, align_passages, closest_passages, tree
from analysis.concordance import PASSAGE_COLUMNS, concordance_lines
from analysis.hits import Hits
from analysis.keeping import kept_with_corpus
from analysis.similarity import MEASURES
from analysis.tree import LINKAGES

from ..charts.theme import Styles
from ..charts.tree import SHAKY, tree_drawing
from .base import Exhibit, receipt
from .groups import group_styles, listed, members_of, named_column
from .shared_words import SharedWords
from .similarity import require_comparable
from .word_list import WordList

LINKAGE_NAMES = {"average": "by the mean distance", "complete": "by the greatest distance"}
# Below so many words a text, Eder (2015) found that trees no longer find the author.
ENOUGH_WORDS = 5000
# Behind a join stand so many pairs of passages, the closest of so many that share a sequence of so many words.
_PAIRS, _CANDIDATES, _SEQUENCE = 5, 150, 5


@dataclass(frozen=True, kw_only=True)
class TreeOptions(WordList):
    """by: column compared; measure: a key of MEASURES; linkage: of LINKAGES; draws: of paragraphs, for the support;
    the rest as in WordList."""

    stop_list: str = "none"
    minimum_count: int = 1
    by: str = "author"
    measure: str = "burrows_delta"
    linkage: Literal["average", "complete"] = "average"
    draws: int = 200
    seed: int = 0


def tree_exhibit(corpus: Corpus, options: TreeOptions) -> Exhibit:
    """Which groups are joined first, and how often are they joined again?"""
    require_comparable(options.measure, members_of(corpus, options.by))
    table = tree(
        corpus, by=options.by, measure=options.measure, linkage=options.linkage, stop_words=options.stop_words(),
        draws=options.draws, seed=options.seed,
    )  # fmt: skip
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    measure, behind = MEASURES[options.measure], _Behind(corpus, options, table, members, styles)
    distance = measure.label if measure.kind == "distance" else f"1 − {measure.label}"
    return Exhibit(
        name="tree",
        options=options,
        title=f"Who belongs together, by {named_column(options.by)}?",
        table=table,
        draw=lambda frame, theme: tree_drawing(frame, styles, theme, distance=distance, draws=options.draws),
        reading=_reading(corpus, table, styles, members, options.draws),
        receipt=receipt(
            corpus,
            f"hierarchical clustering on {distance} ({measure.source})",
            f"{options.linkage} linkage: {LINKAGES[options.linkage]}",
            *(["the 100 most frequent words"] if "most_frequent" in measure.options else []),
            f"support: {options.draws} draws of paragraphs inside each text (Felsenstein 1985), seed {options.seed}",
            *options.settings(),
        ),
        find_passages=behind.passages,
        find_search=lambda row: "",
        find_remark=behind.remark,
    )  # fmt: skip


@dataclass(frozen=True)
class _Behind:
    """What stands behind a join: the passages of the two branches that come closest in their wording."""

    corpus: Corpus
    options: TreeOptions
    table: pd.DataFrame
    members: dict[str, list[str]]
    styles: Styles

    def passages(self, row: pd.Series) -> pd.DataFrame:
        """The closest pairs, each side a line; where no wording agrees, sentences with the strongest shared word."""
        left, right = self._branches(row)
        lines = [_aligned(self.corpus, pair) for pair in self._closest(row).itertuples()]
        if lines:
            return pd.concat(lines, ignore_index=True)
        return SharedWords(self.corpus, self.options.by, self.members).sentences(left[0], right[0])

    def remark(self, row: pd.Series) -> str:
        """Which branches meet here, and in which words their closest passages agree."""
        left, right = (listed([self.styles[group].label for group in side]) for side in self._branches(row))
        pairs = self._closest(row)
        met = f"Joined at {row['height']:.2f}: {left} with {right}."
        if pairs.empty:
            return f"{met} No {_SEQUENCE} words in a row stand in both; below, sentences with the strongest word they share."
        return f"{met} Below, two by two, the passages that come closest in their wording; first: “{pairs['shared'].iloc[0]}”."

    def _branches(self, row: pd.Series) -> tuple[tuple[str, ...], tuple[str, ...]]:
        below = self.table.set_index("node")["members"]
        left, right = (tuple(below.get(side, side).split("|")) for side in (row["left"], row["right"]))
        return left, right

    def _closest(self, row: pd.Series) -> pd.DataFrame:
        left, right = self._branches(row)
        documents = [document for group in (*left, *right) for document in self.members[group]]
        return _closest_across(self.corpus, self.options.by, left, tuple(documents))


# A click asks for them twice: for the sentence above the passages and for the passages.
@kept_with_corpus(16)
def _closest_across(corpus: Corpus, by: str, left: tuple[str, ...], documents: tuple[str, ...]) -> pd.DataFrame:
    """The closest passages of which one side is in `left` and the other is not, within these documents."""
    part = corpus.select([document for document in corpus.documents.index if document in documents])
    pairs = closest_passages(part, by=by, n=_CANDIDATES, sequence=_SEQUENCE, candidates=_CANDIDATES)
    across = pairs["group"].isin(left) != pairs["other"].isin(left)
    # The same words in one more paragraph say nothing new.
    return pairs[across].drop_duplicates("shared").head(_PAIRS)


def _aligned(corpus: Corpus, pair) -> pd.DataFrame:  # noqa: ANN001 -- a named tuple of `closest_passages`
    """The two sides of a pair of passages as concordance lines, what corresponds as the node."""
    addresses = (pair.document_id, pair.paragraph), (pair.other_document_id, pair.other_paragraph)
    table = align_passages(corpus, *addresses)
    spans = [(table[f"{side}_start"].min(), table[f"{side}_end"].max()) for side in ("first", "second")]
    hits = [_tokens(corpus, address[0], *span) for address, span in zip(addresses, spans, strict=True)]
    position, length = (np.array(column) for column in zip(*hits, strict=True))
    return concordance_lines(corpus, Hits(position, length, np.zeros(2, int)))[PASSAGE_COLUMNS]


def _tokens(corpus: Corpus, document_id: str, start: int, end: int) -> tuple[int, int]:
    """First token in the corpus of a stretch of a text, and how many tokens it has."""
    number = corpus.documents.index.get_loc(document_id)
    first, after = corpus.tokens.document_starts[number : number + 2]
    starts = corpus.tokens.start[first:after]
    low, high = np.searchsorted(starts, [start, end])
    return int(first + low), int(high - low)


def _reading(corpus: Corpus, table: pd.DataFrame, styles: Styles, members: dict[str, list[str]], draws: int) -> str:
    first, inner = table.iloc[0], table.iloc[:-1]
    said = [f"Joined first: {_named(first, styles)}, at {first['height']:.2f}"]
    if len(inner) and draws:
        weakest = inner.loc[inner["support"].idxmin()]
        said[0] += f", found again in {first['support'] * 100:.0f} of 100 draws of paragraphs"
        if weakest["node"] != first["node"]:
            said[0] += f"; the weakest branch is {_named(weakest, styles)}, in {weakest['support'] * 100:.0f}"
        if weakest["support"] < SHAKY:
            said.append("Do not build on the dashed branches")
    lengths = [int(corpus.documents.loc[texts, "n_words"].sum()) for texts in members.values()]
    short = sum(length < ENOUGH_WORDS for length in lengths)
    if short:
        said.append(
            f"Illustration only: {short} of {len(lengths)} groups are shorter than the {ENOUGH_WORDS:,} words a text "
            "that Eder (2015) asks for"
        )
    return ". ".join(said) + "."


def _named(row: pd.Series, styles: Styles) -> str:
    return listed([styles[group].label for group in row["members"].split("|")])
