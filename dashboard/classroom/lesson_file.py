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

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from analysis import AnalysisError

from . import lesson_parts
from .lesson import PARTS, Kind, Lesson, LessonError, Mistake, Screen, Statement
from .lesson_front import PICTURE, front_matter

FENCES = ("question", "exhibit", "notice", "sentences", "caveat", "task", "predict", "ask", "passage", "notes")
# Ten times as many as a long lesson has.
_MOST_BYTES = 200_000
_FENCE = re.compile(r"^:::+\s*(\w+)?(.*)$")
_HOLDS = "[holds:"
# As Markdown counts lines; some signs that end a line elsewhere do not here.
_LINE_END = re.compile(r"\r\n?|\n")


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
    lines = _LINE_END.split(text.rstrip("\r\n"))
    tokens = _parser().parse(text)
    front = front_matter(tokens, lines, wrong) if text else {}
    screens = list(_screens(tokens, lines, wrong)) if text and not mistakes else []
    if text and not mistakes:
        _require_all_parts(screens, len(lines), wrong)
    if mistakes:
        raise LessonError(sorted(mistakes))
    return Lesson(
        name, front["title"], front["question"], int(front["minutes"]), tuple(screens),
        front.get("texts") == "own",
    )  # fmt: skip


def _decoded(source: str | bytes, wrong: Callable[[int, str], None]) -> str:
    if len(source) > _MOST_BYTES:
        wrong(1, f"The file has {len(source):,} bytes; a lesson has at most {_MOST_BYTES:,}.")
        return ""
    try:
        text = (source if isinstance(source, str) else source.decode("utf-8")).removeprefix("\ufeff")
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
    # Only blocks are looked at; a line such as [1]: … is one of them here.
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.disable("reference")
    for fence in FENCES:
        parser.use(container_plugin, fence)
    return parser


def _screens(tokens: list[Token], lines: list[str], wrong: Callable[[int, str], None]) -> Iterator[Screen]:
    draft: _Draft | None = None
    for token in tokens:
        if token.level or token.type == "front_matter" or token.map is None:
            continue
        line = token.map[0] + 1
        if token.type == "heading_open" and token.tag == "h1":
            if draft:
                yield from _finished(draft, wrong)
            draft = _Draft(lines[token.map[0]].strip().lstrip("#").strip(), line)
        elif draft is None:
            wrong(line, "Words before the first screen: begin a screen with a line # and its title.")
        elif token.type.startswith("container_"):
            fence, (start, end) = token.type.split("_")[1], token.map
            if end >= len(lines) and not any(map(_opens, lines[start + 1 : end])):
                wrong(line, f"The fence {fence} is not closed: add a line :::.")
            _take(draft, fence, token.info, lines[start + 1 : end], line, wrong)
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


def _opens(text: str) -> bool:
    """Does a fence begin on this line?"""
    fence = _FENCE.match(text)
    return bool(fence and fence[1])


def _take(draft: _Draft, fence: str, info: str, body: list[str], line: int, wrong: Callable[[int, str], None]) -> None:
    """Add what stands in a fence to its screen."""
    inner = next((n for n, text in enumerate(body) if _opens(text)), None)
    if inner is not None:
        wrong(line, f"The fence {fence} is not closed before line {line + 1 + inner}: add a line :::.")
        return
    for number, text in enumerate(body, line + 1):
        if "![" in text:
            wrong(number, PICTURE)
    if fence == "notes":
        draft.notes = "\n".join([draft.notes, *body]).strip()
    elif fence == "notice":
        draft.notices = (*draft.notices, *_statements(body, line + 1, wrong))
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
        words, claims, holds = text.partition(_HOLDS)
        if claims and not (holds.endswith("]") and holds.strip("] ")):
            wrong(number, "Write [holds: a comparison] at the very end, with both brackets.")
        yield Statement(words.strip(), number, holds.removesuffix("]").strip())


def _finished(draft: _Draft, wrong: Callable[[int, str], None]) -> Iterator[Screen]:
    if not draft.title:
        wrong(draft.line, "This screen has no title.")
    choice = draft.parts.get("choice")
    if "![" in draft.title or (choice and "![" in choice.prompt):
        wrong(draft.line, PICTURE)
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
