"""How good are the guesses: how many are right, which texts are taken for which, and does the confidence hold?"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .intervals import wilson
from .naive_bayes import AttributionModel
from .result import from_rows, typed

CONFUSION_DTYPES = {
    "group": "str", "guess": "str", "count": "int64", "n": "int64", "share": "float64", "low": "float64", "high": "float64",
}  # fmt: skip
ACCURACY_DTYPES = {
    "n": "int64", "correct": "int64", "share": "float64", "low": "float64", "high": "float64", "mean_share": "float64",
    "chance": "float64", "longest": "str", "longest_share": "float64", "temperature": "float64",
}  # fmt: skip
CALIBRATION_DTYPES = {
    "from_probability": "float64", "to_probability": "float64", "count": "int64", "correct": "int64",
    "probability": "float64", "share": "float64", "low": "float64", "high": "float64",
}  # fmt: skip
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def attribution_confusion(model: AttributionModel, *, level: float = 0.95) -> pd.DataFrame:
    """Which groups are taken for which?

    A row a pair of groups: group (where the passages stand), guess (what they were taken for), count (passages), n (all
    passages of the group), share (count / n), low and high (Wilson's interval). Both in the order of time. A group
    without a passage has NaN. The intervals treat passages as independent.
    """
    size = len(model.labels)
    counts = np.bincount(model.truth * size + model.guesses, minlength=size**2)
    n = np.repeat(counts.reshape(size, size).sum(axis=1), size)
    low, high = wilson(counts, n, level)
    with np.errstate(invalid="ignore"):
        share = counts / n
    names = {"group": np.repeat(np.array(model.labels, object), size), "guess": list(model.labels) * size}
    table = pd.DataFrame({**names, "count": counts, "n": n, "share": share, "low": low, "high": high})
    return typed(table, CONFUSION_DTYPES)


def attribution_accuracy(model: AttributionModel, *, level: float = 0.95) -> pd.DataFrame:
    """How many of the passages are attributed to their own group, and is that more than one would get without reading?

    One row: n (passages), correct, share (0 to 1), low and high (Wilson's interval), mean_share (mean of the groups'
    shares, so that a long text weighs no more than a short one), chance (one of so many groups), longest (the group
    with most words) and longest_share (what one gets who always names it), temperature (median over the passages).
    """
    right = model.guesses == model.truth
    n, correct = len(right), int(right.sum())
    (low, high), longest = wilson(correct, n, level), int(model.group_words.argmax())
    of_group = [right[model.truth == group].mean() for group in np.unique(model.truth)]
    mean = lambda values: float(np.mean(values)) if len(values) else np.nan  # noqa: E731
    row = (
        n, correct, mean(right), float(low), float(high), mean(of_group), 1 / len(model.labels), model.labels[longest],
        mean(model.truth == longest), float(np.median(model.temperatures)) if n else np.nan,
    )  # fmt: skip
    return from_rows([row], ACCURACY_DTYPES)


def attribution_calibration(model: AttributionModel, *, level: float = 0.95) -> pd.DataFrame:
    """Of the guesses that are so and so sure, how many are right?

    A row a step of confidence: from_probability, to_probability (the latter left out, but for 1), count (passages
    guessed with such a probability), correct, probability (mean of them), share (of them right), low and high (Wilson's
    interval). Confidence is honest where share and probability agree. NaN in a step without a passage.
    """
    sure = model.probabilities.max(axis=1, initial=0.0)
    step, size = np.clip(np.digitize(sure, EDGES[1:-1]), 0, len(EDGES) - 2), len(EDGES) - 1
    count = np.bincount(step, minlength=size)
    correct = np.bincount(step, model.guesses == model.truth, size).astype(int)
    low, high = wilson(correct, count, level)
    with np.errstate(invalid="ignore"):
        means = {"probability": np.bincount(step, sure, size) / count, "share": correct / count}
    table = pd.DataFrame({"from_probability": EDGES[:-1], "to_probability": EDGES[1:], "count": count, **means})
    return typed(table.assign(correct=correct, low=low, high=high), CALIBRATION_DTYPES)
