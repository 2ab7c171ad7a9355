"""A lesson and its texts: the exhibits its screens show, and its words with what the texts say in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from analysis import AnalysisError, Corpus, OptionError, concordance

from ..exhibits import make
from ..exhibits.base import Exhibit
from ..exhibits.blind import BlindPassage, blind_round
from ..exhibits.groups import text_labels
from .lesson import Blind, Lesson, Mistake, Screen, Sentences, Shown, exhibit_before
from .statements import Source, filled, right_answer, rows_that_fit, source, true_of

Make = Callable[..., Exhibit]
# Passages of a usual round, so that a number means the same here and on the page "Whose passage?".
_ROUND = 10


@dataclass(frozen=True)
class Noticed:
    """A statement with its numbers, and does what it claims hold of these texts?"""

    text: str
    holds: bool


def exhibit_of(corpus: Corpus, shown: Shown, make: Make = make) -> Exhibit:
    """The exhibit that a screen shows. AnalysisError where the texts do not allow it."""
    return make(texts_of(corpus, shown.texts), shown.name, **shown.options)


def texts_of(corpus: Corpus, names: tuple[str, ...]) -> Corpus:
    """Only the texts named by document_id or label; all where none is named."""
    if not names:
        return corpus
    labels = {label.lower(): document for document, label in text_labels(corpus.documents).items()}
    chosen = [name if name in corpus.documents.index else labels.get(name.lower(), "") for name in names]
    if "" in chosen:
        strange = names[chosen.index("")]
        raise OptionError(f"There is no text {strange!r}; there are {', '.join(corpus.documents.index)}.")
    return corpus.select([document for document in corpus.documents.index if document in chosen])


def said_on(corpus: Corpus, lesson: Lesson, number: int, make: Make = make) -> Source | None:
    """What the words of a screen refer to."""
    shown = exhibit_before(lesson, number)
    return None if shown is None else source(corpus, exhibit_of(corpus, shown, make))


def words_of(screen: Screen, said: Source | None) -> list[str]:
    """The paragraphs of a screen with what the texts say in them."""
    return [filled(text, said) for text in screen.words]


def noticed(screen: Screen, said: Source | None) -> list[Noticed]:
    """What is to be noticed on a screen."""
    return [
        Noticed(filled(each.text, said), not each.holds or true_of(each.holds, said))
        for each in screen.notices
    ]  # fmt: skip


def sentences_of(corpus: Corpus, wanted: Sentences) -> pd.DataFrame:
    """The sentences that a search finds, at most so many, taken in turn from the texts; concordance lines."""
    lines = concordance(texts_of(corpus, wanted.texts), wanted.find)
    # A sentence with two hits is read once.
    lines = lines[~(lines["document_id"] + lines["left"] + lines["node"] + lines["right"]).duplicated()]
    turn = lines.groupby("document_id", sort=False).cumcount()
    return lines.iloc[turn.argsort(kind="stable")].head(wanted.most).sort_index().reset_index(drop=True)


def drawn_rows(said: Source, shown: Shown) -> pd.DataFrame:
    """The rows of an exhibit's table that a screen draws. OptionError where none fits."""
    rows = rows_that_fit(said, shown.rows)
    if rows.empty and not said.exhibit.table.empty:
        raise OptionError(f"No row of {shown.name} fits {shown.rows!r}.")
    return rows


def predicted_rows(screen: Screen, said: Source) -> pd.DataFrame:
    """The rows of an exhibit whose bars a class predicts: one a group."""
    rows = drawn_rows(said, screen.shown)
    if screen.prediction.column not in rows or not pd.api.types.is_numeric_dtype(rows[screen.prediction.column]):
        raise OptionError(f"{said.exhibit.name} has no column {screen.prediction.column!r} of numbers to predict.")
    if "group" not in rows or rows["group"].duplicated().any() or not 2 <= len(rows) <= 8:
        raise OptionError(
            f"A prediction needs one row a group, two to eight; the conditions leave {len(rows)} rows: "
            "add rows: and a condition such as term=trust."
        )
    return rows


def passage_of(
    corpus: Corpus, blind: Blind, round_of: Callable[..., tuple[BlindPassage, ...]] = blind_round
) -> BlindPassage:
    """The blind passage of a screen. OptionError where its round has no such number."""
    passages = round_of(corpus, max(blind.number, _ROUND), blind.seed, by="author")
    if blind.number > len(passages):
        raise OptionError(f"This round has {len(passages)} passages; there is no number {blind.number}.")
    return passages[blind.number - 1]


def mistakes_in(lesson: Lesson, corpus: Corpus, file: str = "", make: Make = make) -> Iterator[Mistake]:
    """What of a lesson the texts do not bear out: exhibits that cannot be made, references to nothing, claims that do
    not hold, sentences that nobody wrote; each with its line."""
    for number, screen in enumerate(lesson.screens):
        yield from (
            Mistake(line, sentence, file) for line, sentence in _mistakes_on(corpus, lesson, number, screen, make)
        )


def _mistakes_on(corpus: Corpus, lesson: Lesson, number: int, screen: Screen, make: Make) -> Iterator[tuple[int, str]]:
    try:
        said = said_on(corpus, lesson, number, make)
        if screen.shown:
            drawn_rows(said, screen.shown)
        if screen.prediction:
            predicted_rows(screen, said)
        if screen.sentences and sentences_of(corpus, screen.sentences).empty:
            yield screen.sentences.line, f"No sentence has {screen.sentences.find!r}."
        if screen.blind:
            passage_of(corpus, screen.blind)
        right = right_answer(screen.choice.right, said) if screen.choice and screen.choice.right else None
        if right and right not in screen.choice.answers:
            yield screen.choice.line, f"The right answer is {right!r}, which is none of the answers."
        words_of(screen, said)
    except AnalysisError as error:
        place = screen.shown or screen.sentences or screen.choice or screen.blind or screen
        yield place.line, str(error)
        return
    for statement in screen.notices:
        try:
            filled(statement.text, said)
            if statement.holds and not true_of(statement.holds, said):
                yield statement.line, f"This does not hold of these texts: {statement.holds}."
        except AnalysisError as error:
            yield statement.line, str(error)
