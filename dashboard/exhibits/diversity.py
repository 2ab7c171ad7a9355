"""How rich is the vocabulary: measures side by side, and along the texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import (
    Corpus,
    OptionError,
    diversity_along,
    diversity_intervals,
    extreme_passages,
    fair_diversity,
    lexical_diversity,
    stop_words,
    window_passage,
)
from analysis.diversity import MEASURES
from analysis.errors import require_one_of
from analysis.length_fair import FAIR_DTYPES
from analysis.running_diversity import WINDOW

from ..charts.diversity_along import along_lines
from ..charts.measure_panels import Panel, measure_panels
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .diversity_reading import along_reading, diversity_reading, fair_diversity_reading, share
from .groups import group_styles, members_of
from .native import Bars

# The measures that hold for unequal lengths first, the plain ratio after them.
FIRST = ("mattr", "mtld", "hdd", "yule_k", "msttr", "ttr")
NAMES = {name: MEASURES[name].label for name in (*FIRST, *(name for name in MEASURES if name not in FIRST))}
TITLES = NAMES | {"ttr": "Type–token ratio (TTR)"}
GLOSSES = {
    "ttr": "different words for each running word",
    "rttr": "different words / root of the running words",
    "cttr": "different words / root of twice the words",
    "herdan_c": "logarithm of types / logarithm of words",
    "maas": "how far types fall behind words, in logs",
    "yule_k": "chance that two words are the same, × 10,000; axis turned, so that richer lies right here too",
    "yule_i": "variety against repetition",
    "shannon_entropy": "bits needed to guess a word",
    "msttr": f"share of different words in pieces of {WINDOW}",
    "mattr": f"share of different words among any {WINDOW} words in a row",
    "mtld": "words before the vocabulary repeats itself",
    "hdd": "share of different words among 42 drawn at random",
}
DEPENDS = "depends on length: do not rank"
FALLS = "falls with length: do not rank"


@dataclass(frozen=True)
class DiversityOptions:
    """by: column compared; measures: of `diversity.MEASURES`, in the order of the panels; fair: all groups cut to the
    length of the shortest; seed: of the halves or windows drawn."""

    by: str = "author"
    measures: tuple[str, ...] = ("mattr", "mtld", "hdd", "yule_k", "ttr")
    fair: bool = False
    seed: int = 0


def diversity(corpus: Corpus, options: DiversityOptions) -> Exhibit:
    """Whose vocabulary is richest, by measures that hold for unequal lengths?

    The table has a row a measure and group: measure, group, value, low, high, words, types, comparable (by its
    length), note, other: for the type–token ratio its mean over windows as long as the shortest group (window, in words). fair:
    value is the median of windows as long as the shortest group, low and high their middle 95 %, other the value of the
    whole group, and there are besides rank, fair_rank, holds, window, draws.
    """
    if not options.measures:
        raise OptionError("No measure is chosen; choose one or more.")
    for name in options.measures:
        require_one_of("measures", name, MEASURES)
    table = (_fair_table if options.fair else _table)(corpus, options)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    reading = fair_diversity_reading if options.fair else diversity_reading
    return Exhibit(
        name="diversity",
        options=options,
        title="Whose vocabulary is richest?",
        table=table,
        draw=lambda frame, theme: measure_panels(_printed(frame), styles, theme, panels=_panels(options), foot=_foot(frame)),
        reading=reading(table, styles),
        receipt=receipt(corpus, _method(options), *_settings(table, options)),
        find_passages=lambda row: _with_remark(
            extreme_passages(corpus, members[row["group"]], stop_words=stop_words(corpus.stop_list))
        ),
        find_search=lambda row: "",
        native=_native(options, styles),
    )  # fmt: skip


def _native(options: DiversityOptions, styles: Styles) -> Bars | None:
    """One measure is a chart; several have no common axis."""
    if len(options.measures) > 1:
        return None
    (measure,) = options.measures
    return Bars(
        "measure", "group", "value", f"{TITLES[measure]}: {GLOSSES[measure]}", styles, "low", "high", form="0.00"
    )


def _table(corpus: Corpus, options: DiversityOptions) -> pd.DataFrame:
    """Values of the whole groups, with intervals where they may be compared."""
    table = diversity_intervals(corpus, by=options.by, measures=options.measures, seed=options.seed)
    if "ttr" in options.measures:
        table = table.merge(_ratio_at_equal_length(corpus, options.by), on=["group", "measure"], how="left")
    return _in_order(table, options)


def _ratio_at_equal_length(corpus: Corpus, by: str) -> pd.DataFrame:
    """What the type–token ratio would be on average, were all groups as short as the shortest."""
    shortest = int(lexical_diversity(corpus, by=by, measures=["ttr"])["words"].min())
    # The mean over all windows of that length, which is what MATTR is.
    equal = lexical_diversity(corpus, by=by, measures=["mattr"], window=max(shortest, 1))
    return equal.assign(measure="ttr", other=equal["value"], window=shortest)[["group", "measure", "other", "window"]]


def _fair_table(corpus: Corpus, options: DiversityOptions) -> pd.DataFrame:
    """Values of windows as long as the shortest group."""
    whole = lexical_diversity(corpus, by=options.by, measures=options.measures)
    fair = fair_diversity(corpus, by=options.by, measures=options.measures, seed=options.seed)
    fair = fair.rename(columns={"item": "measure", "value": "other", "fair_value": "value"})
    columns = ["group", "measure", "value", "low", "high", *[column for column in FAIR_DTYPES if column in fair and column not in ("low", "high", "group")], "other"]  # fmt: skip
    fair = fair[list(dict.fromkeys(columns))]
    return _in_order(whole.drop(columns="value").merge(fair, on=["group", "measure"]), options)


def _in_order(table: pd.DataFrame, options: DiversityOptions) -> pd.DataFrame:
    place = {name: number for number, name in enumerate(options.measures)}
    return table.sort_values("measure", key=lambda names: names.map(place), kind="stable").reset_index(drop=True)


def _printed(table: pd.DataFrame) -> pd.DataFrame:
    """With the values as they are printed, equally exact within a measure."""
    most = table.groupby("measure")["value"].transform("max")
    digits = np.select([most >= 100, most >= 10, most >= 0.1], [0, 1, 2], 4)
    for column, shown in (("value", "shown"), ("low", "shown_low"), ("high", "shown_high")):
        table = table.assign(
            **{shown: [_number(value, places) for value, places in zip(table[column], digits, strict=True)]}
        )
    if "holds" in table:
        table = table.assign(badge=[f"{share(part)} kept" for part in table["holds"]])
    return table  # fmt: skip


def _number(value: float, places: int) -> str:
    return "–" if pd.isna(value) else f"{value:.{places}f}"


def _panels(options: DiversityOptions) -> list[Panel]:
    """Measures that may be compared first; the others apart, last."""
    chosen = sorted(options.measures, key=lambda name: not (MEASURES[name].length_robust or options.fair))
    return [
        Panel(
            name, TITLES[name], GLOSSES.get(name, MEASURES[name].direction), "richer", MEASURES[name].richer == "lower",
            "" if MEASURES[name].length_robust or options.fair else FALLS if name == "ttr" else DEPENDS,
        )
        for name in chosen
    ]  # fmt: skip


def _foot(table: pd.DataFrame) -> str:
    """How the marks are to be read."""
    if "holds" in table:
        window = int(table["window"].iloc[0])
        return (
            f"Dot: median of windows of {window:,} words; line: the middle 95 % of them (a group that is not longer has one window "
            "and no line); small ring: the whole text. “65 % kept”: the group has its place in the ranking in 65 % of the draws."
        )
    said = []
    if table["comparable"].any():
        said.append("Line: 95 % interval, from halves of the paragraphs (none with fewer than 8 paragraphs).")
    if not table["comparable"].all():
        said.append("Grey: the value follows the length of the text, so it has no interval.")
    if "window" in table and table["group"].nunique() > 1:
        shortest = int(table["window"].max())
        said.append(f"Dotted: where the ratio would be, were all texts as short as the shortest, {shortest:,} words.")
    return " ".join(said)


def _method(options: DiversityOptions) -> str:
    named = ", ".join(f"{NAMES[name]} ({MEASURES[name].source})" for name in options.measures)
    return f"lexical diversity: {named}"


def _settings(table: pd.DataFrame, options: DiversityOptions) -> tuple[str, ...]:
    constants = {"mattr": f"window {WINDOW} words", "msttr": f"window {WINDOW} words", "mtld": "MTLD runs end below .72", "hdd": "HD-D of 42 words"}  # fmt: skip
    said = dict.fromkeys(constants[name] for name in options.measures if name in constants)
    if options.fair:
        window, draws = int(table["window"].iloc[0]), int(table["draws"].iloc[0])
        drawn = f"length-fair: median and middle 95 % of windows of {window:,} running words, {draws} draws"
    else:
        drawn = "95 % interval: value ± 1.96 standard errors, from up to 200 halves of the paragraphs (Shao & Wu 1989); a bootstrap would draw paragraphs twice, which is repetition"
    return (*said, drawn, f"seed {options.seed}")


def _with_remark(lines: pd.DataFrame) -> pd.DataFrame:
    """Passages, each saying how many of its words are different."""
    return lines.assign(remark=[f"{row.types} of {row.window} words differ" for row in lines.itertuples()])


@dataclass(frozen=True)
class AlongOptions:
    """window: running words looked at, 20 or more."""

    window: int = WINDOW


def diversity_windows(corpus: Corpus, options: AlongOptions) -> Exhibit:
    """Where is each text rich in words, and where does it repeat itself?

    The table has a row a stretch: group (the text), first (the word it begins with, from 0), window, types, ttr, mean.
    """
    table = diversity_along(corpus, window=options.window).rename(columns={"document_id": "group"})
    if table.empty:
        raise OptionError(f"No text has {options.window} words; choose a shorter window.")
    styles, words = group_styles(corpus, "document_id"), corpus.documents["n_words"].to_dict()
    return Exhibit(
        name="diversity_along",
        options=options,
        title="Where does each text repeat itself?",
        table=table,
        draw=lambda frame, theme: along_lines(frame, styles, theme, words=words),
        reading=along_reading(table, styles, left_out=[styles[name].label for name in words if name not in set(table["group"])]),
        receipt=receipt(
            corpus,
            f"different words among {options.window} running words, gliding through each text (Covington & McFall 2010)",
            "numbers left out, at most 160 stretches a text",
            "figure under the line: different words of the poorest stretch; dotted: mean of all windows",
        ),
        find_passages=lambda row: _with_remark(
            window_passage(corpus, row["group"], int(row["first"]), window=options.window, stop_words=stop_words(corpus.stop_list))
        ),
        find_search=lambda row: "",
    )  # fmt: skip
