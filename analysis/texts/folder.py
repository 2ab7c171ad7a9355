"""A folder of editions: every file that can be read, and one sentence for each that cannot."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..errors import CorpusError
from .blocks import Text
from .markdown import read_markdown

MANIFEST = "corpus.toml"


@dataclass(frozen=True)
class Folder:
    """What was found: the corpus's name, its texts, and the problems met, a sentence each."""

    name: str
    texts: tuple[Text, ...]
    problems: tuple[str, ...]


def read_folder(path: Path) -> Folder:
    """Read every `*.md` of a folder, or one file.

    A `corpus.toml` in the folder may give the corpus a `name` and list the `texts` that belong to it, so that
    a text that has gone missing is noticed. CorpusError when the path does not exist or nothing can be read.
    """
    if not path.exists():
        raise CorpusError(f"There is no folder {path.name!r} to read texts from; give the folder that holds them.")
    name, expected, problems = _manifest(path)
    files = sorted(path.glob("*.md")) if path.is_dir() else [path]
    missing = sorted(set(expected) - {file.stem for file in files})
    problems += [
        f"{stem}.md is listed in {MANIFEST} but is not there: put it back or take it off the list." for stem in missing
    ]
    texts = []
    for file in files:
        try:
            texts.append(read_markdown(file.stem, file.read_bytes(), file.name))
        except OSError as error:
            problems.append(f"{file.name} cannot be opened ({error.strerror}): check the file and its permissions.")
        except CorpusError as error:
            problems.append(str(error))
    if not texts:
        raise CorpusError(" ".join(problems) or f"{path.name} holds no text: put Markdown files (.md) into it.")
    return Folder(name, tuple(texts), tuple(problems))


def _manifest(path: Path) -> tuple[str, list[str], list[str]]:
    file = path / MANIFEST
    if not file.is_file():
        return path.stem, [], []
    try:
        manifest = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return path.stem, [], [f"{MANIFEST} cannot be read ({error}): mend it or take it away."]
    texts = manifest.get("texts", [])
    if not isinstance(texts, list):
        return path.stem, [], [f'{MANIFEST}: texts must be a list, such as texts = ["chen-2014"].']
    return str(manifest.get("name", path.stem)), [str(stem) for stem in texts], []
