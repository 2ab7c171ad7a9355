"""A worksheet of any exhibit: its figure, questions with a key from its table, three passages, a caution, a task."""

from __future__ import annotations

from dataclasses import replace

from analysis import Corpus

from ... import glossary
from ...exhibits.base import Exhibit
from ...exhibits.groups import listed
from ...words import without_marks
from .asking import names_of
from .cells import cells_of
from .excerpts import three_passages, whose
from .handout import Figure, Handout, Item, Passages, Task, Text
from .questions import questions

_MANY_TEXTS = 8


def handout_of_exhibit(corpus: Corpus, exhibit: Exhibit) -> Handout:
    """The worksheet of an exhibit of this corpus. Where little can be asked it is short; it never asks without a key."""
    passages = three_passages(corpus, exhibit)
    riddle = whose(passages)
    if riddle:
        passages = [replace(passage, who="", place="") for passage in passages]
    items: list[Item] = [Figure(exhibit, caption=False), *questions(corpus, exhibit)]
    if passages:
        heading = f"{_counted(len(passages))} from the texts"
        items += [Passages(heading, tuple(passages)), *([riddle] if riddle else [])]
    items += [*_caution(exhibit), _task(bool(passages))]
    return Handout(exhibit.title, _introduction(corpus, exhibit), tuple(items), exhibit.receipt.text())


def _introduction(corpus: Corpus, exhibit: Exhibit) -> str:
    """Which texts these are, and what an interval is where the figure has one."""
    documents = corpus.documents
    labels = names_of(corpus, exhibit).labels
    texts = [labels[document_id] for document_id in documents.index] if len(documents) <= _MANY_TEXTS else []
    named = f": {listed(texts)}" if texts else ""
    told = f"The figure is made from {len(documents)} text{'s' * (len(documents) != 1)}{named}. Look at it first, then answer the questions."
    cells = cells_of(corpus, exhibit)
    if cells and cells.drawn:
        told += " The line through a mark is its interval: the shorter, the surer."
    return told


def _caution(exhibit: Exhibit) -> list[Text]:
    """What the first measure behind the figure asks, and what to beware of."""
    behind = glossary.measures_behind(exhibit.name, exhibit.options, exhibit.table)
    entries = [glossary.MEASURES[name] for name in behind if glossary.MEASURES[name].caveat]
    if not entries:
        return []
    entry = entries[0]
    return [
        Text(
            f"Beware: {entry.label}", (f"What it answers: {without_marks(entry.question)}", without_marks(entry.caveat))
        )
    ]


def _task(with_passages: bool) -> Task:
    support = " Quote one of the passages." if with_passages else ""
    return Task(
        f"Write two or three sentences: what does the figure show, how sure is it, and what else could explain it?{support}"
    )


def _counted(passages: int) -> str:
    return {1: "A passage", 2: "Two passages"}.get(passages, "Three passages")
