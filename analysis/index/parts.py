"""A part of a large index: some files, read and tokenised by themselves, with a lexicon of their own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..batches import in_batches
from ..corpus import Corpus
from ..texts.folder import FilesRead, FolderFiles, read_files
from ..texts.settling import settled
from ..tokens import Tokenization
from .stored_texts import write_texts
from .writing import write_counted, write_documents, write_lexicon


@dataclass(frozen=True)
class PartRead:
    """What was read into the folder of a part.

    read: the problems met, with the drafts as they are named but without their lines; editions: the names of editions,
    whose texts come first.
    """

    folder: Path
    editions: tuple[str, ...]
    read: FilesRead


def batches(files: FolderFiles, size: int) -> list[FolderFiles]:
    """The files in their order, so many together that they have about so many bytes; editions all in the first."""
    found = list(in_batches(files.others, lambda file: file.stat().st_size if file.exists() else 0, size))
    return [
        replace(files, editions=files.editions if number == 0 else (), others=tuple(each), problems=())
        for number, each in enumerate(found or [[]])
    ]


def make_part(files: FolderFiles, tokenization: Tokenization, folder: Path) -> PartRead:
    """Read some files and put what is in them into a folder; the same files make the same folder, whoever makes it."""
    read = read_files(files)
    names = tuple(text.document_id for text in read.editions)
    if not folder.exists():
        new = folder.with_name(f"{folder.name}.{os.getpid()}")
        _write(_corpus(read, tokenization), new)
        _settle(new, folder)
    light = tuple(replace(draft, lines=()) for draft in read.drafts)
    return PartRead(folder, names, replace(read, editions=(), drafts=light))


def _corpus(read: FilesRead, tokenization: Tokenization) -> Corpus:
    """The texts by the numbers at which they were read: what they are to be called, the names of all others decide."""
    editions = [replace(text, document_id=str(number)) for number, text in enumerate(read.editions)]
    drafts = [settled(str(number), draft) for number, draft in enumerate(read.drafts, start=len(editions))]
    return Corpus([*editions, *drafts], tokenization=tokenization)


def _write(corpus: Corpus, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    texts: Sequence = corpus.texts()
    write_texts(folder, list(texts))
    write_counted(corpus, folder)
    write_lexicon(folder, corpus.contents.forms, corpus.tokens.letters)
    metadata = [dict(text.metadata) for text in texts]
    write_documents(folder, [text.document_id for text in texts], range(len(texts)), metadata)


def _settle(new: Path, folder: Path) -> None:
    """Give a finished folder its name, unless another worker, taken for dead, has finished the same part before."""
    try:
        new.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(new, ignore_errors=True)
