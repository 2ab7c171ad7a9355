"""Reading tables that are text: commas, semicolons or tabs between the cells, or JSON, an object a line."""

from __future__ import annotations

import csv
import io
import json
import re

from ..errors import CorpusError
from .decoding import decode
from .lines import without_unseen
from .plain import require_few_letters
from .reading import Read, ReadingChoices
from .table_rows import Table, require_few_columns, texts_of

SEPARATORS = (",", ";", "\t", "|")
_LONGEST_CELL = 10_000_000
_WEB_PAGE = re.compile(r"\A\s*(?:<!doctype html|<html\b|<head\b|<body\b)", re.IGNORECASE)
_LOOK = 20


def read_table(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """A row a text. CorpusError where it is no table."""
    decoded = decode(name, content, choices.encoding)
    text = _text_of_table(name, decoded.text)
    asked = re.match(r"\Asep=(.)\r?\n", text)
    text = text[asked.end() :] if asked else text
    separator = asked[1] if asked else _separator(name, text)
    rows = [row for row in _rows(name, text, separator) if any(cell.strip() for cell in row)]
    if not rows:
        raise CorpusError(f"{name} holds nothing but blanks and separators: check that it is the right file.")
    notices = [decoded.notice] if decoded.notice else []
    uneven = sum(len(row) != len(rows[0]) for row in rows[1:])
    if uneven:
        notices.append(
            f"{uneven:,} of {len(rows) - 1:,} rows of {name} have more or fewer cells than its header: look at them."
        )
    return texts_of(name, Table(rows[0], rows[1:], "csv", decoded.encoding, tuple(notices)), choices)


def _text_of_table(name: str, text: str) -> str:
    text = without_unseen(text)
    require_few_letters(name, text)
    if _WEB_PAGE.match(text[:500]):
        raise CorpusError(f"{name} is a web page, perhaps one that asks to log in: save the table itself.")
    if not text.strip():
        raise CorpusError(f"{name} holds nothing but blanks: check that it is the right file.")
    return text


def _separator(name: str, text: str) -> str:
    """The sign that cuts the first rows into the most cells of the same number."""
    first = text[:20_000_000].lstrip("\n").partition("\n")[0]
    require_few_columns(name, max(first.count(sign) for sign in SEPARATORS))

    def fit(sign: str) -> tuple[int, int]:
        widths = [len(row) for row, _ in zip(_rows(name, text[:200_000], sign), range(_LOOK), strict=False) if row]
        common = max(set(widths), key=widths.count, default=0)
        return (widths.count(common) if common > 1 else 0, common)

    return max(SEPARATORS, key=fit)


def _rows(name: str, text: str, separator: str):  # noqa: ANN202 -- what csv.reader gives, row by row
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        yield from reader
    except csv.Error:
        raise CorpusError(
            f"{name} is no table that can be read (line {reader.line_num:,}): save it again as CSV."
        ) from None


def read_json_lines(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """A JSON object a line, or a list of objects; a row a text. CorpusError where there is no object."""
    decoded = decode(name, content, choices.encoding)
    text = _text_of_table(name, decoded.text)
    objects, faulty = _objects(text)
    if not objects:
        raise CorpusError(
            f'{name} holds no JSON objects, one a line: each must look like {{"author": "Chen", "text": "…"}}.'
        )
    notices = [decoded.notice] if decoded.notice else []
    if faulty:
        notices.append(
            f"{faulty:,} of {faulty + len(objects):,} lines of {name} are no JSON objects: they are left out."
        )
    header = list(dict.fromkeys(key for one in objects for key in one))
    require_few_columns(name, len(header))
    rows = [[_cell(one.get(key)) for key in header] for one in objects]
    return texts_of(name, Table(header, rows, "jsonl", decoded.encoding, tuple(notices)), choices)


def _objects(text: str) -> tuple[list[dict[str, object]], int]:
    """The objects of a JSON list, or those of its lines, and how many lines hold none."""
    if text.lstrip().startswith("["):
        listed = _json(text)
        if isinstance(listed, list):
            return [one for one in listed if isinstance(one, dict)], sum(not isinstance(one, dict) for one in listed)
    whole = _json(text)
    if isinstance(whole, dict):
        return [whole], 0
    lines = [line for line in text.split("\n") if line.strip()]
    objects = [one for one in map(_json, lines) if isinstance(one, dict)]
    return objects, len(lines) - len(objects)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
