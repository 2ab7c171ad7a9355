"""Reading plain text: each line is a paragraph, or a piece of one."""

from __future__ import annotations

from ..errors import CorpusError
from .decoding import decode
from .lines import Draft, lines_of
from .reading import MOST_LETTERS, Read, ReadingChoices


def read_plain(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """The text in a file of letters. CorpusError where there are none, or it is no text."""
    decoded = decode(name, content, choices.encoding)
    require_few_letters(name, decoded.text)
    lines = lines_of(decoded.text)
    if not lines:
        raise CorpusError(f"{name} holds nothing but blanks: check that it is the right file.")
    notices = (decoded.notice,) if decoded.notice else ()
    return Read((Draft(name, lines, "txt", notices=notices, encoding=decoded.encoding),))


def require_few_letters(name: str, text: str) -> None:
    """CorpusError where a text is longer than any that is read."""
    if len(text) > MOST_LETTERS:
        raise CorpusError(f"{name} has more than {MOST_LETTERS:,} letters: cut it into parts.")
