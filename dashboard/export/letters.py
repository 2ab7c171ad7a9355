"""Letters that a file can hold: a text may bring others, at which XML breaks off."""

import re

# What XML 1.0 allows, without the halves of characters that a broken text may bring.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """A text without the letters that no XML file may hold."""
    return _NOT_IN_XML.sub("", text)


def sentence(text: str) -> str:
    """A title as the beginning of a paragraph: with a stop where it has none."""
    return text if text.endswith(("?", "!", ".", "…")) else f"{text}."


def shortened(text: str, most: int) -> str:
    """A text of at most so many letters, its end marked where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
