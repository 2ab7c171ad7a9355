"""Slides, read back by python-pptx and openpyxl."""

import io
import zipfile
from functools import cache

import openpyxl
import pandas as pd
import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches

from analysis import Corpus
from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.native import Bars, Points
from dashboard.export.errors import ExportError
from dashboard.export.figure import browser, figures
from dashboard.export.office.slides import NO_BROWSER, presentation
from dashboard.export.report import Entry, Report

from .conftest import small_picture

NATIVE = (
    "top_terms", "term_rates", "distinctive_terms", "keywords", "topic_shares", "topic_words", "topic_trends", "trends",
    "correspondence", "lockwords", "silences", "asked_silences", "evenness", "concept_variants", "modality", "obligation",
    "actors",
)  # fmt: skip
OPTIONS = [
    ("top_terms", {"by": "year", "n_gram": 2}), ("keywords", {"fair": True}), ("distinctive_terms", {"fair": True}),
    ("term_rates", {"fair": True}), ("term_rates", {"view": "panels"}), ("modality", {"by": "year"}),
    ("correspondence", {"by": "year"}), ("obligation", {"by": "genre"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def slides(corpus, exhibits):
    """The slide of an exhibit with its usual options, made once."""

    @cache
    def slide(name):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(figures, "png", small_picture)
            return slide_of(corpus, exhibits[name])

    return slide


@pytest.fixture
def no_browser(monkeypatch):
    def refuse(*asked, **named):
        raise ExportError(figures.BROWSER_MISSING)

    monkeypatch.setattr(figures, "png", refuse)


def report_of(corpus, *exhibits, note="", title="A lesson"):
    return Report(title, tuple(Entry(corpus, exhibit, note) for exhibit in exhibits))


def opened(content):
    return Presentation(io.BytesIO(content))


def slide_of(corpus, exhibit, note=""):
    """The slide of one exhibit, between cover and sources."""
    return opened(presentation(report_of(corpus, exhibit, note=note))).slides[1]


def texts(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def charts(slide):
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def cached(element, *path):
    """The numbers that a chart holds, by place."""
    points = element.findall(f"{'/'.join(map(qn, path))}/{qn('c:numRef')}/{qn('c:numCache')}/{qn('c:pt')}")
    return {int(point.get("idx")): float(point.findtext(qn("c:v"))) for point in points}


def drawn_bars(slide, native, exhibit):
    """(series, category) -> value, end above, end below, as the charts hold them."""
    found = {}
    for chart in charts(slide):
        categories = list(chart.plots[0].categories)
        for series in chart.plots[0].series:
            above, below = (cached(series._element, "c:errBars", side) for side in ("c:plus", "c:minus"))
            for place, value in cached(series._element, "c:val").items():
                found[series.name, categories[place]] = (
                    value,
                    value + above.get(place, 0),
                    value - below.get(place, 0),
                )
    return found


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_slide_has_title_reading_and_receipt(exhibits, slides, name):
    exhibit, slide = exhibits[name], slides(name)
    assert slide.shapes.title.text == exhibit.title
    notes = slide.notes_slide.notes_text_frame.text
    assert exhibit.reading in notes and exhibit.receipt.text() in notes
    assert exhibit.receipt.fingerprint[:12] in texts(slide)


@pytest.mark.parametrize("name", EXHIBITS)
def test_chart_or_picture_can_be_heard(exhibits, slides, name):
    shown = [shape for shape in slides(name).shapes if shape.has_chart or shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert shown and bool(charts(slides(name))) == (name in NATIVE)
    for shape in shown:
        assert exhibits[name].reading in shape._element.xpath(".//p:cNvPr/@descr")[0]


@pytest.mark.parametrize("name", sorted(set(EXHIBITS) - set(NATIVE)))
def test_without_a_browser_rows_stand_where_the_picture_would(corpus, exhibits, no_browser, name):
    slide = slide_of(corpus, exhibits[name])
    assert NO_BROWSER in texts(slide)
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert 1 < len(table.rows) <= len(exhibits[name].table) + 1


@pytest.mark.parametrize(
    "name, options", [(name, {}) for name in NATIVE] + OPTIONS, ids=lambda value: value if isinstance(value, str) else "-".join(map(str, value.values()))
)  # fmt: skip
def test_native_charts_hold_the_numbers_of_the_table(corpus, exhibits, slides, name, options):
    exhibit = make(corpus, name, **options) if options else exhibits[name]
    native, slide = exhibit.native, slide_of(corpus, exhibit) if options else slides(name)
    if isinstance(native, Points):
        check_points(slide, exhibit, native)
    else:
        check_bars(slide, exhibit, native)


def check_bars(slide, exhibit, native: Bars):
    found = drawn_bars(slide, native, exhibit)
    known = exhibit.table[exhibit.table[native.value].notna()]
    for _, row in known.iterrows():
        label = native.styles[row[native.series]].label
        place = (label, label if native.category == native.series else str(row[native.category]))
        if place not in found:
            continue
        value, above, below = found.pop(place)
        assert value == row[native.value]
        if native.high:
            assert above == pytest.approx(row[native.high], nan_ok=True)
        if native.low:
            assert below == pytest.approx(row[native.low], nan_ok=True)
    assert found == {}
    drawn = len(drawn_bars(slide, native, exhibit))
    assert drawn == len(known) or f"{drawn} of {len(known)} values" in texts(slide)


def check_points(slide, exhibit, native: Points):
    places = {}
    for chart in charts(slide):
        panel = chart.chart_title.text_frame.text if chart.has_title else ""
        for series in chart.plots[0].series:
            x, y = (cached(series._element, axis) for axis in ("c:xVal", "c:yVal"))
            above, below = (cached(series._element, "c:errBars", side) for side in ("c:plus", "c:minus"))
            for at in y:
                places[panel, x[at], y[at]] = (y[at] + above.get(at, 0), y[at] - below.get(at, 0))
    for _, row in exhibit.table.iterrows():
        above, below = places.pop((row[native.panel] if native.panel else "", row[native.x], row[native.y]))
        if native.high:
            assert (above, below) == pytest.approx((row[native.high], row[native.low]))
    assert places == {}


@pytest.mark.parametrize("name", NATIVE)
def test_the_workbook_behind_a_chart_holds_what_the_chart_shows(slides, name):
    for chart in charts(slides(name)):
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        for formula in chart._chartSpace.iter(qn("c:f")):
            sheet, cells = formula.text.split("!")
            first = book[sheet][cells.replace("$", "").split(":")[0]]
            shown = formula.getparent().xpath('.//*[local-name()="pt"][@idx="0"]/*[local-name()="v"]/text()')
            if shown:
                # The program that writes the workbook keeps 16 digits.
                assert first.value == (shown[0] if isinstance(first.value, str) else pytest.approx(float(shown[0])))


def test_bars_have_the_colours_of_their_groups(slides):
    series = charts(slides("term_rates"))[0].plots[0].series
    assert [str(one.format.fill.fore_color.rgb) for one in series] == ["44267D", "259CDE", "387076", "AF8E2A", "760A03"]


def test_a_group_without_the_category_has_no_bar(slides):
    """Each of these rates belongs to one group, so the other cells are empty, which is not 0."""
    series = charts(slides("obligation"))[0].plots[0].series
    assert [sum(value is not None for value in one.values) for one in series] == [1] * 5
    assert series[0].values[0] == 0.0


def test_what_a_slide_cannot_hold_is_said(corpus):
    slide = slide_of(corpus, make(corpus, "top_terms", n=40))
    assert "75 of" in texts(slide) and "values are drawn" in texts(slide)


def test_events_are_left_to_the_picture(corpus, small_pictures):
    exhibit = make(corpus, "trends", events=("Brexit referendum",))
    assert not charts(slide_of(corpus, exhibit))


def test_points_of_a_map_have_their_names(slides):
    labels = {
        text for chart in charts(slides("correspondence")) for text in chart._chartSpace.xpath(".//c:dLbl//a:t/text()")
    }
    assert {"Chen 2014", "Yang 2015", "Dong 2022", "Duan ≥2022", "Sun 2024", "security"} <= labels


def test_the_note_is_seen_and_noted(corpus, exhibits):
    slide = slide_of(corpus, exhibits["keywords"], note="Compare Sun and Yang.")
    assert "Compare Sun and Yang." in texts(slide)
    assert "Note: Compare Sun and Yang." in slide.notes_slide.notes_text_frame.text


def test_the_cover_says_which_texts_and_the_last_slide_all_of_them(corpus, exhibits):
    deck = opened(presentation(report_of(corpus, exhibits["keywords"], title="Trust, twice")))
    cover, last = deck.slides[0], deck.slides[-1]
    assert cover.shapes.title.text == "Trust, twice"
    assert "5 texts, 14,462 words" in texts(cover) and corpus.fingerprint[:12] in texts(cover)
    rows = next(shape.table for shape in last.shapes if shape.has_table).rows
    assert len(rows) == 6 and rows[1].cells[1].text == "Chen Jimin"
    assert deck.core_properties.title == "Trust, twice" and deck.core_properties.keywords == corpus.fingerprint


@pytest.mark.parametrize("name", NATIVE)
def test_nothing_lies_beyond_the_slide(corpus, exhibits, name):
    for shape in slide_of(corpus, exhibits[name], note="A note. " * 60).shapes:
        assert shape.left >= 0 and shape.left + shape.width <= Inches(13.34)
        assert shape.top >= 0 and shape.top + shape.height <= Inches(7.5) and shape.height > 0


def test_a_long_title_is_set_smaller_and_cut_at_last(corpus, small_pictures):
    exhibit = make(corpus, "concordance", query="trust|security|cooperation|governance|development|countries " * 3)
    title = slide_of(corpus, exhibit).shapes.title
    assert title.text_frame.paragraphs[0].font.size.pt <= 24
    assert len(title.text) < 200


def test_letters_that_no_file_can_hold_are_left_out():
    texts_ = {"a": "trust\x0b and =1+1 trust words here. " * 30, "b": "other words stand here with trust. " * 30}
    documents = {name: {"author": f"=SUM(1)\x07{name}", "title": "@x", "year": 2020} for name in texts_}
    odd = Corpus.from_texts(texts_, documents=pd.DataFrame.from_dict(documents, orient="index"))
    slide = slide_of(odd, make(odd, "term_rates", terms="trust"), note="a\x00b")
    assert "=SUM(1)a" in charts(slide)[0].plots[0].series[0].name and "ab" in texts(slide)


def test_the_same_report_gives_the_same_file(corpus, exhibits, small_pictures):
    report = report_of(corpus, exhibits["keywords"], exhibits["trends"], exhibits["timeline"])
    content = presentation(report)
    assert content == presentation(report)
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_empty_report_is_refused_in_one_sentence():
    with pytest.raises(ExportError, match="The report is empty"):
        presentation(Report("Nothing", ()))


def test_the_browser_draws_the_picture_of_a_slide(corpus, exhibits, drawing_browser):
    picture = next(
        shape for shape in slide_of(corpus, exhibits["similarity"]).shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    )
    drawn = Image.open(io.BytesIO(picture.image.blob))
    assert drawn.width / picture.width == pytest.approx(drawn.height / picture.height, rel=0.01)
    assert len(drawn.convert("RGB").getcolors(1_000_000)) > 50
    assert browser.found()
