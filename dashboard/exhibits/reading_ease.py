"""How hard are the texts to read, by the formulae for English prose?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import Corpus, OptionError, hardest_sentences, readability_intervals, sentence_counts, sentence_passages
from analysis.errors import require_one_of
from analysis.readability import MEASURES

from ..charts.measure_panels import Panel, measure_panels
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .groups import group_styles, members_of

NAMES = {name: measure.label for name, measure in MEASURES.items()}
GLOSSES = {
    "flesch": "points by words a sentence and syllables a word; axis turned: below 30 is scholars’ prose",
    "flesch_kincaid": "school years, by the same counts as Flesch’s points",
    "gunning_fog": "school years, by sentences and by words of three syllables or more",
    "smog": "school years for full understanding, by words of three syllables or more",
    "automated_readability": "school years, by letters and signs a word and words a sentence",
    "coleman_liau": "school years, by letters and sentences to a hundred words",
}
FOOT = (
    "School years in the United States: 12 ends high school, 16 a first degree. Shown to whole points and years, because programs "
    "differ by one or two. Line: 95 % interval, from paragraphs drawn anew (none with fewer than 8 paragraphs)."
)


@dataclass(frozen=True)
class ReadabilityOptions:
    """by: column compared; measures: of `readability.MEASURES`; seed: of the draws for the intervals."""

    by: str = "author"
    measures: tuple[str, ...] = tuple(MEASURES)
    seed: int = 0


def readability(corpus: Corpus, options: ReadabilityOptions) -> Exhibit:
    """How hard is each group to read, by the length of its sentences and words?

    The table has the columns of `analysis.readability_intervals`, a row a formula and group; values are not rounded
    there, and drawn and told as whole points or school years only.
    """
    if not options.measures:
        raise OptionError("No formula is chosen; choose one or more.")
    for name in options.measures:
        require_one_of("measures", name, MEASURES)
    table = readability_intervals(corpus, by=options.by, seed=options.seed)
    table = table[table["measure"].isin(options.measures)]
    place = {name: number for number, name in enumerate(options.measures)}
    table = table.sort_values("measure", key=lambda names: names.map(place), kind="stable").reset_index(drop=True)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="readability",
        options=options,
        title="How hard are the texts to read?",
        table=table,
        draw=lambda frame, theme: measure_panels(_whole(frame), styles, theme, panels=_panels(options), foot=FOOT),
        reading=_reading(table, styles),
        receipt=receipt(
            corpus,
            "readability formulae for English prose: " + ", ".join(f"{NAMES[name]} ({MEASURES[name].source})" for name in options.measures),
            "shown to whole points and grades",
            "95 % paragraph bootstrap, 2,000 draws",
            f"seed {options.seed}",
            "syllables by rule",
        ),
        find_passages=lambda row: _hardest(corpus, members[row["group"]], row["measure"]),
        find_search=lambda row: "",
    )  # fmt: skip


def _hardest(corpus: Corpus, documents: list[str], measure: str) -> pd.DataFrame:
    """The ten sentences of a group that the formula finds hardest, each with what it counts."""
    sentences = sentence_counts(corpus)
    worst = hardest_sentences(sentences[sentences["document_id"].isin(documents)], measure)
    return sentence_passages(corpus, worst).assign(remark=[f"{words} words" for words in worst["words"]])


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    """What may be shown: whole points and grades."""
    rounded = table.assign(**{column: np.round(table[column]) for column in ("value", "low", "high")})
    for column, shown in (("value", "shown"), ("low", "shown_low"), ("high", "shown_high")):
        rounded[shown] = ["–" if pd.isna(value) else f"{value:.0f}" for value in rounded[column]]
    return rounded


def _panels(options: ReadabilityOptions) -> list[Panel]:
    return [
        Panel(name, NAMES[name], GLOSSES.get(name, MEASURES[name].direction), "harder", MEASURES[name].harder == "lower")
        for name in options.measures
    ]  # fmt: skip


def _reading(table: pd.DataFrame, styles: Styles) -> str:
    known = table.dropna(subset="value")
    if known.empty:
        return "No group can be scored: the formulae need words in Latin letters, and SMOG 30 sentences."
    grades = known[known["measure"] != "flesch"]
    shown = grades if len(grades) else known
    first = shown["measure"].iloc[0]
    rows = shown[shown["measure"] == first].sort_values("value", ascending=MEASURES[first].harder == "higher")
    easiest, hardest = rows.iloc[0], rows.iloc[-1]
    unit = "grade" if first != "flesch" else "point"
    words = _by_measure(easiest, hardest, styles, MEASURES[first].label, unit)
    spread = shown.groupby("group")["value"].agg(lambda values: values.round().max() - values.round().min()).max()
    apart = f"The formulae differ by up to {spread:.0f} grades on one text" if shown["measure"].nunique() > 1 else "Another program may give one or two grades more or less"  # fmt: skip
    return f"{words}. {apart}, so compare whole numbers of one formula; they count long words such as “cooperation” as hard, and know nothing of meaning."


def _by_measure(easiest: pd.Series, hardest: pd.Series, styles: Styles, label: str, unit: str) -> str:
    easy, hard = styles[easiest["group"]].label, styles[hardest["group"]].label
    if easiest["group"] == hardest["group"]:
        return f"{label} finds {easy} at {_score(easiest, unit)}"
    if round(easiest["value"]) == round(hardest["value"]):
        return f"{label} finds all alike, at {_score(easiest, unit)}"
    return f"{label} finds {easy} easiest, at {_score(easiest, unit)}, and {hard} hardest, at {_score(hardest, unit)}"


def _score(row: pd.Series, unit: str) -> str:
    """A score as a whole number, a grade in plain words as well."""
    if unit == "grade":
        return f"about grade {row['value']:.0f}, {_level(row['value'])}" if row["value"] >= 0.5 else "less than grade 1"
    return f"about {row['value']:.0f} points"


def _level(grade: float) -> str:
    """A grade in plain words; grades of the United States."""
    levels = ((6, "primary school"), (9, "middle school"), (13, "high school"), (17, "university"))
    return next((f"{name} reading" for below, name in levels if round(grade) < below), "beyond a first degree")
