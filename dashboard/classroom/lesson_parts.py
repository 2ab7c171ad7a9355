"""What stands in the fences of a lesson: options of an exhibit, sentences to read, a prediction, a choice, a blind passage."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis import AnalysisError

from ..exhibits import require_exhibit
from ..exhibits.options import from_words
from ..words import whole_number
from .lesson import Blind, Choice, Prediction, Sentences, Shown
from .lesson_values import ValuesError, read_values
from .live.questions import LONGEST, Question

_MOST_SENTENCES, _MOST_FITTING, _MOST_IN_ROUND = 4, 8, 50


class PartError(ValueError):
    """What is wrong in a fence, and on which line."""

    def __init__(self, sentence: str, line: int) -> None:
        super().__init__(sentence)
        self.line = line


def _exhibit(name: str, body: list[str], line: int) -> dict[str, object]:
    return {"shown": _shown(name, _read(body, line, None), body, line)}


def _predict(name: str, body: list[str], line: int) -> dict[str, object]:
    given = _read(body, line, None)
    column = given.pop("predict", "per_1000")
    return {
        "shown": _shown(name, given, body, line),
        "prediction": Prediction(str(column), line),
    }


def _sentences(name: str, body: list[str], line: int) -> dict[str, object]:
    given = _read(body, line, ("find", "texts", "most"))
    if not str(given.get("find") or "").strip():
        raise PartError("Say which sentences: add a line find: and a search.", line)
    most = whole_number(str(given.get("most", _MOST_SENTENCES)))
    if most is None or not 1 <= most <= _MOST_FITTING:
        said = f"most must be a whole number from 1 to {_MOST_FITTING}: more do not fit on a screen."
        raise PartError(said, _line_of("most", body, line))
    return {"sentences": Sentences(str(given["find"]), _names(given.get("texts")), most, line)}


def _ask(name: str, body: list[str], line: int) -> dict[str, object]:
    given = _read(body, line, ("question", "answers", "right"))
    answers = given.get("answers")
    if not isinstance(given.get("question"), str) or not given["question"].strip():
        raise PartError("Add a line question: with the question.", line)
    if not (isinstance(answers, list) and 2 <= len(answers) <= 8 and all(isinstance(each, str) for each in answers)):
        raise PartError("answers must be a list of two to eight, such as answers: [yes, no].", line)
    prompt, answers = given["question"], tuple(answers)
    # What no live class could be asked is a mistake in any lesson: two answers alike, one that is empty or too long.
    Question("lesson", "choice", prompt[: LONGEST["prompt"]], answers)
    return {"choice": Choice(prompt, answers, str(given.get("right") or ""), line)}


def _passage(name: str, body: list[str], line: int) -> dict[str, object]:
    given = _read(body, line, ("seed", "number"))
    seed, number = (whole_number(str(given.get(name, 1))) for name in ("seed", "number"))
    if seed is None or seed < 0 or number is None or not 1 <= number <= _MOST_IN_ROUND:
        raise PartError(f"seed and number must be whole numbers, number from 1 to {_MOST_IN_ROUND}.", line)
    return {"blind": Blind(seed, number, line)}


# A reader takes what stands after the fence's name, its lines, and the line of the fence.
READERS: Mapping[str, Callable[[str, list[str], int], dict[str, object]]] = {
    "exhibit": _exhibit,
    "predict": _predict,
    "sentences": _sentences,
    "ask": _ask,
    "passage": _passage,
}


def _shown(name: str, given: dict[str, object], body: list[str], line: int) -> Shown:
    if not name:
        raise PartError("Name the exhibit after the fence's name, such as ::: exhibit term_rates.", line)
    require_exhibit(name)
    texts, rows, options = _names(given.pop("texts", None)), str(given.pop("rows", "") or ""), {}
    for option, value in given.items():
        try:
            options |= from_words(name, {option: value})
        except AnalysisError as error:
            raise PartError(str(error), _line_of(option, body, line)) from None
    return Shown(name, options, texts, rows, line)


def _line_of(name: str, body: list[str], line: int) -> int:
    return next((number for number, text in enumerate(body, line + 1) if text.startswith(f"{name}:")), line)


def _names(value: object) -> tuple[str, ...]:
    if not value:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else tuple(part.strip() for part in str(value).split(","))


def _read(body: list[str], line: int, known: tuple[str, ...] | None) -> dict[str, object]:
    """The lines of a fence as names and values; known: the names that there are, None where an exhibit says."""
    try:
        given = read_values("\n".join(body))
    except ValuesError as error:
        raise PartError(str(error), line + 1 + error.line) from None
    for name in given if known is not None else ():
        if name not in known:
            raise PartError(f"There is no {name!r} here; there are {', '.join(known)}.", _line_of(name, body, line))
    return given
