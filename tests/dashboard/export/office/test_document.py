"""Documents, read back by python-docx."""

import io
import zipfile
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.columns import columns_of
from dashboard.export.errors import ExportError
from dashboard.export.figure import figures
from dashboard.export.office.document import NO_BROWSER, ROWS, document
from dashboard.export.report import Entry, Report

from .conftest import small_picture


def document_of(corpus, *exhibits, note="", title="A lesson"):
    return document(Report(title, tuple(Entry(corpus, exhibit, note) for exhibit in exhibits)))


@pytest.fixture(scope="module")
def documents(corpus, exhibits):
    """The document of an exhibit with its usual options, made once."""

    @cache
    def opened(name):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(figures, "png", small_picture)
            return Document(io.BytesIO(document_of(corpus, exhibits[name])))

    return opened


def paragraphs(made, style):
    return [paragraph.text for paragraph in made.paragraphs if paragraph.style.name == style]


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_section_has_heading_figure_caption_and_receipt(exhibits, documents, name):
    exhibit, made = exhibits[name], documents(name)
    assert paragraphs(made, "Title") == ["A lesson"]
    assert paragraphs(made, "Heading 1") == [exhibit.title, "Texts"]
    (caption,) = paragraphs(made, "Caption")
    assert caption.startswith(f"Figure . {exhibit.title}") and caption.endswith(f" {exhibit.reading}")
    assert exhibit.receipt.text() in paragraphs(made, "Receipt")
    assert len(made.inline_shapes) == 1
    assert exhibit.reading in made.inline_shapes[0]._inline.docPr.get("descr")


@pytest.mark.parametrize("name", EXHIBITS)
def test_the_first_rows_are_printed_and_the_others_named(exhibits, documents, name):
    exhibit, made = exhibits[name], documents(name)
    (table,) = made.tables
    rows = len(exhibit.table)
    assert len(table.rows) == min(rows, ROWS) + 1
    assert any(f"1–{min(rows, ROWS)} of {rows:,}" in text for text in paragraphs(made, "Receipt"))
    # Nothing is to be done about a green light.
    assert all(cell.text or name == "advice" for cell in table.rows[1].cells)


def test_printed_numbers_are_those_of_the_table(exhibits, documents):
    head, *rows = [[cell.text for cell in row.cells] for row in documents("term_rates").tables[0].rows]
    columns = columns_of("term_rates", ("term", "per_1000", "count"))
    at = {name: head.index(column.label) for name, column in columns.items()}
    for row, (_, known) in zip(rows, exhibits["term_rates"].table.iterrows(), strict=False):
        assert row[at["term"]] == known["term"]
        assert float(row[at["per_1000"]]) == pytest.approx(known["per_1000"], abs=0.006)
        assert int(row[at["count"]].replace(",", "")) == known["count"]


def test_figures_are_numbered_by_the_word_processor(corpus, exhibits, small_pictures):
    content = document_of(corpus, exhibits["keywords"], exhibits["trends"])
    body = Document(io.BytesIO(content)).element.body
    fields = body.xpath(".//w:fldSimple")
    assert [field.find(f".//{qn('w:t')}").text for field in fields] == ["1", "2"]
    assert {field.get(qn("w:instr")) for field in fields} == {"SEQ Figure \\* ARABIC"}


def test_the_head_of_a_table_comes_again_on_each_page(documents):
    assert documents("keywords").tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_the_note_stands_before_the_figure(corpus, exhibits, small_pictures):
    made = Document(io.BytesIO(document_of(corpus, exhibits["keywords"], note="Compare Sun and Yang.")))
    styles = [paragraph.style.name for paragraph in made.paragraphs]
    assert paragraphs(made, "Quote") == ["Compare Sun and Yang."]
    assert styles.index("Quote") < styles.index("Figure") < styles.index("Caption")


def test_the_texts_and_the_corpus_are_named(corpus, documents):
    made = documents("keywords")
    assert len(paragraphs(made, "Source")) == 5
    assert paragraphs(made, "Source")[0].startswith("Chen 2014: Chen Jimin, Mutual Understanding")
    assert made.core_properties.title == "A lesson" and made.core_properties.keywords == corpus.fingerprint


def test_without_a_browser_a_sentence_stands_where_the_picture_would(corpus, exhibits, monkeypatch):
    def refuse(*asked, **named):
        raise ExportError(figures.BROWSER_MISSING)

    monkeypatch.setattr(figures, "png", refuse)
    made = Document(io.BytesIO(document_of(corpus, exhibits["keywords"])))
    assert NO_BROWSER in paragraphs(made, "Normal") and not made.inline_shapes
    assert len(made.tables) == 1


def test_an_exhibit_without_rows_has_no_table(corpus, small_pictures):
    exhibit = make(corpus, "top_terms", minimum_count=100_000)
    made = Document(io.BytesIO(document_of(corpus, exhibit)))
    assert not made.tables and exhibit.reading in paragraphs(made, "Caption")[0]


def test_the_same_report_gives_the_same_file(corpus, exhibits, small_pictures):
    content = document_of(corpus, exhibits["keywords"], exhibits["trends"])
    assert content == document_of(corpus, exhibits["keywords"], exhibits["trends"])
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_empty_report_is_refused_in_one_sentence():
    with pytest.raises(ExportError, match="The report is empty"):
        document(Report("Nothing", ()))


def test_the_browser_draws_for_print(corpus, exhibits, drawing_browser):
    made = Document(io.BytesIO(document_of(corpus, exhibits["similarity"])))
    (picture,) = made.inline_shapes
    (image,) = [part for part in made.part.package.image_parts]
    drawn = Image.open(io.BytesIO(image.blob))
    assert drawn.width == pytest.approx(300 * picture.width.inches, abs=2)
