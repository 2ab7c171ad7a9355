"""Words of a text or of a person on the screen."""

import re


def escape_markdown(text: str) -> str:
    """Words for a Markdown element: shown as typed, never read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~$:&^=])", r"\\\1", text)


def without_marks(markdown: str) -> str:
    """Markdown as plain words: without emphasis, and with escaped signs as they are."""
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)(\*\*?|`)(.+?)(?<!\\)\1", r"\2", markdown))
