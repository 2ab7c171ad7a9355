"""What sets each group apart: TF-IDF and keyness, all groups at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

import pandas as pd

from analysis import Corpus, distinctive_terms, keywords, stop_words
from analysis.errors import require_at_least
from analysis.tfidf import VARIANTS

from ..charts.rates import panels_dot
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import exact
from .groups import group_styles, members_of
from .word_list import WordList


@dataclass(frozen=True)
class DistinctiveTermsOptions:
    """variant: "plain" or "scikit-learn"; minimum_count: at least so often in the group."""

    by: str = "author"
    n: int = 12
    variant: Literal["plain", "scikit-learn"] = "plain"
    minimum_count: int = 2
    stop_list: str = "en"


def distinctive(corpus: Corpus, options: DistinctiveTermsOptions) -> Exhibit:
    """Which words does one group use much and few others at all?"""
    require_at_least("n", options.n, 1)
    terms = distinctive_terms(
        corpus,
        by=options.by,
        variant=options.variant,
        stop_words=stop_words(options.stop_list),
        minimum_count=options.minimum_count,
    )
    table = terms[terms["tfidf"] > 0].groupby("group", sort=False).head(options.n).reset_index(drop=True)
    table = (
        table.assign(per_mille=table["tfidf"] * 1000)
        if options.variant == "plain"
        else table.assign(per_mille=table["tfidf"])
    )
    unit = "TF-IDF × 1,000" if options.variant == "plain" else "TF-IDF, rows scaled to length 1"
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="distinctive_terms",
        options=options,
        title="Which words are one text’s own?",
        table=table.drop(columns="per_mille"),
        draw=lambda frame, theme: panels_dot(
            frame.assign(shown=frame["tfidf"] * (1000 if options.variant == "plain" else 1)),
            styles,
            theme,
            value="shown",
            unit=unit,
        ),
        reading=_tfidf_reading(table, styles),
        receipt=receipt(
            corpus,
            f"TF-IDF: {VARIANTS[options.variant]}",
            f"stop list {options.stop_list}",
            f"at least {options.minimum_count} hits in the group",
        ),
        find_passages=partial(_passages, corpus, members),
    )


def _tfidf_reading(table: pd.DataFrame, styles: Styles) -> str:
    if table.empty:
        return "No word is frequent enough here and absent elsewhere. Lower the minimum count."
    heads = "; ".join(
        f"{styles[row.group].label} {row.term} ({row.count} hits, in {row.document_frequency} of {row.n_groups} groups)"
        for row in table.groupby("group", sort=False).head(1).itertuples()
    )
    return (
        f"Most distinctive by TF-IDF: {heads}. "
        "A word that all groups use scores 0 here, however unequally they use it; keyness shows those."
    )


@dataclass(frozen=True, kw_only=True)
class KeywordsOptions(WordList):
    """n: words a group; alpha: level of the conservative log ratio over the whole list; the rest as in WordList."""

    stop_list: str = "none"
    by: str = "author"
    n: int = 12
    alpha: float = 0.05


def keyness(corpus: Corpus, options: KeywordsOptions) -> Exhibit:
    """Which words does each group use more than all others together, and by how much at the least?"""
    require_at_least("n", options.n, 1)
    tested = keywords(
        corpus,
        by=options.by,
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
        alpha=options.alpha,
    )
    more = tested[tested["log_likelihood"] > 0]
    table = more.groupby("group", sort=False).head(options.n).reset_index(drop=True)
    family = int(tested.groupby("group").size().max()) if len(tested) else 0
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="keywords",
        options=options,
        title="Which words does each text use more than the rest?",
        table=table,
        draw=lambda frame, theme: panels_dot(
            frame,
            styles,
            theme,
            value="log_ratio",
            low="log_ratio_conservative",
            unit="Log Ratio: 1 is twice as frequent as in the rest, 2 four times; the line reaches down to what is sure",
        ),
        reading=_keyness_reading(table, styles, family, options.alpha),
        receipt=receipt(
            corpus,
            "keyness, each group against the rest: conservative Log Ratio (Hardie 2014; Evert 2022)",
            f"level {options.alpha:g} over {family} words (Bonferroni)",
            "G² with four cells (Dunning 1993), q by Benjamini–Hochberg",
            *options.settings(),
        ),
        find_passages=partial(_passages, corpus, members),
    )


def _keyness_reading(table: pd.DataFrame, styles: Styles, family: int, alpha: float) -> str:
    if table.empty:
        return "No word is frequent enough to be compared. Lower the minimum count."
    heads = "; ".join(
        f"{styles[row.group].label} {row.term} ({row.per_1000:.1f} against {row.reference_per_1000:.1f} per 1,000 words, "
        f"G² {row.log_likelihood:.0f}, in {row.texts} of {row.n_texts} texts)"
        for row in table.groupby("group", sort=False).head(1).itertuples()
    )
    sure = table[table["log_ratio_conservative"] > 0].groupby("group", sort=False).size()
    counts = ", ".join(f"{styles[group].label} {sure.get(group, 0)}" for group in table["group"].unique())
    return (
        f"First on each list: {heads}. Words that stay above “no difference” at level {alpha:g} over {family} words "
        f"tried: {counts}; words repeat inside a text, so read this as description."
    )


def _passages(corpus: Corpus, members: dict[str, list[str]], row: pd.Series) -> pd.DataFrame:
    return lines_in(corpus, exact(row["term"]), members[row["group"]])
