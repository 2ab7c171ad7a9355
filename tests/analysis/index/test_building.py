"""An index built part by part is byte for byte the one that is made of all texts at once."""

import warnings

import pytest

from analysis import CorpusError, CorpusWarning, Tokenization, load_corpus
from analysis.index import build_index, building, check_index, open_index, write_index

from ...conftest import ROOT


def same_files(one, other) -> None:
    names = sorted(file.name for file in one.iterdir())
    assert names == sorted(file.name for file in other.iterdir())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


@pytest.fixture
def folder(tmp_path):
    """Texts of several kinds, with names that come twice, years that cannot be read, files that are no texts."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    for number in range(6):
        words = f"# Trust {number}\n\nTrust takes time, as number {number} says. It does.\n\nSee 信任 [1] and win-win.\n\n[1] A note."
        (folder / f"{'zyxwvu'[number]}_{2014 + number % 3}_text.md").write_text(words, encoding="utf-8")
    (folder / "u_2014_text.txt").write_text("The name comes twice. café", encoding="utf-8")
    (folder / "table.csv").write_text("title,year,text\nOne,2013,Words of a row\nTwo,soon,More words of rows\n")
    (folder / "empty.txt").write_text("")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04")
    return folder


@pytest.fixture
def at_once(folder, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CorpusWarning)
        return write_index(load_corpus(folder), tmp_path / "at_once")


@pytest.mark.parametrize("size", [1, 250, 10**9])
def test_parts_of_any_size_make_the_same_index(folder, at_once, size, tmp_path, monkeypatch):
    monkeypatch.setattr(building, "PART_BYTES", size)
    built = build_index(folder, tmp_path / "built")
    same_files(at_once, built)
    check_index(built)
    opened = open_index(built)
    assert "u_2014_text (2)" in opened.documents.index or "u_2014_text" in opened.documents.index
    assert len(opened.documents) == 9 and len(opened.problems) == 3
    assert sorted(file.name for file in tmp_path.iterdir()) == ["at_once", "built", "mixed"]


def test_editions_are_read_as_they_are_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(building, "PART_BYTES", 1)
    source = ROOT / "data" / "texts"
    same_files(write_index(load_corpus(source), tmp_path / "one"), build_index(source, tmp_path / "two"))


def test_a_tokenization_is_kept(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(building, "PART_BYTES", 300)
    kept = Tokenization(case="keep", chinese="characters")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CorpusWarning)
        one = write_index(load_corpus(folder, tokenization=kept), tmp_path / "one")
    same_files(one, build_index(folder, tmp_path / "two", tokenization=kept))


def test_parts_whose_counts_need_more_or_fewer_bytes_make_the_same_index(tmp_path, monkeypatch):
    monkeypatch.setattr(building, "PART_BYTES", 1)
    source = tmp_path / "source"
    source.mkdir()
    for name, times in (("a", 300), ("b", 2), ("c", 70_000)):
        (source / f"{name}.txt").write_text("the " * times + name)
    same_files(write_index(load_corpus(source), tmp_path / "one"), build_index(source, tmp_path / "two"))


def test_how_far_it_has_come_is_told(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(building, "PART_BYTES", 250)
    told = []
    build_index(folder, tmp_path / "built", progress=lambda what, share: told.append((what, share)))
    shares = [share for what, share in told if what == "Files read"]
    assert len(shares) > 2 and shares == [number / len(shares) for number in range(1, len(shares) + 1)]
    assert told[-1] == ("Parts put together", 1)


def test_a_folder_without_texts_leaves_nothing_behind(tmp_path):
    (tmp_path / "none").mkdir()
    with pytest.raises(CorpusError, match="holds no text"):
        build_index(tmp_path / "none", tmp_path / "built")
    with pytest.raises(CorpusError, match="no folder"):
        build_index(tmp_path / "nowhere", tmp_path / "built")
    assert [file.name for file in tmp_path.iterdir()] == ["none"]
