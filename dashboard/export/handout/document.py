"""A handout as a document (.docx): headings, boxes to tick, lines to write on, the key on a page of its own."""

from __future__ import annotations

import io

from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph

from ..errors import ExportError
from ..letters import printable, sentence
from ..office.document import caption, first_of_table, place_picture
from ..office.document_look import TEXT_WIDTH, blank_document, field
from ..zips import DATED, repacked
from . import pictures
from .document_style import INDENT, STYLES, boxed, directed, line_to_write_on, ruled, ruled_styles
from .handout import Figure, Handout, Marking, Passages, Question, Statement, Task, Text

TICK = "☐"
_ROWS, _MOST_COLUMNS = 24, 6
# Answers of more letters have a line each.
_SHORT, _ACROSS = 26, 84


def document(handout: Handout, *, key: bool = True) -> bytes:
    """The handout as a document; key: with the part for the teacher behind it."""
    doc = blank_document(STYLES)
    ruled_styles(doc)
    _properties(doc, handout)
    _head(doc, handout)
    for number, item in handout.numbered():
        _PARTS[type(item)](doc, number, item)
    ruled(doc.add_paragraph(printable(handout.receipt), "Receipt"), "top", "AAAAAA")
    if key and handout.key():
        _key(doc, handout)
    _page_numbers(doc)
    doc.save(made := io.BytesIO())
    return repacked(made.getvalue())


def _properties(doc: Doc, handout: Handout) -> None:
    core = doc.core_properties
    core.title, core.author, core.subject = printable(handout.title), "Parallax", handout.kind
    core.keywords = " ".join(dict.fromkeys(exhibit.receipt.fingerprint for exhibit in handout.figures()))
    core.created = core.modified = DATED
    core.last_modified_by, core.revision, core.comments = "Parallax", 1, ""


def _head(doc: Doc, handout: Handout) -> None:
    """What it is, a name and a date to fill in, title and introduction."""
    line = doc.add_paragraph(style="Kind")
    line.add_run(handout.kind).bold = True
    for at, name in ((58, "Name"), (128, "Date")):
        line.paragraph_format.tab_stops.add_tab_stop(Mm(at))
        line.add_run(f"\t{name} ")
        line.paragraph_format.tab_stops.add_tab_stop(Mm(at + (64 if name == "Name" else 38)), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)  # fmt: skip
        line.add_run("\t")
    doc.add_paragraph(printable(handout.title), "Title")
    if handout.introduction:
        doc.add_paragraph(printable(handout.introduction))


def _text(doc: Doc, number: int, item: Text) -> None:
    if item.heading:
        doc.add_paragraph(printable(item.heading), "Heading 1")
    for paragraph in item.paragraphs:
        doc.add_paragraph(printable(paragraph))


def _figure(doc: Doc, number: int, item: Figure) -> None:
    """The picture, or the first rows of the table where nothing can draw it; the caption under it."""
    try:
        picture = None if item.exhibit.table.empty else pictures.png(item.exhibit)
    except ExportError:
        picture = None
    if picture:
        place_picture(doc, item.exhibit, picture)
    elif len(item.exhibit.table):
        first_of_table(doc, item.exhibit, _ROWS, _MOST_COLUMNS)
    title = item.exhibit.title
    caption(doc, "Figure", number, f"{sentence(title)} {item.exhibit.reading}" if item.caption else title)


def _passages(doc: Doc, number: int, item: Passages) -> None:
    doc.add_paragraph(printable(item.heading), "Heading 1")
    for letter, quote in item.lettered():
        paragraph = doc.add_paragraph(style="Passage")
        paragraph.add_run(f"{letter}\t").bold = True
        for words, marked in quote.pieces():
            paragraph.add_run(printable(words)).bold = marked
        if quote.source:
            source = paragraph.add_run(printable(f" — {quote.source}"))
            source.font.color.rgb = RGBColor.from_string("444444")
        directed(paragraph, quote.text)
    if item.note:
        doc.add_paragraph(printable(item.note), "Note")


def _question(doc: Doc, number: int, item: Question) -> None:
    _prompt(doc, number, item.prompt)
    if item.answers:
        _answers(doc, item.answers)
    else:
        _lines(doc, item.lines)


def _task(doc: Doc, number: int, item: Task) -> None:
    _prompt(doc, number, item.prompt)
    _lines(doc, item.lines)


def _statement(doc: Doc, number: int, item: Statement) -> None:
    directed(doc.add_paragraph(printable(item.text), "Statement"), item.text)


def _marking(doc: Doc, number: int, item: Marking) -> None:
    """A box with a field for the mark and lines for a comment."""
    doc.add_paragraph(style="Note")
    cell = boxed(doc)
    head = cell.paragraphs[0]
    head.style = "Box Head"
    head.add_run(printable(item.prompt)).bold = True
    head.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH - 48))
    head.add_run(f"\tMark {'_' * 16}")
    for _ in range(item.lines):
        ruled(cell.add_paragraph(style="Writing Line"), "bottom", "777777", between=True)
    cell.add_paragraph(style="Receipt")


_PARTS = {
    Text: _text, Figure: _figure, Passages: _passages, Question: _question, Task: _task, Statement: _statement,
    Marking: _marking,
}  # fmt: skip


def _prompt(doc: Doc, number: int, text: str) -> None:
    paragraph = doc.add_paragraph(style="Question")
    paragraph.add_run(f"{number}\t").bold = True
    paragraph.add_run(printable(text))


def _answers(doc: Doc, answers: tuple[str, ...]) -> None:
    """Boxes to tick: side by side where all are short, else one below the other."""
    texts = [printable(answer) for answer in answers]
    if max(map(len, texts)) > _SHORT or sum(len(text) + 6 for text in texts) > _ACROSS:
        for text in texts:
            doc.add_paragraph(f"{TICK}\t{text}", "Answer")
        return
    # Blanks that do not break hold a box and its words together.
    doc.add_paragraph("     ".join(f"{TICK}\u00a0{text.replace(' ', chr(0xA0))}" for text in texts), "Answer")


def _lines(doc: Doc, many: int) -> None:
    for _ in range(many):
        line_to_write_on(doc.add_paragraph(style="Writing Line"), INDENT, TEXT_WIDTH)


def _key(doc: Doc, handout: Handout) -> None:
    """The part for the teacher, on a page of its own."""
    doc.add_paragraph(style="Kind").add_run().add_break(WD_BREAK.PAGE)
    doc.paragraphs[-1].add_run("Key, for the teacher").bold = True
    doc.add_paragraph(printable(handout.title), "Heading 1")
    for number, prompt, answer in handout.key():
        _prompt(doc, number, prompt)
        doc.add_paragraph(printable(answer), "Key")


def _page_numbers(doc: Doc) -> None:
    paragraph: Paragraph = doc.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field(paragraph, "PAGE", "1")
