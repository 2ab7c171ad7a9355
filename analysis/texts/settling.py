"""From what was read to what is counted: drafts become texts with roles, each with a name of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from .blocks import Block, Text
from .file_names import metadata_of_name, stem_of
from .lines import Draft
from .roles import RULES, paragraphs

_NOTHING: Mapping[int, str] = {}


def settled(
    document_id: str, draft: Draft, corrections: Mapping[int, str] = _NOTHING, off: Collection[str] = ()
) -> Text:
    """A draft as a text. corrections: by the line's number, the role a person gave it; off: rules not to be used.

    Where a file gives the roles itself, no rule is used.
    """
    blocks = paragraphs(draft.lines, corrections, RULES if draft.settled else off)
    return Text(document_id, blocks, dict(draft.metadata) | _title(draft, blocks))


def _title(draft: Draft, blocks: Iterable[Block]) -> dict[str, object]:
    """The title that stands in the text, where nothing but the file's name says one."""
    title = next((block.text for block in blocks if block.role == "heading" and block.level == 1), None)
    said = draft.metadata.get("title")
    return {"title": title} if title and said in (None, "", metadata_of_name(draft.name).get("title")) else {}


def document_ids(names: Iterable[str], taken: Collection[str] = ()) -> list[str]:
    """A document_id for each name: the name without its ending, "(2)" behind it where two are the same."""
    used, ids = set(taken), []
    for name in names:
        stem, number = stem_of(name), 1
        document_id = stem
        while document_id in used:
            number += 1
            document_id = f"{stem} ({number})"
        used.add(document_id)
        ids.append(document_id)
    return ids
