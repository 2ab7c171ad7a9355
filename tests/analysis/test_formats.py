"""The one way in for all formats: limits first, then the reader that the ending names."""

import pytest

from analysis import CorpusError
from analysis.texts import formats
from analysis.texts.formats import FORMATS, endings, read_file


def test_a_kind_that_is_not_read_is_told_which_are():
    with pytest.raises(CorpusError, match=r"^unknown\.xyz is of a kind that is not read here: .*\.docx.*\.zip\.$"):
        read_file("unknown.xyz", b"words")


def test_a_name_without_an_ending_is_of_no_kind():
    with pytest.raises(CorpusError, match=r"^notes is of a kind"):
        read_file("notes", b"words")


def test_a_file_that_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(formats, "MOST_FILE_BYTES", 10)
    with pytest.raises(CorpusError, match=r"^a\.txt has more than"):
        read_file("a.txt", b"eleven bytes")


def test_a_text_of_too_many_letters_is_refused(monkeypatch):
    monkeypatch.setattr(formats, "MOST_LETTERS", 10)
    with pytest.raises(CorpusError, match=r"^a\.txt holds a text of more than 10 letters"):
        read_file("a.txt", b"eleven letters")


def test_too_many_texts_are_refused(monkeypatch):
    monkeypatch.setattr(formats, "MOST_TEXTS", 1)
    with pytest.raises(CorpusError, match=r"^a\.csv"):
        read_file("a.csv", b"title,text\nA,One two three.\nB,Four five six.\n")


def test_a_file_without_a_word_is_refused():
    with pytest.raises(CorpusError, match=r"^a\.txt"):
        read_file("a.txt", b" \n\t\n")


def test_the_name_of_a_file_tells_what_the_file_does_not():
    (draft,) = read_file("chen_2014_trust.md", b"---\nauthor: Chen Jimin\n---\n\nWords.\n").drafts
    assert (draft.metadata["author"], draft.metadata["year"], draft.metadata["title"]) == ("Chen Jimin", 2014, "trust")


def test_a_folder_in_the_name_is_never_shown():
    with pytest.raises(CorpusError, match=r"^passwd\.xyz"):
        read_file("../../etc/passwd.xyz", b"words")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_has_a_reader(kind):
    with pytest.raises(CorpusError, match=r"^empty"):
        FORMATS[kind].read(f"empty.{FORMATS[kind].endings[0]}", b"", formats.ReadingChoices())


def test_no_ending_belongs_to_two_formats():
    assert len(endings()) == len(set(endings())) == sum(len(entry.endings) for entry in FORMATS.values()) + 1
