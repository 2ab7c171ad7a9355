"""A table whose rows are texts: which column holds them, and what the others say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import CorpusError
from .lines import Draft, lines_of, one_line
from .reading import MOST_NAME_LETTERS, MOST_TEXTS, Read, ReadingChoices, TableShape
from .years import read_year

MOST_COLUMNS = 1_000
_TEXT_NAMES = (
    "text full_text fulltext text_content body content article speech transcript document texte inhalt volltext texto contenu contenido "
    "testo 正文 内容 內容 文本"
).split()
_KNOWN = {
    "author": "author authors autor auteur autore verfasser speaker sprecher orateur writer by 作者".split(),
    "title": "title titel titre título titulo titolo headline heading 标题 標題 题目 題目".split(),
    "year": "year jahr année annee año ano anno 年 年份".split(),
    "date": "date datum fecha data published publication_date pub_date 日期".split(),
}
# So many words has a row of prose, against the few of a name or a title.
FEWEST_PROSE_WORDS = 8
_SAMPLES, _SAMPLE_LETTERS = 3, 80


@dataclass(frozen=True)
class Table:
    """A table as it was read: the names of its columns, its rows as strings, and how it was read."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: str
    encoding: str = ""
    notices: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""


def texts_of(name: str, table: Table, choices: ReadingChoices) -> Read:
    """A text for each row of a table, or the question which column holds the texts.

    CorpusError where there are no columns, no rows, or too many of either.
    """
    columns = _told_apart([one_line(str(column)) for column in table.header])
    _require_some(name, columns, table)
    repeated = {
        column for column in map(str.strip, table.header) if list(map(str.strip, table.header)).count(column) > 1
    }
    column = choices.text_column if choices.text_column in columns else _text_column(columns, table.rows, repeated)
    shape = TableShape(
        tuple(columns), len(table.rows), column, table.sheets, table.sheet, _samples(columns, table.rows)
    )
    if not column:
        return Read(
            (),
            table.notices,
            shape,
            f"{name} is a table of {len(columns)} columns: choose the one that holds the texts.",
        )
    drafts, empty = _drafts(columns, column, table)
    notices = list(table.notices)
    if empty:
        notices.append(
            f"{empty:,} of {len(table.rows):,} rows of {name} have no text in “{column}”: they are left out."
        )
    if not drafts:
        return Read((), tuple(notices), shape, f"{name} has no words in the column “{column}”: choose another.")
    return Read(tuple(drafts), tuple(notices), shape)


def _require_some(name: str, columns: Sequence[str], table: Table) -> None:
    if not any(columns):
        raise CorpusError(f"{name} holds no table: its first row must name the columns, such as author, year, text.")
    require_few_columns(name, len(columns))
    if any(len(str(cell).split()) > 12 for cell in table.header):
        raise CorpusError(f"{name} has no header: its first row must name the columns, such as author, year, text.")
    if not table.rows:
        raise CorpusError(f"{name} holds the names of columns but no row: check that it was saved whole.")
    if len(table.rows) > MOST_TEXTS:
        raise CorpusError(
            f"{name} has {len(table.rows):,} rows, and {MOST_TEXTS:,} texts are read at most: cut it into parts."
        )


def require_few_columns(name: str, n_columns: int) -> None:
    """CorpusError where a table has more columns than anybody can choose from."""
    if n_columns > MOST_COLUMNS:
        raise CorpusError(f"{name} has more than {MOST_COLUMNS:,} columns: keep those that are needed.")


def _told_apart(columns: Sequence[str]) -> list[str]:
    """Names of columns, none twice and none empty."""
    used: list[str] = []
    for number, column in enumerate(columns, start=1):
        stem = column or f"column {number}"
        free, again = stem, 1
        while free in used:
            again += 1
            free = f"{stem} ({again})"
        used.append(free)
    return used


def _text_column(columns: Sequence[str], rows: Sequence[Sequence[str]], repeated: set[str]) -> str:
    """The column that is named like one of texts, else the one of prose; "" where there is none, or several are."""
    named = [column for column in columns if _tidy(column) in _TEXT_NAMES]
    if named:
        return "" if named[0] in repeated else named[0]
    lengths = {column: _mean_words(rows, place) for place, column in enumerate(columns)}
    longest = sorted(lengths, key=lengths.get, reverse=True)
    clear = len(longest) == 1 or lengths[longest[0]] > 2 * lengths[longest[1]]
    return longest[0] if lengths[longest[0]] >= FEWEST_PROSE_WORDS and clear else ""


def _mean_words(rows: Sequence[Sequence[str]], place: int) -> float:
    cells = [len(row[place].split()) for row in rows[:200] if place < len(row)]
    return sum(cells) / max(len(cells), 1)


def _samples(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    samples = {}
    for place, column in enumerate(columns):
        values = [
            one_line(row[place][: 4 * _SAMPLE_LETTERS])[:_SAMPLE_LETTERS] for row in rows[:50] if place < len(row)
        ]
        samples[column] = tuple([value for value in values if value][:_SAMPLES])
    return samples


def _drafts(columns: Sequence[str], column: str, table: Table) -> tuple[list[Draft], int]:
    """A draft for each row that has words in the column of texts, and how many rows have none."""
    place, names = columns.index(column), _metadata_names(columns)
    drafts, empty = [], 0
    for number, row in enumerate(table.rows, start=1):
        text = row[place] if place < len(row) else ""
        if not any(map(str.isalnum, text)):
            empty += 1
            continue
        said = {
            names[at]: one_line(cell) for at, cell in enumerate(row[: len(columns)]) if at != place and cell.strip()
        }
        if "year" not in said and read_year(said.get("date", "")):
            said["year"] = read_year(said["date"])
        title = one_line(said.get("title", ""))[:MOST_NAME_LETTERS] or f"row {number}"
        drafts.append(Draft(title, lines_of(text), table.kind, said, encoding=table.encoding))
    return drafts, empty


def _metadata_names(columns: Sequence[str]) -> list[str]:
    """What each column is called as metadata: author, title, year and date by any of their names, none twice."""
    names: list[str] = []
    for column in columns:
        tidy = _tidy(column)
        known = next((key for key, called in _KNOWN.items() if tidy in called), tidy or "column")
        names.append(known if known not in names else tidy if tidy not in names else f"{tidy}_{len(names) + 1}")
    return names


def _tidy(column: str) -> str:
    return re.sub(r"[\W_]+", "_", column.lower()).strip("_")[:40]
