"""The formats that are read: one entry a format, and the one way in for all of them."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, replace

from ..errors import CorpusError
from .file_names import metadata_of_name
from .lines import Draft
from .reading import MOST_FILE_BYTES, MOST_LETTERS, MOST_TEXTS, Read, ReadingChoices, shown_name


@dataclass(frozen=True)
class Format:
    """How files of one kind are read. reader: module beside this one and its function, imported when it is needed."""

    label: str
    endings: tuple[str, ...]
    module: str
    function: str

    def read(self, name: str, content: bytes, choices: ReadingChoices) -> Read:
        """Read one file. CorpusError where it cannot be read."""
        module = importlib.import_module(f"{__package__}.{self.module}")
        return getattr(module, self.function)(name, content, choices)


FORMATS: dict[str, Format] = {
    "txt": Format("Plain text", ("txt", "text"), "plain", "read_plain"),
    "md": Format("Markdown", ("md", "markdown"), "own_markdown", "read_own_markdown"),
    "docx": Format("Word", ("docx",), "word", "read_word"),
    "pdf": Format("PDF", ("pdf",), "pdf", "read_pdf"),
    "html": Format("Web page", ("html", "htm", "xhtml", "mhtml", "mht"), "webpage", "read_webpage"),
    "csv": Format("Table, a row a text", ("csv", "tsv", "tab"), "table_text", "read_table"),
    "xlsx": Format("Workbook, a row a text", ("xlsx",), "workbook", "read_workbook"),
    "jsonl": Format("JSON, a line a text", ("jsonl", "ndjson", "json"), "table_text", "read_json_lines"),
    "parquet": Format("Parquet, a row a text", ("parquet",), "parquet", "read_parquet"),
}
ARCHIVE = "zip"
ENDINGS = {ending: kind for kind, entry in FORMATS.items() for ending in entry.endings}


def endings() -> list[str]:
    """The endings of the files that are read."""
    return [*ENDINGS, ARCHIVE]


def read_file(name: str, content: bytes, choices: ReadingChoices = ReadingChoices()) -> Read:
    """The texts in one file, whatever its format.

    name: the file's, whose ending says the format. CorpusError, one sentence, where the file is too large, of no known
    kind, damaged, or holds no words.
    """
    ending = name.lower().rpartition(".")[2] if "." in name else ""
    name = shown_name(name)
    if len(content) > MOST_FILE_BYTES:
        raise CorpusError(
            f"{name} has more than {MOST_FILE_BYTES // 1_000_000} MB: cut it into parts, or save it as plain text."
        )
    if ending == ARCHIVE:
        return _checked(name, _read_archive(name, content, choices))
    if ending not in ENDINGS:
        known = ", ".join(f".{entry.endings[0]}" for entry in FORMATS.values())
        raise CorpusError(f"{name} is of a kind that is not read here: save it as one of {known} or .{ARCHIVE}.")
    return _checked(name, FORMATS[ENDINGS[ending]].read(name, content, choices))


def _read_archive(name: str, content: bytes, choices: ReadingChoices) -> Read:
    from .archive import kind_of_zip, read_zip

    kind = kind_of_zip(content)
    if kind in FORMATS:
        return FORMATS[kind].read(name, content, choices)
    return read_zip(name, content, choices, read_file, ENDINGS)


def _checked(name: str, read: Read) -> Read:
    """What was read within the limits, each text with what the file's name says of it."""
    if len(read.drafts) > MOST_TEXTS:
        raise CorpusError(f"{name} holds more than {MOST_TEXTS:,} texts: cut it into parts.")
    for draft in read.drafts:
        if sum(len(line.text) for line in draft.lines) > MOST_LETTERS:
            raise CorpusError(f"{name} holds a text of more than {MOST_LETTERS:,} letters: cut it into parts.")
    if read.drafts and not any(_has_words(draft) for draft in read.drafts):
        raise CorpusError(f"{name} holds no words: check that it is the right file.")
    alone = len(read.drafts) == 1 and read.table is None
    return replace(read, drafts=tuple(_named(draft) for draft in read.drafts)) if alone else read


def _has_words(draft: Draft) -> bool:
    return any(letter.isalnum() for line in draft.lines for letter in line.text)


def _named(draft: Draft) -> Draft:
    """A text of a file of its own: what the file itself says counts before what its name says."""
    said = {key: value for key, value in draft.metadata.items() if value not in (None, "")}
    return replace(draft, metadata=metadata_of_name(draft.name) | said)
