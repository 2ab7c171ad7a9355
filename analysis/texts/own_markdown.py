"""Reading Markdown that nobody has prepared: front matter may be there or not, and everything else is words."""

from __future__ import annotations

import re

import yaml

from ..errors import CorpusError
from .decoding import decode
from .lines import Draft, Line, lines_of, without_unseen
from .markdown import blocks_of, label_twice, parse, plain_value
from .plain import require_few_letters
from .reading import Read, ReadingChoices

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
MOST_FRONT_LETTERS = 20_000
# Deeper than any text quotes; a parser would go on for ever.
_MANY_QUOTES = re.compile(r"^(?:\s*>){10,}", re.MULTILINE)


def read_own_markdown(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """A text in Markdown. Headings, our fences and notes give roles; links, pictures and formulas are only words.

    CorpusError where there are no words, or it is no text.
    """
    decoded = decode(name, content, choices.encoding)
    require_few_letters(name, decoded.text)
    text = re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", without_unseen(decoded.text))
    notices = [decoded.notice] if decoded.notice else []
    metadata, text = _front_matter(name, text, notices)
    lines = _lines(text)
    if not lines:
        raise CorpusError(f"{name} holds no words: check that it is the right file.")
    settled = any(line.role not in ("body", "heading") for line in lines)
    return Read((Draft(name, lines, "md", metadata, tuple(notices), settled, decoded.encoding),))


def _front_matter(name: str, text: str, notices: list[str]) -> tuple[dict[str, object], str]:
    """What the front matter says, and the text without it. One that is no table of names and values is left out."""
    front = _FRONT.match(text)
    if front is None:
        return {}, text
    said = _safely(front[1])
    if said is None:
        notices.append(
            f"{name} begins with a front matter that cannot be used: write it as lines such as author: Chen Jimin."
        )
    return said or {}, text[front.end() :]


def _safely(front: str) -> dict[str, object] | None:
    """Names and values, or None. Aliases, by which a few lines can mean millions, are not followed."""
    if len(front) > MOST_FRONT_LETTERS:
        return None
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(front, yaml.SafeLoader)):
            return None
        said = yaml.safe_load(front)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return {str(key): plain_value(value) for key, value in said.items()} if isinstance(said, dict) else None


def _lines(text: str) -> tuple[Line, ...]:
    text = _MANY_QUOTES.sub("> ", text)
    if label_twice(text):
        return lines_of(text)
    try:
        blocks = list(blocks_of(parse(text)))
    except RecursionError:
        return lines_of(text)
    return tuple(
        Line(block.text, block.role, block.level, block.label, block.marks, rule="" if block.role == "body" else "file")
        for block in blocks
    )
