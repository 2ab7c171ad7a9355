"""Reading an edition: Markdown with front matter.

Headings are `#`, notes `[^1]`, references `[^r1]`; any other role is a fence `::: abstract` … `:::`.
Everything else is body.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ..errors import CorpusError
from .blocks import ROLES, Block, Text, tidy


def read_markdown(document_id: str, source: bytes, name: str) -> Text:
    """One edition as a Text.

    `name` is the file's name, for the error: CorpusError when the bytes are not UTF-8, when the file is empty,
    has no front matter or one that cannot be read, names no author, has an unknown role or no body.
    """
    content = _decode(source, name)
    if not content.strip():
        raise CorpusError(f"{name} is empty: put the text into it, or take the file away.")
    twice = label_twice(content)
    if twice:
        raise CorpusError(f"{name} has two notes [^{twice}]: give each note a label of its own.")
    tokens = parse(content)
    metadata = _metadata(tokens, name)
    _refuse_unknown_roles(content, name)
    blocks = tuple(blocks_of(tokens))
    if not any(block.role == "body" for block in blocks):
        raise CorpusError(f"{name} has no body text after its front matter: add at least one paragraph.")
    return Text(document_id, blocks, metadata)


def parse(content: str) -> list[Token]:
    """The Markdown of an edition, with our fences and notes, as tokens."""
    return _parser().parse(content + _marks_for_loose_notes(content, _labels(content)))


def label_twice(content: str) -> str | None:
    """The label that two notes have, or None: the parser would drop the second."""
    labels = _labels(content)
    return next((label for label in labels if labels.count(label) > 1), None)


def _labels(content: str) -> list[str]:
    return re.findall(r"^ {0,3}\[\^([^\]\s]+)\]:", content, re.MULTILINE)


def _decode(source: bytes, name: str) -> str:
    try:
        return unicodedata.normalize("NFC", source.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{name} is not UTF-8 text (byte {error.object[error.start]:#04x} at position {error.start}): "
            "save it again with the encoding UTF-8."
        ) from None


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).use(front_matter_plugin)
    # Indented lines are paragraphs of prose here, never program code,
    # and a line such as `[Charter]: preamble` is prose, no target of a link.
    parser.disable(["code", "html_block", "html_inline", "reference"])
    # Inline notes `^[…]` stay off: that form is a note mark in some sources.
    parser.use(footnote_plugin, inline=False)
    for role in ROLES:
        parser.use(container_plugin, role)
    return parser


def _marks_for_loose_notes(content: str, labels: list[str]) -> str:
    """Marks for the notes that no mark refers to: without one the parser would drop them. They make no block."""
    loose = [label for label in labels if not re.search(rf"\[\^{re.escape(label)}\](?!:)", content)]
    return "\n\n" + "".join(f"[^{label}]" for label in loose) + "\n" if loose else ""


def _metadata(tokens: list[Token], name: str) -> dict[str, object]:
    if not tokens or tokens[0].type != "front_matter":
        raise CorpusError(
            f"{name} has no front matter: begin it with a line ---, then lines such as "
            "author: Chen Jimin and year: 2014, then a line ---."
        )
    try:
        metadata = yaml.safe_load(tokens[0].content)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise CorpusError(f"{name}: line {line} of its front matter cannot be read; write it as name: value.") from None
    if not isinstance(metadata, dict) or not metadata.get("author"):
        raise CorpusError(f"{name} names no author: add a line such as author: Chen Jimin to its front matter.")
    return {str(key): plain_value(value) for key, value in metadata.items()}


def plain_value(value: object) -> object:
    """YAML turns `yes` into True and a date into an object; the table wants words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value if isinstance(value, int | float | None) else tidy(str(value))


def _refuse_unknown_roles(content: str, name: str) -> None:
    for number, line in enumerate(content.splitlines(), start=1):
        fence = re.match(r":::+\s*(\S+)", line)
        if fence and fence[1] not in ROLES:
            raise CorpusError(f"{name}, line {number}: {fence[1]!r} is no role; use one of {', '.join(ROLES)}.")


def blocks_of(tokens: list[Token]) -> Iterator[Block]:
    """The blocks of a parsed file, which is walked once: containers, headings and notes set the role of the text inside them."""
    role, level, label, number = "body", 0, "", ""
    for token in tokens:
        kind, _, side = token.type.rpartition("_")
        if kind.startswith("container_"):
            role = kind.removeprefix("container_") if side == "open" else "body"
        elif kind == "heading":
            level = int(token.tag[1:]) if side == "open" else 0
        elif kind == "footnote":
            label = str(token.meta["label"]) if side == "open" else ""
        elif token.type == "list_item_open":
            # The number of a list is part of the words: "1984. It was a year." is no list at all.
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type in ("inline", "fence"):
            block = _block(token, _role(role, level, label), level, label, number)
            number = ""
            if block.text:
                yield block


def _role(role: str, level: int, label: str) -> str:
    if label:
        return "reference" if label.startswith("r") else "note"
    return "heading" if level and role == "body" else role


def _block(token: Token, role: str, level: int, label: str, number: str) -> Block:
    text, marks = number, []
    for piece in _pieces(token):
        if isinstance(piece, str):
            text = re.sub(r"\s+", " ", text + piece)
        else:
            marks.append((len(text), piece[0]))
    lead = len(text) - len(text.lstrip())
    text = tidy(text)
    placed = tuple((min(max(offset - lead, 0), len(text)), mark) for offset, mark in marks)
    return Block(role, text, level, label.removeprefix("r") if role == "reference" else label, placed)


def _pieces(token: Token) -> Iterator[str | tuple[str]]:
    """The words of a block as strings, its note marks as one-tuples, in order."""
    for child in token.children or [token]:
        if child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.type == "footnote_ref":
            yield (str(child.meta["label"]).removeprefix("r"),)
        else:
            yield child.content
