"""A folder of texts, or one file: all that can be read, and one sentence for each file that cannot."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence, Sized
from dataclasses import dataclass
from pathlib import Path

from ..errors import CorpusError
from ..progress import Progress, silent
from .blocks import Text
from .formats import endings
from .guard import FileReaders
from .lines import Draft
from .markdown import read_markdown
from .settling import document_ids, settled

MANIFEST = "corpus.toml"


@dataclass(frozen=True)
class Folder:
    """What was found: the corpus's name, its texts, and the problems met, a sentence each."""

    name: str
    texts: tuple[Text, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class FolderFiles:
    """The files that are to be read: editions, whose form is checked, and others; and the problems met so far."""

    name: str
    editions: tuple[Path, ...]
    others: tuple[Path, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilesRead:
    """What stands in some files.

    editions: their texts; drafts: those of other files, in order; edition_problems, problems: a sentence each.
    """

    editions: tuple[Text, ...]
    drafts: tuple[Draft, ...]
    edition_problems: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """What a `corpus.toml` says: the corpus's name and the texts that belong to it. Its folder holds editions."""

    name: str
    expected: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def read_folder(path: Path, progress: Progress = silent) -> Folder:
    """Read every file of a folder that is of a known kind, or one file.

    A folder with a `corpus.toml` holds editions: Markdown with front matter and an author. The file may give the corpus
    a `name` and list the `texts` that belong to it, so that a text that has gone missing is noticed. Any other file is
    read in a process of its own. CorpusError when the path does not exist or nothing can be read.
    """
    files = files_of(path)
    read = read_files(files, progress)
    ids = document_ids((draft.name for draft in read.drafts), [text.document_id for text in read.editions])
    texts = (*read.editions, *map(settled, ids, read.drafts))
    problems = problems_of(files, [read])
    require_some_text(path.name, texts, problems)
    return Folder(files.name, texts, problems)


def files_of(path: Path) -> FolderFiles:
    """The files of a folder that are of known kinds, or one file. CorpusError when the path does not exist."""
    if not path.exists():
        raise CorpusError(f"There is no folder {path.name!r} to read texts from; give the folder that holds them.")
    files, manifest = _files(path), _manifest(path)
    problems = list(manifest.problems) if manifest else []
    problems += [
        f"{stem}.md is listed in {MANIFEST} but is not there: put it back or take it off the list."
        for stem in sorted(set(manifest.expected if manifest else ()) - {file.stem for file in files})
    ]
    editions = [file for file in files if manifest and file.suffix == ".md"]
    others = files if not editions else [file for file in files if file.suffix != ".md"]
    return FolderFiles(manifest.name if manifest else path.stem, tuple(editions), tuple(others), tuple(problems))


def read_files(files: FolderFiles, progress: Progress = silent) -> FilesRead:
    """Read some files, as `read_folder` does."""
    edition_problems: list[str] = []
    editions = _editions(files.editions, edition_problems)
    problems: list[str] = []
    drafts = _drafts(files.others, problems, progress)
    return FilesRead(tuple(editions), tuple(drafts), tuple(edition_problems), tuple(problems))


def problems_of(files: FolderFiles, read: Sequence[FilesRead]) -> tuple[str, ...]:
    """All problems met, those of editions first, what is worth knowing of single texts last."""
    found = list(files.problems)
    found += [problem for each in read for problem in each.edition_problems]
    found += [problem for each in read for problem in each.problems]
    found += [notice for each in read for draft in each.drafts for notice in draft.notices]
    return tuple(found)


def require_some_text(name: str, texts: Sized, problems: Sequence[str]) -> None:
    """CorpusError when nothing could be read."""
    if not len(texts):
        raise CorpusError(" ".join(problems) or f"{name} holds no text: put Markdown files (.md) into it, or others.")


def _files(path: Path) -> list[Path]:
    """The files of known kinds, in the order of their names; not those that systems and programs hide."""
    if not path.is_dir():
        return [path]
    known = {f".{ending}" for ending in endings()}
    return sorted(
        file for file in path.iterdir() if file.suffix.lower() in known and not file.name.startswith((".", "~$"))
    )


def _editions(files: Sequence[Path], problems: list[str]) -> list[Text]:
    """Editions, whose form is checked."""
    texts = []
    for file in files:
        try:
            texts.append(read_markdown(file.stem, _content(file), file.name))
        except CorpusError as error:
            problems.append(str(error))
    return texts


def _drafts(files: Sequence[Path], problems: list[str], progress: Progress) -> list[Draft]:
    """Files of any kind and origin, with roles by rule."""
    drafts: list[Draft] = []
    if not files:
        return drafts
    with FileReaders(1) as readers:
        for number, file in enumerate(files):
            progress("Files read", number / len(files))
            try:
                read = readers.read(file.name, _content(file))
            except CorpusError as error:
                problems.append(str(error))
                continue
            drafts += read.drafts
            problems += [*read.notices, *filter(None, [read.question])]
    return drafts


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CorpusError(
            f"{file.name} cannot be opened ({error.strerror}): check the file and its permissions."
        ) from None


def _manifest(path: Path) -> Manifest | None:
    file = path / MANIFEST
    if not file.is_file():
        return None
    try:
        manifest = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Manifest(path.stem, (), (f"{MANIFEST} cannot be read ({error}): mend it or take it away.",))
    texts = manifest.get("texts", [])
    if not isinstance(texts, list):
        return Manifest(path.stem, (), (f'{MANIFEST}: texts must be a list, such as texts = ["chen-2014"].',))
    return Manifest(str(manifest.get("name", path.stem)), tuple(str(stem) for stem in texts))
