"""The Exhibit: a name and options, from which the picture, its words, its table and its passages are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from analysis import Corpus, concordance
from analysis.concordance import PASSAGE_COLUMNS
from analysis.errors import shortened
from analysis.query import Query

from .. import __version__
from ..charts.drawing import Drawing
from ..charts.theme import LIGHT, Theme
from .native import Native

Figure = go.Figure | Drawing


@dataclass(frozen=True)
class Receipt:
    """How a number was made, for the foot of every figure and every export.

    selected: the document_ids in use where these are not all texts of the corpus, else nothing.
    """

    corpus: str
    fingerprint: str
    texts: tuple[str, ...]
    n_words: int
    tokenization: str
    method: str
    settings: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    version: str = __version__

    def brief(self) -> str:
        """What stands under a figure on the screen: method, settings, and which corpus."""
        corpus = f"{len(self.texts):,} texts, {self.n_words:,} words, corpus {self.fingerprint[:12]}"
        return " · ".join([self.method, *self.settings, corpus, f"Parallax {self.version}"])

    def text(self) -> str:
        """All of the receipt in one line, for exports."""
        parts = [self.method, *self.settings, f"{self.corpus}: {shortened(self.texts)}", self.tokenization]
        return " · ".join([*parts, f"corpus {self.fingerprint[:12]}", f"Parallax {self.version}"])


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One thing, shown many ways.

    table: the tidy frame behind the figure, index 0, 1, 2 …; draw: table and theme to a figure; reading: two
    sentences with the real numbers; find_passages: a row of the table to the sentences behind it;
    find_search: a row to the search that finds them again; find_remark: a row to a sentence that stands above them;
    native: how an office program can draw it, None where it has no such chart; draw_for_hall: as draw, in a form whose
    letters a lecture hall reads, None where there is none for these rows; usual: options whose usual value these texts
    decide, such as the stop list of their language.
    """

    name: str
    options: object
    title: str
    table: pd.DataFrame
    draw: Callable[[pd.DataFrame, Theme], Figure]
    reading: str
    receipt: Receipt
    find_passages: Callable[[pd.Series], pd.DataFrame]
    find_search: Callable[[pd.Series], str] = lambda row: str(row.get("term", ""))
    find_remark: Callable[[pd.Series], str] = lambda row: ""
    native: Native | None = None
    draw_for_hall: Callable[[pd.DataFrame, Theme], Figure | None] = lambda rows, theme: None
    usual: Mapping[str, object] = field(default_factory=dict)

    def figure(self, theme: Theme = LIGHT) -> Figure:
        """The picture, drawn from the table alone."""
        return self.draw(self.table, theme)

    def passages(self, row: int) -> pd.DataFrame:
        """The sentences behind one row of the table, as concordance lines."""
        return self.find_passages(self.table.loc[row])

    def search(self, row: int) -> str:
        """The search whose hits a text should mark when one of those passages is opened; "" for none."""
        return self.find_search(self.table.loc[row])

    def remark(self, row: int) -> str:
        """What is to be said of one row before its sentences; "" for nothing."""
        return self.find_remark(self.table.loc[row])


def receipt(corpus: Corpus, method: str, *settings: str) -> Receipt:
    """The receipt of a result on this corpus. `settings`: stop list, seed, level and the like, ready to print."""
    texts = tuple(f"{text} {n_words:,} words" for text, n_words in corpus.documents["n_words"].items())
    roles = "" if corpus.roles == ("body",) else f", counted: {', '.join(corpus.roles)}"
    return Receipt(
        corpus.name,
        corpus.fingerprint,
        texts,
        int(corpus.documents["n_words"].sum()),
        corpus.describe_tokens() + roles,
        method,
        settings,
        () if len(corpus.documents) == len(corpus.ranks) else tuple(corpus.documents.index),
    )


def lines_in(corpus: Corpus, query: Query | str, documents: list[str]) -> pd.DataFrame:
    """Concordance lines of a search in some of the texts."""
    lines = concordance(corpus, query)
    return lines[lines["document_id"].isin(documents)].reset_index(drop=True)


def whereabouts(line) -> str:  # noqa: ANN001 -- a named tuple of passages
    """Where a passage stands in its text, and what there is to remark on it."""
    place = f"¶ {line.paragraph}" if getattr(line, "role", "body") == "body" else line.role
    return ": ".join(filter(None, [place, getattr(line, "remark", "")]))


def spread(lines: pd.DataFrame, of: pd.Series, each: int) -> pd.DataFrame:
    """The same lines, but the first `each` of every value of `of` (a value a line) before all others."""
    number = of.groupby(of, sort=False).cumcount()
    return lines.iloc[(number >= each).to_numpy().argsort(kind="stable")].reset_index(drop=True)


def opening(corpus: Corpus, document_id: str) -> pd.DataFrame:
    """The first paragraph of a text as a line to open it by."""
    document = corpus.documents.index.get_loc(document_id)
    stream = corpus.tokens
    first, text = int(stream.document_starts[document]), corpus.text(document_id)
    if first == int(stream.document_starts[document + 1]):
        return pd.DataFrame(columns=PASSAGE_COLUMNS)
    start, end = int(stream.start[first]), int(stream.end_of(first))
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = (
        document_id,
        1,
        first,
        start,
        end,
        text[low:start],
        text[start:end],
        text[end : high if high > 0 else None],
    )
    return pd.DataFrame([line], columns=PASSAGE_COLUMNS)
