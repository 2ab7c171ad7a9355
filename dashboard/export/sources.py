"""The texts behind a report: which ones, in which edition of the corpus, and how each is told apart."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..charts.theme import LIGHT
from ..exhibits.groups import dated, group_styles
from .errors import ExportError
from .report import Report


@dataclass(frozen=True)
class Source:
    """One text: label and colour as everywhere, and what is known of it ("" where nothing is)."""

    label: str
    colour: str
    author: str
    title: str
    year: str
    venue: str
    words: int


def require_entries(report: Report) -> None:
    """ExportError where there is nothing to print."""
    if not report.entries:
        raise ExportError("The report is empty: add an exhibit to it first.")


def sources(report: Report) -> list[Source]:
    """Every text of the report's exhibits, once, in the order of the corpus."""
    found, corpora_seen = {}, []
    for entry in report.entries:
        # A selection has the ranks of the corpus it was made from.
        whole = tuple(entry.corpus.ranks)
        corpora_seen += [] if whole in corpora_seen else [whole]
        styles = group_styles(entry.corpus, "document_id")
        for document_id, document in entry.corpus.documents.iterrows():
            style = styles[document_id]
            found.setdefault(
                document_id,
                (
                    (corpora_seen.index(whole), entry.corpus.ranks[document_id]),
                    Source(
                        style.label,
                        style.colour(LIGHT),
                        *(_known(document, column) for column in ("author", "title")),
                        dated(document),
                        _known(document, "venue"),
                        int(document["n_words"]),
                    ),
                ),
            )
    return [source for _, source in sorted(found.values(), key=lambda ranked: ranked[0])]


def corpora(report: Report) -> list[str]:
    """Name and fingerprint of each corpus, and of each selection of its texts, that the report speaks of."""
    found = {entry.corpus.fingerprint: entry.corpus for entry in report.entries}
    return [
        f"{corpus.name} · {_counted(len(corpus.documents))} · corpus {fingerprint[:12]}"
        for fingerprint, corpus in found.items()
    ]


def extent(report: Report) -> str:
    """How much was read: `5 texts, 14,462 words`."""
    texts = sources(report)
    return f"{_counted(len(texts))}, {sum(source.words for source in texts):,} words"


def _counted(texts: int) -> str:
    return f"{texts} text{'s' * (texts != 1)}"


def _known(document: pd.Series, column: str) -> str:
    value = document.get(column)
    return "" if value is None or pd.isna(value) else str(value)
