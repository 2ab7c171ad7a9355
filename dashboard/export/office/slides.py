"""The report as slides: native charts that can be edited where the program has the kind, pictures otherwise."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from ...charts.theme import LIGHT
from ...exhibits.base import Exhibit
from ..errors import ExportError
from ..figure import figures
from ..figure.sizes import MM_PER_INCH, SIZES
from ..letters import printable, sentence
from ..report import Entry, Report
from ..reproduce import command, link
from ..sources import Source, corpora, extent, require_entries, sources
from ..table.rows import columns_of_a_page, first_rows, is_number, rows_told, widths
from ..zips import DATED, repacked
from .chart_look import describe
from .deck import COVER, PLAIN, WHOLE, Place, colour, empty_deck, fitting, layout_named, lines_needed, within, words
from .slide_charts import add_native
from .slide_tables import LETTER, PADDING, add_table

PICTURE_DPI = 200
NO_BROWSER = "The picture needs a Chrome or Chromium on the computer that makes the slides; here are rows of its table."
# Units of a picture to the inch, so that its type is as large as on a slide of its own.
_UNITS = SIZES["slide"].px * MM_PER_INCH / SIZES["slide"].mm
_RECEIPT, _SMALL, _NOTE, _TABLE = 8, 11, 15, 12
_RECEIPT_LINES, _NOTE_LINES, _MOST_COLUMNS, _MOST_SOURCES, _SOURCE_SLIDES = 4, 3, 8, 12, 5
_TITLES = (28, 24, 20)


def presentation(report: Report) -> bytes:
    """A deck (.pptx): a cover, a slide an exhibit, and the sources. ExportError for an empty report."""
    require_entries(report)
    deck = empty_deck()
    core = deck.core_properties
    core.title, core.author, core.subject = printable(report.title), "Parallax", "; ".join(corpora(report))
    core.keywords, core.comments = " ".join(_fingerprints(report)), ""
    core.created = core.modified = DATED
    core.last_modified_by, core.revision = "Parallax", 1
    _cover(deck, report)
    for entry in report.entries:
        _slide(deck, entry)
    _sources(deck, report)
    deck.save(made := io.BytesIO())
    return repacked(made.getvalue())


def _fingerprints(report: Report) -> list[str]:
    return list(dict.fromkeys(entry.corpus.fingerprint for entry in report.entries))


def _cover(deck: Deck, report: Report) -> None:
    slide = deck.slides.add_slide(layout_named(deck, COVER))
    title = printable(report.title)
    size = fitting(title, WHOLE.width, (40, 34, 28), 2, serif=True)
    slide.shapes.title.text = within(title, WHOLE.width, size, 3, serif=True)
    slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(size)
    slide.placeholders[1].text = printable("\n".join([extent(report), *corpora(report)[:2]]))
    place = Place(WHOLE.left, 4.5, WHOLE.width, 2.2)
    frame = words(slide, place, "", size=15).text_frame
    found = sources(report)
    for number, source in enumerate(found[:8]):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        name, work = paragraph.add_run(), paragraph.add_run()
        name.text, work.text = f"{source.label}  ", within(source.title, WHOLE.width - 2, 14, 1)
        for run, code, bold in ((name, source.colour, True), (work, LIGHT.ink, False)):
            run.font.size, run.font.bold, run.font.color.rgb = Pt(14), bold, colour(code)
    if len(found) > 8:
        run = frame.add_paragraph().add_run()
        run.text = f"and {len(found) - 8:,} more; see the end"
        run.font.size, run.font.color.rgb = Pt(14), colour(LIGHT.muted)


def _slide(deck: Deck, entry: Entry) -> None:
    """One exhibit: title, note, chart, what the chart leaves out, receipt; reading and origin in the notes."""
    exhibit = entry.exhibit
    slide = deck.slides.add_slide(layout_named(deck, PLAIN))
    body = _titled(slide, exhibit.title)
    receipt = within(exhibit.receipt.text(), WHOLE.width, _RECEIPT, _RECEIPT_LINES)
    foot, body = body.split_bottom(0.145 * lines_needed(receipt, WHOLE.width, _RECEIPT) + 0.05)
    words(slide, foot, receipt, size=_RECEIPT, colour=LIGHT.muted)
    if entry.note.strip():
        note = within(printable(entry.note.strip()), WHOLE.width, _NOTE, _NOTE_LINES)
        strip, body = body.split_top(0.27 * lines_needed(note, WHOLE.width, _NOTE) + 0.1)
        words(slide, strip, note, size=_NOTE, italic=True)
    said, body = body.split_bottom(0.28)
    words(slide, said, _drawn(slide, exhibit, body), size=_SMALL, colour=LIGHT.muted)
    slide.notes_slide.notes_text_frame.text = printable("\n\n".join(_notes(entry)))


def _titled(slide: Slide, title: str) -> Place:
    """Set the title in the largest type that takes two lines; what is left of the slide."""
    large, *smaller = _TITLES
    one_line = lines_needed(title, WHOLE.width, large, serif=True) == 1
    size = large if one_line else fitting(title, WHOLE.width, smaller, 2, serif=True)
    slide.shapes.title.text = printable(within(title, WHOLE.width, size, 2, serif=True))
    slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(size)
    return WHOLE.split_top(0.95)[1]


def _drawn(slide: Slide, exhibit: Exhibit, body: Place) -> str:
    """Chart, picture or rows of the table; what is to be said of it."""
    if exhibit.native is not None:
        said = add_native(slide, exhibit, body)
        if said is not None:
            return said
    try:
        _picture(slide, exhibit, body)
    except ExportError as error:
        why = NO_BROWSER if str(error) == figures.BROWSER_MISSING else str(error)
        return f"{why} {_rows(slide, exhibit, body)}"
    return ""


def _picture(slide: Slide, exhibit: Exhibit, body: Place) -> None:
    """The figure alone, as large as its place; its own white margins lie in those of the slide."""
    margin = body.width / 30
    body = Place(body.left - margin, body.top, body.width + 2 * margin, body.height)
    size = replace(
        SIZES["slide"], mm=body.width * MM_PER_INCH, px=round(body.width * _UNITS), height=round(body.height * _UNITS),
        title=0, words=0, receipt=0,
    )  # fmt: skip
    made = figures.png(exhibit, size, PICTURE_DPI, bare=True)
    across, down = Image.open(io.BytesIO(made)).size
    describe(slide.shapes.add_picture(io.BytesIO(made), *body.fitted(down / across).emu()), exhibit)


def _rows(slide: Slide, exhibit: Exhibit, body: Place) -> str:
    if exhibit.table.empty:
        return rows_told(exhibit, 0)
    columns = columns_of_a_page(exhibit, _MOST_COLUMNS)
    rows = min(len(exhibit.table), int(body.height / 0.33) - 1)
    head, texts = first_rows(exhibit, rows, columns)
    right = [is_number(exhibit, name) for name in columns]
    describe(add_table(slide, head, texts, body, size=_TABLE, right=right), exhibit)
    return rows_told(exhibit, rows)


def _notes(entry: Entry) -> list[str]:
    exhibit = entry.exhibit
    note = [f"Note: {entry.note.strip()}"] if entry.note.strip() else []
    made = [
        f"Method: {exhibit.receipt.text()}",
        f"Open it again: {link(exhibit)}",
        f"Make it again: {command(exhibit)}",
    ]
    return [exhibit.title, exhibit.reading, *note, *made]


def _sources(deck: Deck, report: Report) -> None:
    """Which texts, so many a slide, and how each slide was made."""
    found = sources(report)
    shown = found[: _MOST_SOURCES * _SOURCE_SLIDES]
    for first in range(0, len(shown), _MOST_SOURCES):
        slide = deck.slides.add_slide(layout_named(deck, PLAIN))
        rest = _texts_table(slide, _titled(slide, "Sources and method"), shown[first : first + _MOST_SOURCES])
    more = [f"and {len(found) - len(shown):,} more texts"] if len(found) > len(shown) else []
    methods = dict.fromkeys(
        f"{sentence(entry.exhibit.title)} {entry.exhibit.receipt.method}" for entry in report.entries
    )
    told = [*more, *corpora(report), *methods][: int(rest.height / 0.2)]
    text = "\n".join(within(printable(line), rest.width, _SMALL, 1) for line in told)
    words(slide, rest, text, size=_SMALL, colour=LIGHT.muted)


def _texts_table(slide: Slide, body: Place, shown: list[Source]) -> Place:
    """A row a text; the room that is left."""
    lines = 2 if len(shown) <= _MOST_SOURCES // 2 else 1
    head = ["Text", "Author", "Title", "Year", "Venue", "Words"]
    rows = [[one.label, one.author, one.title, one.year, one.venue, f"{one.words:,}"] for one in shown]
    across = [width - PADDING for width in widths(head, rows, body.width, _TABLE * LETTER, PADDING)]
    fitted = [
        [within(printable(text), width, _TABLE, lines) for text, width in zip(row, across, strict=True)] for row in rows
    ]
    heights = [
        max(lines_needed(text, width, _TABLE) for text, width in zip(row, across, strict=True)) for row in fitted
    ]
    codes = [one.colour for one in shown]
    add_table(slide, head, fitted, body, size=_TABLE, right=[False] * 5 + [True], first_colours=codes)
    return body.split_top(0.31 + sum(0.1 + 0.21 * height for height in heights) + 0.2)[1]
