"""Whose passage is it: what a classifier takes each passage for, and whether it is as sure as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import (
    AnalysisError,
    AttributionModel,
    Corpus,
    attribution_accuracy,
    attribution_calibration,
    attribution_confusion,
    attribution_model,
    attributions,
    stop_words,
    telling_words,
)
from analysis.keeping import kept_with_corpus
from analysis.naive_bayes import PRIORS
from analysis.passages import UNITS

from ..charts.attribution import confidence_dot, confusion_heatmap, sure
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .groups import group_noun, group_styles

METHOD = "multinomial naive Bayes over counts of words, each passage judged by all other paragraphs"
# Words named above the passages of a mistake.
_NAMED = 6


@dataclass(frozen=True, kw_only=True)
class AttributionOptions:
    """by: column whose groups are told apart; unit: a key of UNITS; prior: a key of PRIORS; stop_list: words that do not
    count, by name."""

    by: str = "author"
    unit: Literal["run", "paragraph"] = "run"
    prior: Literal["equal", "length"] = "equal"
    stop_list: str = "none"


@dataclass(frozen=True, eq=False)
class Judged:
    """A model, and what it says of each passage."""

    model: AttributionModel
    table: pd.DataFrame


@kept_with_corpus(4)
def judged(corpus: Corpus, options: AttributionOptions = AttributionOptions()) -> Judged:
    """Every passage of a corpus as the classifier sees it. AnalysisError where there is no passage, or one group only."""
    model = attribution_model(
        corpus, by=options.by, unit=options.unit, prior=options.prior, stop_words=stop_words(options.stop_list)
    )
    if not len(model.passages):
        raise AnalysisError("These texts have no words, so there is no passage to judge; add other texts.")
    return Judged(model, attributions(corpus, model))


def attribution(corpus: Corpus, options: AttributionOptions) -> Exhibit:
    """Whose passage does a classifier take each one for?"""
    made, styles = judged(corpus, options), group_styles(corpus, options.by)
    confusion = attribution_confusion(made.model)
    table = confusion[confusion["n"] > 0].reset_index(drop=True)
    return Exhibit(
        name="attribution",
        options=options,
        title=f"Does the machine know the {group_noun(corpus, options.by)} by a passage?",
        table=table,
        draw=lambda frame, theme: confusion_heatmap(frame, styles, theme),
        reading=_reading(corpus, made, table, styles),
        receipt=receipt(corpus, METHOD, *settings(options, made.model), "95 % intervals by Wilson"),
        find_passages=lambda row: _lines(made, (made.table["group"] == row["group"]) & (made.table["guess"] == row["guess"])),
        find_search=lambda row: "",
        find_remark=lambda row: _remark(corpus, made, row, styles),
    )  # fmt: skip


def attribution_confidence(corpus: Corpus, options: AttributionOptions) -> Exhibit:
    """Is the classifier as sure as it should be?"""
    made, styles = judged(corpus, options), group_styles(corpus, options.by)
    steps = attribution_calibration(made.model)
    table = steps[steps["count"] > 0].reset_index(drop=True)
    return Exhibit(
        name="attribution_confidence",
        options=options,
        title="Is the machine as sure as it should be?",
        table=table,
        draw=confidence_dot,
        reading=_confidence_reading(made, table),
        receipt=receipt(corpus, METHOD, *settings(options, made.model), "95 % intervals by Wilson"),
        find_passages=lambda row: _lines(made, _within(made.table["probability"], row), styles),
        find_search=lambda row: "",
    )


def settings(options: AttributionOptions, model: AttributionModel) -> list[str]:
    """How the guesses were made, for a receipt."""
    temperature = attribution_accuracy(model)["temperature"].iloc[0]
    return [
        f"passages: {UNITS[options.unit]}",
        f"stop list {options.stop_list}",
        f"smoothed by {model.smoothing:g} words of the average",
        PRIORS[options.prior],
        f"confidence divided by a temperature of {temperature:.1f}, fitted on all other paragraphs",
    ]


def _within(probability: pd.Series, row: pd.Series) -> pd.Series:
    """Which guesses fall into a step of confidence; the last one holds its end."""
    below = probability < row["to_probability"] if row["to_probability"] < 1 else probability <= 1
    return (probability >= row["from_probability"]) & below


def _lines(made: Judged, chosen: pd.Series, styles: Styles | None = None) -> pd.DataFrame:
    """Passages with how sure the guess was, the surest first; with `styles` also whether it was right."""
    lines = made.table[chosen].sort_values("probability", ascending=False, kind="stable")
    remarks = [f"{sure(line.probability)} sure{_verdict(line, styles)}" for line in lines.itertuples()]
    return lines.assign(remark=remarks).reset_index(drop=True)


def _verdict(line, styles: Styles | None) -> str:  # noqa: ANN001 -- a named tuple of attributions
    if styles is None:
        return ""
    return ", right" if line.correct else f" of {styles[line.guess].label}, wrong"


def _reading(corpus: Corpus, made: Judged, table: pd.DataFrame, styles: Styles) -> str:
    row = attribution_accuracy(made.model).iloc[0]
    first = (
        f"{row['correct']} of {row['n']} passages ({row['share']:.0%}; 95 % interval {row['low']:.0%} to {row['high']:.0%}) are given to "
        f"the right {group_noun(corpus, made.model.by)}; who always names the longest, {styles[row['longest']].label}, is right in {row['longest_share']:.0%}. "
    )
    wrong = table[table["group"] != table["guess"]].sort_values(["share", "count"], ascending=False, kind="stable")
    worst = wrong.iloc[0] if len(wrong) else None
    if worst is not None and worst["count"]:
        first += (
            f"The commonest mistake: {styles[worst['group']].label} taken for {styles[worst['guess']].label} "
            f"({worst['count']} of its {worst['n']} passages). "
        )
    if corpus.documents["author"].is_unique:
        return first + "With one text an author, it learns the subject and the genre as much as the style."
    return first + "It learns subject and genre as much as style."


def _confidence_reading(made: Judged, table: pd.DataFrame) -> str:
    n, last = len(made.table), table.iloc[-1]
    outside = table[(table["low"] > table["probability"]) | (table["high"] < table["probability"])]
    holds = (
        "In every step the interval agrees with what was promised."
        if outside.empty
        else f"In {len(outside)} of {len(table)} steps it does not agree with what was promised: rely on none of those."
    )
    return (
        f"Of {n} guesses, {int(last['count'])} were {last['from_probability']:.0%} sure or more, and {int(last['correct'])} of these were right "
        f"({last['share']:.0%}; 95 % interval {last['low']:.0%} to {last['high']:.0%}; promised: {last['probability']:.0%}). {holds}"
    )


def _remark(corpus: Corpus, made: Judged, row: pd.Series, styles: Styles) -> str:
    """How many, and of a mistake the words that misled most."""
    own, guess = styles[row["group"]].label, styles[row["guess"]].label
    if row["group"] == row["guess"]:
        return f"{row['count']} of {row['n']} passages of {own} are known."
    said = f"{row['count']} of {row['n']} passages of {own} are taken for {guess}."
    chosen = made.table.index[(made.table["group"] == row["group"]) & (made.table["guess"] == row["guess"])]
    if not len(chosen):
        return said
    words = pd.concat([telling_words(corpus, made.model, int(passage)) for passage in chosen])
    bits = words[words["side"] == "misleading"].groupby("term")["total_bits"].sum()
    named = bits.reset_index().sort_values(["total_bits", "term"], ascending=[False, True])["term"].head(_NAMED)
    return f"{said} Words that misled most: {', '.join(named)}."
