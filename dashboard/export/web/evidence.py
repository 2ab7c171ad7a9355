"""The sentences behind each row of an exhibit, as data that a page carries along."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from analysis import Corpus

from ...charts.theme import LIGHT, Styles
from ...exhibits.base import Exhibit, whereabouts
from ...exhibits.groups import dated, group_styles

MOST_A_ROW = 8
# A file of more is slow to open; a report shares them out among its figures.
MOST_A_PAGE = 2400
_NAMES = ("term", "name", "collocate", "first", "second", "node", "label", "link", "column", "group", "other", "measure")  # fmt: skip
_NAME_LETTERS = 60


@dataclass(frozen=True)
class Row:
    """What stands behind one row: its name, how many passages there are, which of them are kept (numbers in the list
    of all passages), and what is to be said of them. total None: the passages of this row were not asked for."""

    name: str
    total: int | None
    kept: tuple[int, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class Evidence:
    """Passages, each once (number of its text, place, left, node, right), the texts (label, colour, author, year,
    title), and the rows of the table in their order."""

    texts: tuple[tuple[str, str, str], ...]
    rows: tuple[Row, ...]
    passages: tuple[tuple[int, str, str, str, str], ...]

    def data(self) -> dict[str, object]:
        """As lists, for a script."""
        return {
            "texts": self.texts,
            "rows": [(row.name, row.total, row.kept, row.remark) for row in self.rows],
            "passages": self.passages,
        }


def evidence(corpus: Corpus, exhibit: Exhibit, most: int) -> Evidence:
    """The passages of every row, at most MOST_A_ROW a row and `most` in all: where rows are many, each keeps fewer."""
    rows = len(exhibit.table)
    pool = _Pool(corpus, min(MOST_A_ROW, max(1, most // max(rows, 1))))
    found = tuple(pool.row(exhibit, row, asked=row < most) for row in range(rows))
    return Evidence(pool.texts(), found, tuple(pool.numbers))


@dataclass
class _Pool:
    """All passages of a page, each kept once."""

    corpus: Corpus
    each: int
    numbers: dict[tuple[int, str, str, str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.styles = group_styles(self.corpus, "document_id")
        self.place = {document_id: number for number, document_id in enumerate(self.corpus.documents.index)}

    def texts(self) -> tuple[tuple[str, str, str], ...]:
        """Label, colour and full name of each text."""
        return tuple(
            (self.styles[row.name].label, self.styles[row.name].colour(LIGHT), _full_name(row))
            for _, row in self.corpus.documents.iterrows()
        )

    def row(self, exhibit: Exhibit, row: int, *, asked: bool) -> Row:
        name = row_name(self.styles, exhibit.table.loc[row])
        if not asked:
            return Row(name, None)
        lines = exhibit.passages(row)
        kept = tuple(self._number(line) for line in lines.head(self.each).itertuples())
        return Row(name, len(lines), kept, exhibit.remark(row))

    def _number(self, line) -> int:  # noqa: ANN001 -- a named tuple of passages
        passage = (self.place[line.document_id], whereabouts(line), line.left, line.node, line.right)
        return self.numbers.setdefault(passage, len(self.numbers))


def row_name(styles: Styles, row: pd.Series) -> str:
    """What a row is called: the first two of its columns that name things, texts by their labels; else by a number."""
    values = [row[column] for column in _NAMES if column in row.index and isinstance(row[column], str)]
    called = [styles[value].label if value in styles else value for value in values if value]
    short = [value if len(value) <= _NAME_LETTERS else value[: _NAME_LETTERS - 1] + "…" for value in called]
    return " · ".join(list(dict.fromkeys(short))[:2]) or f"{row.index[0].replace('_', ' ')} {row.iloc[0]}"


def _full_name(document: pd.Series) -> str:
    title = document.get("title")
    parts = [str(document["author"]), dated(document), "" if title is None or pd.isna(title) else str(title)]
    return ", ".join(filter(None, parts))
