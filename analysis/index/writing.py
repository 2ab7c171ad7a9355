"""Put a corpus on disk as an index."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import numpy as np

from ..corpus import Corpus
from ..errors import CorpusError
from ..postings import Postings
from ..stream import TokenStream
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
    write_array,
    write_table,
)
from .manifest import is_index, write_manifest
from .stored_texts import write_texts


def write_index(corpus: Corpus, path: str | Path) -> Path:
    """Make the folder `path` an index of a corpus; an index that is there already is replaced once the new one is whole.

    CorpusError where the folder holds anything else, or cannot be written.
    """
    path = Path(path)
    if path.exists() and not is_index(path) and not (path.is_dir() and not any(path.iterdir())):
        raise CorpusError(f"{path.name} is there already and is no index: choose another name for the new one.")
    new, old = (path.with_name(f".{path.name}.{kind}-{os.getpid()}") for kind in ("new", "old"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
        _write(corpus, new)
        if path.exists():
            path.rename(old)
        new.rename(path)
    except OSError as error:
        raise CorpusError(
            f"The index {path.name} cannot be written ({(error.strerror or 'refused').lower()}): choose another folder, "
            "or make room."
        ) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return path


def _write(corpus: Corpus, folder: Path) -> None:
    contents, texts = corpus.contents, list(corpus.texts())
    write_texts(folder, texts)
    write_stream(folder, contents.tokens)
    write_array(folder, WORDS_BY_PARAGRAPH, contents.words_by_paragraph)
    postings = contents.postings or Postings.of(contents.tokens.form, len(contents.forms.written))
    for name, array in zip(POSTINGS, (postings.position, postings.starts), strict=True):
        write_array(folder, name, array)
    counts = corpus.words_and_numbers.by_document
    for name, array in zip(COUNTS, (counts.data.astype(np.int32), counts.indices, counts.indptr), strict=True):
        write_array(folder, name, array)
    spellings = corpus.spellings(case_sensitive=False)
    (folder / SPELLINGS).write_bytes(spellings.lines)
    arrays = (spellings.begins, spellings.written, spellings.counted)
    for name, array in zip(SPELLING_ARRAYS, arrays, strict=True):
        write_array(folder, name, array)
    forms = contents.forms
    write_table(
        folder, FORMS, {"form": forms.written.tolist(), "term": forms.term_of_form, "letters": contents.tokens.letters}
    )
    write_table(folder, TERMS, {"term": forms.terms.tolist(), "is_word": forms.is_word})
    write_table(
        folder,
        DOCUMENTS,
        {
            "document_id": [text.document_id for text in texts],
            "rank": [corpus.ranks[text.document_id] for text in texts],
            "metadata": [json.dumps(dict(text.metadata), ensure_ascii=False, default=_plain) for text in texts],
        },
    )
    write_manifest(folder, _about(corpus))


def _plain(value: object) -> object:
    """A value of metadata as JSON has it: numbers stay numbers, others become words, as they do in the fingerprint."""
    return value.item() if isinstance(value, np.generic) else str(value)


def write_stream(folder: Path, tokens: TokenStream) -> None:
    """The arrays of a stream."""
    for name in STREAM:
        write_array(folder, name, getattr(tokens, name))


def _about(corpus: Corpus) -> dict[str, object]:
    return {
        "name": corpus.name,
        "tokenization": vars(corpus.tokenization),
        "roles": corpus.roles,
        "problems": corpus.problems,
        "chinese_rule": corpus.chinese_rule,
        "fingerprint": corpus.fingerprint,
        "texts": len(corpus.documents),
        "tokens": len(corpus.tokens),
    }
