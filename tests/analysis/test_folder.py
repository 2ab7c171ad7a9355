"""A folder of texts: what can be read is read, what cannot is named in one sentence; editions are held to their form."""

import warnings

import pytest

from analysis import CorpusError, CorpusWarning, load_corpus
from analysis.texts.folder import read_folder

from .tables import TEXTS

GOOD = b"---\nauthor: Chen Jimin\nyear: 2014\n---\n\nMutual trust.\n"
FAULTS = {
    "empty": b"",
    "undecodable": b"---\nauthor: A\n---\n\n\xff\xfe",
    "no-front-matter": b"Mutual trust.",
    "broken-yaml": b"---\nauthor: [A\n---\n\nMutual trust.",
    "no-author": b"---\ntitle: Trust\n---\n\nMutual trust.",
    "unknown-role": b"---\nauthor: A\n---\n\nMutual trust.\n\n::: footer\nPage 1\n:::",
    "no-body": b"---\nauthor: A\n---\n\n# Trust\n",
}


@pytest.fixture
def folder(tmp_path):
    """A folder of editions with one text."""
    (tmp_path / "corpus.toml").write_text("", encoding="utf-8")
    (tmp_path / "good.md").write_bytes(GOOD)
    return tmp_path


def is_one_sentence(text: str) -> bool:
    return text.endswith(".") and "\n" not in text and ". " not in text


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_text_is_left_out_with_one_sentence(folder, fault):
    (folder / f"{fault}.md").write_bytes(FAULTS[fault])
    with pytest.warns(CorpusWarning, match=f"{fault}.md") as caught:
        corpus = load_corpus(folder)
    assert corpus.documents.index.tolist() == ["good"]
    assert len(corpus.problems) == len(caught) == 1
    assert corpus.problems[0] == str(caught[0].message)
    assert corpus.problems[0].startswith(f"{fault}.md") and is_one_sentence(corpus.problems[0])


def test_a_listed_text_that_is_missing_is_named(folder):
    (folder / "corpus.toml").write_text('texts = ["good", "lost"]', encoding="utf-8")
    with pytest.warns(CorpusWarning, match="lost.md"):
        corpus = load_corpus(folder)
    assert corpus.documents.index.tolist() == ["good"]
    assert len(corpus.problems) == 1 and is_one_sentence(corpus.problems[0])


def test_a_text_that_is_not_listed_is_read_all_the_same(folder):
    (folder / "added.md").write_bytes(GOOD)
    (folder / "corpus.toml").write_text('texts = ["good"]', encoding="utf-8")
    corpus = load_corpus(folder)
    assert set(corpus.documents.index) == {"added", "good"}
    assert corpus.problems == ()


def test_a_file_that_cannot_be_opened_is_named(folder):
    (folder / "shut.md").mkdir()
    with pytest.warns(CorpusWarning, match="shut.md cannot be opened"):
        corpus = load_corpus(folder)
    assert corpus.documents.index.tolist() == ["good"]


def test_every_problem_has_a_sentence_of_its_own(folder):
    for fault, content in FAULTS.items():
        (folder / f"{fault}.md").write_bytes(content)
    with pytest.warns(CorpusWarning):
        corpus = load_corpus(folder)
    assert [problem.partition(".md")[0] for problem in corpus.problems] == sorted(FAULTS)


def test_a_manifest_that_cannot_be_read_is_named_and_the_texts_load(folder):
    (folder / "corpus.toml").write_text("name = ", encoding="utf-8")
    with pytest.warns(CorpusWarning, match="corpus.toml cannot be read"):
        corpus = load_corpus(folder)
    assert corpus.documents.index.tolist() == ["good"]
    assert corpus.name == folder.name


def test_the_manifest_names_the_corpus(folder):
    (folder / "corpus.toml").write_text('name = "Trust – five texts"', encoding="utf-8")
    assert load_corpus(folder).name == "Trust – five texts"


def test_a_manifest_without_a_name_leaves_the_name_to_the_folder(folder):
    assert load_corpus(folder).name == folder.name


def test_files_of_no_known_kind_and_hidden_ones_are_no_texts(folder):
    for name in ("picture.png", ".hidden.txt", "~$essay.docx", "notes"):
        (folder / name).write_text("Mutual trust.", encoding="utf-8")
    corpus = load_corpus(folder)
    assert corpus.documents.index.tolist() == ["good"] and corpus.problems == ()


def test_without_a_manifest_texts_need_no_form(tmp_path):
    (tmp_path / "chen_2014_trust.txt").write_text("Mutual trust is not easy.\n\nIt takes time.", encoding="utf-8")
    (tmp_path / "plain.md").write_text("# Trust\n\nMutual trust.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.warns(CorpusWarning, match="empty.txt"):
        corpus = load_corpus(tmp_path)
    assert corpus.name == tmp_path.name and len(corpus.problems) == 1
    assert corpus.documents.loc["chen_2014_trust", ["author", "year", "n_paragraphs"]].tolist() == ["Chen", 2014, 2]
    assert [block.role for block in corpus.blocks("plain")] == ["heading", "body"]


def test_years_that_are_none_are_told(tmp_path):
    (tmp_path / "corpus.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.md").write_text("---\nauthor: A\nyear: circa 1990\n---\n\nOne two.\n", encoding="utf-8")
    with pytest.warns(CorpusWarning, match="circa 1990"):
        assert len(load_corpus(tmp_path).problems) == 1


def test_one_file_is_a_corpus(folder):
    corpus = load_corpus(folder / "good.md")
    assert (corpus.name, corpus.documents.index.tolist()) == ("good", ["good"])


def test_a_path_may_be_a_string(folder):
    assert load_corpus(str(folder)).documents.index.tolist() == ["good"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match="no folder 'nowhere'"):
        load_corpus(tmp_path / "nowhere")


def test_a_folder_without_texts_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match="holds no text"):
        load_corpus(tmp_path)


def test_a_folder_of_faulty_texts_only_is_an_error_that_names_them(tmp_path):
    (tmp_path / "corpus.toml").write_text("", encoding="utf-8")
    for fault, content in FAULTS.items():
        (tmp_path / f"{fault}.md").write_bytes(content)
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path)
    assert all(f"{fault}.md" in str(caught.value) for fault in FAULTS)


def test_texts_are_read_in_the_order_of_their_names(folder):
    (folder / "a.md").write_bytes(GOOD)
    assert [text.document_id for text in read_folder(folder).texts] == ["a", "good"]


def test_the_bundled_texts_load_without_a_problem():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load_corpus(TEXTS).problems == ()


def test_a_list_that_is_no_list_is_said(tmp_path):
    (tmp_path / "a.md").write_text("---\nauthor: A\n---\n\nOne two.\n", encoding="utf-8")
    (tmp_path / "corpus.toml").write_text('texts = "abc"', encoding="utf-8")
    with pytest.warns(CorpusWarning, match="must be a list"):
        assert len(load_corpus(tmp_path).documents) == 1
