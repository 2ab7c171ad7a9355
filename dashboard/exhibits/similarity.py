"""How alike are the words of every two groups, in full and at equal length?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from analysis import AnalysisError, Corpus, fair_similarities, pair_terms, similarities
from analysis.errors import require_one_of
from analysis.similarity import MEASURES, Similarity

from ..charts.similarity import similarity_heatmap
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .groups import group_styles, members_of, named_column
from .shared_words import SharedWords
from .word_list import WordList

_PLAIN = {
    "jensen_shannon": "Shares of all words (Jensen–Shannon)",
    "cosine": "Words that not all use (cosine of TF-IDF)",
    "burrows_delta": "The 100 most frequent words (Burrows’s Delta)",
    "cosine_delta": "Direction of style (Cosine Delta)",
}
# Every measure there is, also one that has no plain name yet.
MEASURE_NAMES = {
    name: _PLAIN.get(name, MEASURES[name].label) for name in sorted(MEASURES, key=[*_PLAIN, *MEASURES].index)
}
# Where the longest group has more than so many times the words of the shortest, length decides much.
_UNEQUAL = 2.0
# Below so many groups the spread that a Delta measures by hangs on single texts.
_FEW = 10


@dataclass(frozen=True, kw_only=True)
class SimilarityOptions(WordList):
    """by: column compared; measure: a key of MEASURES; fair: at equal length; the rest as in WordList."""

    stop_list: str = "none"
    minimum_count: int = 1
    by: str = "author"
    measure: str = "jensen_shannon"
    fair: bool = False
    seed: int = 0


def similarity(corpus: Corpus, options: SimilarityOptions) -> Exhibit:
    """Which groups use the same words, and which words are these?"""
    require_one_of("measure", options.measure, MEASURES)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    shared = SharedWords(corpus, options.by, members, options.stop_words())
    require_comparable(options.measure, members)
    table = _pairs(corpus, options, shared)
    if table["value"].isna().all():
        raise AnalysisError("No two of these groups have words to compare; choose another word list or other texts.")
    measure = MEASURES[options.measure]
    return Exhibit(
        name="similarity",
        options=options,
        title=f"Who is like whom, by {named_column(options.by)}?",
        table=table,
        draw=lambda frame, theme: similarity_heatmap(
            frame, styles, theme, nearer="high" if measure.kind == "similarity" else "low", scale=measure.direction
        ),
        reading=_fair_reading(table, styles, measure) if options.fair else _reading(corpus, options, table, styles, shared),
        receipt=receipt(
            corpus,
            f"{measure.label} ({measure.source}), {measure.range}; {measure.direction}; shading by likeness",
            *(["the 100 most frequent words"] if "most_frequent" in measure.options else []),
            *options.settings(),
            *([f"windows of {table['window'].iloc[0]:,} words, {table['draws'].iloc[0]} draws, seed {options.seed}"] if options.fair else []),
        ),
        find_passages=lambda row: shared.sentences(row["group"], row["other"]),
        find_search=lambda row: shared.named(row["group"], row["other"], 1),
        find_remark=lambda row: _remark(corpus, options, row, shared),
    )  # fmt: skip


def require_comparable(measure: str, groups: Collection[str]) -> None:
    """AnalysisError where a measure says nothing of so few groups; fewer than two the analysis itself refuses."""
    # TF-IDF leaves out what all use: of two groups that is all they share, and the cosine is 0 whatever they say.
    why = {
        "cosine": "TF-IDF leaves out what both use",
        "burrows_delta": "a Delta needs three",
        "cosine_delta": "a Delta needs three",
    }
    if len(groups) == 2 and measure in why:
        raise AnalysisError(
            f"{MEASURES[measure].label} cannot compare 2 groups: {why[measure]}. "
            "Choose the Jensen–Shannon divergence, or more texts."
        )


def _pairs(corpus: Corpus, options: SimilarityOptions, shared: SharedWords) -> pd.DataFrame:
    """A row a pair: group, other, measure, value, shared; at equal length also fair_value, low, high, rank, holds …"""
    chosen = {"by": options.by, "measure": options.measure, "stop_words": options.stop_words()}
    if options.fair:
        table = fair_similarities(corpus, **chosen, seed=options.seed).rename(columns={"item": "other"})
        table.insert(2, "measure", options.measure)
    else:
        table = similarities(corpus, **chosen, minimum_count=options.minimum_count)
    return table.assign(shared=[shared.named(*pair) for pair in zip(table["group"], table["other"], strict=True)])


def _reading(
    corpus: Corpus, options: SimilarityOptions, table: pd.DataFrame, styles: Styles, shared: SharedWords
) -> str:
    ordered = _nearest_first(table, "value", MEASURES[options.measure])
    nearest, farthest = ordered.iloc[0], ordered.iloc[-1]
    words = shared.named(nearest["group"], nearest["other"], 3)
    is_what = f"stand at {nearest['value']:.2f}" if len(ordered) == 1 else f"are nearest ({nearest['value']:.2f})"
    first = f"{_pair(nearest, styles)} {is_what}" + (f"; {shared.rule}: {words}." if words else ".")
    if len(ordered) > 1:
        first += (
            f" Farthest are {_pair(farthest, styles)} ({farthest['value']:.2f}), {_apart(corpus, options, farthest)}."
        )
    return f"{first} {_caution(corpus, options, shared)}"


def _apart(corpus: Corpus, options: SimilarityOptions, pair: pd.Series) -> str:
    """Of a distance the words that make most of it; of a similarity how few words they share."""
    if MEASURES[options.measure].kind == "similarity":
        return f"who share {pair['terms']} such words" if pair["terms"] else "who share no such word"
    return f"parted most by {', '.join(_parting(corpus, options, pair, 3))}"


def _parting(corpus: Corpus, options: SimilarityOptions, pair: pd.Series, n: int) -> list[str]:
    table = pair_terms(
        corpus, pair["group"], pair["other"], by=options.by, measure=options.measure, stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
    )  # fmt: skip
    return table["term"].head(n).tolist()


def _caution(corpus: Corpus, options: SimilarityOptions, shared: SharedWords) -> str:
    """What makes the values doubtful, in one sentence."""
    unstable = _unstable(MEASURES[options.measure], len(shared.members))
    if unstable:
        return f"{unstable}: it measures by the spread among these groups, so each value changes when a text is added."
    lengths = [int(corpus.documents.loc[texts, "n_words"].sum()) for texts in shared.members.values()]
    if max(lengths) > _UNEQUAL * min(lengths):
        return (
            f"The longest group has {max(lengths) / max(min(lengths), 1):.0f} times the words of the shortest, which alone "
            "makes long ones look alike: switch on Length-fair before you rank."
        )
    return "Values of different measures must not be compared."


def _unstable(measure: Similarity, groups: int) -> str:
    return f"With {groups} groups a Delta is unstable" if "most_frequent" in measure.options and groups < _FEW else ""


def _fair_reading(table: pd.DataFrame, styles: Styles, measure: Similarity) -> str:
    whole = _nearest_first(table, "value", measure).iloc[0]
    ordered = _nearest_first(table, "fair_value", measure)
    nearest, farthest, firmest = ordered.iloc[0], ordered.iloc[-1], table.loc[table["holds"].idxmax()]
    if len(table) == 1:
        return (
            f"Cut to {whole['window']:,} running words each, {_pair(whole, styles)} stand at {whole['fair_value']:.2f} "
            f"(middle 95 % of {whole['draws']} draws {whole['low']:.2f} to {whole['high']:.2f}); as whole texts at {whole['value']:.2f}."
        )
    unstable = _unstable(measure, table[["group", "other"]].stack().nunique())
    return (
        f"As whole texts {_pair(whole, styles)} are nearest; cut to {whole['window']:,} running words each, they keep that rank "
        f"in {whole['holds']:.0%} of {whole['draws']} draws. At equal length {_pair(nearest, styles)} are nearest ({nearest['fair_value']:.2f}), "
        f"{_pair(farthest, styles)} farthest ({farthest['fair_value']:.2f}); the surest rank is that of {_pair(firmest, styles)} ({firmest['holds']:.0%})."
        + (f" {unstable}." if unstable else "")
    )


def _remark(corpus: Corpus, options: SimilarityOptions, pair: pd.Series, shared: SharedWords) -> str:
    """The words two groups share and, of a distance, those that part them."""
    said = shared.remark(pair["group"], pair["other"])
    if MEASURES[options.measure].kind == "similarity":
        return said
    return f"{said} Parted most by {', '.join(_parting(corpus, options, pair, 6))}."


def _nearest_first(table: pd.DataFrame, value: str, measure: Similarity) -> pd.DataFrame:
    return table.dropna(subset=[value]).sort_values(value, ascending=measure.kind == "distance", kind="stable")


def _pair(row: pd.Series, styles: Styles) -> str:
    return f"{styles[row['group']].label} and {styles[row['other']].label}"
