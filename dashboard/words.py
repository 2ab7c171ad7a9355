"""Words of a text or of a person on the screen."""

import re


def escape_markdown(text: str) -> str:
    """Words for a Markdown element: shown as typed, never read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~$:&^=])", r"\\\1", text)
