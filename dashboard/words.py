"""Words of a text or of a person: shown on the screen, and read where a number is meant."""

import re


def escape_markdown(text: str) -> str:
    """Words for a Markdown element: shown as typed, never read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~$:&^=])", r"\\\1", text)


def reads_as_markup(text: str) -> bool:
    """Would a Markdown element show this otherwise than it was typed? In doubt yes."""
    return bool(re.search(r"[\\`*_{}\[\]<>#|~$:&^=@\n]|www\.|--|^\s*([-+]|\d+[.)])\s", text))


def without_marks(markdown: str) -> str:
    """Markdown as plain words: without emphasis, and with escaped signs as they are."""
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)(\*\*?|`)(.+?)(?<!\\)\1", r"\2", markdown))


def whole_number(typed: str) -> int | None:
    """A whole number that was typed or stands in an address; None for anything else, also for “²” and for more figures
    than a number here has."""
    return int(typed) if re.fullmatch(r"-?\d{1,9}", typed) else None
