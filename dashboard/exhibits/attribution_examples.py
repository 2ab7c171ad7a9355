"""Worked examples of the classifier that names the text of a passage."""

from __future__ import annotations

from analysis import Corpus, attribution_accuracy, attribution_calibration, telling_words

from .attributions import AttributionOptions, judged
from .groups import text_labels

_BY_TEXT = AttributionOptions(by="document_id")


def naive_bayes_example(corpus: Corpus) -> str:
    """The guess for the first passage, and how many guesses are right."""
    made, labels = judged(corpus, _BY_TEXT), text_labels(corpus.documents)
    line, row = made.table.iloc[0], attribution_accuracy(made.model).iloc[0]
    return (
        f"The first passage of {labels[line['group']]} ({line['words']} words, from “{_opening(line)} …”) is taken for {labels[line['guess']]}. "
        f"Of all {row['n']} passages {row['correct']} are given to their own text."
    )


def calibration_example(corpus: Corpus) -> str:
    """How often the surest guesses are right."""
    made = judged(corpus, _BY_TEXT)
    steps = attribution_calibration(made.model)
    row = steps[steps["count"] > 0].iloc[-1]
    temperature = attribution_accuracy(made.model)["temperature"].iloc[0]
    return (
        f"T = {temperature:.1f}. Guesses that are {row['from_probability']:.0%} sure or more: {int(row['count'])}, "
        f"on average {row['probability']:.0%} sure; {int(row['correct'])} are right ({row['share']:.0%})."
    )


def telling_words_example(corpus: Corpus) -> str:
    """The word that tells most in the first passage."""
    made, labels = judged(corpus, _BY_TEXT), text_labels(corpus.documents)
    words = telling_words(corpus, made.model, 0)
    own = labels[made.table.at[0, "group"]]
    if words.empty:
        return f"In the first passage of {own} 0 words speak for it."
    row = words[words["side"] == "telling"].iloc[0] if "telling" in set(words["side"]) else words.iloc[0]
    return f"In the first passage of {own}, “{row['term']}” speaks {row['bits']:.1f} bits: it is {2 ** row['bits']:.1f} times as likely there as elsewhere."


def _opening(line) -> str:  # noqa: ANN001 -- a row of attributions
    return " ".join((line["left"] + line["node"] + line["right"]).split()[:5])
