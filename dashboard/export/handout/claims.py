"""The claim card: a student's sentence with the chart it rests on, the passages for it and those against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, concordance
from analysis.query import parse

from ...exhibits.base import Exhibit
from ...exhibits.groups import group_styles, listed, text_labels
from ..errors import ExportError
from ..letters import printable, shortened
from ..web.evidence import row_name
from .excerpts import quote
from .handout import Figure, Handout, Marking, Passages, Quote, Statement, Task

MOST_LETTERS = 500
MOST_PASSAGES = 3
_KIND = "Claim card"
_NONE = {"for": "No passage for it was given.", "against": "No passage against was given."}


@dataclass(frozen=True)
class FromRow:
    """Passages behind one row of the exhibit's table; picks: which of them, by their place, none: the first ones."""

    row: int
    picks: tuple[int, ...] = ()


@dataclass(frozen=True)
class FromSearch:
    """Hits of a search, in some texts (document_ids; none: in all) or in all others; picks as in FromRow."""

    query: str
    documents: tuple[str, ...] = ()
    picks: tuple[int, ...] = ()
    elsewhere: bool = False


Source = FromRow | FromSearch | None


@dataclass(frozen=True)
class Side:
    """Passages on one side of a claim, and in words where they were looked for and how many there were."""

    passages: tuple[Quote, ...]
    searched: str


@dataclass(frozen=True)
class Claim:
    """A claim, ready to be put on paper."""

    sentence: str
    exhibit: Exhibit
    supporting: Side
    opposing: Side

    def handout(self) -> Handout:
        """The card as a handout: it has no key, but a place for the teacher's mark."""
        exhibit, after = self.exhibit, len(self.supporting.passages)
        return Handout(
            title=f"A claim on: {exhibit.title}",
            introduction="",
            items=(
                Statement(self.sentence),
                Figure(exhibit),
                Passages("For the claim", self.supporting.passages, self.supporting.searched),
                Passages("Against the claim", self.opposing.passages, self.opposing.searched, after),
                Task("Why does the claim hold in spite of what speaks against it, or how far?", lines=3),
                Marking("Comment"),
            ),
            receipt=exhibit.receipt.text(),
            kind=_KIND,
        )


def claim_card(
    corpus: Corpus, exhibit: Exhibit, sentence: str, *, for_: Source = None, against: Source = None
) -> Claim:
    """A student's sentence with chart, passages for and passages against.

    ExportError where the sentence is missing or too long, where more than three passages are picked, or a pick is not
    there; QueryError where a search cannot be read.
    """
    return Claim(
        _sentence(sentence), exhibit, side(corpus, exhibit, for_, "for"), side(corpus, exhibit, against, "against")
    )


def side(corpus: Corpus, exhibit: Exhibit, source: Source, word: str) -> Side:
    """The passages of one side; word: "for" or "against". Where there are none, that is said, and what was searched."""
    if source is None:
        return Side((), f"{_NONE[word]} Nothing was searched for.")
    lines, labels = passages_of(corpus, exhibit, source), text_labels(corpus.documents)
    where = _where(corpus, exhibit, source)
    if lines.empty:
        return Side((), f"{_NONE[word]} Searched: {where}; nothing was found.")
    chosen = lines.iloc[list(_places(source, len(lines)))]
    made = tuple(quote(line, labels) for line in chosen.itertuples())
    return Side(made, f"Searched: {where}. Found: {len(lines):,}; printed: {len(made)}.")


def passages_of(corpus: Corpus, exhibit: Exhibit, source: FromRow | FromSearch) -> pd.DataFrame:
    """All passages that a side can be chosen from, as lines of a concordance. ExportError for a row that is not there,
    QueryError for a search that cannot be read."""
    if isinstance(source, FromRow):
        if source.row not in exhibit.table.index:
            raise ExportError("The table has no such row any more: choose a row again.")
        return exhibit.passages(source.row).reset_index(drop=True)
    lines = concordance(corpus, parse(source.query))
    within = lines["document_id"].isin(_searched(corpus, source))
    return lines[within].reset_index(drop=True)


def row_names(corpus: Corpus, exhibit: Exhibit) -> Mapping[int, str]:
    """What each row of the table is called: its number and what it names."""
    styles = group_styles(corpus, "document_id")
    by = getattr(exhibit.options, "by", None)
    styles = {**styles, **(group_styles(corpus, by) if by else {})}
    return {row: f"{row + 1} · {row_name(styles, exhibit.table.loc[row])}" for row in exhibit.table.index}


def _searched(corpus: Corpus, source: FromSearch) -> list[str]:
    """The texts that a search looks at."""
    texts = [str(text) for text in corpus.documents.index]
    if not source.documents:
        return texts
    return [text for text in texts if (text in source.documents) != source.elsewhere]


def _where(corpus: Corpus, exhibit: Exhibit, source: FromRow | FromSearch) -> str:
    """What was searched, in words."""
    if isinstance(source, FromRow):
        return f"row {row_names(corpus, exhibit)[source.row]}"
    labels = text_labels(corpus.documents)
    searched = _searched(corpus, source)
    texts = "all texts" if len(searched) == len(labels) else listed([labels[text] for text in searched]) or "no text"
    return f"“{source.query.strip()}” in {texts}"


def _places(source: FromRow | FromSearch, found: int) -> tuple[int, ...]:
    if len(source.picks) > MOST_PASSAGES:
        raise ExportError(f"{len(source.picks)} passages are chosen for one side: take no more than {MOST_PASSAGES}.")
    if any(not 0 <= place < found for place in source.picks):
        raise ExportError("A passage that was chosen is not there any more: choose again.")
    return source.picks or tuple(range(min(found, MOST_PASSAGES)))


def _sentence(text: str) -> str:
    sentence = " ".join(printable(text).split())
    if not sentence:
        raise ExportError("Write the sentence that you claim.")
    if len(sentence) > MOST_LETTERS:
        raise ExportError(f"The claim has {len(sentence):,} letters: say it in {MOST_LETTERS} or fewer.")
    return sentence


def file_title(claim: Claim) -> str:
    """What the file is called: the beginning of the claim."""
    return f"claim {shortened(claim.sentence, 60)}"
