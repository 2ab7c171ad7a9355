"""The report as an archive: every figure and every table as files, with a manifest that says where each comes from."""

from __future__ import annotations

import hashlib
import json
import textwrap
from collections.abc import Iterator, Mapping

from ..exhibits.options import as_words, given
from .errors import ExportError
from .files import file_name
from .formats import FORMATS, file_of
from .letters import printable
from .report import Entry, Report
from .reproduce import command, link
from .sources import corpora, extent, require_entries, sources
from .zips import packed

MANIFEST, README = "manifest.json", "README.txt"
# What is packed, and into which folder.
FOLDERS = {"svg": "figures", "png": "figures", "pdf": "figures", "csv": "data", "json": "data", "xlsx": "data"}
_LINE = 100
_SAID = {
    "figures": "figures/  each exhibit as a picture: SVG and PDF for print, PNG for everything else",
    "data": "data/     the table behind each picture: CSV, Excel (XLSX) and JSON, with all rows and full numbers",
}


def archive(report: Report) -> bytes:
    """A ZIP of figures and data with `manifest.json` and `README.txt`; the same report gives the same bytes.

    A file that cannot be made here is left out, and both say why. ExportError for an empty report, or where no file at
    all can be made.
    """
    require_entries(report)
    files, missing, listed = {}, [], []
    for number, entry in enumerate(report.entries, start=1):
        made, lacking = _made(entry, number)
        files |= made
        missing += lacking
        listed.append(_told(entry, number, made, lacking))
    if not files:
        raise ExportError(missing[0]["reason"])
    manifest = {"report": report.title, "corpora": _corpora(report), "exhibits": listed}
    written = printable(json.dumps(manifest, ensure_ascii=False, indent=2)).encode()
    members = dict(sorted(files.items()))
    return packed({README: _readme(report, listed, missing).encode(), MANIFEST: written, **members})


def _made(entry: Entry, number: int) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """The files of one exhibit by name, and those that cannot be made with the reason."""
    files, lacking = {}, []
    for name, ending in _names(entry, number):
        try:
            files[name] = file_of(entry.corpus, entry.exhibit, ending)
        except ExportError as error:
            lacking.append({"file": name, "reason": str(error)})
    return files, lacking


def _names(entry: Entry, number: int) -> Iterator[tuple[str, str]]:
    """What the files of an exhibit are called: `figures/02-which-words.svg`. No name leads out of its folder."""
    for ending, folder in FOLDERS.items():
        if ending in FORMATS:
            yield f"{folder}/{file_name(f'{number:02d} {entry.exhibit.title}', ending)}", ending


def _told(entry: Entry, number: int, made: Mapping[str, bytes], lacking: list[dict[str, str]]) -> dict[str, object]:
    """One exhibit in the manifest."""
    exhibit = entry.exhibit
    return {
        "number": number,
        "exhibit": exhibit.name,
        "title": exhibit.title,
        "options": {name: as_words(value) for name, value in given(exhibit).items()},
        "reading": exhibit.reading,
        "note": entry.note,
        "texts": list(entry.corpus.documents.index),
        "fingerprint": exhibit.receipt.fingerprint,
        "receipt": exhibit.receipt.text(),
        "link": link(exhibit),
        "command": command(exhibit),
        "files": [
            {"file": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in made.items()
        ],
        "not_made": lacking,
    }


def _corpora(report: Report) -> list[dict[str, str]]:
    found = {entry.corpus.fingerprint: entry.corpus.name for entry in report.entries}
    return [{"name": name, "fingerprint": fingerprint} for fingerprint, name in found.items()]


def _readme(report: Report, listed: list[dict[str, object]], missing: list[dict[str, str]]) -> str:
    """What lies in the archive, in plain words."""
    lines = [
        printable(report.title),
        "=" * min(max(len(report.title), 3), _LINE),
        "",
        f"Made with Parallax {report.entries[0].exhibit.receipt.version} from {extent(report)}:",
        *(f"  {corpus}" for corpus in corpora(report)),
        "",
        *(
            said
            for folder, said in _SAID.items()
            if any(one["file"].startswith(folder) for told in listed for one in told["files"])
        ),
        f"{MANIFEST}  for programs: each file with its checksum, options, texts and the command that makes it again",
        "",
        "What is inside",
        "--------------",
    ]
    for told in listed:
        lines += ["", f"{told['number']}. {printable(told['title'])}", *_wrapped(told["reading"])]
        lines += [*_wrapped(f"Note: {told['note']}")] if told["note"].strip() else []
        lines += [f"   {one['file']}" for one in told["files"]]
        lines += [f"   again: {told['command']}"]
    if missing:
        lines += ["", "What could not be made", "----------------------"]
        for reason in dict.fromkeys(one["reason"] for one in missing):
            lines += ["", *_wrapped(reason), *(f"   {one['file']}" for one in missing if one["reason"] == reason)]
    lines += ["", "The texts", "---------", ""]
    for source in sources(report):
        told = ", ".join(filter(None, [source.author, source.title, source.venue, source.year]))
        lines += _wrapped(f"{source.label}: {told} ({source.words:,} words)")
    return "\r\n".join([*lines, ""])


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(printable(text), _LINE, initial_indent="   ", subsequent_indent="   ")
