"""Whose passage is this? A classifier names the text of every passage from its words, and says how sure it is.

The classifier is multinomial naive Bayes over counts of words (Mosteller & Wallace 1964; McCallum & Nigam 1998; Manning,
Raghavan & Schütze 2008, ch. 13). Function words count unless a stop list is asked for: they are what an author does
not think about, and here the guesses are better with them. Three things keep it honest:

- *Leave one out.* What a passage is judged by never holds the paragraph it stands in. For naive Bayes that is a
  subtraction of counts, so nothing is fitted again.
- *Smoothing fair to short texts.* Each group is given `smoothing` words more, spread as in all texts together
  (Dirichlet smoothing, Zhai & Lafferty 2004), and a word that stands nowhere else tells nothing. Adding one to every count
  would drown a text of 742 words: none of its own passages would be known.
- *Calibration.* Naive Bayes takes words for independent and is far too sure of itself. Its log-probabilities are divided
  by one number, the temperature (Guo et al. 2017), at which all *other* passages are judged best (log loss).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np

from .corpus import Corpus
from .errors import require_at_least, require_one_of
from .metadata import Groups, compared_groups
from .passages import Passages, cut_passages

PRIORS = {
    "equal": "before a word is read, every group is as likely",
    "length": "before a word is read, a group is the likelier the more words it has",
}
# Words that each group is given of the average of all texts. Any number from 200 to 1,000 does about as well.
SMOOTHING = 300
# Never surer than naive Bayes itself: a small corpus that is told apart without an error proves little.
_TEMPERATURES = np.geomspace(1, 100, 233)


@dataclass(frozen=True, eq=False)
class Cells:
    """The words of the passages, an entry a passage and different word, in the order of the passages.

    passage, term: which (term: position in `Corpus.terms`); count: how often it stands there; log_p: groups × entries,
    logarithm of its probability in each group without the passage's paragraph; all 0 for a word that stands nowhere
    else, which tells nothing.
    """

    passage: np.ndarray
    term: np.ndarray
    count: np.ndarray
    log_p: np.ndarray


@dataclass(frozen=True, eq=False)
class AttributionModel:
    """What the classifier makes of every passage.

    labels: the groups in order of time; passages: what is judged; truth: the group of each as a position in `labels`;
    cells: what each word says; scores: passages × groups, natural logarithms up to a constant, before calibration;
    temperatures: one a passage; probabilities: passages × groups, calibrated, rows sum to 1.
    """

    by: str
    unit: str
    prior: str
    smoothing: float
    labels: tuple[str, ...]
    group_words: np.ndarray
    passages: Passages
    truth: np.ndarray
    cells: Cells
    scores: np.ndarray
    temperatures: np.ndarray
    probabilities: np.ndarray

    @property
    def guesses(self) -> np.ndarray:
        """The most probable group of each passage; of equals the first."""
        return self.probabilities.argmax(axis=1)


def attribution_model(
    corpus: Corpus,
    *,
    by: str = "document_id",
    unit: Literal["run", "paragraph"] = "run",
    prior: Literal["equal", "length"] = "equal",
    stop_words: Collection[str] = (),
    smoothing: float = SMOOTHING,
    minimum_words: int = 20,
) -> AttributionModel:
    """Let the classifier judge every passage of a corpus by the words of all other paragraphs.

    by: the column whose groups are told apart; unit, minimum_words: as in `cut_passages`; prior: "equal" asks which of
    the groups, each as likely as the other; "length" also counts that most passages are of the longest, so it guesses
    more often right and overlooks short texts. smoothing: words a group is given of the average. The same corpus and
    options give the same model. A group of one paragraph alone is judged by the average of all, since nothing of it is left.
    OptionError for fewer than two groups or an unknown option. Sources: in the head of this module.
    """
    require_one_of("prior", prior, PRIORS)
    require_at_least("smoothing", smoothing, 1)
    groups = compared_groups(corpus.documents, by)
    passages = cut_passages(corpus, unit, minimum_words=minimum_words)
    truth = groups.of_document[passages.document]
    counts = _Counts.of(corpus, groups, corpus.content_words(stop_words))
    learnt = counts.group_words[:, None] - counts.left_out(passages.paragraph, truth)
    cells = _cells(passages, truth, counts, learnt, smoothing)
    scores = _scores(cells, len(passages), len(groups))
    if prior == "length":
        scores += np.log((learnt.T + 1) / (learnt.T + 1).sum(axis=1, keepdims=True))
    temperatures = _temperatures(scores, truth, passages.paragraph)
    return AttributionModel(
        by, unit, prior, smoothing, groups.labels, counts.group_words, passages, truth, cells, scores, temperatures,
        np.exp(_log_softmax(scores / temperatures[:, None])),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Counts:
    """What can be learnt: words of groups and paragraphs, only those that are listed.

    keys, of_paragraph: paragraph × terms + term, sorted, and how often the term stands in the paragraph.
    """

    listed: np.ndarray
    by_group: np.ndarray
    group_words: np.ndarray
    paragraph_words: np.ndarray
    keys: np.ndarray
    of_paragraph: np.ndarray
    terms: np.ndarray

    @classmethod
    def of(cls, corpus: Corpus, groups: Groups, listed: np.ndarray) -> _Counts:
        terms, size = corpus.term_of_form[corpus.tokens.form].astype(np.int64), len(corpus.terms)
        used = np.flatnonzero(listed[terms])
        paragraph = corpus.tokens.paragraph_of(used)
        keys, of_paragraph = np.unique(paragraph * size + terms[used], return_counts=True)
        by_group = np.zeros((len(groups), size))
        np.add.at(by_group, (groups.of_document[corpus.tokens.document_of_paragraph[paragraph]], terms[used]), 1)
        paragraph_words = np.bincount(paragraph, minlength=corpus.n_paragraphs)
        return cls(listed, by_group, by_group.sum(axis=1), paragraph_words, keys, of_paragraph, terms)

    def left_out(self, paragraphs: np.ndarray, truth: np.ndarray) -> np.ndarray:
        """groups × passages: how many words of each group are not learnt from."""
        own = np.arange(len(self.group_words))[:, None] == truth
        return own * self.paragraph_words[paragraphs]

    def in_paragraph(self, paragraphs: np.ndarray, terms: np.ndarray) -> np.ndarray:
        """How often terms stand in paragraphs that have them."""
        return self.of_paragraph[np.searchsorted(self.keys, paragraphs * self.by_group.shape[1] + terms)]


def _cells(passages: Passages, truth: np.ndarray, counts: _Counts, learnt: np.ndarray, smoothing: float) -> Cells:
    size = counts.by_group.shape[1]
    tokens = [np.arange(first, stop) for first, stop in zip(passages.first, passages.stop, strict=True)]
    of_token = np.repeat(np.arange(len(passages)), [len(each) for each in tokens])
    terms = counts.terms[np.concatenate([*tokens, np.empty(0, np.int64)]).astype(np.int64)]
    used = counts.listed[terms]
    keys, count = np.unique(of_token[used] * size + terms[used], return_counts=True)
    passage, term = np.divmod(keys, size)
    own = np.arange(len(counts.by_group))[:, None] == truth[passage]
    elsewhere = counts.by_group[:, term] - own * counts.in_paragraph(passages.paragraph[passage], term)
    total, words = elsewhere.sum(axis=0), learnt.sum(axis=0)[passage]
    known = total > 0
    average = total / np.maximum(words, 1)
    share = (elsewhere + smoothing * average) / (learnt[:, passage] + smoothing)
    return Cells(passage, term, count, np.log(np.where(known, share, 1.0)))


def _scores(cells: Cells, passages: int, groups: int) -> np.ndarray:
    """passages × groups: the logarithm of the probability of the words, summed."""
    sums = [np.bincount(cells.passage, cells.count * log_p, passages) for log_p in cells.log_p]
    return np.array(sums).reshape(groups, passages).T


def _log_softmax(scores: np.ndarray) -> np.ndarray:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def _temperatures(scores: np.ndarray, truth: np.ndarray, paragraph: np.ndarray) -> np.ndarray:
    """For each passage the temperature at which those of all other paragraphs have the least log loss; where there are
    none the highest, which is as good as not knowing."""
    own = np.arange(len(truth))
    loss = np.array([-_log_softmax(scores / each)[own, truth] for each in _TEMPERATURES]).T
    _, of_passage = np.unique(paragraph, return_inverse=True)
    here = np.zeros((int(of_passage.max(initial=-1)) + 1, len(_TEMPERATURES)))
    np.add.at(here, of_passage, loss)
    others = loss.sum(axis=0) - here
    return np.where(len(here) > 1, _TEMPERATURES[others.argmin(axis=1)], _TEMPERATURES[-1])[of_passage]
