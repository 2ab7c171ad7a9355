"""Archives, read back by zipfile, json and hashlib."""

import hashlib
import io
import json
import zipfile
from pathlib import PurePosixPath

import pytest

from dashboard.exhibits import make
from dashboard.export import formats
from dashboard.export.archive import archive
from dashboard.export.errors import ExportError
from dashboard.export.figure import figures
from dashboard.export.report import Entry, Report


@pytest.fixture
def report(corpus, exhibits):
    pair = corpus.select(["chen-2014", "sun-2024"])
    return Report(
        "Trust, 2014–2024",
        (
            Entry(corpus, exhibits["timeline"], "Look here first."),
            Entry(pair, make(pair, "term_rates", terms="trust")),
            Entry(corpus, exhibits["timeline"]),
        ),
    )


@pytest.fixture
def no_browser(monkeypatch):
    """Drawings can be made without a browser, all else cannot."""

    def refuse(*asked, **named):
        raise ExportError(figures.BROWSER_MISSING)

    for name in ("png", "pdf"):
        monkeypatch.setattr(figures, name, refuse)
    monkeypatch.setattr(figures, "_chart", refuse)


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {info.filename: packed.read(info) for info in packed.infolist()}


def test_every_file_is_listed_with_its_checksum_and_nothing_else_is_inside(report, no_browser):
    files = members(archive(report))
    manifest = json.loads(files.pop("manifest.json"))
    files.pop("README.txt")
    listed = {one["file"]: one for told in manifest["exhibits"] for one in told["files"]}
    assert set(listed) == set(files)
    for name, content in files.items():
        assert listed[name]["sha256"] == hashlib.sha256(content).hexdigest()
        assert listed[name]["bytes"] == len(content)


def test_the_manifest_says_how_to_make_each_exhibit_again(corpus, report, no_browser):
    manifest = json.loads(members(archive(report))["manifest.json"])
    assert manifest["report"] == "Trust, 2014–2024"
    assert [told["exhibit"] for told in manifest["exhibits"]] == ["timeline", "term_rates", "timeline"]
    first, second, _ = manifest["exhibits"]
    assert first["note"] == "Look here first." and first["fingerprint"] == corpus.fingerprint
    assert second["options"] == {"terms": "trust"} and second["texts"] == ["chen-2014", "sun-2024"]
    assert "--terms trust" in second["command"] and "terms=trust" in second["link"]


def test_names_lead_nowhere_and_none_is_taken_twice(report, no_browser):
    names = zipfile.ZipFile(io.BytesIO(archive(report))).namelist()
    assert len(set(names)) == len(names)
    for name in names:
        path = PurePosixPath(name)
        assert not path.is_absolute() and ".." not in path.parts and "\\" not in name and len(path.parts) <= 2


def test_what_cannot_be_made_is_named_with_the_reason(report, no_browser):
    files = members(archive(report))
    readme = files["README.txt"].decode()
    missing = [one for told in json.loads(files["manifest.json"])["exhibits"] for one in told["not_made"]]
    assert "What could not be made" in readme
    assert {PurePosixPath(one["file"]).suffix for one in missing} == {".png", ".pdf", ".svg"}
    for one in missing:
        assert one["reason"] == figures.BROWSER_MISSING
        assert one["file"] in readme and one["file"] not in files


def test_the_readme_tells_what_is_inside(report, no_browser):
    readme = members(archive(report))["README.txt"].decode()
    assert readme.startswith("Trust, 2014–2024\r\n")
    assert "Note: Look here first." in readme
    assert "Chen 2014: Chen Jimin, Mutual Understanding Leads to More Trust" in readme


def test_the_same_report_gives_the_same_file(report, no_browser):
    content = archive(report)
    assert content == archive(report)
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_tables_are_packed_in_each_form_there_is(report, no_browser):
    files = members(archive(report))
    for ending in {"csv", "json", "xlsx"} & set(formats.FORMATS):
        assert sum(name.startswith("data/") and name.endswith(f".{ending}") for name in files) == 3


def test_where_nothing_can_be_made_the_reason_is_said(corpus, exhibits, monkeypatch):
    def refuse(*asked, **named):
        raise ExportError("No file can be made today.")

    monkeypatch.setattr("dashboard.export.archive.file_of", refuse)
    with pytest.raises(ExportError, match="No file can be made today"):
        archive(Report("Nothing", (Entry(corpus, exhibits["timeline"]),)))


def test_an_empty_report_is_refused_in_one_sentence():
    with pytest.raises(ExportError, match="The report is empty"):
        archive(Report("Nothing", ()))


def test_with_a_browser_every_figure_is_there(corpus, exhibits, drawing_browser):
    files = members(archive(Report("All", (Entry(corpus, exhibits["similarity"]),))))
    assert {"svg", "png", "pdf"} <= {name.rpartition(".")[2] for name in files}
    assert "What could not be made" not in files["README.txt"].decode()
