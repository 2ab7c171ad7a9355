"""A round of blind passages: whose is it? For the game, a lecture, a poll or a sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import AnalysisError, Corpus, telling_words
from analysis.errors import require_at_least

from .attributions import AttributionOptions, Judged, judged

# Passages that can be read aloud in half a minute and yet say something.
READABLE = (30, 120)
# Words marked in a passage: each at least twice as likely in the one text as in the others.
_MARKED, _LEAST_BITS = 6, 1.0


@dataclass(frozen=True)
class TellingWord:
    """A word of a passage: as it is counted, as it is written there first, how often it stands there, and so many times
    as likely it is where it points to."""

    term: str
    written: str
    count: int
    times: float


@dataclass(frozen=True)
class BlindPassage:
    """A passage with its answer, and what the machine says of it.

    document_id, group: whose it is; text: its words; paragraph: number in its text, from 1; start, end: its offsets in
    the text of the document; words: how many; guess, probability: the machine's; probabilities: group and probability,
    in the order of the groups; telling: words that speak for its own group, strongest first; misleading: words that
    led to a wrong guess; marks: where they stand in `text` (start, end, "telling" or "misleading").
    """

    document_id: str
    group: str
    text: str
    paragraph: int
    start: int
    end: int
    words: int
    guess: str
    probability: float
    probabilities: tuple[tuple[str, float], ...]
    telling: tuple[TellingWord, ...]
    misleading: tuple[TellingWord, ...]
    marks: tuple[tuple[int, int, str], ...]

    @property
    def known(self) -> bool:
        """Did the machine guess right?"""
        return self.guess == self.group

    def pieces(self) -> list[tuple[str, str]]:
        """The text cut at its marks: (kind, words) with kind "plain", "telling" or "misleading"."""
        pieces, at = [], 0
        for start, end, kind in self.marks:
            pieces += [("plain", self.text[at:start]), (kind, self.text[start:end])]
            at = end
        return [piece for piece in [*pieces, ("plain", self.text[at:])] if piece[1]]


def blind_round(corpus: Corpus, n: int = 10, seed: int = 1, *, by: str = "author") -> tuple[BlindPassage, ...]:
    """So many passages for a round, drawn by a seed: as many of each group as can be, in a mixed order.

    by: the column whose groups are asked for. None contains a name of its author, where the group has others; fewer
    than `n` where there are no more. The same corpus and numbers give the same round. AnalysisError where there are not
    two groups with a passage.
    """
    require_at_least("n", n, 1)
    require_at_least("seed", seed, 0)
    made = judged(corpus, AttributionOptions(by=by))
    if made.table["group"].nunique() < 2:
        raise AnalysisError("Only one side has a passage, so there is nothing to guess; choose more texts.")
    draw = np.random.default_rng(seed)
    piles = [draw.permutation(_fit(rows)).tolist() for _, rows in made.table.groupby("group", sort=False)]
    # One from each pile by turns; who comes first is drawn, so that no group has one more in every round.
    turns = [
        row
        for turn in zip(*_padded([piles[pile] for pile in draw.permutation(len(piles))]), strict=True)
        for row in turn
    ]
    drawn = [row for row in turns if row is not None][:n]
    return tuple(_passage(corpus, made, int(row)) for row in draw.permutation(drawn))


def _fit(rows: pd.DataFrame) -> np.ndarray:
    """The passages of a group that make a good question; where there is none, what there is."""
    unnamed = rows[~rows["named"]]
    readable = unnamed[unnamed["words"].between(*READABLE)]
    return next(choice for choice in (readable, unnamed, rows) if len(choice)).index.to_numpy()


def _padded(piles: list[list[int]]) -> list[list[int | None]]:
    longest = max(map(len, piles))
    return [[*pile, *[None] * (longest - len(pile))] for pile in piles]


def _passage(corpus: Corpus, made: Judged, row: int) -> BlindPassage:
    line, passages, places = made.table.loc[row], made.model.passages, _places(corpus, made, row)
    text, words = passages.text(corpus, row), telling_words(corpus, made.model, row)
    written = {term: text[start:end] for start, end, term in reversed(places)}
    misled = words["side"] == "misleading"
    # What speaks for the guess even more than for the true text gives nothing away.
    telling = _strongest(words[~misled & ~words["term"].isin(words.loc[misled, "term"])], written)
    misleading = _strongest(words[misled], written)
    kinds = {word.term: "misleading" for word in misleading} | {word.term: "telling" for word in telling}
    return BlindPassage(
        document_id=line["document_id"],
        group=line["group"],
        text=text,
        paragraph=int(line["paragraph"]),
        start=int(passages.low[row]),
        end=int(passages.high[row]),
        words=int(line["words"]),
        guess=line["guess"],
        probability=float(line["probability"]),
        probabilities=tuple(zip(made.model.labels, made.model.probabilities[row].tolist(), strict=True)),
        telling=telling,
        misleading=misleading,
        marks=tuple((start, end, kinds[term]) for start, end, term in places if term in kinds),
    )


def _strongest(words: pd.DataFrame, written: dict[str, str]) -> tuple[TellingWord, ...]:
    strong = words[words["bits"] >= _LEAST_BITS].head(_MARKED)
    columns = (strong[name].tolist() for name in ("term", "count", "bits"))
    return tuple(TellingWord(term, written[term], count, 2.0**bits) for term, count, bits in zip(*columns, strict=True))


def _places(corpus: Corpus, made: Judged, row: int) -> list[tuple[int, int, str]]:
    """Every word of the passage: where it begins and ends in its text, and what it is counted as."""
    stream, passages = corpus.tokens, made.model.passages
    tokens = slice(int(passages.first[row]), int(passages.stop[row]))
    terms = corpus.terms[corpus.term_of_form[stream.form[tokens]]].tolist()
    starts, ends = (edge - passages.low[row] for edge in (stream.start[tokens], stream.end_of(tokens)))
    return list(zip(starts.tolist(), ends.tolist(), terms, strict=True))
