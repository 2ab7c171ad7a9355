"""Where does a text belong? Which of the other texts predict its words best, how sure that is, and by which words.

The others are put into groups; each group's words, smoothed with the average of all (Zhai & Lafferty 2004), are a model of
how it speaks. A text is the nearer to a group, the more probable its words are there than on average: bits a word, so that the
length of the text does not matter. A long group would predict any text best, so in every draw each group gives only as
many words as the shortest has; the paragraphs of the text are drawn anew as well (bootstrap). Whether it is near to any of them at all is another question: a
text of another subject has a nearest neighbour too, but its words are strange to all.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import OptionError, require_at_least, require_between, require_one_of
from .intervals import MIN_PARAGRAPHS
from .metadata import group_documents
from .naive_bayes import SMOOTHING
from .result import typed
from .stopwords import stop_words

BELONGING_DTYPES = {
    "group": "str", "words": "int64", "bits": "float64", "low": "float64", "high": "float64", "nearest": "float64", "known": "float64",
    "usual_known": "float64", "verdict": "str",
}  # fmt: skip
WORD_DTYPES = {"term": "str", "count": "int64", "group_count": "int64", "bits": "float64", "total_bits": "float64"}
# In so few words chance decides.
FEWEST_WORDS = 50
DRAWS, LEVEL = 400, 0.95
# So many pieces are drawn from where a text has few paragraphs.
_PIECES = 12
NEAREST, CANNOT_TELL, STRANGE = "nearest", "cannot tell", "strange to all"


def belonging(
    corpus: Corpus, document_id: str, *, by: str = "document_id", draws: int = DRAWS, seed: int = 0, level: float = LEVEL,
    stop_words: Collection[str] = (),
) -> pd.DataFrame:  # fmt: skip
    """To which group of the other texts is one text nearest, and is that more than chance?

    document_id: the text that is held against the others; by: the column that makes groups of these. A row a group,
    nearest first: group, words (of the group), bits (log2 of how much more probable a word of the text is in the group
    than, on geometric average, in all groups; mean over the draws; below 0: less), low, high (the middle `level` of the draws), nearest (share of the draws in which the group is the nearest, 0 to 1), known (share of the text's content words
    that the others have), usual_known (the least that this is for any of the other texts), verdict of the first row:
    "nearest" where it is the nearest in `level` of the draws; "strange to all" where fewer words are known than of any
    other text, less a tenth; else "cannot tell"; "" in the other rows. Bits of two texts must not be compared.
    OptionError for an unknown text or column, a text of fewer than 50 words, or when the others make one group only.
    Sources: Mosteller & Wallace 1964; smoothing Zhai & Lafferty 2004; the verdict's rule is this project's.
    """
    require_at_least("draws", draws, 1)
    require_between("level", level, 0, 1)
    own, of_group, labels = _parts(corpus, document_id, by)
    models = _Models.of(corpus, own, of_group, len(labels), corpus.content_words(stop_words))
    drawn = np.array([models.gains(chance) for chance in np.random.default_rng(seed).spawn(draws)])
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0)
    nearest = np.bincount(drawn.argmax(axis=1), minlength=len(labels)) / draws
    known, usual = _known(corpus, document_id)
    table = pd.DataFrame(
        {"group": labels, "words": models.group_words, "bits": drawn.mean(axis=0), "low": low, "high": high, "nearest": nearest,
         "known": known, "usual_known": usual}
    )  # fmt: skip
    table = table.sort_values(["bits", "group"], ascending=[False, True], ignore_index=True)
    table["verdict"] = [_verdict(table.iloc[0], level), *[""] * (len(table) - 1)]
    return typed(table, BELONGING_DTYPES)


def belonging_words(
    corpus: Corpus,
    document_id: str,
    group: str,
    *,
    by: str = "document_id",
    n: int = 12,
    stop_words: Collection[str] = (),
) -> pd.DataFrame:
    """By which words is a text near to a group of the others?

    A row a word that speaks for the group, strongest first, at most n: term, count (in the text), group_count, bits (each
    time it stands there), total_bits (count × bits). Options and errors as `belonging`; OptionError for an unknown group.
    """
    own, of_group, labels = _parts(corpus, document_id, by)
    require_one_of("group", group, labels)
    models = _Models.of(corpus, own, of_group, len(labels), corpus.content_words(stop_words))
    place = labels.index(group)
    counts = np.array([models.counts[paragraphs].sum(axis=0) for paragraphs in models.paragraphs])
    shares = counts / np.maximum(models.group_words, 1)[:, None]
    others = np.delete(shares, place, axis=0).mean(axis=0)
    smoothed = (counts[place] + SMOOTHING * shares.mean(axis=0)) / (models.group_words[place] + SMOOTHING)
    bits = np.log2(np.maximum(smoothed, 1e-12) / np.maximum(others, 1 / models.group_words.sum()))
    here = models.pieces.sum(axis=0)
    found = np.flatnonzero((bits > 0) & (counts[place] > 0))
    table = pd.DataFrame(
        {
            "term": corpus.terms[models.terms[found]],
            "count": here[found],
            "group_count": counts[place, found],
            "bits": bits[found],
        }
    )
    table = table.assign(total_bits=table["count"] * table["bits"])
    return typed(
        table.sort_values(["total_bits", "term"], ascending=[False, True], ignore_index=True).head(n), WORD_DTYPES
    )


def _parts(corpus: Corpus, document_id: str, by: str) -> tuple[int, np.ndarray, list[str]]:
    """The text's place, the group of each other text (−1 for the text itself), and the groups."""
    require_one_of("document_id", document_id, corpus.documents.index)
    own = corpus.documents.index.get_loc(document_id)
    if corpus.documents["n_words"].iloc[own] < FEWEST_WORDS:
        raise OptionError(f"This text has fewer than {FEWEST_WORDS} words, too few to tell: take a longer one.")
    groups = group_documents(corpus.documents, by)
    others = np.arange(len(corpus.documents)) != own
    labels = [groups.labels[number] for number in dict.fromkeys(groups.of_document[others])]
    if len(labels) < 2:
        raise OptionError("The other texts make one group only: there must be two at least to be nearer to one.")
    numbers = {label: number for number, label in enumerate(labels)}
    of_group = np.array([numbers.get(groups.labels[group], -1) for group in groups.of_document])
    return own, np.where(others, of_group, -1), labels


@dataclass(frozen=True, eq=False)
class _Models:
    """What the groups are drawn from, in the words of the text alone.

    terms: the words of the text that any of the others has; counts: paragraphs × terms; words: of each paragraph;
    paragraphs: those of each group; group_words; length: so many words are drawn from each group, as many as the
    shortest has; pieces: of the text × terms.
    """

    terms: np.ndarray
    counts: np.ndarray
    words: np.ndarray
    paragraphs: list[np.ndarray]
    group_words: np.ndarray
    length: int
    pieces: np.ndarray

    @classmethod
    def of(cls, corpus: Corpus, own: int, of_group: np.ndarray, n_groups: int, listed: np.ndarray) -> _Models:
        by_paragraph, group = corpus.counts_by_paragraph, of_group[corpus.tokens.document_of_paragraph]
        elsewhere = np.asarray(by_paragraph[group >= 0].sum(axis=0)).ravel() > 0
        pieces = _pieces(corpus, own)
        terms = np.flatnonzero(listed & elsewhere & (np.asarray(pieces.sum(axis=0)).ravel() > 0))
        words = np.asarray(by_paragraph.multiply(listed).sum(axis=1)).ravel()
        paragraphs = [np.flatnonzero((group == number) & (words > 0)) for number in range(n_groups)]
        group_words = np.array([int(words[each].sum()) for each in paragraphs])
        return cls(
            terms, by_paragraph[:, terms].toarray().astype(float), words, paragraphs, group_words,
            max(int(group_words.min()), 1), pieces[:, terms].toarray().astype(float),
        )  # fmt: skip

    def gains(self, chance: np.random.Generator) -> np.ndarray:
        """Bits a word for each group, of one draw of the text's pieces and of as many words of each group."""
        models = np.array([self._drawn(each, chance) for each in self.paragraphs])
        average = models.mean(axis=0)
        shares = (models * self.length + SMOOTHING * average) / (self.length + SMOOTHING)
        with np.errstate(divide="ignore", invalid="ignore"):
            bits = np.where(average > 0, np.log2(shares / average), 0.0)
        drawn = self.pieces[chance.integers(0, len(self.pieces), len(self.pieces))].sum(axis=0) * (average > 0)
        gains = bits @ drawn / max(drawn.sum(), 1.0)
        return gains - gains.mean()

    def _drawn(self, paragraphs: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        """Share of each word in paragraphs drawn until they have as many words as the shortest group."""
        order = chance.permutation(paragraphs)
        taken = order[: int(np.searchsorted(np.cumsum(self.words[order]), self.length)) + 1]
        return self.counts[taken].sum(axis=0) / max(self.words[taken].sum(), 1)


def _pieces(corpus: Corpus, own: int):  # noqa: ANN202 -- a scipy sparse array
    """Counts of the words in the pieces of the text: its paragraphs, or equal cuts where it has few."""
    from scipy.sparse import csr_array

    paragraphs = np.flatnonzero(corpus.tokens.document_of_paragraph == own)
    if len(paragraphs) >= MIN_PARAGRAPHS:
        return corpus.counts_by_paragraph[paragraphs].tocsc()
    terms = corpus.words.term[corpus.words.document == own]
    piece = np.arange(len(terms)) * _PIECES // max(len(terms), 1)
    return csr_array((np.ones(len(terms)), (piece, terms)), shape=(_PIECES, len(corpus.terms))).tocsc()


def _known(corpus: Corpus, document_id: str) -> tuple[float, float]:
    """Share of the content words of a text that stand in the others, and the least that it is for any of the others."""
    counts, own = corpus.words_and_numbers.by_document, corpus.documents.index.get_loc(document_id)
    content = corpus.content_words(stop_words(corpus.stop_list)) & corpus.is_word
    of_row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    # In how many of the others a word stands decides whether they know it.
    rest = np.bincount(counts.indices[of_row != own], minlength=counts.shape[1])
    known = np.where(of_row == own, rest[counts.indices] > 0, rest[counts.indices] > 1)
    weight = counts.data * content[counts.indices]
    shares = np.bincount(of_row, weight * known, counts.shape[0]) / np.maximum(
        np.bincount(of_row, weight, counts.shape[0]), 1
    )
    return float(shares[own]), float(np.delete(shares, own).min())


def _verdict(first: pd.Series, level: float) -> str:
    if first["known"] < 0.9 * first["usual_known"]:
        return STRANGE
    return NEAREST if first["nearest"] >= level else CANNOT_TELL
