"""A corpus on disk is the corpus that was put there; what is not whole is told in a sentence."""

import datetime
import json

import numpy as np
import pandas as pd
import pytest

from analysis import Corpus, CorpusError, Tokenization, concordance, frequencies, keywords, load_corpus
from analysis.index import check_index, is_index, open_index, write_index, writing
from analysis.index.manifest import VERSION
from analysis.metadata import group_documents
from analysis.texts.blocks import Block, Text

ODD = [
    Text("b", (), {"year": 2015, "author": None}),
    Text(
        "a",
        (
            Block("heading", "Trust", level=1),
            Block("body", "信任 e\u0301 “Trust’s” win-win 3.5 שלום", marks=((2, "1"), (4, "2"))),
            Block("note", "A note.", label="1"),
            Block("body", ""),
        ),
        {"year": np.int64(2014), "date": datetime.date(2014, 3, 1), "kinds": ["x", "y"], "share": float("nan")},
    ),
    Text("c", (Block("body", "Trust takes time. It does."),), {"year": "2022 or later", "author": "C"}),
]


@pytest.fixture(scope="module")
def five(corpus, tmp_path_factory):
    return write_index(corpus, tmp_path_factory.mktemp("made") / "five")


@pytest.fixture
def index(tmp_path):
    return write_index(Corpus(ODD, name="Odd", problems=["x.md is empty."]), tmp_path / "odd")


def assert_same(one: Corpus, other: Corpus) -> None:
    assert (one.name, one.tokenization, one.roles, one.problems) == (
        other.name, other.tokenization, other.roles, other.problems,
    )  # fmt: skip
    assert one.fingerprint == other.fingerprint == other.fingerprint_under(other.chinese_rule)
    assert [one.ranks[text] for text in one.documents.index] == list(other.ranks.values())
    for name in ("forms", "terms", "term_of_form", "is_word", "words_by_paragraph"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    for name in ("form", "start", "end", "document_starts", "paragraph_starts", "sentence_starts"):
        assert np.array_equal(getattr(one.tokens, name), getattr(other.tokens, name)), name
    assert [text.blocks for text in one.texts()] == [text.blocks for text in other.texts()]


@pytest.mark.parametrize("tokenization", [Tokenization(), Tokenization(case="keep", chinese="characters")])
@pytest.mark.parametrize("roles", [["body"], ["body", "note", "heading"]])
def test_an_index_holds_the_whole_corpus(tmp_path, tokenization, roles):
    made = Corpus(ODD, name="Odd", tokenization=tokenization, roles=roles, problems=["x.md is empty."])
    opened = open_index(write_index(made.select(["b", "a"]), tmp_path / "odd"))
    assert_same(made.select(["b", "a"]), opened)
    assert opened.documents["year"].tolist() == [2014, 2015]


def test_a_block_is_read_alone(index):
    opened = open_index(index)
    words = opened.text("a")
    for offset in (0, words.index("信任"), words.index("שלום"), words.index("note")):
        start, block = opened.block_at("a", offset)
        assert words[start:].startswith(block.text) and start <= offset < start + len(block.text)
        assert block in opened.blocks("a")


def test_blocks_at_many_places_are_those_at_each(five, index):
    opened = open_index(five)
    documents = opened.tokens.document_of(np.arange(0, len(opened.tokens), 97))
    offsets = opened.tokens.start[::97]
    ids = [opened.document_ids[number] for number in documents]
    alone = [opened.block_at(*place) for place in zip(ids, offsets.tolist(), strict=True)]
    assert opened.blocks_at(documents, offsets) == alone
    assert opened.blocks_at(documents[:0], offsets[:0]) == []
    mixed = Corpus([*open_index(index).texts()[::2], *opened.texts(), ODD[2].__class__("d", ODD[2].blocks)])
    assert mixed.blocks_at(np.arange(len(mixed.documents)), np.zeros(len(mixed.documents), int)) == [
        mixed.block_at(name, 0) for name in mixed.documents.index
    ]


def test_a_corpus_without_texts_can_be_put_on_disk(tmp_path):
    assert_same(Corpus([]), open_index(write_index(Corpus([]), tmp_path / "none")))


def test_analyses_of_an_index_are_those_of_its_texts(corpus, five):
    opened = load_corpus(five)
    assert_same(corpus, opened)
    pd.testing.assert_frame_equal(keywords(corpus), keywords(opened))
    pd.testing.assert_frame_equal(concordance(corpus, "trust*"), concordance(opened, "trust*"))
    chosen = ["yang-2015", "sun-2024"]
    pd.testing.assert_frame_equal(
        frequencies(corpus.select(chosen), by="author"), frequencies(opened.select(chosen), by="author")
    )


@pytest.mark.parametrize(("times", "size"), [(200, 1), (300, 2), (70_000, 4)])
def test_counts_stand_in_few_bytes_and_are_summed_in_more(tmp_path, times, size):
    texts = {name: "the " * times + name for name in "abc"}
    made = Corpus.from_texts(texts)
    opened = open_index(write_index(made, tmp_path / "many"))
    assert np.load(tmp_path / "many" / "counts.npy").itemsize == size
    counted, groups = opened.words_and_numbers, group_documents(opened.documents, "corpus")
    assert counted.by_group(groups).toarray().tolist() == [[1, 1, 1, 3 * times]]
    assert counted.totals.tolist() == [1, 1, 1, 3 * times]
    assert (counted.by_document * counted.by_document).sum() == 3 + 3 * times**2
    assert counted.presence.by_group(groups).toarray().tolist() == [[1, 1, 1, 3]]


def test_an_index_keeps_its_tokenization_unless_another_is_asked_for(tmp_path):
    path = write_index(Corpus(ODD, tokenization=Tokenization(case="keep")), tmp_path / "odd")
    assert "Trust" in load_corpus(path).terms
    assert "Trust" not in load_corpus(path, tokenization=Tokenization()).terms


def test_the_arrays_stay_on_disk(five):
    opened = open_index(five)
    assert isinstance(opened.tokens.form.base, np.memmap) and isinstance(opened.tokens.start.base, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        opened.tokens.form[0] = 1


@pytest.mark.parametrize("how", ["shorter", "changed", "missing"])
def test_a_damaged_file_is_named(index, how):
    for file in sorted(index.iterdir()):
        content = file.read_bytes()
        if how == "missing":
            file.unlink()
        else:
            file.write_bytes(
                content[:-1] if how == "shorter" else content[:-2] + bytes([content[-2] ^ 1]) + content[-1:]
            )
        with pytest.raises(CorpusError) as error:
            open_index(index)
        assert file.name in str(error.value) or "no index" in str(error.value)
        file.write_bytes(content)
    assert open_index(index).name == "Odd"


def test_large_files_are_compared_when_asked(index, monkeypatch):
    monkeypatch.setattr("analysis.index.manifest.SMALL", 0)
    content = (index / "form.npy").read_bytes()
    (index / "form.npy").write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert open_index(index).name == "Odd"
    with pytest.raises(CorpusError, match=r"form\.npy was changed"):
        check_index(index)


@pytest.mark.parametrize(("version", "told"), [(VERSION + 1, "update Parallax"), (VERSION - 1, "make the index again")])
def test_another_kind_is_told(index, version, told):
    manifest = json.loads((index / "manifest.json").read_text())
    (index / "manifest.json").write_text(json.dumps(manifest | {"version": version}))
    with pytest.raises(CorpusError, match=told):
        load_corpus(index)


def test_a_folder_of_anything_else_is_no_index_and_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")
    assert not is_index(tmp_path)
    with pytest.raises(CorpusError, match="is no index"):
        write_index(Corpus(ODD), tmp_path)
    with pytest.raises(CorpusError, match="is no index"):
        open_index(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_an_index_is_replaced_once_the_new_one_is_whole(index, monkeypatch):
    def full(folder, about):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writing, "write_manifest", full)
        with pytest.raises(CorpusError, match="no space left"):
            write_index(Corpus(ODD[:1]), index)
    assert len(open_index(index).documents) == 3
    write_index(Corpus(ODD[:1]), index)
    assert len(open_index(index).documents) == 1
    assert [path.name for path in index.parent.iterdir()] == ["odd"]
