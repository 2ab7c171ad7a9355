"""Whose passage is this? What the classifier guesses, how sure it is, and the words that give a passage away.

The classifier itself, and what keeps it honest, is told in `naive_bayes`; how good it is, `attribution_quality` says.
Sources: Mosteller & Wallace 1964; McCallum & Nigam 1998; Manning, Raghavan & Schütze 2008, ch. 13; Guo et al. 2017.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .concordance import PASSAGE_DTYPES
from .corpus import Corpus
from .errors import require_one_of
from .naive_bayes import AttributionModel
from .passages import Passages
from .result import from_rows, stacked, typed

ATTRIBUTION_DTYPES = {
    **PASSAGE_DTYPES, "group": "str", "words": "int64", "guess": "str", "probability": "float64",
    "probability_own": "float64", "correct": "bool", "named": "bool",
}  # fmt: skip
PROBABILITY_DTYPES = {"passage": "int64", "group": "str", "probability": "float64"}
TELLING_DTYPES = {
    "term": "str", "side": "str", "against": "str", "count": "int64", "bits": "float64", "total_bits": "float64",
}  # fmt: skip


def attributions(corpus: Corpus, model: AttributionModel) -> pd.DataFrame:
    """Which text does the classifier take each passage for?

    A row a passage, in the order of the corpus, with the columns of every list of passages (the node is the word that
    speaks most for the passage's own group) and: group (its own), words, guess (a group), probability (of the guess, 0
    to 1, calibrated), probability_own (of its own group), correct, named (does it contain a name of its author?).
    The probabilities are as good as the calibration: `calibration` says how often such guesses are right.
    """
    labels, guesses, rows = np.array(model.labels, object), model.guesses, np.arange(len(model.passages))
    strongest = _strongest(model)
    table = from_rows(
        [_line(corpus, model.passages, int(row), strongest.get(int(row))) for row in rows], PASSAGE_DTYPES
    )
    table["group"], table["words"], table["guess"] = labels[model.truth], model.passages.words, labels[guesses]
    table["probability"] = model.probabilities[rows, guesses]
    table["probability_own"] = model.probabilities[rows, model.truth]
    table["correct"], table["named"] = guesses == model.truth, _named(corpus, model.passages)
    return typed(table, ATTRIBUTION_DTYPES)


def attribution_probabilities(model: AttributionModel) -> pd.DataFrame:
    """How probable is each group for each passage?

    A row a passage and group: passage (row of `attributions`), group, probability (0 to 1; those of a passage sum to
    1). Sorted by passage, then in the order of time.
    """
    passages, groups = model.probabilities.shape
    table = pd.DataFrame({"passage": np.repeat(np.arange(passages), groups), "group": list(model.labels) * passages})
    return typed(table.assign(probability=model.probabilities.ravel()), PROBABILITY_DTYPES)


def telling_words(corpus: Corpus, model: AttributionModel, passage: int) -> pd.DataFrame:
    """Which words of a passage speak for its own text, and which for the one it was taken for?

    passage: a row of `attributions`. A row a word: term, side ("telling": for its own group against the average of all
    others; "misleading": for the guess against its own group, only where the guess is wrong), against (the group spoken
    against, "" for all others), count (in the passage), bits (above 0, for each time it stands there: 1 is twice as
    likely, 3 eight times), total_bits (count × bits). Sorted by side, total_bits downwards, term.
    The bits are those of naive Bayes before calibration: words of one phrase count each for itself. OptionError for an
    unknown passage. Source: Mosteller & Wallace 1964.
    """
    require_one_of("passage", passage, range(len(model.passages)))
    here = slice(*np.searchsorted(model.cells.passage, [passage, passage + 1]))
    own, guess = int(model.truth[passage]), int(model.guesses[passage])
    log_p = model.cells.log_p[:, here] / np.log(2)
    parts = [_side(corpus, model, here, own_bits(model)[here], "telling", "")]
    if guess != own:
        parts.append(_side(corpus, model, here, log_p[guess] - log_p[own], "misleading", model.labels[own]))
    return stacked(parts, TELLING_DTYPES)


def own_bits(model: AttributionModel) -> np.ndarray:
    """For each cell, how much one occurrence of the word speaks for the passage's own group against the average of the
    other groups: log2 of the ratio of its probabilities."""
    shares, truth = np.exp(model.cells.log_p), model.truth[model.cells.passage]
    cell = np.arange(len(truth))
    own = shares[truth, cell] if len(cell) else np.empty(0)
    others = (shares.sum(axis=0) - own) / max(len(shares) - 1, 1)
    return np.log2(own / others)


def _side(
    corpus: Corpus, model: AttributionModel, here: slice, bits: np.ndarray, side: str, against: str
) -> pd.DataFrame:
    speaks = np.flatnonzero(bits > 1e-9)
    count, terms = model.cells.count[here][speaks], corpus.terms[model.cells.term[here][speaks]]
    rows = zip(
        terms, [side] * len(terms), [against] * len(terms), count, bits[speaks], count * bits[speaks], strict=True
    )
    table = from_rows(rows, TELLING_DTYPES)
    return table.sort_values(["total_bits", "term"], ascending=[False, True], kind="stable", ignore_index=True)


def _strongest(model: AttributionModel) -> dict[int, int]:
    """For each passage the term that speaks most for its own group."""
    bits = own_bits(model) * model.cells.count
    order = np.lexsort((model.cells.term, -bits, model.cells.passage))
    first = order[np.unique(model.cells.passage[order], return_index=True)[1]]
    return dict(zip(model.cells.passage[first].tolist(), model.cells.term[first].tolist(), strict=True))


def _line(corpus: Corpus, passages: Passages, row: int, term: int | None) -> tuple:
    """One passage as a line around its strongest word."""
    stream, document = corpus.tokens, int(passages.document[row])
    first, stop = int(passages.first[row]), int(passages.stop[row])
    places = np.flatnonzero(corpus.term_of_form[stream.form[first:stop]] == term) if term is not None else []
    node = first + (int(places[0]) if len(places) else 0)
    start, end = int(stream.start[node]), int(stream.end_of(node))
    document_id = corpus.documents.index[document]
    text = corpus.text(document_id)
    paragraph = int(passages.paragraph[row]) - int(np.searchsorted(stream.document_of_paragraph, document)) + 1
    left, right = text[passages.low[row] : start], text[end : passages.high[row]]
    return document_id, paragraph, node, start, end, left, text[start:end], right


def _named(corpus: Corpus, passages: Passages) -> np.ndarray:
    """Does a passage contain a part of its author's name, written as a name?"""
    parts = [_name_parts(row) for _, row in corpus.documents.iterrows()]
    forms = np.array([str(form).replace("’", "'").removesuffix("'s") for form in corpus.forms], object)
    is_name = [np.isin(forms, list(names)) for names in parts]
    form = corpus.tokens.form
    spans = zip(passages.document, passages.first, passages.stop, strict=True)
    return np.array([bool(is_name[document][form[first:stop]].any()) for document, first, stop in spans], bool)


def _name_parts(document: pd.Series) -> set[str]:
    said = [document["author"], document.get("short_name")]
    parts = {part.strip(".,;()") for name in said if not pd.isna(name) for part in str(name).split()}
    return {part for part in parts if len(part) > 1 and part[0].isupper()}
