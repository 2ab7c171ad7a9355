"""Put a corpus on disk as an index."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from ..corpus import Corpus
from ..errors import CorpusError
from ..forms import Forms
from ..postings import Postings
from ..sparse import narrow
from ..spellings import Spellings
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
    with new_index(path) as folder:
        _write(corpus, folder)
    return path


@contextmanager
def new_index(path: Path) -> Iterator[Path]:
    """A folder to write into, which becomes the index `path` once it is whole. CorpusError as `write_index`."""
    if path.exists() and not is_index(path) and not (path.is_dir() and not any(path.iterdir())):
        raise CorpusError(f"{path.name} is there already and is no index: choose another name for the new one.")
    new, old = (path.with_name(f".{path.name}.{kind}-{os.getpid()}") for kind in ("new", "old"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
        yield new
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


def _write(corpus: Corpus, folder: Path) -> None:
    contents, texts = corpus.contents, list(corpus.texts())
    write_texts(folder, texts)
    write_counted(corpus, folder)
    postings = contents.postings or Postings.of(contents.tokens.form, len(contents.forms.written))
    write_postings(folder, postings)
    write_lexicon(folder, contents.forms, contents.tokens.letters)
    write_spellings(folder, corpus.spellings(case_sensitive=False))
    metadata = [dict(text.metadata) for text in texts]
    write_documents(
        folder, [text.document_id for text in texts], list(corpus.ranks[text.document_id] for text in texts), metadata
    )
    write_manifest(
        folder,
        {
            "name": corpus.name,
            "tokenization": vars(corpus.tokenization),
            "roles": corpus.roles,
            "problems": corpus.problems,
            "chinese_rule": corpus.chinese_rule,
            "fingerprint": corpus.fingerprint,
            "texts": len(corpus.documents),
            "tokens": len(corpus.tokens),
        },
    )


def write_counted(corpus: Corpus, folder: Path) -> None:
    """The stream of a corpus, and its counts by document."""
    for name in STREAM:
        write_array(folder, name, getattr(corpus.tokens, name))
    write_array(folder, WORDS_BY_PARAGRAPH, corpus.words_by_paragraph)
    counts = corpus.words_and_numbers.by_document
    arrays = (narrow(counts.data), counts.indices.astype(np.int32, copy=False), counts.indptr.astype(np.int64))
    for name, array in zip(COUNTS, arrays, strict=True):
        write_array(folder, name, array)


def write_postings(folder: Path, postings: Postings) -> None:
    """Where each form stands."""
    for name, array in zip(POSTINGS, (postings.position, postings.starts), strict=True):
        write_array(folder, name, array)


def write_lexicon(folder: Path, forms: Forms, letters: np.ndarray) -> None:
    """The forms, each with its term and its length, and the terms."""
    write_table(folder, FORMS, {"form": forms.written.tolist(), "term": forms.term_of_form, "letters": letters})
    write_table(folder, TERMS, {"term": forms.terms.tolist(), "is_word": forms.is_word})


def write_spellings(folder: Path, spellings: Spellings) -> None:
    """The forms as a search in any case sees them."""
    (folder / SPELLINGS).write_bytes(spellings.lines)
    arrays = (spellings.begins, spellings.written, spellings.counted)
    for name, array in zip(SPELLING_ARRAYS, arrays, strict=True):
        write_array(folder, name, array)


def write_documents(
    folder: Path, document_ids: Sequence[str], ranks: Sequence[int], metadata: Sequence[Mapping[str, object] | str]
) -> None:
    """The table of documents. metadata: of each its columns, or these as JSON."""
    packed = [
        each if isinstance(each, str) else json.dumps(each, ensure_ascii=False, default=_plain) for each in metadata
    ]
    write_table(folder, DOCUMENTS, {"document_id": document_ids, "rank": ranks, "metadata": packed})


def _plain(value: object) -> object:
    """A value of metadata as JSON has it: numbers stay numbers, others become words, as they do in the fingerprint."""
    return value.item() if isinstance(value, np.generic) else str(value)
