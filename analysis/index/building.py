"""From a folder of texts to an index, however many: part by part, by one process or by several."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from ..fingerprint import counted_as, fingerprint_of
from ..forms import Forms
from ..postings import Postings
from ..progress import Progress, silent
from ..scripts import has_han
from ..spellings import Spellings
from ..texts.folder import FolderFiles, files_of, problems_of, require_some_text
from ..texts.settling import document_ids
from ..texts.years import years_not_read
from ..tokens import Tokenization
from ..workers import ThisProcess, Workers
from .files import STREAM, open_array
from .manifest import write_manifest
from .merging import merge
from .opening import stored_texts
from .parts import PartRead, batches, make_part
from .writing import new_index, write_postings, write_spellings

# About so many bytes of files are one part: its lexicon is small beside it, and it fits into memory many times.
PART_BYTES = 24_000_000
_ROLES = ("body",)


def build_index(
    source: str | Path,
    path: str | Path,
    *,
    tokenization: Tokenization = Tokenization(),
    workers: Workers = ThisProcess(),
    progress: Progress = silent,
) -> Path:
    """Make the folder `path` an index of the texts in a folder: byte for byte that of `load_corpus` and `write_index`.

    The texts are never in memory together. workers: those who read and tokenise the parts; all must see both folders.
    CorpusError as `load_corpus` and `write_index`.
    """
    source, path = Path(source), Path(path)
    files = files_of(source)
    with new_index(path) as folder:
        parts_folder = folder.with_name(f"{folder.name}.parts")
        try:
            read = _parts(files, tokenization, parts_folder.resolve(), workers, progress)
            progress("Parts put together", 0)
            _merge(source.name, files, read, tokenization, folder)
            progress("Parts put together", 1)
        finally:
            shutil.rmtree(parts_folder, ignore_errors=True)
    return path


def _parts(
    files: FolderFiles, tokenization: Tokenization, folder: Path, workers: Workers, progress: Progress
) -> list[PartRead]:
    some = batches(files, PART_BYTES)
    pieces = [(each, tokenization, folder / f"{number:06}") for number, each in enumerate(some)]
    read = []
    for part in workers.each(make_part, pieces):
        read.append(part)
        progress("Files read", len(read) / len(pieces))
    return read


def _merge(
    source: str, files: FolderFiles, parts: Sequence[PartRead], tokenization: Tokenization, folder: Path
) -> None:
    drafts = [draft.name for part in parts for draft in part.read.drafts]
    editions = [name for part in parts for name in part.editions]
    problems = problems_of(files, [part.read for part in parts])
    require_some_text(source, [*editions, *drafts], problems)
    others = iter(document_ids(drafts, editions))
    names = [[*part.editions, *(next(others) for _ in part.read.drafts)] for part in parts]
    forms = merge([part.folder for part in parts], names, tokenization, folder)
    form = open_array(folder, STREAM[0])
    write_postings(folder, Postings.of(form, len(forms.written)))
    write_spellings(folder, Spellings.folded(forms.written, tokenization))
    _write_about(files.name, problems, tokenization, forms, folder)


def _write_about(name: str, problems: Sequence[str], tokenization: Tokenization, forms: Forms, folder: Path) -> None:
    texts = stored_texts(folder)
    years = years_not_read({text.document_id: text.metadata.get("year") for text in texts})
    rule = tokenization.chinese_rule() if has_han("\n".join(forms.written)) else ""
    write_manifest(
        folder,
        {
            "name": name,
            "tokenization": vars(tokenization),
            "roles": _ROLES,
            "problems": (*problems, *years),
            "chinese_rule": rule,
            "fingerprint": fingerprint_of(texts, counted_as(tokenization, _ROLES, rule)),
            "texts": len(texts),
            "tokens": len(open_array(folder, STREAM[0])),
        },
    )
