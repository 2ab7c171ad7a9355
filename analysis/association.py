"""The registry of measures on 2×2 tables: how strongly a word belongs to one side, two words to each other.

The four cells, everywhere. Keyness: o11, o12 = the word in target and reference, o21, o22 = all other words of target
and reference. Collocation: o11 = both, o12 = node without collocate, o21 = collocate without node, o22 = neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from inspect import signature
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .contingency import Cells
from .effects import (
    delta_p_backward,
    delta_p_forward,
    dice,
    difference_coefficient,
    log_dice,
    log_ratio,
    log_ratio_conservative,
    mi3,
    min_sensitivity,
    mutual_information,
    npmi,
    odds_ratio,
    percent_diff,
    simple_maths,
)
from .errors import AnalysisError, OptionError, require_one_of
from .evidence import (
    chi_squared,
    chi_squared_yates,
    fisher_p,
    log_likelihood,
    log_likelihood_2cell,
    log_odds_z,
    simple_log_likelihood,
    t_score,
    z_score,
)
from .measure import Measure


@dataclass(frozen=True)
class Association(Measure):
    """A measure on 2×2 tables, with the laws it keeps.

    neutral: its value where the rates are equal; None where it depends on more.
    swap: what happens when target and reference change places: the value "negates", "inverts" (1/x), "keeps", or only
    its side of the neutral value changes ("opposes"); "none": no law.
    scaling: what happens when all four cells grow k-fold: the value stays ("constant"), grows k-fold ("linear") or
    √k-fold ("root"), adds 2·log2 k ("log"), moves away from ("grows") or down from ("shrinks") the neutral value.
    two_sided: undefined where one side is empty.
    compares: the "rates" of a word in target and reference (the columns of the table), or two "words" (both margins
    alike). Of a collocation, the first kind compares the collocate near the node with the collocate elsewhere.
    """

    neutral: float | None = 0.0
    swap: Literal["negates", "inverts", "keeps", "opposes", "none"] = "negates"
    scaling: Literal["constant", "linear", "root", "log", "grows", "shrinks"] = "constant"
    two_sided: bool = True
    compares: Literal["rates", "words"] = "words"


def score(name: str, o11: ArrayLike, o12: ArrayLike, o21: ArrayLike, o22: ArrayLike, **options: object) -> np.ndarray:
    """The measure `name` (a key of MEASURES) of one or many 2×2 tables, numbers or arrays of one shape.

    options: those of the measure's function. Undefined is NaN: the word on neither side, an empty side, and what the
    measure says of itself. AnalysisError for an unknown name, negative or missing cells.
    """
    require_one_of("measure", name, MEASURES)
    measure = MEASURES[name]
    unknown = set(options) - set(signature(measure.function).parameters)
    if unknown:
        raise OptionError(f"{measure.label} has no option {', '.join(sorted(unknown))}.")
    try:
        cells = np.broadcast_arrays(*(np.asarray(cell, float) for cell in (o11, o12, o21, o22)))
    except (TypeError, ValueError):
        raise AnalysisError("The four cells must be numbers, or lists of numbers of one length.") from None
    if any(np.any(cell < 0) or np.any(np.isnan(cell)) for cell in cells):
        raise AnalysisError(
            "The four cells must be counts of 0 or more; a word cannot be more frequent than all words."
        )
    with np.errstate(invalid="ignore", divide="ignore"):
        values = measure.function(*cells, **options)
        undefined = (cells[0] + cells[1] == 0) | (cells[0] + cells[2] == 0)
        if measure.two_sided:
            undefined |= cells[1] + cells[3] == 0
        return np.where(undefined, np.nan, values)[()]


def score_list(name: str, cells: Cells, **options: object) -> np.ndarray:
    """The measure `name` of a list of tables that are tried together.

    The conservative Log Ratio is corrected for as many tests as there are tables; other measures do not ask.
    """
    if name == "log_ratio_conservative":
        options = {"tests": max(len(cells.o11), 1)} | options
    return score(name, *cells, **options)


_ANY, _SHARE = "any number", "0 to 1"
_MORE, _TOGETHER = "above 0: more in the target", "above 0: together more often than by chance"

MEASURES = {
    "log_likelihood": Association(
        "G²", log_likelihood, _ANY, _MORE, "Dunning 1993",
        scaling="linear",
    ),
    "log_likelihood_2cell": Association(
        "G² of two cells", log_likelihood_2cell, "0 and above", "larger: less compatible with equal use",
        "Rayson & Garside 2000; Read & Cressie 1988",
        swap="keeps", scaling="linear", compares="rates",
    ),
    "simple_log_likelihood": Association(
        "Simple G²", simple_log_likelihood, _ANY, _TOGETHER, "Evert 2004",
        swap="opposes", scaling="linear",
    ),
    "chi_squared": Association(
        "χ²", chi_squared, "0 and above", "larger: less compatible with equal use", "Pearson 1900",
        swap="keeps", scaling="linear",
    ),
    "chi_squared_yates": Association(
        "χ² with Yates’s correction", chi_squared_yates, "0 and above",
        "larger: less compatible with equal use", "Yates 1934",
        swap="keeps", scaling="grows",
    ),
    "fisher_p": Association(
        "Fisher’s p", fisher_p, _SHARE, "smaller: less compatible with equal use",
        "Fisher 1935; Pedersen 1996",
        neutral=1.0, swap="keeps", scaling="shrinks",
    ),
    "log_odds_z": Association(
        "Weighted log-odds (z)", log_odds_z, _ANY, _MORE, "Monroe, Colaresi & Quinn 2008",
        scaling="grows", compares="rates",
    ),
    "log_ratio": Association(
        "Log Ratio", log_ratio, _ANY, "1: twice as frequent in the target", "Hardie 2014",
        compares="rates",
    ),
    "log_ratio_conservative": Association(
        "Conservative Log Ratio", log_ratio_conservative, _ANY, "1: at least twice as frequent",
        "Hardie 2014; Evert 2022",
        scaling="grows", compares="rates",
    ),
    "percent_diff": Association(
        "%DIFF", percent_diff, "−100 and above", "100: twice as frequent in the target",
        "Gabrielatos & Marchi 2011",
        swap="opposes", compares="rates",
    ),
    "odds_ratio": Association(
        "Odds ratio", odds_ratio, "0 and above", "2: twice the odds in the target",
        "Haldane 1956; Pojanapunya & Todd 2018",
        neutral=1.0, swap="inverts",
    ),
    "simple_maths": Association(
        "Simple maths", simple_maths, "above 0", "2: about twice as frequent in the target",
        "Kilgarriff 2009",
        neutral=1.0, swap="inverts", compares="rates",
    ),
    "difference_coefficient": Association(
        "Difference coefficient", difference_coefficient, "−1 to 1", _MORE, "Hofland & Johansson 1982",
        compares="rates",
    ),
    "mutual_information": Association(
        "MI", mutual_information, _ANY, "1: twice as often together as by chance", "Church & Hanks 1990",
        swap="opposes",
    ),
    "mi3": Association(
        "MI³", mi3, _ANY, "larger: closer; frequent pairs first", "Daille 1994",
        neutral=None, swap="none", scaling="log",
    ),
    "t_score": Association(
        "t-score", t_score, _ANY, _TOGETHER, "Church, Gale, Hanks & Hindle 1991",
        swap="opposes", scaling="root",
    ),
    "z_score": Association(
        "z-score", z_score, _ANY, _TOGETHER, "Dennis 1965",
        swap="opposes", scaling="root",
    ),
    "dice": Association(
        "Dice", dice, _SHARE, "1: never apart", "Smadja, McKeown & Hatzivassiloglou 1996",
        neutral=None, swap="none", two_sided=False,
    ),
    "log_dice": Association(
        "logDice", log_dice, "14 and below", "one more: twice as close", "Rychlý 2008",
        neutral=None, swap="none", two_sided=False,
    ),
    "npmi": Association(
        "NPMI", npmi, "−1 to 1", "1: never apart; 0: as by chance", "Bouma 2009",
        swap="opposes",
    ),
    "delta_p_forward": Association(
        "ΔP forward", delta_p_forward, "−1 to 1", "1: the node always brings the collocate",
        "Ellis 2006; Gries 2013",
    ),
    "delta_p_backward": Association(
        "ΔP backward", delta_p_backward, "−1 to 1", "1: the collocate always brings the node",
        "Ellis 2006; Gries 2013",
    ),
    "min_sensitivity": Association(
        "Minimum sensitivity", min_sensitivity, _SHARE, "1: never apart", "Pedersen & Bruce 1996",
        neutral=None, swap="none", two_sided=False,
    ),
}  # fmt: skip
