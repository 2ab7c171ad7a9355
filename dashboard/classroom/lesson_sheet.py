"""A lesson on paper: its questions, figures, sentences and tasks, with a key for whoever teaches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from analysis import AnalysisError, Corpus

from ..exhibits import make
from ..exhibits.base import Exhibit, receipt
from ..exhibits.column import SHARE
from ..exhibits.columns import columns_of
from ..exhibits.groups import group_styles, text_labels
from ..export.handout.handout import Figure, Handout, Item, Passages, Question, Quote, Task, Text
from ..words import without_marks
from .lesson import Lesson, Screen
from .passage_sheet import question_of_passage
from .staging import noticed, passage_of, predicted_rows, said_on, sentences_of, words_of
from .statements import Source, filled, right_answer, told

_LISTED = re.compile(r"^\d+\.\s+", re.MULTILINE)
_NOTICED = "What do you notice? Write down {} with numbers of the figure{}."


def lesson_handout(corpus: Corpus, lesson: Lesson, make: Callable[..., Exhibit] = make) -> Handout:
    """The worksheet of a lesson on this corpus. Where the texts do not allow one of its screens, that is said in its place,
    as on the page."""
    items = [item for number in range(len(lesson.screens)) for item in _parts(corpus, lesson, number, make)]
    told = receipt(corpus, "a lesson of " + str(len(lesson.screens)) + " steps").text()
    return Handout(without_marks(lesson.title), without_marks(lesson.question), tuple(items), told)


def _parts(corpus: Corpus, lesson: Lesson, number: int, make: Callable[..., Exhibit]) -> list[Item]:
    screen = lesson.screens[number]
    try:
        return list(_READERS[screen.kind](corpus, screen, said_on(corpus, lesson, number, make)))
    except AnalysisError as error:
        return [Text(_title(screen), (str(error),))]


def _text(corpus: Corpus, screen: Screen, said: Source | None) -> Iterator[Item]:
    yield Text(_title(screen), tuple(map(without_marks, words_of(screen, said))))


def _figure(corpus: Corpus, screen: Screen, said: Source) -> Iterator[Item]:
    yield Text(_title(screen), ())
    yield Figure(said.exhibit, caption=False)
    yield from _what_is_noticed(screen, said)


def _what_is_noticed(screen: Screen, said: Source | None, where: str = "") -> Iterator[Item]:
    found = [without_marks(each.text) for each in noticed(screen, said) if each.holds]
    if found:
        many = "one thing" if len(found) == 1 else f"{_counted(len(found))} things"
        yield Question(_NOTICED.format(many, where), lines=2 * len(found), key=" ".join(found))


def _prediction(corpus: Corpus, screen: Screen, said: Source) -> Iterator[Item]:
    rows, column = predicted_rows(screen, said), screen.prediction.column
    named = [(said.names.get(str(row["group"]), str(row["group"])), row) for _, row in rows.iterrows()]
    key = "; ".join(f"{label} {_value(column, label, said, screen)}" for label, _ in named)
    before = "Before you see the figure: what do you expect for " + ", ".join(label for label, _ in named) + "?"
    yield Question(f"{_title(screen)} {before}", lines=len(named), key=f"{key}.")
    # The figure itself would give the answer away: it comes on the screen.
    yield from _what_is_noticed(screen, said, " on the screen")


def _value(column: str, label: str, said: Source, screen: Screen) -> str:
    where = f" | {screen.shown.rows}" if screen.shown.rows else ""
    percent = " %" if columns_of(said.exhibit.name, [column])[column].unit == SHARE else ""
    return told(f"{column}{percent}{where} | group={label}", said)


def _passages(corpus: Corpus, screen: Screen, said: Source | None) -> Iterator[Item]:
    labels = text_labels(corpus.documents)
    lines = sentences_of(corpus, screen.sentences)
    yield Passages(_title(screen), tuple(_quote(line, labels) for line in lines.itertuples()))
    yield Task("Underline the words that matter most. What do the passages share, and what parts them?", lines=3)
    yield from _what_is_noticed(screen, said)


def _quote(line, labels: dict[str, str]) -> Quote:  # noqa: ANN001 -- a named tuple of concordance lines
    start = len(line.left)
    text = f"{line.left}{line.node}{line.right}"
    return Quote(text, labels[line.document_id], f"¶ {line.paragraph}", ((start, start + len(line.node)),))


def _choice(corpus: Corpus, screen: Screen, said: Source | None) -> Iterator[Item]:
    choice = screen.choice
    prompt = without_marks(filled(choice.prompt, said))
    if choice.right:
        yield Question(prompt, choice.answers, key=right_answer(choice.right, said))
    else:
        yield Task(f"{prompt} ({' / '.join(choice.answers)}) Give your reason.", lines=2)
    yield from _what_is_noticed(screen, said)


def _blind(corpus: Corpus, screen: Screen, said: Source | None) -> Iterator[Item]:
    passage, styles = passage_of(corpus, screen.blind), group_styles(corpus, "author")
    yield Passages(_title(screen), (Quote(passage.text),))
    yield question_of_passage("Whose passage is it?", passage, styles, text_labels(corpus.documents))


def _tasks(corpus: Corpus, screen: Screen, said: Source | None) -> Iterator[Item]:
    for words in words_of(screen, said):
        for task in filter(None, (part.strip() for part in _LISTED.split(words))):
            yield Task(without_marks(task), lines=4)


_READERS: dict[str, Callable[[Corpus, Screen, Source | None], Iterator[Item]]] = {
    "question": _text,
    "caveat": _text,
    "task": _tasks,
    "exhibit": _figure,
    "predict": _prediction,
    "sentences": _passages,
    "ask": _choice,
    "passage": _blind,
}


def _title(screen: Screen) -> str:
    return without_marks(screen.title)


def _counted(number: int) -> str:
    return ("no", "one", "two", "three", "four", "five", "six")[number] if number <= 6 else str(number)
