"""What sets each group apart: TF-IDF and keyness, all groups at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from analysis import Corpus, OptionError, distinctive_terms, keywords
from analysis.errors import require_at_least
from analysis.tfidf import VARIANTS

from ..charts.rates import panels_dot
from ..charts.theme import Styles, Theme
from .base import Exhibit, lines_in, receipt
from .fair_lists import fair_lists, fair_settings, kept, with_notes
from .frequencies import exact
from .groups import group_noun, group_styles, members_of
from .native import Bars
from .word_list import WordList

_LOG_RATIO = "Log Ratio: 1 is twice as frequent as in the rest, 2 four times"
_SURE = "the line reaches down to what is sure"


@dataclass(frozen=True, kw_only=True)
class DistinctiveTermsOptions(WordList):
    """variant: "plain" or "scikit-learn"; minimum_count: at least so often in the group; fair: as if all groups were
    as short as the shortest (plain only); the rest as in WordList."""

    minimum_count: int = 2
    by: str = "author"
    n: int = 12
    variant: Literal["plain", "scikit-learn"] = "plain"
    fair: bool = False
    seed: int = 0


def distinctive(corpus: Corpus, options: DistinctiveTermsOptions) -> Exhibit:
    """Which words does one group use much and few others at all?"""
    require_at_least("n", options.n, 1)
    if options.fair and options.variant != "plain":
        raise OptionError("A length-fair comparison by TF-IDF takes the plain formula; choose “plain”.")
    words = {"stop_words": options.stop_words(), "minimum_count": options.minimum_count}
    terms = distinctive_terms(corpus, by=options.by, variant=options.variant, **words)
    terms = terms[terms["tfidf"] > 0]
    if options.fair:
        lists = {"by": options.by, "n": options.n, "measure": "tfidf", "shown": "tfidf", "seed": options.seed}
        table = fair_lists(corpus, terms, **lists, **words)
    else:
        table = terms.groupby("group", sort=False).head(options.n).reset_index(drop=True)
    scale, unit = (1000, "TF-IDF × 1,000") if options.variant == "plain" else (1, "TF-IDF, rows scaled to length 1")
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="distinctive_terms",
        options=options,
        title=f"Which words are one {group_noun(corpus, options.by)}’s own?",
        table=table,
        draw=lambda frame, theme: _tfidf_panels(frame, styles, theme, scale, unit, options.fair),
        reading=_fair_reading(table, styles, "TF-IDF") if options.fair else _tfidf_reading(table, styles),
        receipt=receipt(
            corpus,
            f"TF-IDF: {VARIANTS[options.variant]}",
            options.settings()[0],
            f"at least {options.minimum_count} hits in the group",
            *(fair_settings(table, options.seed) if options.fair else ()),
        ),
        find_passages=partial(_passages, corpus, members),
        native=_fair_bars(VARIANTS[options.variant], styles, "0.0000")
        if options.fair
        else Bars("term", "group", "tfidf", "TF-IDF", styles, lists=True, form="0.0000"),
    )


def _tfidf_panels(table: pd.DataFrame, styles: Styles, theme: Theme, scale: int, unit: str, fair: bool) -> go.Figure:
    if fair:
        return _fair_panels(table, styles, theme, unit, scale)
    return panels_dot(table.assign(shown=table["tfidf"] * scale), styles, theme, value="shown", unit=unit)


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
    """n: words a group; alpha: level of the conservative log ratio over the whole list; fair: as if all groups were as
    short as the shortest; the rest as in WordList."""

    stop_list: str = "none"
    by: str = "author"
    n: int = 12
    alpha: float = 0.05
    fair: bool = False
    seed: int = 0


def keyness(corpus: Corpus, options: KeywordsOptions) -> Exhibit:
    """Which words does each group use more than all others together, and by how much at the least?"""
    require_at_least("n", options.n, 1)
    words = {"stop_words": options.stop_words(), "minimum_count": options.minimum_count}
    tested = keywords(corpus, by=options.by, alpha=options.alpha, **words)
    more = tested[tested["log_likelihood"] > 0]
    if options.fair:
        lists = {"by": options.by, "n": options.n, "measure": "log_likelihood", "shown": "log_ratio"}
        table = fair_lists(corpus, more, **lists, seed=options.seed, **words)
    else:
        table = more.groupby("group", sort=False).head(options.n).reset_index(drop=True)
    family = int(tested.groupby("group").size().max()) if len(tested) else 0
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="keywords",
        options=options,
        title=f"Which words does each {group_noun(corpus, options.by)} use more than the rest?",
        table=table,
        draw=partial(_keyness_panels, styles=styles, fair=options.fair),
        reading=_fair_reading(table, styles, "G²")
        if options.fair
        else _keyness_reading(table, styles, family, options.alpha),
        receipt=receipt(
            corpus,
            "keyness, each group against the rest: conservative Log Ratio (Hardie 2014; Evert 2022)",
            f"level {options.alpha:g} over {family} words (Bonferroni)",
            "G² with four cells (Dunning 1993), q by Benjamini–Hochberg",
            *(fair_settings(table, options.seed) if options.fair else ()),
            *options.settings(),
        ),
        find_passages=partial(_passages, corpus, members),
        native=_fair_bars(_LOG_RATIO, styles, "0.0")
        if options.fair
        else Bars("term", "group", "log_ratio", f"{_LOG_RATIO}; {_SURE}", styles, "log_ratio_conservative", lists=True),
    )


def _keyness_panels(table: pd.DataFrame, theme: Theme, *, styles: Styles, fair: bool) -> go.Figure:
    if fair:
        return _fair_panels(table, styles, theme, _LOG_RATIO)
    unit = f"{_LOG_RATIO}; {_SURE}"
    return panels_dot(table, styles, theme, value="log_ratio", low="log_ratio_conservative", unit=unit)


def _fair_bars(measure: str, styles: Styles, form: str) -> Bars:
    unit = f"{measure}: median and middle 95 % of windows as long as the shortest group"
    return Bars("term", "group", "fair_value", unit, styles, "fair_low", "fair_high", lists=True, form=form)


def _fair_panels(table: pd.DataFrame, styles: Styles, theme: Theme, unit: str, scale: int = 1) -> go.Figure:
    """The lists as the windows show them, and beside each word how often it keeps its place."""
    drawn = {name: table[f"fair_{name}"] * scale for name in ("value", "low", "high")}
    shown = with_notes(table.assign(**{f"fair_{name}": values for name, values in drawn.items()}))
    unit += "<br>dot and line: median and middle 95 % of the windows · per cent: windows in which it is listed again (holds)"
    return panels_dot(
        shown, styles, theme, value="fair_value", low="fair_low", high="fair_high", note="note", unit=unit
    )


def _fair_reading(table: pd.DataFrame, styles: Styles, measure: str) -> str:
    if table.empty:
        return "No word is frequent enough to be compared. Lower the minimum count."
    best = table.sort_values("holds", ascending=False, kind="stable").iloc[0]
    how_many = kept(table, {group: styles[group].label for group in table["group"]})
    return f"{how_many} Surest is {best['term']} in {styles[best['group']].label}: {best['holds']:.0%}; lists by {measure}."


def _keyness_reading(table: pd.DataFrame, styles: Styles, family: int, alpha: float) -> str:
    if table.empty:
        return "No word is frequent enough to be compared. Lower the minimum count."
    heads = "; ".join(
        f"{styles[row.group].label} {row.term} {row.per_1000:.1f} : {row.reference_per_1000:.1f}"
        for row in table.groupby("group", sort=False).head(1).itertuples()
    )
    sure = (table["log_ratio_conservative"] > 0).groupby(table["group"], sort=False).sum()
    return (
        f"First on each list, with its rate per 1,000 words here and in the rest: {heads}. Of the {len(table)} words, "
        f"{int(sure.sum())} stay above “no difference” at level {alpha:g} over {family} tried "
        f"({', '.join(map(str, sure))}); words repeat inside a text, so read this as description."
    )


def _passages(corpus: Corpus, members: dict[str, list[str]], row: pd.Series) -> pd.DataFrame:
    return lines_in(corpus, exact(row["term"]), members[row["group"]])
