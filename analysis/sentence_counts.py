"""Every sentence with what readability formulae count in it, and how long the sentences of a group are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from .concordance import PASSAGE_DTYPES
from .corpus import Corpus
from .metadata import group_documents
from .readability import count_text
from .resampling import DRAWS, draw_weights
from .result import from_rows
from .sentences import sentence_starts
from .syllables import syllables

COUNTS = ["words", "syllables", "complex_words", "characters", "letters"]
SENTENCE_DTYPES = {
    "document_id": "str", "paragraph": "int64", "position": "int64", "start": "int64", "end": "int64",
    **dict.fromkeys(COUNTS, "int64"),
}  # fmt: skip
LENGTH_DTYPES = {
    "group": "str", "sentences": "int64", "words": "int64", "mean": "float64", "median": "float64", "low": "float64",
    "high": "float64", "lower_quartile": "float64", "upper_quartile": "float64", "longest": "int64",
}  # fmt: skip
# Fewer paragraphs are too few to draw from.
ENOUGH = 8


def sentence_counts(corpus: Corpus) -> pd.DataFrame:
    """Every sentence that is counted, and how long and how hard its words are.

    A row a sentence, in the order of the texts: document_id, paragraph (counted in the document, from 1), position
    (its first token in the corpus), start and end (offsets in `corpus.text(document_id)`), words, syllables,
    complex_words (of three syllables or more), characters (without white space), letters. Words, sentences and
    syllables as `readability.count_text` counts them; a sentence without a word is none, so the sums over a text are
    those its readability is made of.
    """
    return from_rows(_sentences(corpus), SENTENCE_DTYPES)


def sentence_lengths(
    corpus: Corpus, *, by: str = "document_id", draws: int = DRAWS, seed: int = 0, level: float = 0.95
) -> pd.DataFrame:
    """How long are the sentences of each group, in words?

    A row a group, in the order of the groups: group, sentences, words, mean, median, low and high (percentile interval
    of the median over paragraphs drawn with replacement inside their text; NaN with fewer than 8 paragraphs),
    lower_quartile, upper_quartile, longest. NaN and 0 where a group has no sentence. OptionError for an unknown column.
    """
    sentences, groups = sentence_counts(corpus), group_documents(corpus.documents, by)
    group = groups.of_document[corpus.documents.index.get_indexer(sentences["document_id"])]
    rows = [
        (label, *_summary(sentences[group == number], draws, seed, level)) for number, label in enumerate(groups.labels)
    ]
    return from_rows(rows, LENGTH_DTYPES)


def sentence_passages(corpus: Corpus, sentences: pd.DataFrame) -> pd.DataFrame:
    """Sentences as passages: the whole sentence, its word of most syllables as the node.

    sentences: rows of `sentence_counts`. Columns and order of every list of passages, in the order given.
    """
    return from_rows((_passage(corpus, row) for row in sentences.itertuples()), PASSAGE_DTYPES)


def units(sentences: pd.DataFrame) -> np.ndarray:
    """The paragraph of each row of `sentence_counts`, numbered from 0: the units that are drawn for an interval."""
    return sentences.groupby(["document_id", "paragraph"], sort=False).ngroup().to_numpy()


def unit_weights(sentences: pd.DataFrame, draws: int, seed: int) -> np.ndarray:
    """How often each row of `sentence_counts` comes in each draw of whole paragraphs inside their text: draws × rows."""
    unit = units(sentences)
    text = sentences["document_id"].to_numpy()[np.unique(unit, return_index=True)[1]]
    return draw_weights(text, draws, seed)[:, unit]


def _sentences(corpus: Corpus) -> Iterator[tuple]:
    stream = corpus.tokens
    for number, document_id in enumerate(corpus.documents.index):
        first, last = stream.document_starts[number : number + 2]
        # Paragraphs are numbered by their first token: a block without a token is none.
        opens = stream.paragraph_starts[np.searchsorted(stream.paragraph_starts[:-1], first) :]
        begins = stream.start[first:last]
        for start, text in _spans(corpus, document_id):
            counts, token = count_text(text), int(np.searchsorted(begins, start))
            if not counts.words or token == len(begins):
                continue
            paragraph = int(np.searchsorted(opens, first + token, side="right"))
            place = document_id, paragraph, int(first) + token, start, start + len(text)
            yield *place, *(getattr(counts, name) for name in COUNTS)


def _spans(corpus: Corpus, document_id: str) -> Iterator[tuple[int, str]]:
    """Every sentence of the roles that are counted, and where in the text it begins."""
    for offset, block in zip(corpus.block_starts(document_id), corpus.blocks(document_id), strict=True):
        if block.role not in corpus.roles:
            continue
        for line in block.text.splitlines(keepends=True):
            starts = sentence_starts(line.rstrip())
            for low, high in zip(starts, [*starts[1:], len(line)], strict=True):
                text = line[low:high].strip()
                yield offset + low + len(line[low:high]) - len(line[low:high].lstrip()), text
            offset += len(line)


def _summary(sentences: pd.DataFrame, draws: int, seed: int, level: float) -> tuple:
    lengths = np.sort(sentences["words"].to_numpy())
    if not len(lengths):
        return 0, 0, *[np.nan] * 6, 0
    low, median, high = np.quantile(lengths, [0.25, 0.5, 0.75])
    interval = _median_interval(sentences, draws, seed, level)
    return len(lengths), int(lengths.sum()), lengths.mean(), median, *interval, low, high, int(lengths[-1])


def _median_interval(sentences: pd.DataFrame, draws: int, seed: int, level: float) -> tuple[float, float]:
    if len(np.unique(units(sentences))) < ENOUGH:
        return np.nan, np.nan
    ordered = np.argsort(sentences["words"].to_numpy(), kind="stable")
    running = np.cumsum(unit_weights(sentences, draws, seed)[:, ordered], axis=1)
    # The two middle sentences of each draw; they are one and the same where their number is odd.
    lengths, half = sentences["words"].to_numpy()[ordered], running[:, -1:] / 2
    middles = (lengths[(running >= half).argmax(axis=1)] + lengths[(running > half).argmax(axis=1)]) / 2
    low, high = np.quantile(middles, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _passage(corpus: Corpus, row) -> tuple:  # noqa: ANN001 -- a named tuple of the table
    """One sentence around its longest word."""
    stream = corpus.tokens
    token = row.position
    inside = [token]
    while token + 1 < len(stream) and row.start < stream.start[token + 1] < row.end:
        token += 1
        inside.append(token)
    forms = [corpus.forms[stream.form[token]] for token in inside]
    node = inside[int(np.argmax([syllables(form) if form[:1].isalpha() else 0 for form in forms]))]
    start, end, text = int(stream.start[node]), int(stream.end_of(node)), corpus.text(row.document_id)
    place = row.document_id, row.paragraph, node, start, end
    return *place, text[row.start : start], text[start:end], text[end : row.end]
