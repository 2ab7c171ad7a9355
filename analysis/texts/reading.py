"""Any file in, drafts of its texts out: one way in for every format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .lines import Draft, one_line

# Limits; each is said when it is met.
MOST_FILE_BYTES = 25_000_000
MOST_LETTERS = 10_000_000
MOST_TEXTS = 2_000
MOST_NAME_LETTERS = 80


@dataclass(frozen=True)
class ReadingChoices:
    """What a person has chosen for a file; "" leaves it to the reader.

    encoding: of a text file. sheet: of a workbook. text_column: the column of a table that holds the texts. whole_page:
    take every word of a web page, not its main text only.
    """

    encoding: str = ""
    sheet: str = ""
    text_column: str = ""
    whole_page: bool = False


@dataclass(frozen=True)
class TableShape:
    """What a table offers to choose from, and what was taken.

    columns: the names, made different where two are the same; n_rows; sheets: of a workbook, and the one read;
    text_column: the column taken as the texts, "" where none was; samples: up to three values of each column.
    """

    columns: tuple[str, ...]
    n_rows: int
    text_column: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Read:
    """What one file holds: its texts; notices on the file as a whole, a sentence each; and, of a table, its shape.

    A table may hold no drafts and ask, in `question`, which column or sheet is meant.
    """

    drafts: tuple[Draft, ...] = ()
    notices: tuple[str, ...] = ()
    table: TableShape | None = None
    question: str = ""


# A reader: the name to be used in sentences, the bytes, what was chosen. CorpusError, one sentence that names the file,
# says what is wrong and what to do.
Reader = Callable[[str, bytes, ReadingChoices], Read]


def shown_name(name: str) -> str:
    """The name of a file as sentences and labels show it: one line, no folder, not too long."""
    last = one_line(name.replace("\\", "/").rstrip("/").rpartition("/")[2]) or "unnamed file"
    if len(last) <= MOST_NAME_LETTERS:
        return last
    ending = re.search(r"\.\w{1,8}$", last)
    end = f"…{ending[0] if ending else ''}"
    return last[: MOST_NAME_LETTERS - len(end)] + end
