"""Reading a lesson: a Markdown file whose headings are screens and whose fences say what a screen is.

---
title: The career of *trust*
question: Did trust grow, vanish or return?
minutes: 25
---

# Who speaks of trust?

::: exhibit term_rates
terms: trust
:::

::: notice
- Sun 2024 says it {count | term=trust | group=Sun 2024} times.
:::
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from analysis import AnalysisError

from . import lesson_parts
from .lesson import PARTS, Kind, Lesson, LessonError, Mistake, Screen, Statement

FENCES = ("question", "exhibit", "notice", "sentences", "caveat", "task", "predict", "ask", "passage", "notes")
_FRONT = ("title", "question", "minutes", "texts")
_MOST_BYTES = 1_000_000
_FENCE = re.compile(r"^:::+\s*(\w+)?(.*)$")
_HOLDS = re.compile(r"\[holds:\s*(.+?)\]\s*$")


@dataclass
class _Draft:
    """A screen while it is read."""

    title: str
    line: int
    kind: str = ""
    parts: dict[str, object] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    notices: tuple[Statement, ...] = ()
    notes: str = ""


def read_lesson(name: str, source: str | bytes, file: str = "") -> Lesson:
    """A lesson from the text of its file. LessonError with every mistake and its line.

    What the texts have to say (do its rows and terms exist?) only `statements.mistakes_in` can tell.
    """
    mistakes: list[Mistake] = []

    def wrong(line: int, sentence: str) -> None:
        mistakes.append(Mistake(line, sentence, file))

    text = _decoded(source, wrong)
    lines = text.splitlines()
    front = _front_matter(text, lines, wrong) if text else {}
    screens = list(_screens(text, lines, wrong)) if text and not mistakes else []
    if text and not mistakes:
        _require_all_parts(screens, len(lines), wrong)
    if mistakes:
        raise LessonError(sorted(mistakes))
    return Lesson(
        name, str(front["title"]), str(front["question"]), int(front["minutes"]), tuple(screens),
        front.get("texts") == "own",
    )  # fmt: skip


def _decoded(source: str | bytes, wrong: Callable[[int, str], None]) -> str:
    if len(source) > _MOST_BYTES:
        wrong(1, f"The file has {len(source):,} bytes; a lesson has at most {_MOST_BYTES:,}.")
        return ""
    try:
        text = source if isinstance(source, str) else source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        wrong(line, "The file is not UTF-8 text: save it again with the encoding UTF-8.")
        return ""
    if not text.strip():
        wrong(1, "The file is empty.")
        return ""
    return text


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).use(front_matter_plugin)
    for fence in FENCES:
        parser.use(container_plugin, fence)
    return parser


def _front_matter(text: str, lines: list[str], wrong: Callable[[int, str], None]) -> dict[str, object]:
    first = next(iter(_parser().parse(text)), None)
    if first is None or first.type != "front_matter":
        wrong(1, "The file does not begin with a line ---, then title:, question: and minutes:, then a line ---.")
        return {}
    try:
        front = yaml.safe_load(first.content) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        wrong(2 + (mark.line if mark else 0), "This cannot be read; write it as name: value.")
        return {}
    if not isinstance(front, dict):
        wrong(2, "Write title:, question: and minutes:, each with its value.")
        return {}
    head = list(enumerate(lines[: first.map[1]], 1))
    line = {name: number for number, text in head for name in front if text.startswith(f"{name}:")}
    for name in front:
        if name not in _FRONT:
            wrong(line.get(name, 2), f"There is no {str(name)!r}; there are {', '.join(_FRONT)}.")
    for name in _FRONT[:3]:
        if not str(front.get(name) or "").strip():
            wrong(line.get(name, 1), f"The lesson has no {name}: add a line {name}: … at its beginning.")
    minutes = front.get("minutes")
    if minutes and not (isinstance(minutes, int) and 1 <= minutes <= 240):
        wrong(line.get("minutes", 1), f"minutes must be a whole number from 1 to 240; not {str(minutes)[:40]!r}.")
    if front.get("texts", "bundled") not in ("bundled", "own"):
        wrong(line.get("texts", 2), f"texts must be bundled or own; not {str(front['texts'])[:40]!r}.")
    return front


def _screens(text: str, lines: list[str], wrong: Callable[[int, str], None]) -> Iterator[Screen]:
    draft: _Draft | None = None
    for token in _parser().parse(text):
        if token.level or token.type == "front_matter" or token.map is None:
            continue
        line = token.map[0] + 1
        if token.type == "heading_open" and token.tag == "h1":
            if draft:
                yield from _finished(draft, wrong)
            draft = _Draft(lines[token.map[0]].lstrip("#").strip(), line)
        elif draft is None:
            wrong(line, "Words before the first screen: begin a screen with a line # and its title.")
        elif token.type.startswith("container_"):
            _take(draft, token.type.split("_")[1], token.info, lines[token.map[0] + 1 : token.map[1]], line, wrong)
        else:
            wrong(line, _outside(lines[line - 1]))
    if draft:
        yield from _finished(draft, wrong)
    else:
        wrong(len(lines), "The lesson has no screen: begin one with a line # and its title.")


def _outside(text: str) -> str:
    fence = _FENCE.match(text)
    if fence and fence[1]:
        return f"There is no fence {fence[1]!r}; there are {', '.join(FENCES)}."
    if fence:
        return "This ::: closes nothing."
    return "Words outside a fence are shown nowhere: put them between ::: question (or another fence) and :::."


def _take(draft: _Draft, fence: str, info: str, body: list[str], line: int, wrong: Callable[[int, str], None]) -> None:
    """Add what stands in a fence to its screen."""
    if body and _FENCE.match(body[-1].strip()) and not _FENCE.match(body[-1].strip())[1]:
        body = body[:-1]
    inner = next((n for n, text in enumerate(body) if (found := _FENCE.match(text)) and found[1]), None)
    if inner is not None:
        wrong(line, f"The fence {fence} is not closed before line {line + 1 + inner}: add a line :::.")
        return
    for number, text in enumerate(body, line + 1):
        if re.search(r"!\[[^\]]*\]\(", text):
            wrong(number, "A lesson shows exhibits, not pictures: nothing is fetched from elsewhere.")
    if fence == "notes":
        draft.notes = "\n".join(body).strip()
    elif fence == "notice":
        draft.notices = tuple(_statements(body, line + 1, wrong))
    elif draft.kind:
        wrong(line, f"A screen shows one thing, and this one has {draft.kind} already: begin another screen with #.")
    else:
        draft.kind = fence
        _fill(draft, fence, info.split(maxsplit=1)[1] if len(info.split()) > 1 else "", body, line, wrong)


def _fill(draft: _Draft, fence: str, name: str, body: list[str], line: int, wrong: Callable[[int, str], None]) -> None:
    if fence in ("question", "caveat", "task"):
        draft.words = tuple(part.strip() for part in "\n".join(body).split("\n\n") if part.strip())
        if not draft.words:
            wrong(line, f"The fence {fence} has no words.")
        return
    try:
        draft.parts = lesson_parts.READERS[fence](name.strip(), body, line)
    except lesson_parts.PartError as error:
        wrong(error.line, str(error))
    except AnalysisError as error:
        wrong(line, str(error))


def _statements(body: list[str], line: int, wrong: Callable[[int, str], None]) -> Iterator[Statement]:
    """The items of a list; an item may go on over several lines."""
    items: list[tuple[int, str]] = []
    for number, text in enumerate(body, line):
        if text.startswith(("- ", "* ")):
            items.append((number, text[2:].strip()))
        elif text.strip() and items:
            items[-1] = (items[-1][0], f"{items[-1][1]} {text.strip()}")
        elif text.strip():
            wrong(number, "What is to be noticed is a list: begin each with a dash and a blank.")
    if not items:
        wrong(line - 1, "The fence notice has no list.")
    for number, text in items:
        found = _HOLDS.search(text)
        yield Statement(_HOLDS.sub("", text).strip(), number, found[1].strip() if found else "")


def _finished(draft: _Draft, wrong: Callable[[int, str], None]) -> Iterator[Screen]:
    if not draft.title:
        wrong(draft.line, "This screen has no title.")
    if not draft.kind:
        wrong(draft.line, f"The screen “{draft.title}” shows nothing: add a fence such as ::: question … :::.")
        return
    kind: Kind = draft.kind  # type: ignore[assignment]
    yield Screen(kind, draft.title, draft.line, draft.words, draft.notices, draft.notes, **draft.parts)


def _require_all_parts(screens: list[Screen], last: int, wrong: Callable[[int, str], None]) -> None:
    """A lesson goes from its question to its task."""
    there = {screen.kind for screen in screens} | {"notice" for screen in screens if screen.notices}
    there |= {"exhibit"} if "predict" in there else set()
    for part in PARTS:
        if part not in there:
            wrong(last, f"The lesson has no {part}: a lesson goes {', '.join(PARTS)}.")
