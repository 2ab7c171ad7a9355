"""Exhibits, sheets and sessions of texts in other languages than English."""

import pytest
from docx import Document
from docx.oxml.ns import qn

from analysis import Corpus, OptionError, stop_words
from analysis import segmentation as module
from dashboard.classroom.stage_passages import shortened
from dashboard.exhibits import make
from dashboard.exhibits.options import given
from dashboard.exhibits.word_list import stop_lists
from dashboard.export.handout.document_style import directed
from dashboard.export.handout.excerpts import quote
from dashboard.export.reproduce import python_lines
from dashboard.export.session import Session, pack, unpack

SENTENCE = "面对和平赤字、发展赤字、安全赤字和信任赤字，我们的国际社会应当加强沟通与协调。"


@pytest.fixture(scope="module")
def chinese() -> Corpus:
    return Corpus.from_texts({"a": SENTENCE * 3, "b": "我们的中国坚持合作共赢，反对单边主义和霸权主义。" * 4})


def test_the_list_of_the_texts_language_is_the_usual_one(chinese):
    exhibit = make(chinese, "top_terms", by="document_id", minimum_count=1)
    assert {"赤字", "合作"} <= set(exhibit.table["term"])
    assert not set(exhibit.table["term"]) & stop_words("zh")
    assert "stop list zh" in exhibit.receipt.text() and "Chinese in words by rjieba" in exhibit.receipt.text()


def test_what_is_usual_for_these_texts_needs_no_telling_and_another_list_does(chinese):
    usual, other = (
        make(chinese, "top_terms", by="document_id"),
        make(chinese, "top_terms", by="document_id", stop_list="en"),
    )
    assert "stop_list" not in given(usual) and given(other)["stop_list"] == "en"
    assert "stop_list='en'" in python_lines(other)


def test_english_texts_tell_what_they_always_told(corpus):
    assert given(make(corpus, "top_terms", stop_list="en")) == {}
    assert given(make(corpus, "top_terms", stop_list="fr")) == {"stop_list": "fr"}


def test_the_lists_are_offered_by_the_names_of_languages(chinese, corpus):
    assert list(stop_lists(chinese))[:2] == ["none", "zh"]
    assert list(stop_lists(corpus).values())[:3] == [
        "none: every word counts", "English function words", "Arabic function words",
    ]  # fmt: skip
    both = Corpus.from_texts({"a": SENTENCE, "b": corpus.text("sun-2024")})
    assert stop_lists(both)["en+zh"] == "English and Chinese function words"


def test_measures_of_english_refuse_other_languages(chinese):
    with pytest.raises(OptionError, match="listed for English; these texts are in Chinese"):
        make(chinese, "modality", by="document_id")


def test_a_passage_without_blanks_is_cut_and_not_lost(chinese):
    long = Corpus.from_texts({"a": SENTENCE.replace("。", "，") * 30})
    exhibit = make(long, "top_terms", by="document_id", minimum_count=1)
    (line,) = exhibit.passages(0).iloc[[40]].itertuples()
    made = quote(line, {"a": "A"})
    assert made.text.startswith("… ") and made.text.endswith(" …") and len(made.text) > 300
    cut = shortened("和平" * 200, "赤字", "发展" * 200, 100)
    assert 80 < len("".join(cut.values())) <= 104


def test_arabic_and_hebrew_stand_from_right_to_left_in_a_document():
    doc = Document()
    for text in ("السلام عليكم", "“שלום”", "Peace العربية", "和平", ""):
        directed(doc.add_paragraph(text), text)
    assert [p._p.pPr is not None and p._p.pPr.find(qn("w:bidi")) is not None for p in doc.paragraphs] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert doc.paragraphs[0].runs[0].font.rtl


def test_a_session_opens_where_nothing_finds_the_words_of_chinese(chinese, monkeypatch):
    content = pack(Session(chinese))
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    opened = unpack(content).corpus
    assert opened.text("a") == chinese.text("a")
    assert "Chinese in characters" in opened.describe_tokens()
