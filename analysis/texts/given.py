"""Texts that a program hands over: strings, or a table with metadata."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..errors import CorpusError
from .blocks import PlainText
from .tidy_texts import tidy_texts


def given_texts(texts: Mapping[str, str] | pd.DataFrame, documents: pd.DataFrame | None = None) -> list[PlainText]:
    """Texts with their metadata, each line that is not empty a body paragraph; arguments as `Corpus.from_texts`.

    CorpusError when a text is not a string, a name stands twice, or metadata names a document that is not there.
    """
    if isinstance(texts, pd.DataFrame):
        if "text" not in texts.columns:
            raise CorpusError("The table of texts has no column 'text'.")
        if documents is None:
            documents = texts.drop(columns="text")
        _require_unique(texts.index)
        texts = texts["text"].to_dict()
    metadata = _metadata(texts, documents).to_dict("index")
    _require_strings(texts)
    tidied = zip(texts, tidy_texts(list(texts.values())), strict=True)
    return [PlainText(str(document_id), words, metadata.get(document_id, {})) for document_id, words in tidied]


def _metadata(texts: Mapping[str, str], documents: pd.DataFrame | None) -> pd.DataFrame:
    """The table of metadata, a row a document that has any."""
    table = pd.DataFrame(index=list(texts)) if documents is None else documents
    if "document_id" in table.columns:
        table = table.set_index("document_id")
    _require_unique(table.index)
    unknown = [str(row) for row in table.index if row not in texts]
    if unknown:
        raise CorpusError(f"The metadata name documents that have no text: {', '.join(unknown)}.")
    return table


def _require_strings(texts: Mapping[str, str]) -> None:
    for document_id, text in texts.items():
        if not isinstance(text, str):
            raise CorpusError(f"The text of {document_id!r} is no string.")


def _require_unique(index: pd.Index) -> None:
    if not index.is_unique:
        raise CorpusError(f"Two texts are both called {str(index[index.duplicated()][0])!r}; rename one.")
