"""Votes as tables: of one question for a chart, of a whole class for a file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .questions import Question, Vote
from .store import Store

CHOICE = ("answer", "votes", "share")
NUMBERS = ("answer", "lower_quartile", "median", "upper_quartile", "n")
RESULTS = (
    "place", "question", "kind", "unit", "devices", "answer", "votes", "share", "lower_quartile", "median",
    "upper_quartile",
)  # fmt: skip
SINGLE = ("place", "question", "kind", "unit", "vote", "answer", "value")


def tally(question: Question, votes: Sequence[Vote]) -> pd.DataFrame:
    """What a class has voted, a row an answer in the order of the question.

    "choice": answer, votes, share (of all who voted, 0 to 1; NaN without a vote). "numbers": answer, lower_quartile,
    median, upper_quartile (in the question's unit; NaN without a vote), n (who voted).
    """
    if question.kind == "choice":
        counts = np.bincount(np.asarray(votes, int), minlength=len(question.answers))
        share = counts / len(votes) if votes else np.full(len(counts), np.nan)
        return pd.DataFrame({"answer": list(question.answers), "votes": counts, "share": share}, columns=CHOICE)
    given = np.asarray(votes, float).reshape(len(votes), len(question.answers))
    low, middle, high = (
        np.quantile(given, [0.25, 0.5, 0.75], axis=0) if len(given) else np.full((3, len(question.answers)), np.nan)
    )
    columns = (list(question.answers), low, middle, high, len(given))
    return pd.DataFrame(dict(zip(NUMBERS, columns, strict=True)))


def results(store: Store, room: int) -> pd.DataFrame:
    """All questions of a room, a row an answer: place (in the order of asking, from 1), question (its words), kind,
    unit, devices (phones that voted on it), answer, votes, share, lower_quartile, median, upper_quartile.

    Of a "choice" the quartiles are NaN; of "numbers" votes is devices, and share is NaN.
    """
    tables = []
    for place, asked in enumerate(store.asked(room), 1):
        votes = store.votes(asked.number)
        table = tally(asked.question, votes).rename(columns={"n": "votes"})
        tables.append(table.assign(**_about(place, asked.question), devices=len(votes)))
    return _together(tables, RESULTS)


def single_votes(store: Store, room: int) -> pd.DataFrame:
    """Every vote of a room without whose it is: place, question, kind, unit, vote (a number within its question, which
    is not that of the same phone in another), answer, value (the number given; of a "choice" NaN)."""
    tables = []
    for place, asked in enumerate(store.asked(room), 1):
        rows = [
            (number, answer, value)
            for number, vote in enumerate(store.votes(asked.number), 1)
            for answer, value in _parts(asked.question, vote)
        ]
        table = pd.DataFrame(rows, columns=["vote", "answer", "value"]).astype({"value": float})
        tables.append(table.assign(**_about(place, asked.question)))
    return _together(tables, SINGLE)


def _parts(question: Question, vote: Vote) -> list[tuple[str, float]]:
    if isinstance(vote, int):
        return [(question.answers[vote], np.nan)]
    return list(zip(question.answers, vote, strict=True))


def _about(place: int, question: Question) -> dict[str, object]:
    return {"place": place, "question": question.prompt, "kind": question.kind, "unit": question.unit}


def _together(tables: list[pd.DataFrame], columns: tuple[str, ...]) -> pd.DataFrame:
    kept = [table.reindex(columns=columns) for table in tables if len(table)]
    return pd.concat(kept, ignore_index=True) if kept else pd.DataFrame(columns=columns)
