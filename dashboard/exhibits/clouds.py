"""Word clouds, each with its ranked list: one a group, the words that part the groups, the words that all share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus, OptionError, frequencies, keywords
from analysis.errors import require_at_least, require_one_of

from ..charts.cloud import words_without_letters
from ..charts.cloud_pictures import Numbers, cloud_panels, hall_cloud, one_cloud
from .base import Exhibit, lines_in, receipt
from .frequencies import counted_passages, exact
from .groups import each_group, group_noun, group_styles, members_of
from .term_tables import interval_of
from .word_list import WordList

KINDS = {"groups": "one cloud each", "comparison": "what parts them", "commonality": "what all share"}
ALL = "all texts"
_SIZE = "Size follows the rank only roughly, and long words look bigger: go by the list."


@dataclass(frozen=True, kw_only=True)
class WordCloudOptions(WordList):
    """which: a cloud a group, one of the words that part the groups, or one of the words that all use; by: column
    compared; n: words in each cloud; the rest as in WordList."""

    which: Literal["groups", "comparison", "commonality"] = "groups"
    by: str = "author"
    n: int = 40
    seed: int = 0


def word_cloud(corpus: Corpus, options: WordCloudOptions) -> Exhibit:
    """What does the vocabulary look like at a glance: of each group, of what parts the groups, of what they share?"""
    require_one_of("which", options.which, KINDS)
    require_at_least("n", options.n, 1)
    make = {"groups": _each_group, "comparison": _comparison, "commonality": _commonality}
    made = make[options.which](corpus, options)
    _require_letters(made.table)
    return made


def _each_group(corpus: Corpus, options: WordCloudOptions) -> Exhibit:
    counted = _counted(corpus, options)
    top = counted[counted["count"] > 0].groupby("group", sort=False).head(options.n)
    # Intervals cost the most, so only words that are shown get them.
    table = frequencies(corpus, by=options.by, terms=top["term"].unique(), seed=options.seed)
    table = table.merge(top[["group", "term"]]).reset_index(drop=True)
    styles = group_styles(corpus, options.by)
    heads = "; ".join(
        f"{styles[row.group].label} {row.term} ({row.per_1000:.1f})"
        for row in table.groupby("group", sort=False).head(1).itertuples()
    )
    numbers = Numbers("per_1000", "low", "high", "per_1000", "per 1,000 words, with 95 % interval")
    return Exhibit(
        name="word_cloud",
        options=options,
        title=f"Which words fill {each_group(corpus, options.by)}?",
        table=table,
        draw=lambda frame, theme: cloud_panels(frame, styles, theme, numbers, seed=options.seed),
        reading=f"Largest, per 1,000 words: {heads}. {_SIZE}",
        receipt=_receipt(
            corpus, options, f"{options.n} words a cloud, size: square root of the rate", interval_of(corpus)
        ),
        find_passages=counted_passages(corpus, options.by),
        draw_for_hall=lambda frame, theme: (
            hall_cloud(frame, styles, theme, numbers, seed=options.seed) if frame["group"].nunique() == 1 else None
        ),
    )


def _comparison(corpus: Corpus, options: WordCloudOptions) -> Exhibit:
    tested = keywords(
        corpus,
        by=options.by,
        measure="log_likelihood",
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
    )
    styles = group_styles(corpus, options.by)
    # A word goes to the group that overuses it most; every group has the same room in the cloud.
    own = tested[tested["log_likelihood"] > 0].sort_values(["log_likelihood", "term"], ascending=[False, True])
    own = own.drop_duplicates("term").sort_index()
    table = own.groupby("group", sort=False).head(max(options.n // len(styles), 1)).reset_index(drop=True)
    _require_words(table)
    family = int(tested.groupby("group").size().max())
    numbers = Numbers(
        "log_ratio", "log_ratio_conservative", "", "log_likelihood",
        "dot: Log Ratio, 1 is twice as frequent as in the rest, 2 four times; line: down to what is sure; in order of G²", listed=3 if len(styles) < 7 else 2,
    )  # fmt: skip
    heads = "; ".join(
        f"{styles[row.group].label} {row.term} ({row.per_1000:.1f} against {row.reference_per_1000:.1f})"
        for row in table.groupby("group", sort=False).head(1).itertuples()
    )
    return Exhibit(
        name="word_cloud",
        options=options,
        title=f"Which words part each {group_noun(corpus, options.by)} from the rest?",
        table=table,
        draw=lambda frame, theme: one_cloud(frame, styles, theme, numbers, seed=options.seed),
        reading=f"Most overused, per 1,000 words against the rest: {heads}. {_SIZE}",
        receipt=_receipt(
            corpus,
            options,
            "each word in the colour of the group that overuses it most, size: square root of G² (Dunning 1993)",
            f"conservative Log Ratio at level 0.05 over {family} words (Bonferroni)",
        ),
        find_passages=counted_passages(corpus, options.by),
    )


def _commonality(corpus: Corpus, options: WordCloudOptions) -> Exhibit:
    members = members_of(corpus, options.by)
    if len(members) < 2:
        raise OptionError("What all share needs two groups or more; choose more texts, or another column to group by.")
    counted = _counted(corpus, options)
    least = counted.groupby("term")["per_1000"].min()
    least = least[least > 0].rename("least").reset_index().sort_values(["least", "term"], ascending=[False, True])
    table = _least_used(corpus, options, list(least["term"].head(options.n)))
    _require_words(table)
    styles, first = group_styles(corpus, options.by), table.iloc[0]
    numbers = Numbers(
        "least_per_1000", "low", "high", "least_per_1000", "per 1,000 words where used least, with 95 % interval", 16
    )
    noun = group_noun(corpus, options.by)
    return Exhibit(
        name="word_cloud",
        options=options,
        title=f"Which words does every {noun} use?",
        table=table,
        draw=lambda frame, theme: one_cloud(frame, {}, theme, numbers, seed=options.seed),
        reading=(
            f"{len(least)} listed words stand in every {noun}. First is “{first['term']}”: even {styles[first['least_in']].label}, "
            f"which uses it least, has it {first['least_per_1000']:.1f} [{first['low']:.1f}–{first['high']:.1f}] times per "
            f"1,000 words. {_SIZE}"
        ),
        receipt=_receipt(
            corpus,
            options,
            "words that all groups have, size: square root of the lowest rate of any group",
            interval_of(corpus),
        ),
        find_passages=lambda row: lines_in(corpus, exact(row["term"]), list(corpus.documents.index)),
    )


def _counted(corpus: Corpus, options: WordCloudOptions) -> pd.DataFrame:
    counted = frequencies(
        corpus,
        by=options.by,
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
        intervals=False,
    )
    _require_words(counted)
    return counted


def _least_used(corpus: Corpus, options: WordCloudOptions, terms: list[str]) -> pd.DataFrame:
    """A row a term, in this order: group, term, count (all groups), least_in (a group), least_per_1000, low, high."""
    rates = frequencies(corpus, by=options.by, terms=terms, seed=options.seed)
    least = rates.loc[rates.groupby("term")["per_1000"].idxmin()].set_index("term").reindex(terms)
    return pd.DataFrame(
        {
            "group": ALL,
            "term": terms,
            "count": rates.groupby("term")["count"].sum().reindex(terms).to_numpy(),
            "least_in": least["group"].to_numpy(),
            "least_per_1000": least["per_1000"].to_numpy(),
            "low": least["low"].to_numpy(),
            "high": least["high"].to_numpy(),
        }
    )


def _require_words(table: pd.DataFrame) -> None:
    if table.empty:
        raise OptionError("No word is left for a cloud. Lower the minimum count or choose another stop list.")


def _require_letters(table: pd.DataFrame) -> None:
    lacking = words_without_letters(list(table["term"].unique()))
    if lacking:
        raise OptionError(
            f"No font of this computer has the letters of {', '.join(lacking[:3])}, so the cloud cannot be drawn. Install "
            "one, such as Noto Sans for your script (Noto Sans CJK for Chinese), and start again; Frequencies has the list."
        )


def _receipt(corpus: Corpus, options: WordCloudOptions, *method: str):  # noqa: ANN202 -- a Receipt
    return receipt(corpus, f"word cloud: {method[0]}", *method[1:], f"seed {options.seed}", *options.settings())
