"""Open an index as a Corpus."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from ..contents import Contents
from ..corpus import Corpus
from ..errors import CorpusError
from ..forms import Forms
from ..postings import Postings
from ..spellings import Spellings
from ..stream import TokenStream
from ..tokens import Tokenization
from .files import (
    COUNTS,
    DOCUMENTS,
    FORMS,
    POSTINGS,
    SPELLING_ARRAYS,
    SPELLINGS,
    STREAM,
    TERMS,
    WORDS_BY_PARAGRAPH,
    open_array,
    read_table,
)
from .manifest import read_manifest
from .stored_texts import StoredText, open_shelf


def open_index(path: str | Path) -> Corpus:
    """The corpus that an index holds; its stream and its texts stay on disk until they are looked at.

    CorpusError, one sentence, where the folder is no index, is damaged, or is of a newer kind.
    """
    path = Path(path)
    about = read_manifest(path)
    try:
        return _corpus(path, about)
    except (OSError, ValueError, KeyError, TypeError) as error:
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(f"The index {path.name} cannot be opened ({error}): make it again from its texts.") from None


def _corpus(path: Path, about: dict[str, object]) -> Corpus:
    documents = read_table(path, DOCUMENTS)
    return Corpus(
        stored_texts(path, documents),
        name=about["name"],
        tokenization=Tokenization(**about["tokenization"]),
        roles=about["roles"],
        problems=about["problems"],
        ranks=dict(zip(documents["document_id"], documents["rank"], strict=True)),
        contents=_contents(path, about),
    )


def stored_texts(path: Path, documents: dict[str, list] | None = None) -> list[StoredText]:
    """The texts of an index, in order. documents: their table, where it is at hand."""
    documents, shelf = documents or read_table(path, DOCUMENTS), open_shelf(path)
    rows = enumerate(zip(documents["document_id"], documents["metadata"], strict=True))
    return [StoredText(document_id, json.loads(metadata), shelf, number) for number, (document_id, metadata) in rows]


def _contents(path: Path, about: dict[str, object]) -> Contents:
    forms, terms = read_table(path, FORMS), read_table(path, TERMS)
    form, start, *starts = (open_array(path, name) for name in STREAM)
    cells = tuple(open_array(path, name) for name in COUNTS)
    return Contents(
        Forms(
            np.array(forms["form"], dtype=object),
            np.array(terms["term"], dtype=object),
            np.array(forms["term"], np.int32),
            np.array(terms["is_word"], bool),
        ),
        TokenStream(form, start, np.array(forms["letters"], np.int32), *starts),
        open_array(path, WORDS_BY_PARAGRAPH),
        about["chinese_rule"],
        about["fingerprint"],
        Postings(*(open_array(path, name) for name in POSTINGS)),
        spellings=Spellings((path / SPELLINGS).read_bytes(), *(open_array(path, name) for name in SPELLING_ARRAYS)),
        counts=csr_array(cells, shape=(len(cells[-1]) - 1, len(terms["term"]))),
    )
