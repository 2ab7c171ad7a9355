"""What passes between the dashboard and the process that reads files: JSON, never anything that runs when it is opened."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from .lines import Draft, Line
from .reading import Read, ReadingChoices, TableShape

_USUAL = {field.name: field.default for field in fields(Line)}


def pack_read(read: Read) -> bytes:
    """What was read, as JSON; what a line does not have is left out."""
    content = asdict(read) | {"drafts": [_draft_as_json(draft) for draft in read.drafts]}
    return json.dumps(content, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def unpack_read(content: bytes) -> Read:
    """What `pack_read` packed."""
    value = json.loads(content)
    table = value["table"]
    return Read(
        drafts=tuple(_draft(draft) for draft in value["drafts"]),
        notices=tuple(value["notices"]),
        table=table and _table(table),
        question=value["question"],
    )


def pack_choices(choices: ReadingChoices) -> dict[str, object]:
    """What a person has chosen, as JSON has it."""
    return asdict(choices)


def unpack_choices(value: dict[str, object]) -> ReadingChoices:
    """What `pack_choices` packed."""
    return ReadingChoices(**value)


def _draft_as_json(draft: Draft) -> dict[str, object]:
    # `asdict` copies each value of a hundred thousand lines; this does not.
    return {field.name: getattr(draft, field.name) for field in fields(Draft)} | {
        "lines": [_line_as_json(line) for line in draft.lines],
        "metadata": dict(draft.metadata),
    }


def _line_as_json(line: Line) -> dict[str, object]:
    return {name: value for name, value in vars(line).items() if value != _USUAL[name]}


def _draft(value: dict[str, object]) -> Draft:
    return Draft(**value | {"lines": tuple(_line(line) for line in value["lines"]), "notices": tuple(value["notices"])})


def _line(value: dict[str, object]) -> Line:
    if "marks" in value:
        value["marks"] = tuple((int(offset), str(label)) for offset, label in value["marks"])
    return Line(**value)


def _table(value: dict[str, object]) -> TableShape:
    samples = {column: tuple(values) for column, values in value["samples"].items()}
    return TableShape(
        **value | {"columns": tuple(value["columns"]), "sheets": tuple(value["sheets"]), "samples": samples}
    )
