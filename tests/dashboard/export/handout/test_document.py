"""The document, read back by python-docx."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from dashboard.export.errors import ExportError
from dashboard.export.handout import pictures
from dashboard.export.handout.document import TICK, document
from dashboard.export.handout.handout import Marking, Question, Statement
from dashboard.export.handout.handouts import HANDOUTS


def opened(handout, **how):
    return Document(io.BytesIO(document(handout, **how)))


def texts(doc, style):
    return [paragraph.text for paragraph in doc.paragraphs if paragraph.style.name == style]


def test_headings_questions_boxes_and_lines_are_real(small, drawn):
    doc = opened(small)
    assert texts(doc, "Title") == ["A lesson"]
    assert texts(doc, "Heading 1") == ["To begin", "Read", "A lesson"]
    assert texts(doc, "Question") == ["1\tWhich one?", "2\tHow many?", "3\tWrite.", "1\tWhich one?", "2\tHow many?"]
    (answers,) = texts(doc, "Answer")
    assert answers.count(TICK) == 2
    assert texts(doc, "Writing Line") == ["\t"] * 7
    assert texts(doc, "Key") == ["KEY-ONE", "KEY-TWO"]
    assert texts(doc, "Receipt")[-1] == "the receipt"


def test_words_that_were_found_are_bold(small, drawn):
    first = next(paragraph for paragraph in opened(small).paragraphs if paragraph.style.name == "Passage")
    assert [run.text for run in first.runs if run.bold] == ["A\t", "trust"]
    assert first.text == "A\tno trust at all — Chen 2014, ¶ 1"


def test_the_key_begins_a_page_and_can_be_left_out(small, drawn):
    with_key, without = document(small), document(small, key=False)
    assert with_key != without
    breaks = Document(io.BytesIO(with_key)).element.body.xpath('.//w:br[@w:type="page"]')
    assert len(breaks) == 1 and "Key, for the teacher" in breaks[0].getparent().getparent().xpath("string(.)")
    body = zipfile.ZipFile(io.BytesIO(without)).read("word/document.xml")
    assert b"KEY-" not in body and b'w:type="page"' not in body


def test_pages_are_numbered_and_the_document_says_what_it_is(small, drawn):
    doc = opened(small)
    (number,) = doc.sections[0].footer._element.xpath(".//w:fldSimple")
    assert number.get(qn("w:instr")) == "PAGE"
    core = doc.core_properties
    assert (core.title, core.author, core.subject, core.created.year) == ("A lesson", "Parallax", "Worksheet", 1980)


def test_the_figure_is_a_picture_with_its_reading_for_those_who_do_not_see_it(small, drawn, exhibits):
    (picture,) = opened(small).inline_shapes
    assert exhibits["term_rates"].reading in picture._inline.docPr.get("descr")


def test_without_a_picture_the_table_stands_there(small, exhibits, monkeypatch):
    def none(exhibit):
        raise ExportError("No browser.")

    monkeypatch.setattr(pictures, "png", none)
    (table,) = opened(small).tables
    assert len(table.rows) == 25
    assert [cell.text for cell in table.rows[1].cells][:2] == ["Chen Jimin", "trust"]


def test_long_answers_stand_below_each_other(small, drawn):
    long = replace(small, items=(Question("Which?", ("x" * 40, "short"), key="x"),))
    assert texts(opened(long), "Answer") == [f"{TICK}\t{'x' * 40}", f"{TICK}\tshort"]


def test_a_card_has_a_box_for_the_teacher(small, drawn):
    doc = opened(replace(small, items=(Statement("So it is.\x00"), Marking("Comment", lines=3))))
    assert texts(doc, "Statement") == ["So it is."]
    (cell,) = doc.tables[0].rows[0].cells
    assert cell.text.startswith("Comment\tMark ")
    assert [paragraph.style.name for paragraph in cell.paragraphs].count("Writing Line") == 3


@pytest.mark.parametrize("ending", HANDOUTS)
def test_every_form_is_made_the_same_each_time(small, drawn, ending):
    form = HANDOUTS[ending]
    assert form.ending == ending
    assert form.make(small) == form.make(small) != form.make(small, key=False)
