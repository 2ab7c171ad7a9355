"""Every value of tests/data/printed_values.json: tables of papers, and the documentation and tests of other programs.

A row gives the registry and key of a measure, its input and options, the value as printed and half a unit of its last
digit; where a program prints all digits of a double, a few of the last are left to rounding. "printed_as" says what the source
makes of the measure before it prints it. Words are given as they run, or by the name of a list of ids in "sequences".
"""

import json
import math

import numpy as np
import pytest

from analysis import association, coherence, dispersion, diversity, intervals, readability, similarity
from analysis.alignment import align
from analysis.readability import Counts

from .tables import EXPECTED
from .test_reference_values import STATISTICS

FILE = json.loads((EXPECTED / "printed_values.json").read_text(encoding="utf-8"))
VALUES, SEQUENCES = FILE["values"], FILE["sequences"]


def words(given: str) -> list:
    return SEQUENCES.get(given) or given.split()


def legible(key: str, given: dict, **options: float) -> float:
    if "text" in given:
        return readability.score(key, given["text"], **options)
    return readability.MEASURES[key].function(Counts(**given), **options)


def holding(given: dict) -> np.ndarray:
    """Documents × words: which document has which word."""
    return np.array([[number in word for word in given["words"]] for number in range(1, given["documents"] + 1)])


def aligned(key: str, given: dict) -> dict:
    found = align(given["a"].split(), given["b"].split())
    sides = {side: " ".join(word or "####" for word in getattr(found, side)) for side in "ab"}
    return sides | {"score": found.score}


REGISTRIES = {
    "association": lambda key, given, **options: association.score(key, *given, **options),
    "dispersion": lambda key, given, **options: dispersion.score(key, given["counts"], given.get("sizes"), **options),
    "diversity": lambda key, given, **options: diversity.score(key, words(given), **options),
    "readability": legible,
    "intervals": lambda key, given, **options: np.array(getattr(intervals, key)(*given.values(), **options)),
    "coherence": lambda key, given, **options: coherence.score(key, holding(given), **options),
    "similarity": lambda key, given, **options: similarity.score(key, given["rows"], **options)[0, 1],
    "alignment": aligned,
}

PRINTED_AS = {
    "magnitude": lambda value, given: abs(value),
    "rest": lambda value, given: 1 - value,
    "root": lambda value, given: math.sqrt(value),
    "log10": lambda value, given: np.log10(value),
    "minus_log10": lambda value, given: -np.log10(value),
    "log10_of_a_binary_logarithm": lambda value, given: value * math.log10(2),
    "sum_over_the_draws": lambda value, given: diversity.DRAWS * value,
    "share_of_the_table": lambda value, given: value / sum(given),
    "share_of_parts": lambda value, given: value / len(given["counts"]),
}


def named(row: dict) -> str:
    return f"{row['measure']} ({row['source'].split(';')[0].split(',')[0]})"


@pytest.mark.parametrize("row", VALUES, ids=named)
def test_a_printed_value_comes_out(row):
    registry, key = row["measure"].split(".")
    printed_as = PRINTED_AS.get(row.get("printed_as"), lambda value, given: value)
    found = printed_as(REGISTRIES[registry](key, row["input"], **row["options"]), row["input"])
    if row["tolerance"] == 0:
        assert found == row["expected"]
    else:
        assert found == pytest.approx(row["expected"], abs=row["tolerance"], rel=0)


# The names of the other file, where they are not those of the registry.
REGISTRY_NAMES = {"shannon_entropy_bits": "shannon_entropy", "gries_dpnorm": "gries_dp_norm"}


@pytest.mark.parametrize(
    "registry", [association, dispersion, diversity, readability], ids=lambda module: module.__name__
)
def test_every_measure_has_a_printed_value(registry):
    short = registry.__name__.removeprefix("analysis.")
    here = {row["measure"].removeprefix(f"{short}.") for row in VALUES}
    there = {REGISTRY_NAMES.get(name, name) for name in STATISTICS}
    assert set(registry.MEASURES) <= here | there
