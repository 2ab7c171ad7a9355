"""The report as a document: figures with captions, notes, tables and sources, in the styles of the word processor."""

from __future__ import annotations

import io
from dataclasses import replace

from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph

from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from ..errors import ExportError
from ..figure import figures
from ..figure.sizes import DPI, SIZES
from ..letters import printable, sentence
from ..report import Entry, Report
from ..reproduce import command, link
from ..sources import Source, corpora, extent, require_entries, sources
from ..table.rows import columns_of_a_page, first_rows, is_number, rows_told, widths
from ..zips import DATED, repacked
from .document_look import TEXT_WIDTH, blank_document, field, keep_whole, repeat_on_each_page, rule_under

ROWS = 20
_MOST_COLUMNS = 7
# Width of a letter in a table, and white space in a cell, in millimetres.
_LETTER, _PADDING = 1.65, 4.2
# Type in the figure is as large as in the figure that is saved by itself in two columns.
TEXT_SIZE = replace(
    SIZES["double"], mm=TEXT_WIDTH, px=round(SIZES["double"].px * TEXT_WIDTH / SIZES["double"].mm), words=0
)
NO_BROWSER = "The picture of this exhibit needs a Chrome or Chromium on the computer that makes the document."


def document(report: Report) -> bytes:
    """A document (.docx): title, an exhibit a section, the texts. ExportError for an empty report."""
    require_entries(report)
    doc = blank_document()
    core = doc.core_properties
    core.title, core.author, core.subject = printable(report.title), "Parallax", printable("; ".join(corpora(report)))
    core.keywords = " ".join(dict.fromkeys(entry.corpus.fingerprint for entry in report.entries))
    core.created = core.modified = DATED
    core.last_modified_by, core.revision, core.comments = "Parallax", 1, ""
    doc.add_paragraph(printable(report.title), "Title")
    doc.add_paragraph(printable("\n".join([extent(report), *corpora(report)])), "Subtitle")
    for number, entry in enumerate(report.entries, start=1):
        _section(doc, entry, number)
    _sources(doc, report)
    doc.save(made := io.BytesIO())
    return repacked(made.getvalue())


def _section(doc: Doc, entry: Entry, number: int) -> None:
    """One exhibit: heading, note, figure with its caption, first rows, how it was made."""
    exhibit = entry.exhibit
    doc.add_paragraph(printable(exhibit.title), "Heading 1")
    if entry.note.strip():
        doc.add_paragraph(printable(entry.note.strip()), "Quote")
    _figure(doc, entry)
    caption(doc, "Figure", number, f"{sentence(exhibit.title)} {exhibit.reading}")
    if len(exhibit.table):
        first_of_table(doc, exhibit, ROWS, _MOST_COLUMNS)
    doc.add_paragraph(printable(exhibit.receipt.text()), "Receipt")
    doc.add_paragraph(printable(f"{link(exhibit)}\n{command(exhibit)}"), "Receipt")


def _figure(doc: Doc, entry: Entry) -> None:
    """The figure alone in the width of the text, with the reading as its alternative text."""
    try:
        made = figures.png(entry.exhibit, TEXT_SIZE, DPI, bare=True)
    except ExportError as error:
        doc.add_paragraph(NO_BROWSER if str(error) == figures.BROWSER_MISSING else str(error))
        return
    place_picture(doc, entry.exhibit, made)


def place_picture(doc: Doc, exhibit: Exhibit, picture: bytes) -> None:
    """A picture (PNG) of an exhibit in the width of the text, with the reading as its alternative text."""
    paragraph = doc.add_paragraph(style="Figure")
    placed = paragraph.add_run().add_picture(io.BytesIO(picture), width=Mm(TEXT_WIDTH))
    about = placed._inline.docPr
    about.set("name", printable(exhibit.title))
    about.set("descr", printable(f"{sentence(exhibit.title)} {exhibit.reading}"))


def caption(doc: Doc, kind: str, number: int, text: str) -> None:
    """`Figure 3.` with a number that the word processor keeps, then the words."""
    paragraph = doc.add_paragraph(style="Caption")
    paragraph.add_run(f"{kind} ").bold = True
    field(paragraph, f"SEQ {kind} \\* ARABIC", str(number))
    paragraph.add_run(". ").bold = True
    paragraph.add_run(printable(text))


def first_of_table(doc: Doc, exhibit: Exhibit, rows: int, most: int) -> None:
    """The first rows of an exhibit's table with at most `most` columns, and which rows these are."""
    columns = columns_of_a_page(exhibit, most)
    head, body = first_rows(exhibit, rows, columns)
    right = [is_number(exhibit, name) for name in columns]
    _grid(doc, head, body, right)
    doc.add_paragraph(rows_told(exhibit, rows), "Receipt")


def _grid(doc: Doc, head: list[str], body: list[list[str]], right: list[bool]) -> None:
    """A table with a heading row that comes again on each page, and a thin line under each row."""
    table = doc.add_table(len(body) + 1, len(head))
    table.autofit = False
    across = [Mm(width) for width in widths(head, body, TEXT_WIDTH, _LETTER, _PADDING)]
    for column, width in zip(table.columns, across, strict=True):
        column.width = width
    for number, (row, texts) in enumerate(zip(table.rows, [head, *body], strict=True)):
        for cell, text, is_right, width in zip(row.cells, texts, right, across, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.style = "Table Head" if not number else "Table Text"
            paragraph.add_run(text)
            if is_right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            rule_under(cell, LIGHT.muted if not number else LIGHT.grid)
        keep_whole(row)
    repeat_on_each_page(table.rows[0])


def _sources(doc: Doc, report: Report) -> None:
    doc.add_paragraph("Texts", "Heading 1")
    for source in sources(report):
        _source(doc.add_paragraph(style="Source"), source)


def _source(paragraph: Paragraph, source: Source) -> None:
    """One text as in a list of references."""
    label = paragraph.add_run(f"{source.label}: ")
    label.bold, label.font.color.rgb = True, RGBColor.from_string(source.colour.removeprefix("#"))
    told = ", ".join(filter(None, [source.author, source.title, source.venue, source.year, f"{source.words:,} words"]))
    paragraph.add_run(printable(f"{told}."))
